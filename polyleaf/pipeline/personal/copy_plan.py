"""The rows of a batch file × a project → tasks. A row with anything wrong asks for nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path

from ... import files, languages
from ...content.project import Project
from ...languages import scripts
from ...model.copy import Copy
from ...model.findings import ExitStatus, Finding, PolyleafError, Where
from ...model.inline import OF_COPY, Placeholder, parse, walk
from ...model.jobs import Selection
from ...model.leaflet import Leaflet
from ...model.sheet import Language
from ...model.task import Target, Task
from ...model.walk import texts
from ...translation import localize
from ..plan import Plan
from ..plan import plan as plan_sheets
from . import batch_records, copy_rows
from .copy_rows import CopyRow
from .row_checks import RowChecker

MAX_BYTES = 64_000_000  # some 300,000 rows


def plan(
    project: Project, file: Path, *, release: bool = False, allow_untranslated: bool = False
) -> Plan:
    """The copies that `file` asks for; raises PolyleafError if it cannot be read at all."""
    desk = RowChecker(project)
    asked = _rows(desk, file)
    desk.look_up(asked)
    desk.tell_apart(asked)
    sheets = partial(plan_sheets, release=release, allow_untranslated=allow_untranslated)
    tasks = _sheets(desk, desk.left(asked), sheets)
    leaflets = {task.leaflet.name: task.leaflet for _, task in tasks}
    country = project.clinic.country
    desk.compare(tasks, {name: _printed(leaflet, country) for name, leaflet in leaflets.items()})
    made = (_copy(row, task) for row, task in tasks if row.where not in desk.refused)
    failed = map(str, sorted(desk.refused))
    return Plan(tuple(made), tuple(failed), tuple(sorted(set(desk.findings))))


def _rows(desk: RowChecker, file: Path) -> list[CopyRow]:
    """The rows that say what they ask for."""
    path = desk.project.shown(files.resolved(file.parent) / file.name)
    text = files.decode(_bytes(file, path), path, "encoding", "save the file as UTF-8")
    found: list[CopyRow] = []
    for number, record in enumerate(batch_records.read(text, path, file.suffix.lower()), 1):
        row = [record] if isinstance(record, Finding) else copy_rows.of(record, number)
        if isinstance(row, CopyRow):
            found.append(row)
        else:
            desk.refuse(Where(path, record.where.line), row)
    if not found and not desk.findings:
        desk.findings.append(Finding(Where(path), "batch-empty", "there is no row"))
    return found


def _bytes(file: Path, path: str) -> bytes:
    where = Where(path)
    if file.suffix.lower() not in batch_records.READERS:
        message = f"a batch file ends in {' or '.join(batch_records.READERS)}"
        raise PolyleafError([Finding(where, "batch-kind", message, exit_status=ExitStatus.CALL)])
    try:
        return files.read_bytes(file, MAX_BYTES)
    except files.TooLargeError as error:
        raise PolyleafError([Finding(where, "file-size", str(error.strerror))]) from None
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        finding = Finding(where, "batch-missing", message, exit_status=ExitStatus.CALL)
        raise PolyleafError([finding]) from None


def _sheets(
    desk: RowChecker, asked: Iterable[CopyRow], sheets: Callable[[Project, Selection], Plan]
) -> list[tuple[CopyRow, Task]]:
    """Each row with its ordinary sheet. The inputs of a language's sheets are read once."""

    def tag(row: CopyRow) -> str:
        return row.language.text

    found: list[tuple[CopyRow, Task]] = []
    for language, group in groupby(sorted(asked, key=tag), tag):
        here = list(group)
        leaflets = tuple(sorted({row.leaflet.text for row in here}))
        formats = tuple(sorted({row.edition.text for row in here}))
        planned = sheets(desk.project, Selection(leaflets, (language,), formats))
        desk.findings += planned.findings
        tasks = {(task.job.leaflet, task.job.edition): task for task in planned.tasks}
        for row in here:
            task = tasks.get((row.leaflet.text, row.edition.text))
            if task is None:
                desk.refuse(row.where)
            elif task.edition.shows == "messages":
                message, hint = "this edition is for whoever reviews a text", "such as a4"
                finding = Finding(row.edition.where, "edition-unknown", message, hint)
                desk.refuse(row.where, [finding])
            else:
                found.append((row, task))
    return sorted(found, key=lambda pair: pair[0].where)


def _printed(leaflet: Leaflet, country: str) -> frozenset[str]:
    """The placeholders {copy.…} that its sheets in a country have."""
    return frozenset(
        node.name
        for text in texts(localize.for_country(leaflet, country))
        for node in walk(parse(text.value))
        if isinstance(node, Placeholder) and OF_COPY.fullmatch(node.name)
    )


def _copy(row: CopyRow, task: Task) -> Task:
    """The sheet of a row, with fonts for letters of other scripts: a name keeps its own."""
    languages_ = _with_fonts(task.languages, "".join(value.text for value in row.values))
    families = (name for target in languages_ for name in target.language.families)
    return replace(
        task,
        job=task.job._replace(copy=row.id.text),
        languages=languages_,
        fonts=tuple(dict.fromkeys(families)) if task.fonts else (),
        copy=Copy(row.id.text, row.where, row.values),
    )


def _with_fonts(targets: tuple[Target, ...], text: str) -> tuple[Target, ...]:
    def with_fonts(language: Language) -> Language:
        others = scripts.within(text) - {*scripts.written_with(language.script)}
        more = filter(None, map(languages.family_of, sorted(others)))
        return replace(language, families=tuple(dict.fromkeys((*language.families, *more))))

    return tuple(replace(target, language=with_fonts(target.language)) for target in targets)
