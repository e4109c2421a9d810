"""What was written can be read out of the page: copied, searched, spoken."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2
import pytest

from polyleaf import languages, pdf
from polyleaf.model.findings import Where
from polyleaf.model.sheet import Html

from ..reading import folded, pdfium, poppler, unpaired
from .engine import without

pytestmark = pytest.mark.usefixtures("engine")

SENTENCES = {
    "en": "Office, fine, affluent: “quoted” text – 5–10 mg, AV To. Don’t!",
    "hi": "रोज़ेशिया चेहरे की त्वचा का एक आम रोग है। आँखों पर भी। क्षत्रिय ज्ञान कर्म किर्ति शृंगार ह्रदय",
    "mr": "रोझेशिया हा चेहऱ्याच्या त्वचेचा आजार आहे. दर्‍या, पुर्‍या, करणाऱ्या",
    "bn": "রোজেসিয়া মুখের ত্বকের রোগ। ক্ষমা জ্ঞান শ্রী স্ত্রী র‍্যাপ উদ্বেগ কিছু কো কৌ",
    "ta": "ரோசேசியா என்பது தோல் நோய். கொடுக்கிறோம் ஸ்ரீ க்ஷ கௌ பெண் போது",
    "te": "రోసేసియా ముఖ చర్మ వ్యాధి. క్షమించు జ్ఞానం స్త్రీ కృష్ణ ర్యాలీ",
    "ar": "الجلد أحمر لأن الالتهاب لا يزول. هٰذا الدَّواءُ مُفيدٌ (انظر الصفحة) «نعم» الله إلى الآن",
    "fa": "می‌خواهم نامه‌ای بنویسم که پوست را قرمز می‌کند؛ «کتاب‌ها» (کتاب).",
    "ur": "روزیشیا چہرے کی جلد کی بیماری ہے۔ بچّے (ڈاکٹر سے پوچھیں) مہینے کے لیے، اللہ، ضروری نہیں",
    "he": "העור אדום (ראו עמוד). שָׁלוֹם לכולם",
    "ru": "Розацеа — это хроническое заболевание кожи. Ёж, «кавычки»",
    "zh-Hans": "玫瑰痤疮是一种常见的慢性皮肤病。“引号”·中点（括号）",
}


def sheet(tag: str, body: str) -> bytes:
    language = languages.find(tag)
    style = f"font-family: {', '.join(map(repr, language.families))}"
    text = (
        f'<!DOCTYPE html><html lang="{tag}" dir="{language.direction}" style="{style}">'
        f"<title>x</title><body>{body}"
    )
    css = "@page { size: A5; margin: 15mm } p { font-size: 14pt }"
    drawn = pdf.draw(Html(text, css, language.families, Where("x")))
    assert drawn.missing == ()
    assert drawn.engine_errors == ()
    return drawn.data


@pytest.mark.parametrize("tag", SENTENCES)
def test_what_was_written_is_read_letter_by_letter(tag: str) -> None:
    text = SENTENCES[tag]
    data = sheet(tag, f"<h1>{text}</h1><p>{text}</p>")
    written = folded(text + text)
    assert folded(poppler(data)) == written
    assert unpaired(folded(pdfium(data))) == unpaired(written)


@pytest.mark.parametrize("tag", SENTENCES)
def test_every_glyph_stands_for_some_text(tag: str) -> None:
    """ISO 14289-1, 7.21.7: no entry of a ToUnicode map is empty, zero or a byte order mark."""
    with pikepdf.open(io.BytesIO(sheet(tag, f"<p>{SENTENCES[tag]}</p>"))) as opened:
        maps = [font.ToUnicode.read_bytes() for font in opened.pages[0].Resources.Font.values()]
    entries = [m for data in maps for m in re.findall(rb"<[0-9a-f]{4}> <([0-9a-f]*)>", data)]
    assert len(entries) > 10
    assert not {b"", b"0000", b"feff", b"fffe"} & set(entries)


def test_a_glyph_keeps_apart_the_texts_it_stands_for() -> None:
    """A no-break space and a space, three hyphens: one glyph of the font, several texts."""
    text = "a\u00a0b c-d\u2010e\u2011f"
    assert pdfium(sheet("en", f"<p>{text}</p>")) == text


def test_a_word_that_the_line_divides_reads_as_one() -> None:
    body = "<p style='hyphens: auto; width: 30mm'>Behandlungsmöglichkeiten</p>"
    data = sheet("de", body)
    assert pdfium(data).count("\ufffe") == 2  # its sign for the hyphen of a divided word
    assert folded(poppler(data)) == folded(pdfium(data)) == "Behandlungsmöglichkeiten"


def test_a_mark_is_drawn_with_its_letter() -> None:
    """A composite glyph has the ink of all its parts."""
    joined, apart = (ink(sheet("hi", f"<p>{text}</p>")) for text in ("कि", "क"))
    assert joined > apart * 1.3


def ink(data: bytes) -> int:
    bitmap = pypdfium2.PdfDocument(data)[0].render(scale=4, grayscale=True).to_pil()
    return sum(bitmap.histogram()[:128])


def test_letters_stand_where_the_engine_puts_them() -> None:
    """Kerned pairs stand closer than their widths say, and each move adds up along the line."""
    body = "<p>AVAVAVAV To To Wa P. L\u2019T</p>"
    ours = edges(sheet("en", body))
    with without("readable_text"):
        theirs = edges(sheet("en", body))
    assert ours == pytest.approx(theirs, abs=0.1)  # points


def edges(data: bytes) -> list[float]:
    """The left edge of each letter."""
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    return [page.get_charbox(at)[0] for at in range(page.count_chars())]
