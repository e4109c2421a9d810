"""Pictures of a page as addresses that hold them, as fine as their place shows.

Drawings are drawn here: on paper with 400 dots an inch, 600 if they have text (svg.draw takes fewer
for a picture that would take too long). Photographs have 300 at most. On a screen both have two for
each pixel of CSS, as common telephones show.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

from ..model.findings import Finding, PolyleafError, Where
from ..model.leaflet import Asset
from ..model.sheet import Edition, Language
from ..pictures import raster, ratio, svg
from ..typography.picture_fonts import font_files
from . import inline_html

PAPER_DPI, TEXT_DPI, PHOTOGRAPH_DPI, SCREEN_DPI = 400, 600, 300, 192
INCH = 25.4  # mm
MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "px": 25.4 / 96}
# CSS Paged Media 3, 7.1: width and height of a sheet held upright.
PAPERS = {"a5": (148.0, 210.0), "a4": (210.0, 297.0), "a3": (297.0, 420.0), "b5": (176.0, 250.0),
          "b4": (250.0, 353.0), "letter": (215.9, 279.4), "legal": (215.9, 355.6),
          "ledger": (279.4, 431.8)}  # fmt: skip
HIGHEST = 150.0  # mm of a figure on paper; a step of pictures has 30
STEP_HEIGHT, STEP_GAP = 30.0, 5.0
SCREEN_WIDTH = 184.0  # mm of CSS: the widest that a web page shows


def address(asset: Asset, edition: Edition, language: Language, place: str | float) -> str:
    """A picture as an address, drawn for its place: `column`, `half`, `full`, `step` or its mm."""
    if edition.format == "txt":  # shows what it says instead
        return "data:,"
    screen = edition.format == "html"
    width = round(min(_room(edition, place), _height(edition, place) * ratio(asset)), 1)
    if asset.media_type != "image/svg+xml":
        return _scaled(asset, round(width / INCH * (SCREEN_DPI if screen else PHOTOGRAPH_DPI)))
    return _drawn(asset, language, width, screen)


@lru_cache(maxsize=16)
def _scaled(asset: Asset, pixels: int) -> str:
    if asset.width > pixels:
        small = raster.scaled(asset.data, pixels)
        asset = Asset(asset.name, small.media_type, small.data)
    return inline_html.data_uri(asset)


@lru_cache(maxsize=64)
def _drawn(asset: Asset, language: Language, width: float, screen: bool) -> str:
    characters = svg.characters(asset.data)
    dpi = TEXT_DPI if characters else PAPER_DPI
    fonts = font_files(characters, language)
    try:
        png = svg.draw(asset.data, fonts, width, SCREEN_DPI if screen else dpi)
    except ValueError as error:
        message = f'"{asset.name}" cannot be drawn: {error}'
        hint = "export it as PNG at 600 dpi"
        raise PolyleafError([Finding(Where(asset.name), "picture-broken", message, hint)]) from None
    return inline_html.data_uri(Asset(asset.name, "image/png", png))


def size_attributes(asset: Asset, edition: Edition) -> Markup:
    """The size of a drawing on a screen, which its pixels do not tell; on paper its place does."""
    if edition.format != "html" or asset.media_type != "image/svg+xml":
        return Markup("")
    width, height = svg.size(asset.data)
    return Markup(' width="{}" height="{}"').format(max(1, round(width)), max(1, round(height)))


def _room(edition: Edition, place: str | float) -> float:
    """The width of a place, in millimetres."""
    if not isinstance(place, str):
        return place
    if edition.format == "html":
        return SCREEN_WIDTH
    properties = dict(edition.properties)
    columns = int(properties.get("--paper-columns", "1") or 1)
    left, right = _margins(properties.get("--paper-margin", "0"))
    whole = _paper_width(properties.get("--paper-size", "a4")) - left - right
    gap = _millimetres(properties.get("--paper-gap", "0"))
    match place:
        case "full":
            return whole
        case "half":
            return whole / 2
        case "step":
            return whole / 3 - STEP_GAP
    return (whole - gap * (columns - 1)) / columns


def _height(edition: Edition, place: str | float) -> float:
    if edition.format == "html":
        return 4 * HIGHEST
    return STEP_HEIGHT if place == "step" else HIGHEST


def _paper_width(size: str) -> float:
    words = size.lower().split()
    lengths = [_millimetres(word) for word in words if word[:1].isdigit()]
    if lengths:
        return lengths[0]
    upright = next((PAPERS[word] for word in words if word in PAPERS), PAPERS["a4"])
    return max(upright) if "landscape" in words else upright[0]


def _margins(text: str) -> tuple[float, float]:
    """The left and the right one of CSS's one to four."""
    parts = [_millimetres(part) for part in text.split()] or [0.0]
    right = parts[1] if len(parts) > 1 else parts[0]
    return (parts[3] if len(parts) > 3 else right), right


def _millimetres(text: str) -> float:
    match = re.fullmatch(r"([\d.]+)(\w*)", text.strip())
    return float(match[1]) * MILLIMETRES.get(match[2].lower(), 0.0) if match else 0.0
