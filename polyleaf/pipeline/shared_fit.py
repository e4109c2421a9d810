"""`fit: together`: all languages of a leaflet are set equally tight.

Each language is laid out for the setting that it needs alone, and all get the tightest of these. A
sheet needs nothing of other sheets for that, and is the same whether it is built alone or with
them: its task has the catalogs of the other languages, so it is stale when one of them changes.
A process finds the setting once for a leaflet and an edition.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from .. import markup
from ..model.findings import PolyleafError
from ..model.leaflet import Leaflet
from ..model.sheet import Html
from ..model.task import Task

if TYPE_CHECKING:
    from .plan import PlannedSheet

KEPT = 64  # leaflets and editions
_steps: dict[bytes, int] = {}


def concerns(sheet: PlannedSheet, leaflet: Leaflet) -> bool:
    """Whether the languages of a leaflet share a setting: not where parts fall away to fit."""
    fitting = sheet.edition.fitting
    if sheet.edition.pair or not leaflet.fit_together or fitting is None:
        return False
    return fitting.pages > 1 and not any(setting.dropped for setting in fitting.settings)


def shared(task: Task, html: Html, page: Callable[[Task], Html]) -> Html:
    """The sheet's page with the setting that all languages have; `page` makes those of others."""
    if not task.together or html.fitting is None:
        return html
    languages = sorted((*task.languages, *task.together), key=lambda each: each.language.tag)
    sheets = (task.leaflet, task.edition, task.clinic, task.allow_untranslated, languages)
    # Not `hash`, which catalogs have none of; pickles of like tasks that differ cost time alone.
    key = hashlib.sha256(pickle.dumps(sheets)).digest()
    if key not in _steps:
        alone = replace(task, copy=None, release=False, together=(), siblings=())
        steps = [_step(replace(alone, languages=(each,)), page) for each in languages]
        if len(_steps) >= KEPT:
            _steps.clear()
        _steps[key] = max(steps)
    return replace(html, fitting=markup.at_step(html.fitting, _steps[key]))


def _step(task: Task, page: Callable[[Task], Html]) -> int:
    """How tight a language needs to be set; 0 if its sheet cannot be made, as its build says."""
    from .. import pdf  # only drawing loads the engine

    try:
        html = page(task)
        return markup.step(html.fitting, pdf.setting(html)) if html.fitting else 0
    except PolyleafError:
        return 0
