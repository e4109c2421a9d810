"""What this machine has to draw with: the fonts that sheets are set in.

What the engine itself lacks, each sheet that needs it says when it is drawn: no build loads the
engine only to ask.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from .. import files, languages
from ..content.project import Project
from ..files import Input
from ..model.findings import Finding, PolyleafError, raise_if_errors
from ..model.task import Task
from ..typography import fonts
from . import clinic_font
from .plan import Plan


def without_missing_fonts(project: Project, plan: Plan) -> Plan:
    """The plan without what this machine cannot draw, and with the reasons why.

    What a sheet owes to fonts.lock is noted in its inputs.
    """
    drawn = [task for task in plan.tasks if task.fonts]
    if not drawn:
        return plan
    families = frozenset(family for task in drawn for family in task.fonts)
    try:
        missing = tuple(_missing(families))
        lacking = frozenset(finding.where.path for finding in missing)
        lock = files.noted(lambda: tuple(fonts.differences(project.root, families)))
    except PolyleafError as error:
        missing, lacking = error.findings, families
        lock = files.Noted((), frozenset())
    lost = {t.job: t for t in drawn if lacking.intersection(t.fonts)}
    return replace(
        plan,
        tasks=tuple(task for task in plan.tasks if task.job not in lost),
        failed=(*plan.failed, *(task.file for task in lost.values())),
        findings=(*plan.findings, *missing, *lock.value),
        inputs=plan.inputs
        | {t.file: plan.inputs.get(t.file, frozenset()) | lock.inputs for t in drawn},
    )


def font_inputs(task: Task) -> tuple[Input, ...]:
    """The fonts that a sheet is drawn with, and what else might be chosen in their place.

    A web page is drawn by its reader's browser, with the fonts that are there. Raises
    PolyleafError if fontconfig is missing.
    """
    return _font_inputs(task.fonts) if task.fonts else ()


def unlocked_fonts(project: Project, task: Task) -> tuple[Finding, ...]:
    """What differs between fonts.lock and the fonts that a sheet is drawn with."""
    return tuple(fonts.differences(project.root, task.fonts)) if task.fonts else ()


def families(project: Project) -> list[str]:
    """The font families of the project's languages; raises PolyleafError if one is missing."""
    found = [languages.find(tag, where) for tag, where in project.languages]
    wanted = frozenset(family for language in found for family in language.families)
    raise_if_errors(_missing(wanted))
    wanted |= {family for language in found for family in language.condensed}
    if font := project.clinic.font:
        wanted |= {each for one in found for each in clinic_font.on_paper(one, font).families}
    return sorted(wanted)


@cache
def _font_inputs(families: tuple[str, ...]) -> tuple[Input, ...]:
    fonts.show_only(languages.font_packages())
    known = fonts.faces()
    paths = dict.fromkeys(str(face.file) for name in families for face in known.get(name, ()))
    folders = Input("fonts", ":".join(fonts.FOLDERS))
    return (folders, *(Input("font", path) for path in paths))


def _missing(wanted: frozenset[str]) -> Iterable[Finding]:
    """The fonts that sheets may have are made visible first: the engine sees no other.

    Without narrow faces a sheet can be drawn; whether it misses them is seen then.
    """
    fonts.show_only(languages.font_packages())
    return fonts.missing(languages.font_packages(wanted - {*languages.condensed_families()}))
