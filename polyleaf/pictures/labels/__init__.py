"""The words that are drawn in an SVG: found, to be translated, and put back in another language.

One message is a `<text>` that has letters. Its tspans with a place of their own are lines, parted
by a line feed; its tspans with a style of their own are numbered marks: `Take <1>5 mg</1> daily`.
Numbers alone, what is hidden (`aria-hidden`, `display`, `visibility`, `opacity`) and what nothing
draws are no words. The drawings are plain SVG: see `pictures.svg`.
"""

from .find_labels import LettersApart, find
from .label import Extent, Label, LabelLine, joined
from .label_widths import about, extent
from .redrawn import styled, with_words

__all__ = [
    "Extent",
    "Label",
    "LabelLine",
    "LettersApart",
    "about",
    "extent",
    "find",
    "joined",
    "styled",
    "with_words",
]
