"""A survey → the tasks of what is stale, read and ready to be made."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product

from .. import languages, plan, project
from ..jobs import Built
from ..model import Task
from ..plan import Plan
from ..problems import Finding, PolyleafError, raise_call
from ..project import Project
from . import clinic
from .ingredients import pictures
from .owner import take_over
from .recording import Recorder
from .request import Request
from .survey import Survey


@dataclass
class Ready:
    """A survey with what was read for it, and what became of it so far."""

    survey: Survey
    project: Project
    plan: Plan
    recorder: Recorder
    findings: list[Finding]
    built: list[Built] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    stopped: bool = False

    @property
    def request(self) -> Request:
        return self.survey.request


def read(survey: Survey) -> Ready:
    """Reads what is stale; raises PolyleafError if the call or the project is wrong."""
    request, record, digests = survey.request, survey.record, survey.digests
    found = project.read(request.root, request.output)
    planned = plan.plan(
        found,
        request.selection,
        release=request.release,
        allow_untranslated=request.allow_untranslated,
        wanted=survey.wants,
    )
    raise_call(planned.findings)
    named = frozenset(product(_tags(found), (name for name, _ in found.editions)))
    take_over(record, found, named, digests)
    clinic.learn(record, digests, found, planned)
    record.lists = {}  # they are written last
    recorder = Recorder(found, record, digests, named, survey.asked)
    return Ready(survey, found, _selected(survey, planned), recorder, list(planned.findings))


def _selected(survey: Survey, planned: Plan) -> Plan:
    """The plan without sheets whose pictures, as it turned out, are as they were."""
    since = survey.since
    if since is None:
        return planned
    kept: list[Task] = []
    for task in planned.tasks:
        touched = survey.touched(since, task.job, task.file)
        if touched or since.touches_pictures(pictures(task)):
            kept.append(task)
        else:
            del survey.verdicts[task.file]
    return replace(planned, tasks=tuple(kept))


def _tags(found: Project) -> Iterator[str]:
    """The languages of clinic.yaml that there are."""
    for tag, where in found.languages:
        with contextlib.suppress(PolyleafError):
            yield languages.find(tag, where).tag
