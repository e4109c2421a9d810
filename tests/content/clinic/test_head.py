"""The head of a sheet: the logo in its own shape, telephones with labels, and room for both."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

import polyleaf

from ...conftest import Sandbox
from ...reading import poppler
from .drawn import box_of, built, page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PDF = "output/en/hands_en_a4.pdf"
MAGENTA = (214, 0, 214)
RECT = '<rect width="{}" height="{}" fill="#d600d6"/>'
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" {{}}>{RECT}</svg>'


def png(width: int, height: int, turned: int = 1, kind: str = "png") -> bytes:
    image, data = Image.new("RGB", (width, height), MAGENTA), io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = turned
    image.save(data, kind, **({"exif": exif} if turned != 1 else {}))
    return data.getvalue()


LOGOS: dict[str, tuple[str | bytes, float, float]] = {  # width and height in millimetres
    "square.png": (png(300, 300), 14.0, 14.0),
    "small.png": (png(20, 20), 14.0, 14.0),
    "wide.png": (png(800, 200), 56.0, 14.0),
    "wider.png": (png(2000, 100), 60.0, 3.0),
    "tall.png": (png(200, 800), 6.0, 24.0),
    "turned.jpg": (png(200, 800, 6, "jpeg"), 56.0, 14.0),  # a camera held sideways
    "sized.svg": (SVG.format('width="400" height="200"', 400, 200), 28.0, 14.0),
    "boxed.svg": (SVG.format('viewBox="0 0 40 20"', 40, 20), 28.0, 14.0),
    "both.svg": (SVG.format('width="9" height="9px" viewBox="0 0 10 20"', 10, 20), 7.0, 14.0),
    "moved.svg": (SVG.format('viewBox="0 0 30,10" width="100%"', 30, 10), 42.0, 14.0),
}


def with_logo(project: Sandbox, name: str, data: str | bytes) -> None:
    project.write(f"content/{name}", data)
    project.edit("clinic.yaml", "editions: [web]", f"editions: [a4]\nlogo: content/{name}")


@pytest.mark.slow
@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("name", LOGOS)
def test_a_logo_keeps_its_shape(project: Sandbox, name: str) -> None:
    data, width, height = LOGOS[name]
    with_logo(project, name, data)
    report = polyleaf.build(project.root, mapper=map)
    assert report.failed == ()
    left, top, right, bottom = box_of(page(project.root / PDF), MAGENTA)
    assert [right - left, bottom - top] == pytest.approx([width, height], abs=0.5)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("half.png", png(300, 300)[:200], "cannot be drawn"),
        ("text.png", b"no picture", "it is none of PNG, JPEG"),
        ("flat.svg", SVG.format('viewBox="0 0 40 0"', 40, 20), "its viewBox is 40 wide and 0 high"),
        ("none.svg", SVG.format("", 40, 20), "neither a viewBox nor a width and a height"),
        ("words.svg", SVG.format('viewBox="a b c d"', 40, 20), "cannot be drawn"),
        ("half.svg", SVG[:60], "cannot be drawn"),
    ],
)
def test_a_damaged_logo_is_reported_where_it_is_named(
    project: Sandbox, name: str, data: str | bytes, why: str
) -> None:
    with_logo(project, name, data)
    (finding,) = polyleaf.check(project.root).findings
    assert (finding.where[:], finding.code) == (("clinic.yaml", 7, 7), "picture-broken")
    assert why in finding.message


HEAD = """\
name: Universitätsklinikum für Dermatologie
address: [12 Example Street, "Second floor, above the pharmacy", London N1 0ZZ]
telephones:
  - {label: appointments, number: "+44 20 7946 0958"}
  - {label: Urgent, number: "+44 20 7946 0999"}
  - {label: Rechtsschutzversicherungsgesellschaftenauskunft, number: "+44 20 7946 0111"}
  - {label: {en: Questions about your creams, es: Preguntas sobre sus cremas}, number: "112"}
"""


@pytest.mark.slow
def test_the_head_has_room_for_long_labels_and_addresses(project: Sandbox) -> None:
    project.edit("clinic.yaml", 'name: Test Clinic\nphone: "+44 20 7946 0958"\n', HEAD)
    with_logo(project, "wide.png", png(800, 200))
    assert "warning" not in built(project)
    picture = page(project.root / PDF)
    left, _, right, _ = box_of(picture, MAGENTA)
    assert right - left == pytest.approx(56, abs=0.5)
    text = poppler((project.root / PDF).read_bytes())
    for words in ("Appointments", "Urgent help", "Second floor", "London N1 0ZZ", "112"):
        assert words in text
    assert text.count("+44 20 7946 0958") == 3, "at the head, in the text, and to tell us"


@pytest.mark.slow
def test_a_wide_logo_fits_on_a_telephone_in_its_shape(project: Sandbox, browser: Browser) -> None:
    project.edit("clinic.yaml", 'name: Test Clinic\nphone: "+44 20 7946 0958"\n', HEAD)
    with_logo(project, "wide.png", png(800, 200))
    polyleaf.build(project.root, editions=["web"], mapper=map)
    shown = browser.new_page(viewport={"width": 320, "height": 800})
    shown.goto((project.root / "output/en/hands_en_web.html").as_uri())
    assert shown.evaluate("document.documentElement.scrollWidth") == 320
    box = shown.locator(".logo").bounding_box()
    assert box
    assert box["width"] / box["height"] == pytest.approx(4, rel=0.02)
    shown.close()


def test_telephones_fill_the_placeholders(project: Sandbox) -> None:
    project.edit("clinic.yaml", 'name: Test Clinic\nphone: "+44 20 7946 0958"\n', HEAD)
    project.edit("content/hands.yaml", "{clinic.phone}", "{clinic.phone}, {clinic.urgent_phone}")
    polyleaf.build(project.root, mapper=map)
    web = (project.root / "output/en/hands_en_web.html").read_text("utf-8")
    seen = re.sub("<[^>]+>", "", web).replace("\N{NO-BREAK SPACE}", " ")
    assert "Call +44 20 7946 0958, +44 20 7946 0999." in seen
    assert "Urgent help +44 20 7946 0999" in seen
    for number in ("+442079460958", "+442079460999"):
        assert f'<a href="tel:{number}">' in web.partition("Call ")[2], "it can be tapped"


def test_a_clinic_without_any_number_is_reported(project: Sandbox) -> None:
    project.edit("clinic.yaml", 'phone: "+44 20 7946 0958"\n', "")
    (finding,) = polyleaf.check(project.root).findings
    assert finding.code == "key-missing"
    assert "telephones" in finding.hint
