"""How much heavier text is drawn than its font is.

Most scripts have no italics (W3C: jlreq, clreq, alreq), and a browser would slant their letters.
What their readers take for emphasis is a weight between the text's and bold: the style sheets ask
for it by `--heavier`, and a font that lacks italics gets it anyway. A sign in bold text, whose font
lacks bold, has the weight of bold.
"""

from __future__ import annotations

from typing import Any

BOLD = 600  # from here on a weight is bold (CSS Fonts 4)
EMPHASIS, BOLDER = 0.018, 0.04  # of the font's size: the stroke around a letter


def stroke(style: Any, font: Any) -> float:
    """The width of the stroke around the letters, as a part of the font's size; mostly 0.

    `style` is the computed style of the text, `font` the engine's font of one of its runs.
    """
    lacks_italics = style["font_style"] != "normal" and not font.style
    lacks_bold = bool(style["font_weight"] >= BOLD > font.weight)
    heavier = bool(lacks_italics or _asks(style))
    return EMPHASIS * heavier + BOLDER * lacks_bold


def _asks(style: Any) -> bool:
    """Whether `--heavier` is 1; the words of a picture have no such properties."""
    try:
        tokens = style["__heavier"]
    except KeyError:
        return False
    return any(getattr(token, "value", None) == 1 for token in tokens or ())
