"""Renews docs/pictures/trifold.png and booklet.png: sheets as printed, and as a hand folds them.

First build what they show: `python build.py rosacea -l en,ar,hi,ur,zh-Hans -e trifold,booklet`.
Every view is cut out of a file for the printer, so that a page in a wrong place would be seen.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "ar", "hi", "ur", "zh-Hans")
RIGHT_TO_LEFT = ("ar", "ur")
SCALE = 1.0  # pixels a point
TABLE, GAP = "#c9d3d6", 22  # behind the sheets; pixels between views
POINT = 72 / 25.4
Picture = Image.Image


def main() -> None:
    for edition, views in (("trifold", trifold), ("booklet", booklet)):
        rows = [views(tag) for tag in LANGUAGES]
        picture = stacked([beside(row) for row in rows])
        to = ROOT / f"docs/pictures/{edition}.png"
        picture.quantize(96, Image.Quantize.MAXCOVERAGE).save(to, optimize=True)


def sides(tag: str, edition: str) -> list[Picture]:
    """The sides of the sheets that the printer gets, upright."""
    file = ROOT / f"output/{tag}/rosacea_{tag}_{edition}_print_short-edge.pdf"
    return [
        page.render(scale=SCALE).to_pil().convert("RGB") for page in pypdfium2.PdfDocument(file)
    ]


def trifold(tag: str) -> list[Picture]:
    """Both sides, then closed, with the cover opened, and open."""
    outside, inside = sides(tag, "trifold")
    right_to_left = tag in RIGHT_TO_LEFT
    narrow, wide = 97, 100
    if right_to_left:
        front, _, flap = cut(outside, (wide, wide, narrow))
        third, second, first = cut(inside, (narrow, wide, wide))
        opened = [turned(flap, 0.0), turned(first, -0.35)]
        standing = [turned(third, 0.3), turned(second, 0.0), turned(first, -0.3)]
    else:
        flap, _, front = cut(outside, (narrow, wide, wide))
        first, second, third = cut(inside, (wide, wide, narrow))
        opened = [turned(first, 0.35), turned(flap, 0.0)]
        standing = [turned(first, 0.3), turned(second, 0.0), turned(third, -0.3)]
    return [small(outside), small(inside), turned(front, 0.0), joined(opened), joined(standing)]


def booklet(tag: str) -> list[Picture]:
    """The outermost sheet from both sides, then the booklet closed, and open after its cover."""
    outer, inner, *_ = made = sides(tag, "booklet")
    half = outer.width / 2 / POINT / SCALE
    fore, far = (0, 1) if tag in RIGHT_TO_LEFT else (1, 0)
    front, second = cut(outer, (half, half))[fore], cut(inner, (half, half))[far]
    third = cut(made[2], (half, half))[fore] if len(made) > 2 else cut(inner, (half, half))[fore]
    pair = [turned(second, 0.3), turned(third, -0.3)]
    if tag in RIGHT_TO_LEFT:
        pair = [turned(third, 0.3), turned(second, -0.3)]
    return [small(outer), small(inner), turned(front, 0.0), joined(pair)]


def cut(side: Picture, widths: tuple[float, ...]) -> list[Picture]:
    """Strips of a side, by their widths in millimetres."""
    found, left = [], 0.0
    for width in widths:
        right = left + width * POINT * SCALE
        found.append(side.crop((round(left), 0, round(right), side.height)))
        left = right
    return found


def small(side: Picture) -> Picture:
    return side.resize((side.width * 2 // 3, side.height * 2 // 3), Image.Resampling.LANCZOS)


def turned(panel: Picture, turn: float) -> Picture:
    """A panel whose left (turn > 0) or right edge comes towards the eye; 0 lies flat."""
    if not turn:
        return panel
    near, width, height = 1.06, round(panel.width * (1 - abs(turn) / 2)), panel.height
    grown = round(height * near)
    shift = (grown - height) / 2
    left, right = (0.0, shift) if turn > 0 else (shift, 0.0)
    corners = ((0, left), (width, right), (width, grown - right), (0, grown - left))
    shape = Image.new("RGBA", (width, grown))
    source = ((0, 0), (panel.width, 0), (panel.width, height), (0, height))
    coefficients = solved(corners, source)
    drawn = panel.convert("RGBA").transform(
        (width, grown), Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC
    )
    mask = Image.new("L", (width, grown))
    ImageDraw.Draw(mask).polygon([(round(x), round(y)) for x, y in corners], fill=255)
    shaded = Image.blend(drawn.convert("RGB"), Image.new("RGB", drawn.size, "#5a6a70"), 0.1)
    shape.paste(shaded, (0, 0), mask)
    return shape


def solved(
    to: tuple[tuple[float, float], ...], source: tuple[tuple[float, float], ...]
) -> tuple[float, ...]:
    """The eight coefficients with which Pillow takes each point of `to` from `source`."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(to, source, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    size = len(rows)
    for column in range(size):  # Gauss and Jordan, with the greatest pivot
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for row in range(size):
            if row != column:
                factor = rows[row][column]
                pairs = zip(rows[row], rows[column], strict=True)
                rows[row] = [value - factor * other for value, other in pairs]
    return tuple(row[-1] for row in rows)


def joined(panels: list[Picture]) -> Picture:
    """Panels that hang together, with a thin shade at their folds."""
    height = max(panel.height for panel in panels)
    made = Image.new("RGBA", (sum(panel.width for panel in panels), height))
    left = 0
    for panel in panels:
        made.alpha_composite(panel.convert("RGBA"), (left, (height - panel.height) // 2))
        left += panel.width
        if left < made.width:
            fold = ImageDraw.Draw(made)
            fold.line((left, 12, left, height - 12), fill="#8a989d", width=1)
    return made


def beside(views: list[Picture]) -> Picture:
    height = max(view.height for view in views) + 2 * GAP
    made = Image.new(
        "RGB", (sum(view.width for view in views) + GAP * (len(views) + 1), height), TABLE
    )
    left = GAP
    for view in views:
        top = (height - view.height) // 2
        made.paste(view, (left, top), view if view.mode == "RGBA" else None)
        left += view.width + GAP
    return made


def stacked(rows: list[Picture]) -> Picture:
    made = Image.new(
        "RGB", (max(row.width for row in rows), sum(row.height for row in rows)), TABLE
    )
    top = 0
    for row in rows:
        made.paste(row, (0, top))
        top += row.height
    return made.resize((made.width * 2 // 3, made.height * 2 // 3), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
