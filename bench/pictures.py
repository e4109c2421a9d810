"""What drawings would be as outlines in a PDF, beside the pixels that sheets have.

The other way is typst's: usvg and krilla, with the same plain SVG and the same fonts.

python -m bench.pictures sizes        bytes of the shipped figures, both ways
python -m bench.pictures drawings 3   every third of the drawings of the tests against Chromium
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from importlib import import_module
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

from polyleaf import languages
from polyleaf.pictures import svg
from polyleaf.pictures.svg import drawing, drawing_tree, switches
from polyleaf.typography import fonts
from polyleaf.typography.picture_fonts import font_files
from tests.pictures import comparing

from .chromium import PROGRAM
from .turns import ROOT

SHIPPED = {"how-sure": 170, "rosacea-face": 120, "clinic-logo": 30}  # mm wide, about
WIDE = 2 * comparing.WIDTH  # pixels


def outlines(plain: bytes, width_mm: float) -> bytes:
    """A plain drawing as a PDF of one page, by typst."""
    language = languages.find("en")
    root = ElementTree.fromstring(plain)
    switches.in_language(root, language.tag)
    cuts = drawing._cuts(root, font_files(svg.characters(plain), language))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "fonts").mkdir()
        for number, file in enumerate(drawing._files(cuts, folder)):
            shutil.copy(file, folder / "fonts" / f"{number}{Path(file).suffix}")
        (folder / "drawing.svg").write_bytes(drawing_tree.written(root))
        page = folder / "page.typ"
        page.write_text(
            f"#set page(width: {width_mm}mm, height: auto, margin: 0pt)\n"
            f'#image("drawing.svg", width: {width_mm}mm)\n'
        )
        made: bytes = import_module("typst").compile(
            str(page), root=name, font_paths=[str(folder / "fonts")], ignore_system_fonts=True
        )
        return made


def seen(data: bytes) -> Image.Image:
    """The page as pdfium shows it."""
    page = pypdfium2.PdfDocument(data)[0]
    image: Image.Image = page.render(scale=WIDE / page.get_width()).to_pil().convert("RGB")
    return image.resize((WIDE, round(WIDE * image.height / image.width)))


def sizes() -> None:
    for name, width in SHIPPED.items():
        data = (ROOT / "content" / "images" / f"{name}.svg").read_bytes()
        plain = comparing.plain(comparing.Case(name, data, {}))
        png = svg.draw(plain, font_files(svg.characters(plain), languages.find("en")), width, 600)
        print(f"{name}: {len(png):,} bytes at 600 dpi, {len(outlines(plain, width)):,} as outlines")


def drawings(each: int) -> None:
    cases = [case for case in comparing.cases() if case.drawn][::each]
    wrong: dict[str, list[str]] = {"pixels": [], "outlines": []}
    with sync_playwright() as tools:
        program = shutil.which(PROGRAM)
        browser = tools.chromium.launch(executable_path=program, args=["--no-sandbox"])
        truths = comparing.chromium(browser, [case.for_chromium for case in cases])
        for case, truth in zip(cases, truths, strict=True):
            ways = {
                "pixels": comparing.on_white(comparing.png(case)),
                "outlines": seen(outlines(comparing.plain(case), 100)),
            }
            for way, image in ways.items():
                if comparing.difference(truth, image) > case.limit:
                    wrong[way].append(case.name)
    for way, names in wrong.items():
        print(f"{way}: {len(names)} of {len(cases)} otherwise than Chromium {' '.join(names)}")


if __name__ == "__main__":
    fonts.show_only(languages.font_packages())
    if sys.argv[1:] == ["sizes"]:
        sizes()
    else:
        drawings(int(sys.argv[2]))
