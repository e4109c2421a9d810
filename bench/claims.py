"""What the checks of content find in leaflets and advertisements that others wrote.

    .venv/bin/python -m bench.claims FOLDER                   findings a leaflet, by code
    .venv/bin/python -m bench.claims FOLDER --sample CODE 30  some of them, to read
    .venv/bin/python -m bench.claims FILE --lines             each line of a text, with its findings

A folder holds plain texts (*.txt, *.md), in folders by who published them; docs/checks.md says
which were read, and what was found. They are not kept here.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from polyleaf import checks
from polyleaf.checks.registry import CHECKS
from polyleaf.model.clinic import Clinic
from polyleaf.model.findings import Finding, PolyleafError
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.walk import texts

from .leaflet_texts import leaflet

CLINIC = Clinic("Clinic", (), (("clinic.phone", "1"), ("clinic.urgent_phone", "2")), "", None, "GB")
OURS = ("source.", "project.")
SHIFT = 7  # lines that leaflet_texts.HEAD has more than the text


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="what the checks of content find")
    parser.add_argument("path", type=Path)
    parser.add_argument("--sample", nargs=2, metavar=("CODE", "N"))
    parser.add_argument("--lines", action="store_true")
    told = parser.parse_args(arguments)
    read = [(path, *found) for path in _files(told.path) if (found := _found(path))]
    if told.lines:
        for path, _, findings in read:
            _lines(path, findings)
    elif told.sample:
        code, number = told.sample[0], int(told.sample[1])
        every = [(p, m, f) for p, m, found in read for f in found if f.code.startswith(code)]
        for path, made, finding in random.Random(1).sample(every, min(number, len(every))):
            _show(path, made, finding)
    else:
        _table(told.path, [(path, findings) for path, _, findings in read])


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted((*path.rglob("*.txt"), *path.rglob("*.md")))


def _found(path: Path) -> tuple[Leaflet, list[Finding]] | None:
    """What the checks of content find; those of characters and markup are left out."""
    try:
        made = leaflet(path)
    except PolyleafError as error:
        print(f"refused: {path}: {error.findings[0]}")
        return None
    return made, [f for f in checks.leaflet(made, CLINIC) if f.code in codes()]


def codes() -> set[str]:
    return {rule.code for name, rows in CHECKS.items() if name.startswith(OURS) for rule in rows}


def _lines(path: Path, findings: list[Finding]) -> None:
    by_line: defaultdict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_line[max(finding.where.line - SHIFT, 1)].append(finding)
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        print(f"{number:3} {line[:100]}")
        for finding in by_line.get(number, ()):
            print(f"        {finding.code}: {finding.message}")


def _show(path: Path, made: Leaflet, finding: Finding) -> None:
    text = next((t.value for t in texts(made) if t.where == finding.where), "")
    print(f"{finding.code} {path.parent.name}/{path.stem}: {finding.message}\n    {text[:400]}")


def _table(folder: Path, read: Sequence[tuple[Path, list[Finding]]]) -> None:
    print("\n".join(_rows(folder, read)))


def _rows(folder: Path, read: Sequence[tuple[Path, list[Finding]]]) -> Iterator[str]:
    by_publisher = Counter(path.parent.name for path, _ in read)
    yield f"{len(read)} texts: {', '.join(f'{k} {n}' for k, n in by_publisher.items())}"
    yield "| code | findings | a text | texts with one |"
    yield "|---|---|---|---|"
    found = Counter(f.code for _, findings in read for f in findings)
    for code, number in found.most_common():
        those = sum(any(f.code == code for f in findings) for _, findings in read)
        yield f"| `{code}` | {number} | {number / len(read):.2f} | {those} |"
    yield f"| all | {found.total()} | {found.total() / max(len(read), 1):.2f} | |"


if __name__ == "__main__":
    main()
