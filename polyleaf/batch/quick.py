"""What is asked for, as the record knows it: without parsing a file, and in no time."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from itertools import product

from ..jobs import Job, Report, Selection, expand
from ..state import NAME, Digests, Record, save
from . import clinic, orphans
from .survey import Survey

Asked = tuple[Job, str, str]  # as `plan.Wanted` takes them


def asked(
    record: Record, selection: Selection, root: str, digests: Digests
) -> tuple[Asked, ...] | None:
    """The sheets asked for; none if somebody who can read must tell which they are."""
    if not clinic.is_known(record, digests):
        return None
    leaflets = _chosen(selection.leaflets, _leaflets(root))
    languages = _named(selection.languages, record.languages, record.tags)
    editions = _named(selection.editions, record.editions, record.suffixes)
    if not (leaflets and languages and editions):
        return None
    return tuple(_jobs(leaflets, languages, editions, record))


def _leaflets(root: str) -> list[str]:
    try:
        names = os.listdir(os.path.join(root, "content"))
    except OSError:
        return []
    return sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))


def _chosen(patterns: tuple[str, ...], names: list[str]) -> list[str]:
    chosen = expand(patterns, names) if patterns else names
    return chosen if set(chosen) <= set(names) else []


def _named(patterns: tuple[str, ...], usual: tuple[str, ...], known: Iterable[str]) -> list[str]:
    """The languages or editions asked for; empty if one of them was never met."""
    chosen = expand(patterns, usual) if patterns else list(usual)
    return chosen if set(chosen) <= set(known) else []


def _jobs(
    leaflets: list[str], languages: list[str], editions: list[str], record: Record
) -> Iterator[Asked]:
    # Of two tags of one language the last one counts, as in a plan.
    tags = {record.tags[asked]: asked for asked in languages}
    for (tag, asked_as), leaflet, edition in product(tags.items(), leaflets, editions):
        job = Job(leaflet, tag, edition)
        yield job, asked_as, job.filename(record.suffixes[edition])


def report(survey: Survey) -> Report | None:
    """The report of a build with nothing to do; none if there is something."""
    record, request = survey.record, survey.request
    jobs = asked(record, request.selection, survey.root, survey.digests)
    if jobs is None or record.root != survey.root:
        return None
    if any(survey.wants(*job) for job in jobs) or not _lists_stand(survey):
        return None
    asked_for, named = survey.verdicts.keys(), clinic.pairs(record)
    gone = orphans.orphans(record, asked_for, named, survey.digests)
    if gone and request.prune:
        return None
    if survey.judge.restamped and not request.dry_run:
        _write(record, request.folder)
    shown = orphans.shown(survey.root, request.folder)
    findings = {finding for v in survey.verdicts.values() for finding in v.findings}
    findings |= {orphans.told(file, why, shown, record.doubtful) for file, why in gone.items()}
    return Report((), (), tuple(sorted(findings)), up_to_date=tuple(survey.verdicts))


def _lists_stand(survey: Survey) -> bool:
    """Whether the manifest and the page to choose from are those of what stands there."""
    record, output = survey.record, survey.request.folder
    verify = survey.request.verify
    return (
        bool(record.lists)
        and all(
            stamp.now(survey.judge.output, name, verify=verify)
            for name, stamp in record.lists.items()
        )
        and not survey.judge.changed(record.listing)
        and all(
            os.path.isfile(f"{output}{os.sep}{file}")
            for file in record.sheets
            if file not in survey.verdicts
        )
    )


def _write(record: Record, output: str) -> None:
    """Keeps new times of outputs, so that the next build need not hash them."""
    from pathlib import Path

    from .. import files

    with contextlib.suppress(OSError):  # nothing is lost but time
        files.write_atomically(Path(output, NAME), save(record))
