"""A drawing in each edition: pixels of it, as many as its place needs, never the drawing itself."""

from __future__ import annotations

import base64
import io
import re

import pikepdf
import pytest
from PIL import Image

import polyleaf

from ..conftest import Sandbox

FIGURE = """\
      - figure: {image: arm.svg, alt: An arm, caption: Your arm, size: full}
      - steps: [{text: Bend it., image: arm.svg, alt: A bent arm}]
sources:"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="400" height="200">'
    "<style>rect{{fill:#d600d6}}</style>{}</svg>"
)
ARM = DRAWING.format('<rect width="200" height="100"/>')


def pictured(project: Sandbox, drawing: str) -> None:
    project.write("content/arm.svg", drawing)
    project.write("logo.svg", drawing)
    project.edit("content/hands.yaml", "sources:", FIGURE)
    project.edit("clinic.yaml", "editions: [web]", "editions: [a4, web, text]\nlogo: logo.svg")


@pytest.mark.slow
def test_every_edition_has_pixels_as_fine_as_its_place(project: Sandbox) -> None:
    pictured(project, ARM)
    assert polyleaf.build(project.root, mapper=map).failed == ()
    web = (project.root / "output/en/hands_en_web.html").read_text("utf-8")
    assert "d600d6" not in web, "no drawing of an author's"
    shown = re.findall(r'<img[^>]* src="data:image/png;base64,([^"]+)"', web)
    widths = [Image.open(io.BytesIO(base64.b64decode(data))).width for data in shown]
    assert len(widths) == 3
    assert 'width="400" height="200"' in web, "as wide as the drawing says"
    assert "An arm" in (project.root / "output/en/hands_en_text.txt").read_text("utf-8")
    with pikepdf.open(project.root / "output/en/hands_en_a4.pdf") as pdf:
        images = [image for page in pdf.pages for image in page.get_images().values()]
        printed = sorted({int(image.Width) for image in images if "/SMask" in image})
    whole = 210 - 2 * 15.5
    expected = [28 / 25.4 * 400, (whole / 3 - 5) / 25.4 * 400, whole / 25.4 * 400]
    assert printed == pytest.approx(expected, abs=2)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("drawing", "code", "told"),
    [
        (ARM.replace("<rect", "\n<foreignObject/><rect"), "picture-refused", "its line 2"),
        (ARM.replace("0 0 200", "0 0 NaN"), "picture-broken", "NaN"),
        (ARM.replace("<rect", "<text>&#xE001;</text><rect"), "picture-glyphs", "U+E001"),
    ],
    ids=["refused", "broken", "glyphs"],
)
def test_check_and_build_refuse_the_same_at_the_figure(
    project: Sandbox, drawing: str, code: str, told: str
) -> None:
    pictured(project, drawing)
    project.edit("clinic.yaml", "\nlogo: logo.svg", "")
    for found in (polyleaf.check(project.root), polyleaf.build(project.root, mapper=map)):
        finding = next(finding for finding in found.findings if finding.code == code)
        assert finding.where.path == "content/hands.yaml"
        assert (finding.where.line, finding.where.column > 1) == (15, True)
        assert '"arm.svg"' in finding.message
        assert told in finding.message
        assert finding.hint
    assert not list((project.root / "output").rglob("*.pdf"))
