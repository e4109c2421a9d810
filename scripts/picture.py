"""Renews docs/sheets.png, the README's picture, from what stands in output/."""

from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
PAGES = (
    ("en/rosacea_en_a4.pdf", 1),
    ("ur/rosacea_ur_a4.pdf", 3),
    ("hi/exosome-therapy_hi_a4.pdf", 6),
    ("zh-Hans/exosome-faq_zh-Hans_a4.pdf", 1),
)
SCALE = 0.95  # pixels a point
GAP = 14

pages = [
    pypdfium2.PdfDocument(ROOT / "output" / file)[number - 1].render(scale=SCALE).to_pil()
    for file, number in PAGES
]
width = sum(page.width for page in pages) + GAP * (len(pages) + 1)
picture = Image.new("RGB", (width, pages[0].height + 2 * GAP), "#c9d3d6")
left = GAP
for page in pages:
    picture.paste(page, (left, GAP))
    left += page.width + GAP
picture.quantize(160).save(ROOT / "docs/sheets.png", optimize=True)
