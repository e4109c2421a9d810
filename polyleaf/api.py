"""The one door to build and to check: scripts, the command and `--watch` go through it.

The package offers both functions at its root and loads this module when one is first asked for.
What reads or draws is loaded only when there is something to read or to draw.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, get_args

from .model.findings import ExitStatus, Finding, PolyleafError, Where, did_you_mean
from .model.jobs import Decision, Duplex, Folder, Report, Selection
from .pipeline import build as builds
from .pipeline.cores import cores
from .pipeline.request import Request, Started

if TYPE_CHECKING:
    from pathlib import Path

    from .content.project import Project
    from .model.task import Outcome
    from .pipeline.executors import Mapper
    from .pipeline.plan import Plan
    from .pipeline.run import TaskRun

    Step = Decision | Started | Outcome
    Writer = Callable[[Project, Path | None, Mapper], tuple[TaskRun, tuple[str, ...]]]

# A long Chinese leaflet takes some seconds and 200 MB: a sheet that needs more is faulty.
SECONDS = 120.0
MEGABYTES = 1500
WORD = "word"  # the edition of documents of Word


def build(
    project: Folder,
    leaflets: Iterable[str] = (),
    languages: Iterable[str] = (),
    editions: Iterable[str] = (),
    *,
    output: Folder | None = None,
    batch: Folder | None = None,
    jobs: int | None = None,
    time_limit: float = SECONDS,
    memory_limit: int = MEGABYTES,
    scheduler: str | None = None,
    tls: tuple[Folder, Folder, Folder] | None = None,
    mapper: Mapper | None = None,
    release: bool = False,
    allow_untranslated: bool = False,
    force: bool = False,
    verify: bool = False,
    dry_run: bool = False,
    prune: bool = False,
    mono: bool = False,
    duplex: Duplex | None = None,
    each: Callable[[Outcome], object] | None = None,
    progress: Callable[[Step], object] | None = None,
    waiting: Callable[[str], None] | None = None,
) -> Report:
    """Draws what is not up to date of the folder `project`; the report says how it went.

    No names mean all: the leaflets of content/, the languages and editions of clinic.yaml.
    `output` is another folder to build into than the project's own, `batch` a file of personal
    copies to draw instead of sheets.

    `jobs` is how many sheets are made at a time (all cores unless you say), `time_limit` and
    `memory_limit` are the seconds and megabytes (10⁶ bytes) that one may take, `scheduler` is the
    address of a Dask cluster that draws them, though no personal copies, and `tls` are PEM files
    for it: the certificates of its authority, our own, and its key. `mapper` replaces all of these:
    any callable that maps a function over tasks, such as `map`.

    `release` refuses what is unreviewed or past its date; `allow_untranslated` prints in the source
    language what has no translation. `force` draws what is up to date, too; `verify` hashes every
    output; `dry_run` writes nothing, and the report says what would be drawn; `prune` removes
    outputs whose source is gone; `mono` draws for black-and-white printers, and `duplex` imposes
    sheets that are folded for a printer that turns them about that edge, or for one side at a time.

    `each` is called with every sheet when it is done, `progress` with every step of the build:
    a decision on each sheet, how many are about to be made, and each that is done. `waiting` is
    called with the number of a process whose build into the same folder must end first.

    Raises PolyleafError if the call is wrong: no such project, leaflet, language or edition.
    """
    request = Request(
        root=project,
        output=output,
        selection=_selection(leaflets, languages, editions),
        release=release,
        allow_untranslated=allow_untranslated,
        force=force,
        verify=verify,
        dry_run=dry_run,
        prune=prune,
        mono=mono,
        duplex=duplex,
    )
    _refuse_remote_copies(batch, scheduler)
    _refuse_other_ways(duplex)

    def map_tasks() -> Mapper:
        return mapper or _mapper(jobs, time_limit, memory_limit, scheduler, tls)

    def on_step(step: Step) -> None:
        if progress is not None:
            progress(step)
        if each is not None and not isinstance(step, Decision | Started):
            each(step)

    try:
        if batch is None:
            return builds.build(request, map_tasks, on_step, waiting or _wait)
        from .pipeline import personal

        return personal.build(*_planned(request, batch), map_tasks(), on_step)
    except PolyleafError as error:
        return _of_input(error)


def check(
    project: Folder,
    leaflets: Iterable[str] = (),
    languages: Iterable[str] = (),
    editions: Iterable[str] = (),
    *,
    batch: Folder | None = None,
    layout: bool = False,
    jobs: int | None = None,
    time_limit: float = SECONDS,
    memory_limit: int = MEGABYTES,
    scheduler: str | None = None,
    tls: tuple[Folder, Folder, Folder] | None = None,
    mapper: Mapper | None = None,
    release: bool = False,
    allow_untranslated: bool = False,
) -> Report:
    """Everything that is wrong with the sheets that `build` would draw; nothing is written.

    `layout` draws them too, and throws them away. The rest is as for `build`.
    """
    from .pipeline import check

    request = Request(
        root=project,
        selection=_selection(leaflets, languages, editions),
        release=release,
        allow_untranslated=allow_untranslated,
    )
    _refuse_remote_copies(batch, scheduler)
    try:
        found, asked = _planned(request, batch)
        if not layout:
            return check.texts(asked)
        made_by = mapper or _mapper(jobs, time_limit, memory_limit, scheduler, tls)
        return check.pages(found, asked, made_by)
    except PolyleafError as error:
        return _of_input(error)


def worksheets(
    project: Folder,
    leaflets: Iterable[str] = (),
    languages: Iterable[str] = (),
    *,
    output: Folder | None = None,
    jobs: int | None = None,
    time_limit: float = SECONDS,
    memory_limit: int = MEGABYTES,
    mapper: Mapper | None = None,
) -> tuple[Report, tuple[str, ...]]:
    """Writes a worksheet for each leaflet and language; how it went, and the files written.

    They are PDF and JSON, in worksheets/ of the project or in the folder `output`. Without
    languages they are in the project's source language. The rest is as for `build`. Raises
    PolyleafError if the call is wrong.
    """
    from .pipeline import worksheets as made

    def write(found: Project, folder: Path | None, by: Mapper) -> tuple[TaskRun, tuple[str, ...]]:
        chosen = _selection(leaflets, languages or (found.source.tag,), ())
        return made.write(found, chosen, folder, by)

    by = mapper or _mapper(jobs, time_limit, memory_limit, None, None)
    return _written(project, output, by, write)


def word_files(
    project: Folder,
    leaflets: Iterable[str] = (),
    languages: Iterable[str] = (),
    *,
    output: Folder | None = None,
    jobs: int | None = None,
    time_limit: float = SECONDS,
    memory_limit: int = MEGABYTES,
    mapper: Mapper | None = None,
) -> tuple[Report, tuple[str, ...]]:
    """Writes sheets as documents of Word; how it went, and the files written.

    They are in exchange/ of the project or in the folder `output`. The rest is as for `build`.
    Raises PolyleafError if the call is wrong.
    """
    from .pipeline import loose_files

    def write(found: Project, folder: Path | None, by: Mapper) -> tuple[TaskRun, tuple[str, ...]]:
        return loose_files.sheets(found, _selection(leaflets, languages, (WORD,)), folder, by)

    by = mapper or _mapper(jobs, time_limit, memory_limit, None, None)
    return _written(project, output, by, write)


def _written(
    project: Folder, output: Folder | None, by: Mapper, write: Writer
) -> tuple[Report, tuple[str, ...]]:
    """The report of files beside a build, and their names."""
    from pathlib import Path

    from .content import project as projects

    folder = Path(output) if output is not None else None
    found = projects.read(project, Path(project, "output"))
    try:
        run, names = write(found, folder, by)
    except PolyleafError as error:
        return _of_input(error), ()
    return run.report(), names


def _planned(request: Request, batch: Folder | None) -> tuple[Project, Plan]:
    """The project, and the plan of the request or of the personal copies that `batch` lists.

    Raises PolyleafError if the call is wrong.
    """
    from pathlib import Path

    from .content import project as projects
    from .model.findings import raise_if_call_is_wrong
    from .pipeline import personal
    from .pipeline import plan as plans

    project = projects.read(request.root, request.output, mono=request.mono, duplex=request.duplex)
    release, allow = request.release, request.allow_untranslated
    if batch is None:
        plan = plans.plan(project, request.selection, release=release, allow_untranslated=allow)
    else:
        plan = personal.plan(project, Path(batch), release=release, allow_untranslated=allow)
    raise_if_call_is_wrong(plan.findings)
    return project, plan


def _wait(holder: str) -> None:
    """A script simply waits for another build into the same folder."""


def _refuse_remote_copies(batch: Folder | None, scheduler: str | None) -> None:
    if batch is not None and scheduler is not None:
        message = "personal copies are not sent to other machines"
        finding = Finding(Where("call"), "batch-scheduler", message, exit_status=ExitStatus.CALL)
        raise PolyleafError([finding])


def _refuse_other_ways(duplex: str | None) -> None:
    if duplex is not None and duplex not in get_args(Duplex):
        message = f'no printer turns sheets by "{duplex}"'
        hint = did_you_mean(duplex, get_args(Duplex))
        finding = Finding(
            Where("call"), "value-unknown", message, hint, exit_status=ExitStatus.CALL
        )
        raise PolyleafError([finding])


def _mapper(
    jobs: int | None,
    seconds: float,
    megabytes: int,
    address: str | None,
    tls: tuple[Folder, Folder, Folder] | None,
) -> Mapper:
    from .pipeline import executors

    scheduler = executors.Scheduler(address, *(tls or ())) if address else None
    return executors.Executor(jobs or cores(), executors.Limits(seconds, megabytes), scheduler)


def _selection(*named: Iterable[str]) -> Selection:
    """A single name counts as a list of one."""
    return Selection(*((names,) if isinstance(names, str) else tuple(names) for names in named))


def _of_input(error: PolyleafError) -> Report:
    """A report of wrong files; raises the error if the call is wrong."""
    if any(finding.exit_status is ExitStatus.CALL for finding in error.findings):
        raise error
    return Report((), (), error.findings)
