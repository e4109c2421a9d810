"""What this machine has to draw with: the fonts that sheets are set in, and the engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from . import fonts, languages, pdf
from .plan import Plan
from .problems import Finding, PolyleafError, raise_any
from .project import Project


def prepared(project: Project, plan: Plan) -> Plan:
    """The plan without what this machine cannot draw, and with the reasons why."""
    drawn = [task for task in plan.tasks if task.edition.suffix == ".pdf"]
    if not drawn:
        return plan
    wanted = frozenset(family for task in drawn for family in task.language.families)
    lacking: frozenset[str] = frozenset()
    try:
        findings = tuple(_amiss(project, wanted))
        lacking = frozenset(finding.where.path for finding in findings)
        pdf.prepare()
    except PolyleafError as error:
        findings, lacking = error.findings, wanted
    lost = {t.job: t for t in drawn if lacking.intersection(t.language.families)}
    return replace(
        plan,
        tasks=tuple(task for task in plan.tasks if task.job not in lost),
        failed=(*plan.failed, *(task.file for task in lost.values())),
        findings=(*plan.findings, *findings),
    )


def families(project: Project) -> list[str]:
    """The font families of the project's languages; raises PolyleafError if one is missing."""
    found = [languages.find(tag, where) for tag, where in project.languages]
    wanted = frozenset(family for language in found for family in language.families)
    raise_any(_missing(wanted))
    return sorted(wanted)


def font_files(families: Iterable[str]) -> list[Path]:
    """The files of some families; raises PolyleafError if fontconfig is missing."""
    fonts.show_only(languages.font_packages())
    known = fonts.faces()
    return [face.file for family in families for face in known.get(family, ())]


def _amiss(project: Project, wanted: frozenset[str]) -> Iterator[Finding]:
    """What is wrong with the fonts of this machine."""
    yield from _missing(wanted)
    yield from fonts.differences(project.root / fonts.LOCK, wanted)


def _missing(wanted: frozenset[str]) -> Iterable[Finding]:
    """`show_only` comes before the engine."""
    fonts.show_only(languages.font_packages())
    return fonts.missing(languages.font_packages(wanted))
