"""Renews the README's picture and those of docs/editions.md from what stands in output/.

First build what they show:

    python build.py -l en,ar,hi,ur,ta,zh-Hans -e a4,key-facts,large-print,bilingual
"""

import re
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "content/rosacea.yaml"
SHEETS = tuple(f"{tag}/rosacea_{tag}_a4.pdf" for tag in ("en", "ur", "hi", "zh-Hans"))
MONO = "/usr/share/fonts/truetype/noto/NotoSansMono-Medium.ttf"
LETTER, LINE, COLUMNS = 21, 32, 52  # pixels; letters of a line
KEY = re.compile(r"^( *(?:- )?)([a-z_]+:)(.*)$")
LANGUAGES = ("en", "ar", "hi", "ur", "ta", "zh-Hans")
PAIRS = ("ur+en", "ar+en", "hi+en", "zh-Hans+en")
PAGES = {"a4": 2, "key-facts": 1, "large-print": 2}  # the page that shows most of an edition
GAP = 14


def main() -> None:
    _draw_overview(ROOT / "docs/overview.png")
    for edition, number in PAGES.items():
        sheets = tuple((f"{tag}/rosacea_{tag}_{edition}.pdf", number) for tag in LANGUAGES)
        _draw(sheets, 0.62, ROOT / f"docs/editions/{edition}.png")
    folders = ((pair.partition("+")[0], pair) for pair in PAIRS)
    pairs = tuple((f"{tag}/rosacea_{pair}_bilingual.pdf", 2) for tag, pair in folders)
    _draw(pairs, 0.95, ROOT / "docs/editions/bilingual.png")


def _draw_overview(to: Path) -> None:
    """The beginning of a leaflet's file, and the first page of its sheet in four languages."""
    pages = [
        pypdfium2.PdfDocument(ROOT / "output" / file)[0].render(scale=0.72).to_pil()
        for file in SHEETS
    ]
    width, height = pages[0].size
    code = (COLUMNS + 2) * LETTER * 3 // 5
    picture = Image.new("RGB", (code + 2 * width + 4 * GAP, 2 * height + 3 * GAP), "#c9d3d6")
    for number, page in enumerate(pages):
        row, column = divmod(number, 2)
        left = code + 2 * GAP + column * (width + GAP)
        picture.paste(page, (left, GAP + row * (height + GAP)))
    draw, font = ImageDraw.Draw(picture), ImageFont.truetype(MONO, LETTER)
    draw.rectangle((GAP, GAP, GAP + code, picture.height - GAP - 1), fill="#ffffff")
    lines = SOURCE.read_text("utf-8").splitlines()[: (picture.height - 3 * GAP) // LINE]
    for number, line in enumerate(lines):
        shown = line if len(line) <= COLUMNS else f"{line[: COLUMNS - 1]}…"
        found = KEY.match(shown)
        parts = found.groups() if found else ("", "", shown)
        left = GAP + LETTER
        for text, colour in zip(parts, ("#16262b", "#0b4f5c", "#16262b"), strict=True):
            draw.text((left, 2 * GAP + number * LINE), text, fill=colour, font=font)
            left += round(draw.textlength(text, font))
    picture.quantize(128).save(to, optimize=True)


def _draw(sheets: tuple[tuple[str, int], ...], scale: float, to: Path) -> None:
    """Pages side by side, at so many pixels a point."""
    pages = [
        pypdfium2.PdfDocument(ROOT / "output" / file)[number - 1].render(scale=scale).to_pil()
        for file, number in sheets
    ]
    width = sum(page.width for page in pages) + GAP * (len(pages) + 1)
    picture = Image.new("RGB", (width, pages[0].height + 2 * GAP), "#c9d3d6")
    left = GAP
    for page in pages:
        picture.paste(page, (left, GAP))
        left += page.width + GAP
    picture.quantize(128).save(to, optimize=True)


if __name__ == "__main__":
    main()
