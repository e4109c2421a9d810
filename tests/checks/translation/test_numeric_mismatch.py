"""Numbers, units and ranges stay the same, in whatever digits, marks and words."""

from __future__ import annotations

from time import process_time

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from polyleaf import languages
from polyleaf.checks.translation.addresses import check_message as check_addresses
from polyleaf.checks.translation.months import check_message as check_months
from polyleaf.checks.translation.numeric_mismatch import check_message as check_numbers
from polyleaf.model.findings import Severity

from ...gallery import ALL
from ...strategies import any_text, phrases, thorough
from ..messages import reported, unit

TAGS = [tag for _, tag in ALL]
SHIPPED = ("ar", "bn", "es", "fr", "hi", "mr", "ru", "ta", "te", "ur", "zh-Hans")


def same(source: str, *translations: tuple[str, str]) -> list[object]:
    """Rows of one source and its right translations, each with its language."""
    return [pytest.param(source, text, tag, id=f"{tag}: {text}") for tag, text in translations]


@pytest.mark.parametrize(
    ("source", "target", "tag"),
    [
        *same(
            "Take 5 mg twice a day.",
            ("hi", "दिन में दो बार 5 मि.ग्रा. लें।"),
            ("hi", "५ मिलीग्राम दिन में २ बार लें।"),
            ("bn", "দিনে দুবার ৫ মিলিগ্রাম খান।"),
            ("ta", "ஒரு நாளைக்கு இரண்டு முறை 5 மி.கி. எடுத்துக்கொள்ளுங்கள்."),
            ("te", "రోజుకు రెండు సార్లు 5 మి.గ్రా. వేసుకోండి."),
            ("mr", "दिवसातून दोनदा 5 मिग्रॅ घ्या."),
            ("ur", "دن میں دو بار ۵ ملی گرام لیں۔"),
            ("ar", "خذ ٥ ملغ مرتين يوميًا."),
            ("es", "Tome 5 mg 2 veces al día."),
            ("fr", "Prenez 5 mg deux fois par jour."),
            ("ru", "Принимайте по 5 мг 2 раза в день."),
            ("zh-Hans", "每天2次，每次5毫克。"),
            ("zh-Hans", "每日两次，每次５毫克。"),
            ("de", "Nehmen Sie 2-mal täglich 5 mg ein."),
            ("th", "รับประทาน ๕ มก. วันละ 2 ครั้ง"),
        ),
        *same(
            "Article 18",
            ("am", "አንቀጽ፡፲፰፤"),
            ("he", "סעיף יח."),
            ("he", "סעיף י״ח"),
            ("ro", "Articolul XVIII"),
            ("zh-Hant", "第十八條"),
        ),
        *same("1905", ("am", "፲፱፻፭")),
        *same(
            "Take 2.5 mg.",
            ("fr", "Prenez 2,5 mg."),
            ("es", "Tome 2.5 mg."),
            ("es", "Tome 2,5 mg."),
            ("ar", "خذ ٢٫٥ ملغ."),
            ("fa", "۲٫۵ میلی‌گرم مصرف کنید."),
        ),
        *same(
            "1,000 people",
            ("fr", "1 000 personnes"),
            ("fr", "1\u202f000 personnes"),
            ("es", "1.000 personas"),
            ("es", "1000 personas"),
            ("de-CH", "1’000 Personen"),
            ("ru", "1\u00a0000 человек"),
            ("ar", "١٬٠٠٠ شخص"),
            ("hi", "एक हज़ार लोग"),
        ),
        *same(
            "100,000 people",
            ("hi", "1,00,000 लोग"),
            ("mr", "१,००,००० लोक"),
            ("hi", "1 लाख लोग"),
            ("bn", "এক লাখ মানুষ"),
            ("te", "1 లక్ష మంది"),
            ("zh-Hans", "10万人"),
            ("zh-Hans", "十万人"),
        ),
        *same(
            "2 million people",
            ("hi", "20 लाख लोग"),
            ("ru", "2 миллиона человек"),
            ("zh-Hans", "200万人"),
            ("de", "2 Millionen Menschen"),
        ),
        *same("1.5 million", ("es", "1,5 millones"), ("hi", "15 लाख"), ("fr", "1 500 000")),
        *same(
            "Wait 5–10 minutes.",
            ("fr", "Attendez 5 à 10 minutes."),
            ("hi", "५ से १० मिनट रुकें।"),
            ("ta", "5 முதல் 10 நிமிடங்கள் காத்திருங்கள்."),
            ("ar", "انتظر 5-10 دقائق."),
            ("zh-Hans", "请等5至10分钟。"),
            ("ru", "Подождите от 5 до 10 минут."),
        ),
        *same(
            "On 22 November 2026",
            ("zh-Hans", "2026年11月22日"),
            ("ru", "22.11.2026"),
            ("ru", "22 ноября 2026 г."),
            ("es", "el 22/11/2026"),
            ("mr", "२२ नोव्हेंबर २०२६ रोजी"),
            ("ta", "2026 நவம்பர் 22 அன்று"),
        ),
        *same("On 22/11/2026", ("sv", "2026-11-22"), ("fr", "le 22 novembre 2026")),
        *same(
            "at 9 pm",
            ("fr", "à 21 h"),
            ("fr", "à 21h00"),
            ("de", "um 21:00 Uhr"),
            ("hi", "रात 9 बजे"),
            ("zh-Hans", "晚上9点"),
        ),
        *same(
            "9am–5pm",
            ("hi", "सुबह 9 बजे से शाम 5 बजे तक"),
            ("ar", "9 صباحًا – 5 مساءً"),
            ("zh-Hans", "上午9点至下午5点"),
            ("fr", "de 9 h à 17 h"),
        ),
        *same(
            "at 2 am",
            ("hi", "रात 2 बजे"),
            ("ru", "в 2 часа ночи"),
            ("es", "a las 2 de la madrugada"),
        ),
        *same(
            "2 in the morning and 1 at night",  # tablets
            ("hi", "सुबह 2 और रात 1"),
            ("ar", "2 صباحًا و1 ليلًا"),
            ("zh-Hans", "早上2片，晚上1片"),
        ),
        *same("sleep 8 hours a night", ("te", "రాత్రి 8 గంటలు నిద్రపోండి")),
        *same("3 days", ("ru", "3 дня")),
        *same("from 8:30 am", ("ru", "с 8:30"), ("fr", "dès 8 h 30"), ("es", "desde las 8.30")),
        *same(
            "25 people",
            ("fr", "vingt-cinq personnes"),
            ("es", "veinticinco personas"),
            ("hi", "पच्चीस लोग"),
            ("ar", "خمسة وعشرون شخصًا"),
            ("ru", "двадцать пять человек"),
            ("zh-Hans", "二十五人"),
        ),
        *same("5 mg for 5 days", ("hi", "5 दिन तक 5 मि. ग्रा."), ("zh-Hans", "5天，每次5毫克")),
        *same("5–10 mg", ("fr", "5 mg à 10 mg"), ("ar", "من 5 ملغ إلى 10 ملغ")),
        *same("two hundred people", ("hi", "200 लोग"), ("ru", "200 человек")),
        *same("In the 1980s", ("fr", "dans les années 80"), ("ru", "в 1980-х годах")),
        *same("three quarters", ("fr", "75 %"), ("zh-Hans", "四分之三")),
        *same(
            "fewer than 1 in 10,000", ("zh-Hans", "少于万分之一"), ("zh-Hans", "每1万人中不到1人")
        ),
        *same("Grade 3", ("ru", "Степень III")),
        *same("Take 2 500 mg tablets", ("fr", "Prenez 2 comprimés de 500 mg")),
        *same("5 mg or 10 mg", ("es", "5 o 10 mg"), ("ru", "5 мг или 10 мг")),
        *same("Ivermectin 1% (10 mg/g)", ("ru", "Ивермектин 1 % (10 мг/г)")),
        *same("over 38°C (100.4°F)", ("ta", "38°C (100.4°F)க்கு மேல்"), ("ru", "38 °C (100,4 °F)")),
        *same("HbA1c 48 mmol/mol (6.5%)", ("ru", "HbA1c 48 ммоль/моль (6,5 %)")),
        *same("two weeks", ("hi", "2 सप्ताह"), ("zh-Hans", "2周"), ("nl", "2 weken")),
        *same("twenty-five people", ("hi", "25 लोग"), ("sw", "watu 25")),
        *same("a hundred and twenty times", ("ru", "120 раз")),
        *same("80 people", ("fr", "quatre-vingts personnes")),
        *same("1 in 3 people", ("fr", "une personne sur trois"), ("ru", "1/3 людей")),
        *same("1/3 of people", ("es", "un tercio de las personas"), ("de", "⅓ der Menschen")),
        *same("half of people", ("hi", "50% लोग"), ("ru", "1/2 людей")),
        *same("2 days", ("ar", "يومان"), ("ar", "يومين"), ("ar", "لمدة يومين")),
        *same("2 doses", ("ar", "جرعتان")),
        *same("1 man", ("ar", "رجل واحد"), ("fr", "un homme")),
        *same("day and night", ("zh-Hans", "24小时")),
        *same("½ a tablet", ("hi", "आधी गोली"), ("fr", "1/2 comprimé"), ("ru", "полтаблетки")),
        *same("1½ hours", ("hi", "डेढ़ घंटा"), ("ru", "полтора часа"), ("es", "1,5 horas")),
        *same("Vitamin B12", ("ar", "فيتامين ب12"), ("ru", "витамин B12")),
        *same(
            "COVID-19, IL-6, H1N1", ("hi", "कोविड-19, IL-6, H1N1"), ("uk", "COVID-19, ІЛ-6, H1N1")
        ),
        *same("SPF 30 or more", ("zh-Hans", "SPF30或以上"), ("ta", "SPF 30 அல்லது அதற்கு மேல்")),
        *same("the 1st dose", ("fr", "la 1re dose"), ("ru", "первая доза"), ("hi", "पहली खुराक")),
        *same("1. Wash your hands", ("ar", "١. اغسل يديك"), ("hi", "१. हाथ धोएँ")),
        *same("50% of people", ("ar", "٥٠٪ من الناس"), ("tr", "insanların %50’si")),
        *same("50 per cent", ("fr", "50 %"), ("hi", "50 प्रतिशत"), ("zh-Hans", "百分之50")),
        *same("0.1% cream", ("ru", "0,1%-ный крем"), ("fr", "crème à 0,1 %")),
        *same("38 °C", ("hi", "38 डिग्री सेल्सियस"), ("ar", "٣٨°م"), ("te", "38 డిగ్రీల సెల్సియస్")),
        *same("below −20 °C", ("hi", "-20 °C से नीचे"), ("fr", "sous −20 °C")),
        *same("1,000 IU", ("es", "1000 UI"), ("zh-Hans", "1000国际单位"), ("ru", "1000 МЕ")),
        *same(
            "5 micrograms", ("zh-Hans", "5微克"), ("ru", "5 мкг"), ("fr", "5 μg"), ("fr", "5 µg")
        ),
        *same("5 ml", ("bn", "৫ মিলি"), ("ar", "5 مل"), ("ta", "5 மி.லி."), ("ur", "5 ملی لیٹر")),
        *same("30 g", ("ru", "30 г"), ("hi", "30 ग्राम"), ("te", "30 గ్రాములు"), ("ar", "30 غ")),
        *same("3 kg", ("zh-Hans", "3千克"), ("zh-Hans", "3公斤"), ("hi", "3 किलो"), ("ru", "3 кг")),
        *same("120/80 mmHg", ("ru", "120/80 мм рт. ст."), ("zh-Hans", "120/80毫米汞柱")),
        *same("In 2017, 5 mg", ("ru", "В 2017 г. — 5 мг"), ("ar", "في عام 2017، 5 ملغ")),
        *same("6 months to 5 years", ("zh-Hans", "6个月至5岁"), ("mr", "6 महिने ते 5 वर्षे")),
        *same("28 days", ("te", "28 రోజుల్లో"), ("ta", "28 நாட்களில்"), ("mr", "28 दिवसांत")),
        *same("Take **2** [tablets](https://a.example/50) [@x-2020]", ("hi", "**2** गोलियाँ लें")),
    ],
)
def test_the_same_number_is_written_in_many_ways(source: str, target: str, tag: str) -> None:
    assert reported(check_numbers, source, target, tag) == []


@pytest.mark.parametrize(
    ("source", "target", "tag", "finding"),
    [
        ("20 mg", "2 mg", "fr",
         "number-changed: the source has 20 mg, the translation has 2 mg"),
        ("0.5 mg", "5 мг", "ru",
         "number-changed: the source has 0.5 mg, the translation has 5 мг"),
        (
            "2.5 mg for 5 days",
            "2 mg pendant 5 jours",
            "fr",
            "number-changed: the source has 2.5 mg, the translation has 2 mg",
        ),
        ("2 tablets", "३ गोलियाँ", "hi",
         "number-changed: the source has 2, the translation has 3"),
        ("1 in 10", "1 من كل 100", "ar",
         "number-changed: the source has 10, the translation has 100"),
        (
            "1,000 mg",
            "1,000 mg",
            "fr",  # to whose readers it is one
            "number-changed: the source has 1,000 mg, the translation has 1,000 mg",
        ),
        (
            "5 million people",
            "5 हज़ार लोग",
            "hi",
            "number-changed: the source has 5 million, the translation has 5 हज़ार",
        ),
        ("twice", "3 बार", "hi",
         "number-added: the translation has 3, which is not in the source"),
        ("8 women, two weeks", "8名女性，8周", "zh-Hans", "number-added: the translation has 8周, "
         "which is not in the source"),
        ("eight women, two weeks", "8名女性，8周", "zh-Hans",
         "number-added: the translation has 8周, which is not in the source"),
        ("COVID-19", "कोविड", "hi", "number-lost: the translation lacks 19"),
        ("B12", "В6", "ru", "number-changed: the source has 12, the translation has 6"),
        ("−20 °C", "20 °C", "fr",
         "number-changed: the source has −20 °C, the translation has 20 °C"),
        ("21:00", "09:00", "fr",
         "number-changed: the source has 21:00, the translation has 09:00"),
        ("9 pm", "9 am", "sw", "number-changed: the source has 9 pm, the translation has 9 am"),
        (
            "at 9 pm",
            "सुबह 9 बजे",
            "hi",
            "number-changed: the source has 9 pm, the translation has 9 (in the morning)",
        ),
        (
            "at 9 am",
            "в 9 часов вечера",
            "ru",
            "number-changed: the source has 9 am, the translation has 9 часов (after noon)",
        ),
        (
            "03/04/2026",
            "04/03/2026",
            "es",
            "number-changed: the source has 03/04/2026, the translation has 04/03/2026",
        ),
        ("5 mg", "5 g", "fr", "unit-changed: the source has 5 mg, the translation has 5 g"),
        ("5 mg", "٥ غ", "ar", "unit-changed: the source has 5 mg, the translation has 5 غ"),
        ("5 mg", "5 मा.ग्रा.", "hi",
         "unit-changed: the source has 5 mg, the translation has 5 मा.ग्रा"),
        ("5 mcg", "5 мг", "ru", "unit-changed: the source has 5 mcg, the translation has 5 мг"),
        ("5 ml", "5升", "zh-Hans", "unit-changed: the source has 5 ml, the translation has 5升"),
        ("3 kg", "3克", "zh-Hans", "unit-changed: the source has 3 kg, the translation has 3克"),
        ("5 cm", "5 মিমি", "bn",
         "unit-changed: the source has 5 cm, the translation has 5 মিমি"),
        ("10 days", "10 ہفتے", "ur",
         "unit-changed: the source has 10 days, the translation has 10 ہفتے"),
        ("38 °C", "38 °F", "ta",
         "unit-changed: the source has 38 °C, the translation has 38 °F"),
        (
            "5 mg for 10 days",
            "10 mg durante 5 días",
            "es",
            "unit-changed: the source has 10 days, the translation has 10 mg",
        ),
        ("500 mg", "500", "te", "unit-lost: the source has 500 mg, the translation has 500"),
        ("2 tablets", "2 mg", "es", "unit-changed: the translation has 2 mg, the source has 2"),
        (
            "5–10 minutes",
            "10–5 دقائق",
            "ar",
            "range-turned: the source goes from 5 to 10, the translation back",
        ),
        (
            "5 to 10 minutes",
            "10 से 5 मिनट",
            "hi",
            "range-turned: the source goes from 5 to 10, the translation back",
        ),
    ],
)  # fmt: skip
def test_what_differs_is_reported_with_both_numbers(
    source: str, target: str, tag: str, finding: str
) -> None:
    assert finding in reported(check_numbers, source, target, tag)


def severities(source: str, target: str, tag: str) -> list[Severity]:
    return [finding.severity for finding in check_numbers(unit(source, target, tag))]


@pytest.mark.parametrize(
    ("source", "target", "tag"),
    [
        ("2 in the morning and 2 at night", "2 matin et soir", "fr"),  # one of two
        ("Take 1 tablet", "Takk tablett", "nb"),  # an article, or nothing
        ("Take 3 tablets", "Ta tre tabletter", "sv"),  # a word of a language without a list
        ("Take 500 mg", "Prenez 500", "fr"),
        ("0 results", "لا نتائج", "ar"),
        ("O2 Sat", "Saturation", "fr"),  # the name of oxygen
        ("Set up 2FA", "Configurez cet accès", "fr"),
        ("up to half an hour", "最大30分", "ja"),
        ("pyridoxine", "维生素B6", "zh-Hans"),
        ("Article 18", "مادهٔ هیجدهم", "fa"),
        ("Article 25", "དོན་ཚན་ཉེར་ལྔ་པ།", "bo"),
    ],
)
def test_what_may_be_right_is_a_warning(source: str, target: str, tag: str) -> None:
    assert severities(source, target, tag) == [Severity.WARNING]


def test_a_number_that_is_nowhere_is_an_error() -> None:
    assert severities("for 28 days", "для кожи", "ru") == [Severity.ERROR]
    assert severities("Take 3 tablets", "Prenez des comprimés", "fr") == [Severity.ERROR]


def test_a_dose_that_only_the_translation_has_is_an_error_and_so_is_any_number_of_safety() -> None:
    assert severities("Take the tablet", "Prenez 50 mg", "fr") == [Severity.ERROR]
    safety = unit("Take the tablets", "Prenez 25 comprimés", "fr", safety=True)
    assert [f.severity for f in check_numbers(safety)] == [Severity.ERROR]


@pytest.mark.parametrize(("target", "tag"), [("16進数", "ja"), ("16진수", "ko")])
def test_the_base_of_numbers_is_no_number(target: str, tag: str) -> None:
    assert reported(check_numbers, "hexadecimal", target, tag) == []


def test_the_hint_says_how_a_mark_is_read() -> None:
    (finding,) = check_numbers(unit("1,000 mg", "1,000 mg", "fr"))
    assert finding.hint.startswith("it is read as 1 in French")


@pytest.mark.parametrize(
    ("source", "target", "tag"),
    [
        ("3 April 2026", "3 अप्रैल 2026", "hi"),
        ("In May 2025", "2025 সালের মে মাসে", "bn"),  # not next to its year
        ("In May 2025", "2025年5月", "zh-Hans"),
        ("In May 2025", "в мае 2025 года", "ru"),
        ("You may read of 5 in 10", "Puede leer que son 5 de 10", "es"),
        ("22 November 2026", "22/11/2026", "fr"),
        ("1 March and 2 May", "1 mars et 2 mai", "fr"),
    ],
)
def test_a_month_is_kept(source: str, target: str, tag: str) -> None:
    assert reported(check_months, source, target, tag) == []


@pytest.mark.parametrize(
    ("source", "target", "tag", "finding"),
    [
        ("3 April 2026", "3 मई 2026", "hi", "the source has 3 April, the translation has 3 मई"),
        ("In May 2025", "2025年6月", "zh-Hans", "the source has May 2025, the translation has 6月"),
        ("22 November 2026", "22 октября 2026 г.", "ru",
         "the source has 22 November, the translation has 22 октября"),
    ],
)  # fmt: skip
def test_another_month_is_reported(source: str, target: str, tag: str, finding: str) -> None:
    assert reported(check_months, source, target, tag) == [f"date-changed: {finding}"]


@pytest.mark.slow
@thorough
@given(
    whole=st.integers(0, 2_000_000),
    decimals=st.sampled_from(["", ".5", ".25", ".05", ".125"]),
    tag=st.sampled_from(TAGS),
    system=st.sampled_from(["latn", "default"]),
)
def test_a_number_as_any_locale_writes_it_is_that_of_the_source(
    whole: int, decimals: str, tag: str, system: str
) -> None:
    value, locale = float(f"{whole}{decimals}"), languages.find(tag).locale
    written = format_decimal(value, "#,##0.###", locale=locale, numbering_system=system)
    source = format_decimal(value, "#,##0.###", locale="en")
    assert reported(check_numbers, f"Take {source} mg", f"({written} mg)", tag) == []


@thorough
@given(
    numerals=st.lists(st.integers(0, 10_000), min_size=1, max_size=4),
    tag=st.sampled_from(SHIPPED),
    zero=st.sampled_from("0٠۰०০௦౦๐０𞥐"),
    data=st.data(),
)
def test_a_changed_digit_is_always_found(
    numerals: list[int], tag: str, zero: str, data: st.DataObject
) -> None:
    texts = [f"No {n} mg;" for n in numerals]
    at = data.draw(st.integers(0, len(texts) - 1))
    digits = str(numerals[at])
    place = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from("123456789").filter(lambda d: d != digits[place]))
    changed = digits[:place] + other + digits[place + 1 :]
    right, wrong = " ".join(texts), [*texts]
    wrong[at] = f"No {changed} mg;"
    own = str.maketrans("0123456789", "".join(chr(ord(zero) + n) for n in range(10)))
    assert reported(check_numbers, right, right.translate(own), tag) == []
    assert reported(check_numbers, right, " ".join(wrong).translate(own), tag) != []


@thorough
@given(source=any_text | phrases, target=any_text | phrases, tag=st.sampled_from(TAGS))
def test_every_text_can_be_read(source: str, target: str, tag: str) -> None:
    subject = unit(source, target, tag)
    for check in (check_numbers, check_months):
        assert all(finding.message for finding in check(subject))


@pytest.mark.parametrize("piece", ["9", "a", "क", "一", "1 ", "a.", "5mg", "1/", "22.", "a@", "+1"])
def test_a_long_text_is_read_in_little_time(piece: str) -> None:
    text = piece * (4_000 // len(piece))
    begin = process_time()
    for check in (check_numbers, check_months, check_addresses):
        assert reported(check, f"1 {text}", f"2 {text}") != [] or check is not check_numbers
    assert process_time() - begin < 5


def test_more_digits_than_python_reads_are_no_fault() -> None:
    long = "9" * 5000
    assert reported(check_numbers, long, long) == []
    assert reported(check_numbers, long, long[:-1] + "8") != []
