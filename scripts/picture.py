"""Renews the README's picture and those of docs/editions.md from what stands in output/.

First build what they show:

    python build.py -l en,ar,hi,ur,ta,zh-Hans -e a4,key-facts,large-print,bilingual
"""

from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
README = (
    ("en/rosacea_en_a4.pdf", 1),
    ("ur/rosacea_ur_a4.pdf", 1),
    ("hi/rosacea_hi_a4.pdf", 4),
    ("zh-Hans/exosome-faq_zh-Hans_a4.pdf", 1),
)
LANGUAGES = ("en", "ar", "hi", "ur", "ta", "zh-Hans")
PAIRS = ("ur+en", "ar+en", "hi+en", "zh-Hans+en")
PAGES = {"a4": 2, "key-facts": 1, "large-print": 2}  # the page that shows most of an edition
GAP = 14


def main() -> None:
    _draw(README, 0.95, ROOT / "docs/sheets.png")
    for edition, number in PAGES.items():
        sheets = tuple((f"{tag}/rosacea_{tag}_{edition}.pdf", number) for tag in LANGUAGES)
        _draw(sheets, 0.62, ROOT / f"docs/editions/{edition}.png")
    folders = ((pair.partition("+")[0], pair) for pair in PAIRS)
    pairs = tuple((f"{tag}/rosacea_{pair}_bilingual.pdf", 2) for tag, pair in folders)
    _draw(pairs, 0.95, ROOT / "docs/editions/bilingual.png")


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
