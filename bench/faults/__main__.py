"""Prints which seeded faults are found."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence

from polyleaf import checks
from polyleaf.model.findings import Finding
from polyleaf.model.unit import Translation

from . import seeds
from .seeds import Seed

Counts = dict[str, list[bool]]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="bench.faults", description="which faults are found")
    parser.add_argument("--half", nargs="*", default=(), help="files whose names end so")
    parser.add_argument("--kind", nargs="*", default=(), help="these kinds alone")
    parser.add_argument("--missed", action="store_true", help="print the faults not found")
    parser.add_argument("--found", action="store_true", help="print what finds the others")
    told = parser.parse_args(arguments)
    by_kind, by_language, by_file = (defaultdict[str, list[bool]](list) for _ in range(3))
    for file, seed in seeds.read(told.half):
        if told.kind and seed.kind not in told.kind:
            continue
        found = _found(seed)
        if found is None:
            print(f"no such message any more: {seed.leaflet} {seed.msgctxt}", file=sys.stderr)
            continue
        for counts, key in ((by_kind, seed.kind), (by_language, seed.language), (by_file, file)):
            counts[key].append(bool(found))
        if told.missed and not found:
            _show(seed)
        if told.found and found:
            print(f"[{seed.language}] {seed.kind}: {seed.note}")
            print(*(f"    {f.severity}[{f.code}] {f.message}" for f in found), sep="\n")
    for counts in (by_kind, by_language, by_file):
        _table(counts)


def _found(seed: Seed) -> list[Finding] | None:
    """What is found in the spoilt message that is not found in the shipped one."""
    made = seeds.spoilt(seed)
    if made is None:
        return None
    bad, whole = made
    before = {(f.code, f.message) for f in _of_catalog(seeds.shipped(seed.language, seed.leaflet))}
    found = [*checks.message(bad), *_of_catalog(whole)]
    good = next(
        unit
        for unit in seeds.shipped(seed.language, seed.leaflet).units
        if (unit.context, unit.source) == (bad.context, bad.source)
    )
    before |= {(f.code, f.message) for f in checks.message(good)}
    return [f for f in found if (f.code, f.message) not in before]


def _of_catalog(whole: Translation) -> Iterable[Finding]:
    return [finding for check in checks.CATALOG for finding in check(whole)]


def _show(seed: Seed) -> None:
    print(f"[{seed.language}] {seed.kind}: {seed.note}\n    {seed.msgid}\n    {seed.msgstr}")


def _table(counts: Counts) -> None:
    print("\n| | seeded | found | rate |\n|---|---|---|---|")
    total = [one for those in counts.values() for one in those]
    for key, those in (*sorted(counts.items()), ("all", total)):
        rate = f"{sum(those) / len(those):.0%}" if those else "–"
        print(f"| {key} | {len(those)} | {sum(those)} | {rate} |")


if __name__ == "__main__":
    main()
