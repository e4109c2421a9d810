"""Shipped drawings as pixels, which sheets have, and as outlines, by another compiler of documents.

    python -m bench.pictures

The outlines are those of usvg, which resvg draws with as well.
"""

from __future__ import annotations

import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import typst

from polyleaf import languages
from polyleaf.model.findings import Where
from polyleaf.pictures import svg
from polyleaf.pictures.svg import drawing_tree, glyph_runs
from polyleaf.typography import fonts
from polyleaf.typography.picture_fonts import font_files

ROOT = Path(__file__).resolve().parent.parent
WIDTH, DPI = 170.0, 600  # mm, dots an inch


def main() -> None:
    fonts.show_only(languages.font_packages())
    print(f"{'':20}{'pixels':>12}{'outlines':>12}   bytes, {WIDTH:g} mm wide, {DPI} dpi")
    for file in sorted((ROOT / "content").rglob("*.svg")):
        plain = svg.normalised(file.read_bytes(), file.name, Where(file.name))
        wanted = font_files(svg.characters(plain), languages.find("en"))
        pixels = svg.draw(plain, wanted, WIDTH, DPI)
        print(f"{file.stem:20}{len(pixels):12,}{len(outlines(plain, wanted)):12,}")


def outlines(plain: bytes, wanted: svg.FontFiles) -> bytes:
    """A page of PDF with the drawing alone."""
    root = ElementTree.fromstring(plain)
    glyph_runs.set_fonts(root, wanted.faces)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.svg").write_bytes(drawing_tree.written(root))
        page = f'#set page(width: {WIDTH}mm, height: auto, margin: 0mm)\n#image("a.svg")'
        Path(folder, "page.typ").write_text(page)
        places = sorted({str(face.file.parent) for face in wanted.faces})
        return bytes(typst.compile(str(Path(folder, "page.typ")), font_paths=places))


if __name__ == "__main__":
    main()
