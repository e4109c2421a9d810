"""How often the checks are wrong: all checks of a catalog, on catalogs that others wrote.

    .venv/bin/python -m bench.alarms                     what is found, by check
    .venv/bin/python -m bench.alarms --sample CODE 30    some of it, for reading
    .venv/bin/python -m bench.alarms --csv CODE 30       the same, as rows for alarms/judged.csv
    .venv/bin/python -m bench.alarms --rates             what its readers said
    .venv/bin/python -m bench.alarms --safety            sentences alone, each as a safety text, in
                                                         the languages with words by meaning

The packages are in alarms/packages.txt; they are kept in .cache/alarms. Readers judge in the column
"verdict" of alarms/judged.csv: true if a translator would want to change something or the texts do
differ as told, else false.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from polyleaf import languages

from . import corpus, judged
from .measure import Found, Measured, measure, sample

HERE = Path(__file__).parent
PINS = HERE / "alarms/packages.txt"
JUDGED = HERE / "alarms/judged.csv"
CACHE = HERE.parent / ".cache/alarms"
SEED = 1


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="how often the checks are wrong")
    parser.add_argument("--packages", type=Path, default=PINS, help="a list with hashes")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where the packages are kept")
    parser.add_argument("--sample", nargs=2, metavar=("CODE", "N"), help="findings, for reading")
    parser.add_argument("--csv", nargs=2, metavar=("CODE", "N"), help="findings, as rows to judge")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--safety", action="store_true", help="sentences, as safety texts")
    parser.add_argument("--rates", action="store_true", help="how many of those judged are true")
    told = parser.parse_args(arguments)
    if told.rates:
        print(*judged.table(judged.read(JUDGED)), sep="\n")
        return
    measured = _measure(told.packages, told.cache, told.safety)
    if told.sample:
        for found in sample(measured.found, told.sample[0], int(told.sample[1]), told.seed):
            _show(found)
    elif told.csv:
        known = judged.read(JUDGED) if JUDGED.exists() else []
        rows = sample(measured.found, told.csv[0], int(told.csv[1]), told.seed)
        csv.writer(sys.stdout, lineterminator="\n").writerows(judged.rows(rows, known))
    else:
        _table(measured)


def _measure(pins: Path, cache: Path, safety: bool) -> Measured:
    try:
        files = corpus.wheels(pins, cache)
    except LookupError:
        corpus.download(pins, cache)
        files = corpus.wheels(pins, cache)
    every = list(corpus.read(files))
    refused = [one for one in every if isinstance(one, corpus.Refused)]
    for one in refused:
        print(f"refused: {one.path}: {one.why}", file=sys.stderr)
    print(f"{len(every)} catalogs, {len(refused)} of them refused", file=sys.stderr)
    read = (one for one in every if isinstance(one, corpus.Read))
    listed = (one for one in read if not safety or languages.lexicon(one.language).known)
    return measure(listed, safety=safety)


def _show(found: Found) -> None:
    key, finding = found.key, found.finding
    print(f"[{key.language}] {finding.message}", f"  {key.source!r}", f"  {key.target!r}", sep="\n")


def _table(measured: Measured) -> None:
    count = len(measured.messages)
    spoken = Counter(language for language, _, _ in measured.messages)
    print(f"{count} messages in {len(spoken)} languages:", end=" ")
    print(", ".join(f"{tag} {number}" for tag, number in spoken.most_common()))
    print("| check | severity | findings | per 1,000 messages | languages |")
    print("|---|---|---|---|---|")
    kinds = Counter((f.key.code, f.finding.severity.value) for f in measured.found)
    for (code, severity), number in sorted(kinds.items()):
        tags = Counter(
            f.key.language
            for f in measured.found
            if (f.key.code, f.finding.severity.value) == (code, severity)
        )
        most = " ".join(f"{tag} {n}" for tag, n in tags.most_common(6))
        print(f"| `{code}` | {severity} | {number} | {1000 * number / count:.2f} | {most} |")


if __name__ == "__main__":
    main()
