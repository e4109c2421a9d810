"""A word that its column cuts is an error; what may end a line anywhere is none."""

from __future__ import annotations

import re

import pytest

from polyleaf.checks.drawn import cut_words
from polyleaf.model.findings import Where
from polyleaf.model.sheet import Html, RenderedPage

from ...conftest import Sandbox
from ...pdf.test_draw import CLINIC, EDITION, SHEET
from ...pdf.test_line_ends import drawn
from .test_layout import PO_FILE, line_of, translate

pytestmark = pytest.mark.usefixtures("engine")

PAGE = RenderedPage(SHEET, None, EDITION, Html("", "", (), Where("content/hands.yaml")), CLINIC)


def said(tag: str, text: str, width: int, element: str = "p", css: str = "") -> list[str]:
    found = cut_words.check_drawn(PAGE, drawn(tag, text, width, element, css))
    return [finding.message for finding in found]


@pytest.mark.parametrize(
    ("tag", "text", "width"),
    [
        ("ta", "பாதுகாப்புநடவடிக்கைகளைப்பின்பற்றுங்கள்", 40),
        ("hi", "अन्तर्राष्ट्रीयचिकित्सामहाविद्यालय", 30),
        ("bn", "আন্তর্জাতিকচিকিৎসামহাবিদ্যালয়", 30),
        ("ar", "أفاستسقيناكموهمابالمستشفيات", 30),
        ("ur", "بینالاقوامیطبیتحقیقاتیادارہ", 25),
        ("fi", "Keskushermostolääkkeiden", 30),
    ],
)
def test_a_word_that_is_cut_is_reported_in_both_its_parts(tag: str, text: str, width: int) -> None:
    (first, *_) = said(tag, text, width)
    parts = re.match(rf'"(.+)\|(.+)" is cut without a hyphen on page 1 .* of {width} mm', first)
    assert parts
    assert text.startswith(parts[1] + parts[2])
    assert said(tag, text, 150) == []


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Incomprehensibilities of dermatologists"),  # hyphenated
        ("de", "Nahrungsmittelunverträglichkeitsuntersuchungen"),
        ("te", "సూర్యరశ్మికిసున్నితత్వంకలిగినవారు"),
        ("zh-Hans", "玫瑰痤疮是一种常见的慢性皮肤病表现为面部发红"),
        ("ja", "アレルギー性接触皮膚炎の患者さんへ"),
        ("th", "ควรล้างมือด้วยสบู่และน้ำสะอาดก่อนกินอาหาร"),
        ("ko", "알레르기성접촉피부염환자에게"),
        ("ta", "see https://www.dermatology.example/treatments/rosacea-of-the-face"),
        ("hi", "appointments@dermatology-department.example"),
        ("ar", "12345678901234567890123"),
        ("ta", "தோல் நோய் மருந்து"),
    ],
)
def test_what_may_end_a_line_is_not_reported(tag: str, text: str) -> None:
    assert said(tag, text, 24) == []


def test_of_a_word_that_two_pages_share_the_start_is_shown() -> None:
    page = "@page { size: 60mm 18mm; margin: 5mm } p { orphans: 1; widows: 1 }"
    messages = said("fi", "Keskushermostolääkkeiden", 24, css=page)
    assert len(messages) > 1
    assert '|…" is cut' in messages[0]


@pytest.mark.slow
def test_it_is_reported_at_its_message(project: Sandbox) -> None:
    project.edit("clinic.yaml", "[web]", "[a4]")
    word = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3
    translate(project, **{"Dry them.": f"{word} ya."})
    project.write("templates/a4/style.css", "p, li { hyphens: none; overflow-wrap: anywhere }")
    done = project.run("check", "--layout", "-l", "es")
    place = f"{PO_FILE}:{line_of(project, 'Dry them.')}"
    assert (
        f"{place}:1: error[word-cut]" in done.stderr or f"{place}: error[word-cut]" in done.stderr
    )
