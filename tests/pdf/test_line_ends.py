"""Drawn lines end where their language lets them, in boxes as narrow as a column of a table."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import pikepdf
import pypdfium2
import pytest

from polyleaf import languages, pdf, typography
from polyleaf.content import editions
from polyleaf.markup import inline_html
from polyleaf.model import inline
from polyleaf.model.findings import ExitStatus, Where
from polyleaf.model.sheet import Html, Pdf

from ..conftest import ROOT
from ..reading import folded, pdfium, poppler
from ..typography.test_spacing import TOGETHER

pytestmark = pytest.mark.usefixtures("engine")

# The style sheet of the shipped edition with its own sizes and colours.
STYLE = editions.read(
    "a4", (ROOT / "templates",), ROOT, Where("x"), ExitStatus.INPUT, {"pdf": ".pdf"}
).css
WIDTHS = (20, 27, 33, 40, 47, 60)  # millimetres
DIVIDED = "\ufffe"  # pdfium's sign for the hyphen of a divided word

# Sentences by their words, divided by hand. "Wash your hands with soap and clean water before each
# meal", and the like.
WORDS = {
    "th": "ควร ล้าง มือ ด้วย สบู่ และ น้ำ สะอาด ก่อน กิน อาหาร ทุก ครั้ง",
    "km": "សូម លាង ដៃ ជាមួយ សាប៊ូ និង ទឹក ស្អាត មុន ពេល បរិភោគ អាហារ",
    "lo": "ກະລຸນາ ລ້າງ ມື ດ້ວຍ ສະບູ ແລະ ນ້ຳ ສະອາດ ກ່ອນ ກິນ ອາຫານ ທຸກ ຄັ້ງ",
    "my": "အစာ မ စား မီ လက် ကို ဆပ်ပြာ နှင့် ရေ ဖြင့် စင်ကြယ် စွာ ဆေး ပါ",
}
KOREAN = (
    "주사는 얼굴이 붉어지는 만성 피부 질환입니다. 약(연고)을 사용하기 전에 **의사와** 상담하세요. "
    "주로 30–50대 성인에게 나타나며 **자외선**이 *증상*을 악화시킵니다. "
    "“주사”는 [여드름](https://a.b)과 다릅니다."
)
JAPANESE = (
    "酒さは、顔（**ほお**・鼻・額）が赤くなる慢性の病気です。「*薬*」を使う前に、"
    "かならず**医師**に相談してください。チェックリスト、スーパー、人々、いっしょ、ちょっと。"
    "『**赤み**』〜ほてり……ニキビ！？"
)
CHINESE = (
    "玫瑰痤疮（**酒糟鼻**）是一种慢性皮肤病，表现为面部发红、丘疹和毛细血管扩张；常见于成年人。"
    "使用“*药物*”之前，请咨询**医生**（皮肤科）：《说明》，每天2次、每次5 mg！是吗？……"
    "温度20℃，占50%，——好。"
)
NO_START = "、。，．！？；：）」』】〕》〉”’・ー々〜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ…%℃"
NO_END = "（「『【〔《〈“‘"
LONG = {
    "de": "Die Behandlungsmöglichkeiten und die Nahrungsmittelunverträglichkeit bespricht man.",
    "ru": "Электрокардиографическое исследование и противовоспалительные препараты помогают.",
    "fi": "Keskushermostolääkkeiden haittavaikutuksista keskustellaan lääkärin vastaanotolla.",
    "ta": "மருத்துவர்களிடம்கேட்டுக்கொள்ளவேண்டிய கேள்விகள் பாதுகாப்புநடவடிக்கைகளைப்பின்பற்றுங்கள்.",
}


def drawn(tag: str, text: str, width: int, element: str = "p", css: str = "") -> Pdf:
    """The text set as a leaflet's is, in a box of `width` millimetres."""
    language = languages.find(tag)
    nodes = typography.typeset(inline.parse(text), language, {}, paper=True)
    body = inline_html.html(nodes, {"x": 20})
    families = ", ".join(f"'{family}'" for family in language.families)
    root = (
        f"--families: {families}; --leading: {language.line_height}; "
        f"--hyphens: {'auto' if language.hyphenated else 'manual'}"
    )
    page = (
        f'<!DOCTYPE html><html lang="{tag}" style="{root}"><title>x</title><body>'
        f'<{element} style="width: {width}mm">{body}</{element}>'
    )
    return pdf.draw(Html(page, STYLE + css, language.families, Where("x")))


def lines(sheet: Pdf) -> list[str]:
    found = pypdfium2.PdfDocument(sheet.data)[0].get_textpage().get_text_range()
    return [line.strip() for line in re.split(f"\\s*\n|(?<={DIVIDED})", found) if line.strip()]


def starts(text: str, found: list[str]) -> Iterator[int]:
    """Where in `text`, its spaces left out, each drawn line starts."""
    position = 0
    for line in found:
        yield position
        position += len(folded(line))
    assert position == len(folded(text)), "a letter was lost"


@pytest.mark.parametrize("tag", WORDS)
@pytest.mark.parametrize("width", WIDTHS)
def test_lines_end_between_the_words_that_a_reader_sees(tag: str, width: int) -> None:
    words = WORDS[tag].split()
    sheet = drawn(tag, "".join(words), width)
    allowed = [len(folded("".join(words[:count]))) for count in range(len(words))]
    found = lines(sheet)
    assert len(found) > 1
    assert set(starts("".join(words), found)) <= set(allowed), found
    assert sheet.overflows == ()


@pytest.mark.parametrize("width", WIDTHS[2:])
def test_every_korean_line_starts_with_a_word(width: int) -> None:
    plain = inline.plain(inline.parse(KOREAN))
    words = re.findall(r"(?:[^\s–]+–?)+", plain)
    sheet = drawn("ko", KOREAN, width)
    allowed = [len(folded("".join(words[:count]))) for count in range(len(words))]
    found = lines(sheet)
    assert len(found) > 3
    assert set(starts(plain, found)) <= set(allowed), found
    assert sheet.overflows == ()


@pytest.mark.parametrize(
    ("tag", "text"), [("ja", JAPANESE), ("zh-Hans", CHINESE), ("zh-Hant", CHINESE)]
)
@pytest.mark.parametrize("width", WIDTHS)
def test_chinese_and_japanese_lines_keep_what_may_not_start_or_end_them(
    tag: str, text: str, width: int
) -> None:
    sheet = drawn(tag, text, width)
    found = lines(sheet)
    assert len(found) > 3
    assert [line for line in found[1:] if line[0] in NO_START] == []
    assert [line for line in found[:-1] if line[-1] in NO_END] == []
    assert sheet.overflows == ()


@pytest.mark.parametrize("tag", LONG)
@pytest.mark.parametrize("element", ["p", "h1", "h2"])
@pytest.mark.parametrize("width", [28, 37])  # 37 mm is the rail of headings
def test_no_word_leaves_its_box(tag: str, element: str, width: int) -> None:
    sheet = drawn(tag, LONG[tag], width, element)
    assert sheet.overflows == ()
    assert folded(pdfium(sheet.data)) == folded(LONG[tag])


@pytest.mark.parametrize("tag", ["de", "ru"])
@pytest.mark.parametrize("element", ["p", "h2"])
def test_a_word_longer_than_its_line_is_hyphenated(tag: str, element: str) -> None:
    assert DIVIDED in pdfium(drawn(tag, LONG[tag], 37, element).data)


@pytest.mark.parametrize("tag", ["de", "ru"])
@pytest.mark.parametrize("width", [80, 107, 136])
def test_a_word_that_fits_into_a_line_is_not_hyphenated(tag: str, width: int) -> None:
    assert DIVIDED not in pdfium(drawn(tag, f"{LONG[tag]} " * 3, width).data)


@pytest.mark.parametrize("width", range(12, 40, 3))
def test_a_letter_is_never_parted_from_its_marks(width: int) -> None:
    """A line that starts with a vowel sign or a virama has taken a Tamil letter to pieces."""
    found = lines(drawn("ta", LONG["ta"], width))
    assert len(found) > 3
    assert [line for line in found if re.match("[\u0bbe-\u0bcd\u0bd7]", line)] == []


@pytest.mark.parametrize("tag", ["fi", "ta"])
@pytest.mark.parametrize("width", [28, 37])
@pytest.mark.parametrize("reader", [pdfium, poppler])
def test_a_word_that_is_cut_without_a_hyphen_reads_as_divided(
    tag: str, width: int, reader: Callable[[bytes], str]
) -> None:
    """Each reader has its sign for it; pdfium keeps ours where it takes the sign before it for no
    letter.
    """
    read = reader(drawn(tag, LONG[tag], width).data)
    joined = re.sub(f"[{DIVIDED}\u00ad]\\s*", "", read)
    assert joined != read
    assert joined.split() == LONG[tag].split()


@pytest.mark.parametrize("width", range(20, 60, 2))
def test_a_citation_after_a_long_word_stays_in_the_box(width: int) -> None:
    text = "Keskushermostolääkkeiden haittavaikutuksista [@x]."
    sheet = drawn("fi", text, width)
    assert sheet.overflows == ()
    assert [line for line in lines(sheet) if line[0] in ".]"] == []


@pytest.mark.parametrize("width", [20, 30, 40])
def test_an_address_gets_no_hyphen(width: int) -> None:
    text = (
        "Write to appointments@dermatology.example or see https://information.example/treatments."
    )
    found = pdfium(drawn("en", text, width).data)
    assert DIVIDED not in found
    assert folded(found) == folded(text)


def test_a_number_stays_with_its_unit_on_its_line() -> None:
    found = {
        line for width in range(20, 60) for line in lines(drawn("en", "Take 5 mg a day", width))
    }
    assert {line for line in found if re.match("mg|.*5$", line)} == set()


@pytest.mark.slow
@pytest.mark.parametrize("tag", TOGETHER)
def test_no_line_ends_inside_what_belongs_together(tag: str) -> None:
    """The same without no-break spaces does end there, in most widths."""
    marked = f"{TOGETHER[tag]}, " * 3
    if tag == "zh-Hans":
        marked = "每天2~次，每次5~毫~克，第~3~页，20~秒，2026~年11~月22~日，约~100~人中有1~人。" * 3
    text = marked.replace("~", "" if tag == "zh-Hans" else " ").replace("_", " ").strip()
    parts = re.split("[~_]", marked.replace(" ", ""))
    inside = {len(folded("".join(parts[:count]))) for count in range(1, len(parts))}
    for width in range(46, 86, 5):
        sheet = drawn(tag, text, width)
        found = lines(sheet)
        assert len(found) > 3
        assert not inside & set(starts(text, found)), (width, found)
        assert sheet.overflows == ()


@pytest.mark.parametrize(("tag", "text"), [("km", "មុនពេលបរិភោគអាហារ"), ("ko", "붉어지는 질환")])
def test_the_outline_says_a_heading_as_it_was_written(tag: str, text: str) -> None:
    data = io.BytesIO(drawn(tag, text, 40, "h1").data)
    with pikepdf.open(data) as opened, opened.open_outline() as outline:
        assert [item.title for item in outline.root] == [text]
