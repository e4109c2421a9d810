"""What scripts call: `polyleaf.build` and `polyleaf.check`.

The package offers both at its root and loads this module when one of them is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from os import PathLike
from pathlib import Path

from . import batch as builds
from . import checking, copies, executors
from . import plan as plans
from . import project as projects
from .batch import Request
from .cores import cores
from .executors.limits import MEGABYTES, SECONDS, Limits, Mapper
from .model import Outcome, Report
from .plan import Plan, Selection
from .problems import Blame, Finding, PolyleafError, Where, raise_call
from .project import Project

Name = str | PathLike[str]


def build(
    project: Name,
    leaflets: Iterable[str] = (),
    languages: Iterable[str] = (),
    editions: Iterable[str] = (),
    *,
    output: Name | None = None,
    batch: Name | None = None,
    jobs: int | None = None,
    time_limit: float = SECONDS,
    memory_limit: int = MEGABYTES,
    scheduler: str | None = None,
    force: bool = False,
    release: bool = False,
    allow_untranslated: bool = False,
    each: Callable[[Outcome], object] | None = None,
) -> Report:
    """Draws what is not up to date of the folder `project`; what became of it is in the report.

    No names mean all: the leaflets of content/, the languages and editions of clinic.yaml.
    `output` is where to build instead of in the project, `batch` a file of personal copies to draw
    instead of sheets, `jobs` how many are made at a time (all cores unless you say). `time_limit`
    and `memory_limit` are the seconds and megabytes (10⁶ bytes) that one may take, `scheduler` is
    the address of a Dask cluster that draws them, though no personal copies. `force` draws what is
    up to date, too. `release` refuses what is unreviewed or past its date; `allow_untranslated`
    prints in English what has no translation. `each` is called with every sheet when it is done.

    Raises PolyleafError if the call is wrong: no such project, leaflet, language or edition.
    """
    request = Request(
        root=project,
        output=output,
        selection=_selection(leaflets, languages, editions),
        release=release,
        allow_untranslated=allow_untranslated,
        force=force,
    )
    _stay_here(batch, scheduler)
    mapper = _mapper(jobs, time_limit, memory_limit, scheduler)
    try:
        if batch is None:
            return _gone_through(builds.build(request, _wait, lambda: mapper), each)
        return _gone_through(copies.build(*planned(request, batch), mapper), each)
    except PolyleafError as error:
        return _of_input(error)


def _gone_through(steps: Iterable[object], each: Callable[[Outcome], object] | None) -> Report:
    report = Report((), (), ())
    for step in steps:
        if isinstance(step, Report):
            report = step
        elif each is not None and isinstance(step, Outcome):
            each(step)
    return report


def _wait(holder: str) -> None:
    """A script simply waits for another build into the same folder."""


def check(
    project: Name,
    leaflets: Iterable[str] = (),
    languages: Iterable[str] = (),
    editions: Iterable[str] = (),
    *,
    batch: Name | None = None,
    layout: bool = False,
    jobs: int | None = None,
    time_limit: float = SECONDS,
    memory_limit: int = MEGABYTES,
    scheduler: str | None = None,
    release: bool = False,
    allow_untranslated: bool = False,
) -> Report:
    """Everything that is wrong with the sheets that `build` would draw; nothing is written.

    `layout` draws them too, and throws them away. The rest is as for `build`.
    """
    request = Request(
        root=project,
        selection=_selection(leaflets, languages, editions),
        release=release,
        allow_untranslated=allow_untranslated,
    )
    _stay_here(batch, scheduler)
    try:
        found, asked = planned(request, batch)
    except PolyleafError as error:
        return _of_input(error)
    if not layout:
        return checking.texts(asked)
    return checking.pages(found, asked, _mapper(jobs, time_limit, memory_limit, scheduler))


def planned(request: Request, batch: Name | None = None) -> tuple[Project, Plan]:
    """The project and what is asked of it, in `batch` if that is a file of personal copies.

    Raises PolyleafError if the call is wrong.
    """
    project = projects.read(request.root, request.output)
    release, allow = request.release, request.allow_untranslated
    if batch is None:
        plan = plans.plan(project, request.selection, release=release, allow_untranslated=allow)
    else:
        plan = copies.plan(project, Path(batch), release=release, allow_untranslated=allow)
    raise_call(plan.findings)
    return project, plan


def _stay_here(batch: Name | None, scheduler: str | None) -> None:
    if batch is not None and scheduler is not None:
        message = "personal copies are not sent to other machines"
        finding = Finding(Where("call"), "batch-scheduler", message, blame=Blame.CALL)
        raise PolyleafError([finding])


def _mapper(jobs: int | None, seconds: float, megabytes: int, address: str | None) -> Mapper:
    scheduler = executors.Scheduler(address) if address else None
    return executors.choose(jobs or cores(), Limits(seconds, megabytes), scheduler)


def _selection(*named: Iterable[str]) -> Selection:
    """A single name may stand for a row of one."""
    return Selection(*((names,) if isinstance(names, str) else tuple(names) for names in named))


def _of_input(error: PolyleafError) -> Report:
    """What is wrong with files is in the report; what is wrong with the call is raised."""
    if any(finding.blame is Blame.CALL for finding in error.findings):
        raise error
    return Report((), (), error.findings)
