"""The rows of a batch file × a project → tasks, one for each row without an error."""

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
from ...model.inline import COPY_PLACEHOLDER, Placeholder, leaves, parse
from ...model.jobs import Selection
from ...model.leaflet import Leaflet
from ...model.sheet import Language
from ...model.task import Task
from ...model.walk import texts
from ...translation import localize
from ..plan import Plan
from ..plan import plan as plan_sheets
from . import batch_records, copy_rows
from .copy_rows import CopyRow
from .row_checks import RowChecker

# What a plan says of pairs is about the command line; here it is about a row.
ABOUT_CALLS = ("pair-edition", "pair-none")
ENCODING = "save the file as UTF-8; in Excel, as “CSV UTF-8 (Comma delimited)”"
KIND = "a spreadsheet saves a table as “CSV UTF-8 (Comma delimited)”"
MAX_BYTES = 64_000_000  # about 300,000 rows


def plan(
    project: Project, file: Path, *, release: bool = False, allow_untranslated: bool = False
) -> Plan:
    """Plan the copies that `file` requests; raise PolyleafError if it cannot be read at all."""
    checker = RowChecker(project)
    rows = checker.spelled(_rows(checker, file))
    checker.check_names(rows)
    checker.check_file_names(rows)
    sheets = partial(plan_sheets, release=release, allow_untranslated=allow_untranslated)
    tasks = _sheets(checker, checker.accepted(rows), sheets)
    leaflets = {task.leaflet.name: task.leaflet for _, task in tasks}
    country = project.clinic.country
    printed = {name: _printed(leaflet, country) for name, leaflet in leaflets.items()}
    anywhere = frozenset[str]().union(*printed.values())
    tasks = [(row.spelled_as(anywhere), task) for row, task in tasks]
    checker.check_values(tasks, printed)
    copies = (_copy(row, task) for row, task in tasks if row.where not in checker.refused)
    failed = map(str, sorted(checker.refused))
    return Plan(tuple(copies), tuple(failed), tuple(sorted(set(checker.findings))))


def _rows(checker: RowChecker, file: Path) -> list[CopyRow]:
    """Read the rows; refuse those that are incomplete or malformed."""
    path = checker.project.shown(files.resolved(file.parent) / file.name)
    text = files.decode(_bytes(file, path), path, "encoding", ENCODING)
    found: list[CopyRow] = []
    for number, record in enumerate(batch_records.read(text, path, file.suffix.lower()), 1):
        row = [record] if isinstance(record, Finding) else copy_rows.of(record, number)
        if isinstance(row, CopyRow):
            found.append(row)
        else:
            checker.refuse(Where(path, record.where.line), row)
    if not found and not checker.findings:
        checker.findings.append(Finding(Where(path), "batch-empty", "the file has no rows"))
    return found


def _bytes(file: Path, path: str) -> bytes:
    where = Where(path)
    if file.suffix.lower() not in batch_records.READERS:
        message = f"a batch file ends in {', '.join(batch_records.READERS)}"
        finding = Finding(where, "batch-kind", message, KIND, exit_status=ExitStatus.CALL)
        raise PolyleafError([finding])
    try:
        return files.read_bytes(file, MAX_BYTES)
    except files.TooLargeError as error:
        raise PolyleafError([Finding(where, "file-size", str(error.strerror))]) from None
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        finding = Finding(where, "batch-missing", message, exit_status=ExitStatus.CALL)
        raise PolyleafError([finding]) from None


def _sheets(
    checker: RowChecker, rows: Iterable[CopyRow], sheets: Callable[[Project, Selection], Plan]
) -> list[tuple[CopyRow, Task]]:
    """Pair each row with its ordinary sheet. The inputs of each language are read once."""

    def tag(row: CopyRow) -> str:
        return row.language.text

    found: list[tuple[CopyRow, Task]] = []
    for language, group in groupby(sorted(rows, key=tag), tag):
        here = list(group)
        leaflets = tuple(sorted({row.leaflet.text for row in here}))
        formats = tuple(sorted({row.edition.text for row in here}))
        planned = sheets(checker.project, Selection(leaflets, (language,), formats))
        checker.findings += (f for f in planned.findings if f.code not in ABOUT_CALLS)
        tasks = {(task.job.leaflet, task.job.edition): task for task in planned.tasks}
        for row in here:
            task = tasks.get((row.leaflet.text, row.edition.text))
            if task is None:
                checker.refuse(row.where, [] if planned.failed else [_wrong_number(row)])
            elif task.edition.shows == "messages":
                message, hint = "this edition is for reviewers", "use one for patients, such as a4"
                finding = Finding(row.edition.where, "edition-unknown", message, hint)
                checker.refuse(row.where, [finding])
            else:
                found.append((row, task))
    return sorted(found, key=lambda pair: pair[0].where)


def _wrong_number(row: CopyRow) -> Finding:
    """An edition in two languages for the source alone, or one in one language for a pair."""
    message = "this edition has another number of languages"
    hint = "bilingual has two, the others have one"
    return Finding(row.edition.where, "pair-edition", message, hint)


def _printed(leaflet: Leaflet, country: str) -> frozenset[str]:
    """Return the placeholders {copy.…} that its sheets print in a country."""
    return frozenset(
        leaf.name
        for text in texts(localize.for_country(leaflet, country))
        for leaf in leaves(parse(text.value))
        if isinstance(leaf, Placeholder) and COPY_PLACEHOLDER.fullmatch(leaf.name)
    )


def _copy(row: CopyRow, task: Task) -> Task:
    """Return the copy of a row, with fonts for values in other scripts, such as names."""
    text = "".join(value.text for value in row.values)
    targets = tuple(
        replace(target, language=_with_fonts(target.language, text)) for target in task.languages
    )
    drawn = (*targets, *task.together)
    families = (name for each in drawn for name in task.edition.families(each.language))
    return replace(
        task,
        job=task.job._replace(copy=row.id.text),
        languages=targets,
        fonts=tuple(dict.fromkeys(families)) if task.fonts else (),
        copy=Copy(row.id.text, row.where, row.values),
    )


def _with_fonts(language: Language, text: str) -> Language:
    others = scripts.within(text) - {*scripts.written_with(language.script)}
    more = filter(None, map(languages.family_of, sorted(others)))
    return replace(language, families=tuple(dict.fromkeys((*language.families, *more))))
