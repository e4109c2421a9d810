"""A <text> element → its lines: pieces of text, each with its style (SVG 2, 11.4 and 11.10)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from ..svg.transforms import Matrix
from .label import LabelLine, Piece, is_bold
from .label_drafts import LineDraft, joined_pieces, read, size_of
from .label_places import apply, numbers
from .label_room import rooms
from .seen_texts import SVG, SeenText, visible

LETTER_BY_LETTER: tuple[LabelLine, ...] = (
    LabelLine((), (), 0, False, (), (-1.0, -1.0)),
)  # no program can tell its words
FEWEST = 3  # letters with a place of their own
SPACES = re.compile(r"[ \t\r\n]+")
# Of the language that is drawn, or of the breaking of lines, which a drawing does not do.
CONTROLS = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
LIGATURES = re.compile("[\ufb00-\ufb06]")


def has_letters(text: str) -> bool:
    return any(unicodedata.category(character)[0] == "L" for character in text)


def lines(
    root: Element, text: SeenText, shapes: Sequence[tuple[Element, Matrix]]
) -> tuple[LabelLine, ...]:
    """The lines of a text that have words; LETTER_BY_LETTER if these are not known."""
    if _lists(text.element):
        return LETTER_BY_LETTER
    drafts = joined_pieces(draft for draft in read(text) if draft.text.strip())
    if any(d.parts >= FEWEST and len(d.text.strip()) < 2 * d.parts for d in drafts):
        return LETTER_BY_LETTER if has_letters("".join(d.text for d in drafts)) else ()
    return tuple(line for d in drafts if (line := _line(root, text, d, shapes)))


def _lists(element: Element) -> bool:
    """Whether letters have a list of places (SVG 2, 11.2.2)."""
    return any(
        len(numbers(inner.get(axis, ""))) >= FEWEST and has_letters(inner.text or "")
        for inner in element.iter()
        for axis in ("x", "y")
    )


def _line(
    root: Element, text: SeenText, draft: LineDraft, shapes: Sequence[tuple[Element, Matrix]]
) -> LabelLine | None:
    pieces: list[Piece] = []
    for raw, style in draft.pieces:
        piece = LIGATURES.sub(_letters, CONTROLS.sub("", SPACES.sub(" ", raw)))
        piece = unicodedata.normalize("NFC", piece)
        if not pieces or pieces[-1].text.endswith(" "):
            piece = piece.removeprefix(" ")
        if piece and pieces and (style == pieces[-1].style or not piece.strip()):
            pieces[-1] = Piece(pieces[-1].text + piece, pieces[-1].style)
        elif piece:
            pieces.append(Piece(piece, style))
    if pieces:
        pieces[-1] = Piece(pieces[-1].text.rstrip(" "), pieces[-1].style)
    if not pieces or not visible(draft.style):
        return None
    size, bold = size_of(draft.style), is_bold(draft.style["font-weight"])
    room = rooms(root, text.matrix, draft.style, (draft.x, draft.y), size, shapes)
    if room is None:
        return None
    if any(e.tag == f"{SVG}textPath" for e in text.element):
        room = ()
    at = apply(text.matrix, draft.x, draft.y) if text.matrix else (draft.x, draft.y)
    return LabelLine(tuple(draft.place.items()), tuple(pieces), size, bold, room, at)


def _letters(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])
