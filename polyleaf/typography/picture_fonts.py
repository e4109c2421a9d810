"""The font files that the text of a drawing is drawn with: those of its sheet, and no others."""

from __future__ import annotations

from collections.abc import Iterable

from .. import languages
from ..languages import scripts
from ..model.sheet import Language
from ..pictures import svg
from . import fonts


def font_files(characters: Iterable[str], language: Language) -> svg.FontFiles:
    """Fonts for the characters of a drawing: the sheet's, then those of other scripts in it.

    Without characters there are none. Raises PolyleafError if this machine has no fontconfig.
    """
    text = "".join(characters)
    if not text:
        return svg.FontFiles((), language.tag)
    others = filter(None, map(languages.family_of, sorted(scripts.within(text))))
    families = dict.fromkeys((*language.families, *others))
    known = fonts.faces()
    faces = tuple(face for family in families for face in known.get(family, ()))
    italics = tuple(face for family in families for face in fonts.italics().get(family, ()))
    return svg.FontFiles(faces, language.tag, italics)
