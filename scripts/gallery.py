"""docs/languages.png: one line for each locale of the gallery, in its own language and font."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from polyleaf import languages, pdf  # noqa: E402 (the path comes first)
from polyleaf.model.findings import Where  # noqa: E402
from polyleaf.model.sheet import Html  # noqa: E402
from polyleaf.typography import fonts  # noqa: E402
from tests import gallery  # noqa: E402

SCALE = 1.5  # pixels a point
CSS = """
@page { size: 340mm 330mm; margin: 8mm }
body { columns: 3; column-gap: 6mm; font: 9pt 'Noto Sans'; margin: 0 }
p { border-bottom: 0.4pt solid #9db4b9; height: 7.2mm; line-height: 7.2mm; margin: 0;
    overflow: hidden; white-space: nowrap }
b { color: #0b4f5c; display: inline-block; min-width: 36mm; padding-right: 2mm }
"""


def line(tag: str) -> str:
    language = languages.find(tag)
    families = ", ".join(map(repr, language.families))
    sample = language.list_separator.join([language.own_name, *gallery.names(tag)["months"][:1]])
    text = gallery.typeset(sample, language)
    return (
        f"<p><b>{language.english_name}</b>"
        f'<span lang="{tag}" dir="{language.direction}" style="font-family: {families};'
        f' font-size: {8 if language.line_height > 2 else 10}pt">{text}</span></p>'
    )


def main() -> None:
    fonts.show_only(languages.font_packages())
    pdf.prepare()
    lines = "\n".join(line(tag) for _, tag in gallery.ALL)
    text = f'<!DOCTYPE html><html lang="en"><title>Languages</title><body>{lines}'
    drawn = pdf.draw(Html(text, CSS, (), Where("gallery")))
    assert drawn.pages == 1, "make the page taller"
    picture = pypdfium2.PdfDocument(drawn.data)[0].render(scale=SCALE).to_pil()
    picture.convert("P").save(ROOT / "docs/languages.png", optimize=True)


if __name__ == "__main__":
    main()
