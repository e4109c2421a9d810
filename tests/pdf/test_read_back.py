"""What stands on a page is found in its PDF by a reader that shares no code with the engine."""

from __future__ import annotations

import pytest

from polyleaf import pdf
from polyleaf.checks.drawn import read_back_text
from polyleaf.model.findings import Where
from polyleaf.model.sheet import Html, Pdf, RenderedPage

from .test_draw import CLINIC, EDITION, SHEET

pytestmark = pytest.mark.usefixtures("engine")

FONTS = ("Noto Sans", "Noto Sans Arabic", "Noto Nastaliq Urdu", "Noto Sans Devanagari",
         "Noto Sans Tamil", "Noto Sans Khmer", "Noto Sans CJK SC")  # fmt: skip
CSS = f"""
@page {{ size: A6; margin: 8mm; @bottom-right {{ content: counter(page) }} }}
html {{ font: 12pt {", ".join(f'"{name}"' for name in FONTS)}; hyphens: auto }}
"""
MANY = """
<p>Wash your hands for 20 seconds; immunosuppressants, ﬁne print: ½ cup, 5–10 mg.</p>
<p lang="ar" dir="rtl">اغسل يديك 20 ثانية (HbA1c &lt; 7 %) قبل الأكل “O’Neil” ‘x’.</p>
<p lang="ur" dir="rtl">کھانے سے پہلے ہاتھ دھوئیں، 5 mg روزانہ۔</p>
<p lang="hi">क्षतिग्रस्त त्वचा को दिन में दो बार धोएँ।</p><p lang="ta">கைகளைக் கழுவுங்கள்.</p>
<p lang="km">លាងដៃមុនពេលញ៉ាំ។</p><p lang="zh-Hans">饭前洗手，20 秒。</p>
<ul><li>one<li>two</ul><table><tr><th scope="col">A<th scope="col">B<tr><td>1<td>2</table>
"""
CUT = """<svg viewBox="{}" width="20" height="20"><path d="M0 0h9v9z"/></svg>"""


def draw(body: str) -> Pdf:
    text = f'<!DOCTYPE html><html lang="en"><title>x</title><body>{body}'
    return pdf.draw(Html(text, CSS, FONTS, Where("content/x.yaml")))


def test_all_text_of_many_scripts_is_found() -> None:
    drawn = draw(MANY * 3)
    assert (drawn.pages > 2, drawn.unread, drawn.missing) == (True, (), ())


def test_a_sign_that_a_reader_spells_in_a_line_from_the_right_is_not_missed() -> None:
    signs = "<p>5 ≠<p>≠ كلمة ∌ كلمة ℞<p>5® 5½ 5№ 5™ ±5 5° كلمة"
    assert draw(f'<div lang="ar" dir="rtl">{signs}</div>').unread == ()


@pytest.mark.parametrize("style", ["position: relative; left: -9999px", "font-size: 1e-9px"])
@pytest.mark.parametrize("after", ["<p>Call 999.", '<p lang="ar" dir="rtl">اتصل بالرقم 999'])
def test_text_that_nobody_can_see_is_missed(style: str, after: str) -> None:
    drawn = draw("<p>Before." + after.replace("<p", f'<p style="{style}"'))
    ((page, text),) = drawn.unread
    assert (page, text[:4] in after) == (1, True)
    html = Html("", "", FONTS, Where("content/x.yaml"))
    written = RenderedPage(SHEET, None, EDITION, html, CLINIC)
    (finding,) = read_back_text.check_drawn(written, drawn)
    assert (finding.code, text in finding.message) == ("pdf-unread", True)


@pytest.mark.parametrize("box", ["0 0 100 NaN", "nan inf 1 1", "1e300 0 1 1"])
def test_a_number_that_no_pdf_can_hold_is_reported(box: str) -> None:
    """At the first of them poppler stops drawing the page, and PDFium goes on."""
    (error,) = draw(f"<p>Before.{CUT.format(box)}<p style='position: relative'>After").engine_errors
    assert "which a PDF cannot hold" in error
