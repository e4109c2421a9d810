"""Each language has its own form of comma, stop and question mark."""

from __future__ import annotations

import pytest

from polyleaf.checks.translation.punctuation_marks import check_message

from ..messages import reported, unit


def marks(language: str, translation: str) -> list[str]:
    """The mark that is wrong, and what to write instead."""
    found = check_message(unit("It is safe, they say.", translation, language))
    return [f.message.split(" has ")[1][0] + f.hint.removeprefix("write ")[0] for f in found]


@pytest.mark.parametrize(
    ("language", "translation", "wrong"),
    [
        ("ar", "هل هذا آمن?", ["?؟"]),
        ("ar", "اغسل يديك, ثم جففهما", [",،"]),
        ("ar", "اغسل يديك; ثم جففهما", [";؛"]),
        ("fa", "دست‌ها را بشویید, سپس خشک کنید", [",،"]),
        ("ur", "ہاتھ دھوئیں, پھر خشک کریں.", [",،", ".۔"]),
        ("ur", "کیا یہ محفوظ ہے?", ["?؟"]),
        ("hi", "हाथ धोएँ.", [".।"]),
        ("hi", "**हाथ धोएँ.** [@who]", [".।"]),
        ("hi", "हाथ धुलवाएँ. फिर सुखाएँ।", [".।"]),
        ("mr", "हात धुवा।", ["।."]),
        ("bn", "হাত ধুয়ে নিন.", [".।"]),
        ("zh-Hans", "洗手,然后擦干.", [",，", ".。"]),
        ("zh-Hans", "安全吗?", ["?？"]),
        ("zh-Hans", "注意: 请洗手!", [":：", "!！"]),
        ("zh-Hans", "洗手(用肥皂)。", ["(（"]),
        ("zh-Hans", "洗手. 然后擦干。", [".。"]),
        ("zh-Hans", "洗手.然后擦干。", [".。"]),
        ("zh-Hant", "洗手, 然後擦乾。", [",，"]),
        ("ja", "手を洗います.", [".。"]),
        ("ja", "安全ですか?", ["?？"]),
        ("am", "እጅዎን ይታጠቡ, ያድርቁ.", [",፣", ".።"]),
        ("el", "Είναι ασφαλές?", ["?;"]),
        ("hy", "Անվտա՞նգ է?", ["?՞"]),
        ("fr", "Lavez-vous les mains。", ["。."]),
        ("ta", "கைகளைக் கழுவுங்கள்।", ["।."]),
    ],
)
def test_a_mark_of_another_language_is_reported(
    language: str, translation: str, wrong: list[str]
) -> None:
    assert marks(language, translation) == wrong


@pytest.mark.parametrize(
    ("language", "translation"),
    [
        ("ar", "اغسل يديك، ثم جففهما. هل هذا آمن؟"),
        ("ar", "تقول NHS, NICE وغيرهما 1,5 غ"),
        ("ar", "انظر {clinic.web}, أو https://example.org/a,b?c=1."),
        ("fa", "امن است؟ بله؛ بشویید، خشک کنید."),
        ("bn", "ডিসে."),  # Dec.
        ("ur", "ڈاکٹر کہتے ہیں، 1.5 گرام۔ کیا یہ محفوظ ہے؟"),
        ("hi", "डॉ. शर्मा, प्रो. वर्मा और मि.ग्रा. में 1.5 है।"),
        ("hi", "IL-6 और NHS."),
        ("bn", "ওয়েবসাইটের ইউ.আর.এল."),
        ("mr", "हात धुवा. मग वाळवा."),
        ("zh-Hans", "外泌体 (exosome) 是安全的，对吗？A, B; 10:30、1.5"),
        ("zh-Hans", "他们说：“安全。”（见下文）"),
        ("ja", "手を洗い、乾かします。（注意）10:30"),
        ("ko", "손을 씻으세요, 그리고 말리세요."),
        ("am", "እጅዎን ይታጠቡ፣ ያድርቁ። ደህና ነው?"),
        ("el", "Είναι ασφαλές; Ναι· πλύνετε."),
        ("hy", "Անվտա՞նգ է։ Այո, լվացեք։"),
        ("th", "ล้างมือ, เช็ดให้แห้ง"),
        ("he", "שטפו ידיים, יבשו. זה בטוח?"),
        ("fr", "C’est sûr\u202f? Oui, lavez…"),
        ("ca", "col·legi"),
        ("sv", "EU:s regler"),
        ("hi", "रुकिए..."),
        ("zh-Hans", "请稍候..."),
        ("ja", "手(皮膚)を洗います。"),
        ("ko", "손(피부)을 씻으세요."),
    ],
)
def test_a_language_may_write_its_own_marks_and_names_theirs(
    language: str, translation: str
) -> None:
    assert marks(language, translation) == []


def test_each_mark_is_reported_once_with_both_names() -> None:
    found = reported(check_message, "Soap, water, towel", "صابن, پانی, تولیہ", "ur")
    assert found == ['punctuation-foreign: "صابن," has , U+002C COMMA, which Urdu does not write']
