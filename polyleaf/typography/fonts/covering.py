"""Text × families → the font file of each of its runs, as a sheet is drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from .installed import STYLES, Face, faces

FontRun = tuple[str, str, int]  # text, font file, number of the font in the file
WITH_THE_LAST = ("Mn", "Mc", "Me", "Cf", "Zs")  # categories that change no font


def font_runs(text: str, families: Iterable[str], *, bold: bool) -> list[FontRun] | None:
    """The text divided by the first family that has each character.

    None if a family is not installed. A character that no family has is drawn with the first.
    """
    chosen: list[Face] = []
    for family in families:
        styles = {face.style: face for face in faces().get(family, ())}
        if not styles:
            return None
        chosen.append(styles.get(STYLES[bold], next(iter(styles.values()))))
    runs: list[FontRun] = []
    for character in text:
        if unicodedata.category(character) == "Cf" and character not in "\u200c\u200d":
            continue  # of direction: it has no width
        face = next((face for face in chosen if face.has(character)), chosen[0])
        file = (str(face.file), face.index)
        if runs and unicodedata.category(character) in WITH_THE_LAST:
            file = runs[-1][1:]
        if runs and runs[-1][1:] == file:
            runs[-1] = (runs[-1][0] + character, *file)
        else:
            runs.append((character, *file))
    return runs
