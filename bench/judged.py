"""Findings that readers judged ↔ rows of a table, and the rate of true ones."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from .measure import Found, is_sentence


@dataclass(frozen=True, slots=True)
class Judged:
    """One row. `verdict` is true, false or, before anybody read it, empty."""

    code: str
    severity: str
    language: str
    package: str
    verdict: str
    why: str
    message: str
    source: str
    target: str


def read(path: Path) -> list[Judged]:
    with path.open(encoding="utf-8", newline="") as file:
        return [Judged(**row) for row in csv.DictReader(file)]


def write(path: Path, those: Iterable[Judged]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(field.name for field in fields(Judged))
        writer.writerows(astuple(one) for one in those)


def rows(found: Iterable[Found], known: Sequence[Judged]) -> Iterator[tuple[str, ...]]:
    """A row a finding, with the verdict that it had already."""
    before = {(one.code, one.language, one.source, one.target): one for one in known}
    for one in found:
        key = one.key
        old = before.get((key.code, key.language, key.source, key.target))
        verdict, why = (old.verdict, old.why) if old else ("", "")
        texts = (one.finding.message, key.source, key.target)
        yield (key.code, one.finding.severity, key.language, one.package, verdict, why, *texts)


def table(those: Iterable[Judged]) -> Iterator[str]:
    """Per check: how many were read, and how many of them were true; the same of sentences."""
    by_code: defaultdict[tuple[str, str], list[Judged]] = defaultdict(list)
    for one in those:
        by_code[one.code, one.severity].append(one)
    yield "| check | severity | read | true | rate | sentences read | true | rate |"
    yield "|---|---|---|---|---|---|---|---|"
    for (code, severity), ours in sorted(by_code.items()):
        long = [one for one in ours if is_sentence(one.source)]
        yield f"| `{code}` | {severity} | {_rate(ours)} | {_rate(long)} |"


def _rate(those: Sequence[Judged]) -> str:
    true = sum(one.verdict == "true" for one in those)
    rate = f"{true / len(those):.0%}" if those else "–"
    return f"{len(those)} | {true} | {rate}"
