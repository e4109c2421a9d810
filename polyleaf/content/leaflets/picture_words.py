"""The words in a picture of a leaflet, and the comments for their translators."""

from __future__ import annotations

from string import ascii_uppercase

from ...model.findings import Finding, PolyleafError, Where
from ...model.leaflet import Asset
from ...pictures import labels
from ...pictures.labels import Extent, Label

SVG = "image/svg+xml"
AVERAGE = 0.55  # em: the width of a letter


def of(asset: Asset, where: Where, letters: int = 0) -> tuple[Label, ...]:
    """The labels of a picture that have words, without the first `letters` letters of its key.

    Raises PolyleafError if the letters of a word are placed one by one.
    """
    if asset.media_type != SVG:
        return ()
    try:
        found = labels.find(asset.data)
    except labels.LettersApart as error:
        message = f'"{asset.name}" cannot be translated: {error}'
        hint = "export text as text, not as positioned letters"
        raise PolyleafError([Finding(where, "figure-text-letters", message, hint)]) from None
    key = ascii_uppercase[:letters]
    return tuple(label for label in found if label.source not in key)


def note(label: Label, picture: str) -> str:
    """Where the words are, how long their lines may be, and what their signs mean."""
    lines = f"at most {len(label.lines)} lines" if len(label.lines) > 1 else ""
    rooms = [
        room.width / line.size / AVERAGE
        for line in label.lines
        if (room := line.room(Extent(sum(map(labels.about, line.text)) * line.size, 0, 0)))
    ]
    letters = f"room for about {min(rooms):.0f} letters" if rooms else ""
    marks = "<1>…</1>: a style of their own" if label.marks else ""
    return "; ".join(filter(None, (f"in {picture}", lines, letters, marks))) + "."
