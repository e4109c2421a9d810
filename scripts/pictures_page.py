"""docs/pictures/*.png: drawings of many tools in Chromium (left) and as Polyleaf draws them."""

from __future__ import annotations

import shutil
import sys
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs/pictures"
sys.path.insert(0, str(ROOT))

from polyleaf import languages  # noqa: E402 (the path comes first)
from polyleaf.typography import fonts  # noqa: E402
from tests.conftest import CHROMIUM_FLAGS  # noqa: E402
from tests.pictures import comparing  # noqa: E402

WIDTH, HEIGHT, LINE, COLUMNS = 200, 100, 16, 4  # pixels of one picture, of its name; pairs in a row
Pair = tuple[Image.Image, Image.Image]


def main() -> None:
    fonts.show_only(languages.font_packages())
    cases = [case for case in comparing.cases() if case.drawn]
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        truths = list(comparing.chromium(browser, [case.for_chromium for case in cases]))
        browser.close()
    FOLDER.mkdir(exist_ok=True)
    rows = zip(cases, truths, strict=True)
    for group, members in groupby(rows, key=lambda row: row[0].name.partition("-")[0]):
        pairs = {
            case.name: (truth, comparing.on_white(comparing.png(case, 2 * WIDTH)))
            for case, truth in members
        }
        sheet(pairs).quantize(256).save(FOLDER / f"{group}.png", optimize=True)


def sheet(pairs: dict[str, Pair]) -> Image.Image:
    """Pairs in rows, each with its name and D."""
    wide, high = 2 * WIDTH + 12, HEIGHT + LINE + 6
    rows = -(-len(pairs) // COLUMNS)
    made = Image.new("RGB", (COLUMNS * wide, rows * high), "#e4e8ea")
    pen, font = ImageDraw.Draw(made), ImageFont.load_default(11)
    for at, (name, pair) in enumerate(pairs.items()):
        left, top = at % COLUMNS * wide + 4, at // COLUMNS * high + 2
        d = comparing.difference(pair[0].resize(pair[1].size), pair[1])
        pen.text((left, top), f"{name.partition('-')[2]}  {d:.2f}", fill="#17242a", font=font)
        for side, image in enumerate(pair):
            small = image.copy()
            small.thumbnail((WIDTH, HEIGHT))
            made.paste(small, (left + side * (WIDTH + 4), top + LINE))
    return made


if __name__ == "__main__":
    main()
