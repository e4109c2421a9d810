"""`unreviewed`, `review-outdated`, `review-unproved`, `machine-only`, `po-method`: a person has
signed the translation as it stands, and its header says how it was made. A draft warns, a release
refuses.

A review counts as long as the texts are the ones that were signed (`polyleaf sign` keeps a copy of
them). `machine-only` is a machine's translation that a person has signed as it was: a reviewer who
has compared it with its source signs it as `machine-edited`. A release asks the same of the words
that templates print.

Tools of others drop header fields that they do not know. `po-method` is a header without a method,
or with another word; until it says one, nothing is taken for a person's work. A catalog with the
very texts that were signed gets its fields back from the signed copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from ...model.catalog import Provenance
from ...model.findings import Finding, Severity, Where
from ...model.sheet import Language, LocalizedLeaflet
from ...model.task import Task

METHOD = "X-Polyleaf-Method"
METHODS = ("human", "machine", "machine-edited")


def check_sheet(sheet: LocalizedLeaflet) -> Iterator[Finding]:
    yield from _of(sheet.provenance, sheet.language, Where(sheet.leaflet.title.where.path))


def check_release(task: Task) -> Iterator[Finding]:
    """The words that templates print; a draft says on the sheet that they are not reviewed."""
    if task.words is not None:
        for finding in _of(task.words.provenance, task.language, Where(task.words.path)):
            yield finding._replace(severity=Severity.ERROR)


def _of(origin: Provenance, language: Language, where: Where) -> Iterator[Finding]:
    if origin.method == "untold":
        message, hint = _untold(origin)
        yield _warning(where, "po-method", message, hint)
    catalog = PurePath(where.path).stem
    sign = f"`polyleaf sign {catalog} -l {language.tag}` records the reviewer"
    name, by = f"the {language.english_name} translation", f"{origin.reviewed_by} signed"
    match origin.signature:
        case _ if origin.releasable:
            return
        case "none":
            made = "machine-made and not reviewed" if origin.method == "machine" else "not reviewed"
            yield _warning(where, "unreviewed", f"{name} is {made}", sign)
        case "outdated":
            message = f"texts of {name} have changed since {by} it on {origin.reviewed_on}"
            hint = "`polyleaf -e review` prints what has changed"
            yield _warning(where, "review-outdated", message, hint)
        case "unproved":
            message = f"{by} {name}, but no signed copy shows which texts"
            yield _warning(where, "review-unproved", message, sign)
    if origin.method == "machine" and origin.signature != "none":
        hint = "a person who has compared it with the source signs it with --method machine-edited"
        yield _warning(where, "machine-only", f"{name} is a machine's alone", hint)


def _untold(origin: Provenance) -> tuple[str, str]:
    says = f'says "{origin.said}"' if origin.said else "does not say"
    message = f"the header {says} how the translation was made ({METHOD})"
    hint = f"write one of: {', '.join(METHODS)}; `polyleaf sign --method` does, with a review"
    return message, hint


def _warning(where: Where, code: str, message: str, hint: str) -> Finding:
    return Finding(where, code, message, hint, Severity.WARNING)
