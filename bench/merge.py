"""A large catalog brought up to date, beside gettext's msgmerge: 2,000 messages, 100 changed.

.venv/bin/python -m bench.merge
"""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path
from statistics import median

from polyleaf.translation import catalog

from . import turns

MESSAGES, CHANGED, TURNS = 2000, 100, 5
WORDS = 14  # a message
SEED = 1
WORDLIST = [
    "skin",
    "cream",
    "doctor",
    "face",
    "water",
    "day",
    "night",
    "sun",
    "nurse",
    "call",
    "clinic",
    "help",
    "gentle",
    "red",
    "sore",
]


def main() -> None:
    chance = random.Random(SEED)
    texts = [" ".join(chance.choices(WORDLIST, k=WORDS)) + f" {n}." for n in range(MESSAGES)]
    changed = set(chance.sample(range(MESSAGES), CHANGED))
    newer = [f"{text} Ask us." if n in changed else text for n, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder) / "old.po", Path(folder) / "new.pot"
        old.write_text(_catalog(texts, "Language: es\\n", "Traducido"), "utf-8")
        new.write_text(_catalog(newer, "", ""), "utf-8")
        ours, theirs = [], []
        for _ in range(TURNS):
            start = time.process_time()
            merged = catalog.merge(_read(old), _read(new))[0]
            catalog.write(merged)
            ours.append(time.process_time() - start)
            fuzzy = sum(entry.fuzzy for entry in merged.entries)
            theirs.append(
                turns.run(["msgmerge", "--quiet", "-o", "/dev/null", str(old), str(new)])[1]
            )
    print(f"{fuzzy} of {CHANGED} changed messages kept their translation as fuzzy")
    print(
        f"catalog.merge, with reading and writing: {1000 * median(ours):.0f} ms of processor;",
        end=" ",
    )
    print(f"msgmerge: {1000 * median(theirs):.0f} ms; {median(ours) / median(theirs):.2f}×")


def _read(path: Path) -> catalog.Catalog:
    return catalog.read(path.read_bytes(), path.name)


def _catalog(texts: list[str], language: str, translation: str) -> str:
    head = f'msgid ""\nmsgstr ""\n"{language}"\n' if language else 'msgid ""\nmsgstr ""\n'
    head += '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    entries = (
        f'msgctxt "section-{n // 20}/paragraph"\nmsgid "{text}"\nmsgstr "{translation}"'
        for n, text in enumerate(texts)
    )
    return "\n".join([head, "\n\n".join(entries), ""])


if __name__ == "__main__":
    main()
