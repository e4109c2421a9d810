"""How a sheet is made to fit its pages: its edition's settings, for its language and leaflet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..model.folds import PANELS
from ..model.sheet import Edition, FitSetting, Fitting, Language, LocalizedLeaflet
from ..typography import fonts
from .first_guess import estimates, first_guess

PART = re.compile(r"""class="[^"]*?\b(?:drop|move)-([\w-]+)""")


def fitted(sheet: LocalizedLeaflet, edition: Edition, page: str) -> Fitting | None:
    """None if nothing is fitted. The pages are those of the leaflet, unless it has to be one.

    A setting without a part that is not on the `page` would change nothing: there is none.
    """
    if (fitting := edition.fitting) is None:
        return None
    parts = frozenset(PART.findall(page))
    settings = tuple(dict.fromkeys(_settings(fitting, sheet.language, parts)))
    lengths = tuple(estimates(sheet, edition, settings))
    fitting = replace(fitting, settings=settings, lengths=lengths)
    if edition.imposition and edition.imposition.fold == "trifold":
        return replace(fitting, panels=tuple(PANELS.items()))
    if fitting.pages < 2:  # the estimate is of the whole leaflet
        return fitting
    pages = sheet.leaflet.sides(sheet.language.tag) or fitting.pages
    return replace(fitting, pages=pages, first=first_guess(settings, lengths, pages))


def step(fitting: Fitting, setting: FitSetting) -> int:
    """How tight a setting is, whatever the faces: 0 is the roomiest."""
    return fitting.settings.index(setting) % _steps(fitting)


def at_step(fitting: Fitting, number: int) -> Fitting:
    """The fitting with one setting alone, and the same in narrow faces if the language has them."""
    steps = _steps(fitting)
    kept = range(min(number, steps - 1), len(fitting.settings), steps)
    settings = tuple(fitting.settings[each] for each in kept)
    lengths = tuple(fitting.lengths[each] for each in kept)
    first = first_guess(settings, lengths, fitting.pages)
    return replace(fitting, settings=settings, lengths=lengths, first=first)


def _steps(fitting: Fitting) -> int:
    return sum(not setting.condensed for setting in fitting.settings)


def _settings(fitting: Fitting, language: Language, parts: frozenset[str]) -> Iterator[FitSetting]:
    """Those that this machine has the fonts for."""
    narrow = bool(language.condensed) and all(name in fonts.faces() for name in language.condensed)
    for setting in fitting.settings:
        dropped, moved = (
            tuple(name for name in names if name in parts)
            for names in (setting.dropped, setting.moved)
        )
        if (setting.dropped and not dropped) or (setting.moved and not moved):
            continue
        setting = replace(setting, dropped=dropped, moved=moved)
        if not setting.condensed:
            yield setting
        elif narrow:
            properties = (*setting.properties, *_in_narrow_faces(language))
            yield replace(setting, properties=properties)
        elif dropped or moved:  # the last resort, in any face
            yield replace(setting, condensed=False)


def _in_narrow_faces(language: Language) -> Iterator[tuple[str, str]]:
    """What the page says of its faces, overruled."""
    families = ", ".join(f"'{name}'" for name in (*language.condensed, *language.families))
    yield "--families", f"{families} !important"
    if language.script != "Latn":
        latin = ", ".join(f"'{name}'" for name in (language.condensed[-1], *language.families))
        yield "--latin", f"{latin} !important"
