"""Plain SVG → PNG, by resvg with the sheet's fonts and nothing else of the machine."""

from __future__ import annotations

import math
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from . import drawing_tree, effects, glyph_runs, switches
from .font_cuts import OWN_FORMS, FontCut, font_bytes
from .refusals import Refused

if TYPE_CHECKING:
    from . import FontFiles, Typeface

MAX_SIDE = 8_000  # pixels
MAX_PIXELS = 24_000_000
LEANING = ("italic", "oblique")


def pixels_wide(root: ElementTree.Element, width_mm: float, dpi: int) -> int:
    """How wide the picture is drawn, less than asked for if that would take too long."""
    ratio = float(root.get("width", "1")) / float(root.get("height", "1"))
    wide = width_mm / 25.4 * dpi
    limit = min(MAX_PIXELS, effects.PIXELS / max(0.1, effects.cost(root)))
    wide = min(wide, MAX_SIDE, MAX_SIDE * ratio, math.sqrt(limit * ratio))
    return max(1, round(wide))


def drawn(svg: bytes, fonts: FontFiles, width_mm: float, dpi: int) -> bytes:
    """The picture as PNG, transparent where nothing is drawn."""
    root = ElementTree.fromstring(svg)
    switches.in_language(root, fonts.language)
    cuts = _cuts(root, fonts)
    width = pixels_wide(root, width_mm, dpi)
    height = max(1, round(width * float(root.get("height", "1")) / float(root.get("width", "1"))))
    root.set("width", str(width))  # else the renderer cuts the height down to whole pixels
    root.set("height", str(height))
    return rendered(drawing_tree.written(root).decode(), cuts, width)


def _cuts(root: ElementTree.Element, fonts: FontFiles) -> tuple[FontCut, ...]:
    """The files that the text is drawn with: whole, if one family is enough."""
    used = glyph_runs.set_fonts(root, fonts.faces) if fonts.faces else {}
    leaning = any(each.get("font-style") in LEANING for each in root.iter())
    forms = OWN_FORMS.get(fonts.language.partition("-")[0], "")
    found: dict[FontCut, None] = {}
    for face in fonts.faces:
        if face.family in used:
            collection = face.file.suffix != ".ttf"  # of the fonts of China, Japan and Korea
            whole = collection or not (forms or len(used) > 1)
            characters = frozenset(used[face.family])
            found[FontCut(face.file, None if whole else characters, forms=forms)] = None
            if leaning and not collection:
                italic = _italic(face, characters, fonts)
                cut = FontCut(italic or face.file, characters, italic is None, forms)
                found[cut] = None
    return tuple(found)


def _italic(face: Typeface, characters: frozenset[str], fonts: FontFiles) -> Path | None:
    """The italic font of a face that has all these characters."""
    style = "Italic" if face.style == "Regular" else "Bold Italic"
    for each in fonts.italics:
        if (each.family, each.style) == (face.family, style) and all(map(each.has, characters)):
            return each.file
    return None


@lru_cache(maxsize=32)  # most drawings are the same in all languages of a leaflet
def rendered(svg: str, cuts: tuple[FontCut, ...], width: int) -> bytes:
    """The same bytes for the same arguments and the same bytes of the fonts; raises Refused."""
    import resvg_py

    with tempfile.TemporaryDirectory(prefix="polyleaf-fonts-") as folder:
        try:
            return bytes(
                resvg_py.svg_to_bytes(
                    svg_string=svg,
                    width=width,
                    dpi=96,
                    skip_system_fonts=True,
                    font_files=list(_files(cuts, Path(folder))),
                )
            )
        except BaseException as error:
            if isinstance(error, ValueError) or type(error).__name__ == "PanicException":
                raise Refused(f"the renderer stops at it: {str(error)[:80]}") from None
            raise


def _files(cuts: tuple[FontCut, ...], folder: Path) -> Iterator[str]:
    for number, cut in enumerate(cuts):
        if cut.characters is None:
            yield str(cut.file)
        else:
            file = folder / f"{number}.ttf"
            file.write_bytes(font_bytes(cut))
            yield str(file)
