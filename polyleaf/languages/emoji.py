"""The nearest sign to a coloured picture, as far as there is one: ☎ for 📞, ① for 1️⃣."""

from __future__ import annotations

from .tables import table

KEYCAP, SELECTOR = "\u20e3", "\ufe0f"
CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨"


def nearest_sign(picture: str) -> str:
    """A sign that the fonts of signs have; empty if there is none near."""
    first = picture[0]
    if KEYCAP in picture:
        return CIRCLED[int(first)] if first.isdecimal() else first
    return str(table("emoji")["nearest"].get(picture.removesuffix(SELECTOR), ""))
