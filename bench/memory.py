"""The translation memory of a large project: 200 leaflets in 12 languages, and a TMX file.

.venv/bin/python -m bench.memory [LEAFLETS [LANGUAGES [TMX UNITS]]]

All but ten leaflets are translated. Half of the texts of those ten are in other leaflets, a fifth
are like one that is, and the rest are new.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import tempfile
import time
from pathlib import Path
from xml.sax.saxutils import escape

from polyleaf import languages
from polyleaf.content import project as projects
from polyleaf.model.jobs import Selection
from polyleaf.translation import catalog
from polyleaf.translation.workflow import status, update

NEW, TEXTS, SEED = 10, 120, 1
TAGS = ["es", "fr", "de", "pt", "it", "pl", "ru", "uk", "tr", "vi", "ar", "hi"]
LIST = (Path(languages.__file__).parent / "english_words.txt").read_text("utf-8")
WORDS = re.sub("#.*", "", LIST).split()
HEAD = """kind: leaflet
title: Leaflet {n}
summary: [{summary}]
published: 2026-11-22
review_by: 2199-11-22
written_by: A nurse
funding: none
sections:
"""
CLINIC = """name: Clinic
phone: "+44 20 7946 0958"
web: https://clinic.example/{{language}}/{{leaflet}}
country: GB
languages: [en, {}]
editions: [web]
"""


def main() -> None:
    count, tags, units = (*map(int, sys.argv[1:]), *(200, 12, 20_000)[len(sys.argv) - 1 :])
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content").mkdir()
        (root / "clinic.yaml").write_text(CLINIC.format(", ".join(TAGS[:tags])), "utf-8")
        pool = [sentence(chance) for _ in range(count * TEXTS)]
        for n in range(count - NEW):
            write(root, n, chance.sample(pool, TEXTS), chance)
        timed("the first catalogs", root)
        translate(root)
        timed("all translated", root)
        for n in range(count - NEW, count):
            texts = [text if chance.random() < 0.5 else changed(text, chance)
                     for text in chance.sample(pool, TEXTS)]  # fmt: skip
            write(root, n, texts, chance)
        timed(f"{NEW} new leaflets", root)
        timed("again", root)
        tmx(root, [sentence(chance) for _ in range(units)], TAGS[:tags])
        timed(f"with {units:,} units of TMX", root)
        start = time.process_time()
        rows = status.status(projects.read(root, None), Selection((), ())).rows
        print(f"status: {time.process_time() - start:.1f} s, {len(rows)} rows")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"at most {peak} MB of memory")


def timed(what: str, root: Path) -> None:
    start, mine = time.process_time(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = update.update(projects.read(root, None), (), ())
    assert not done.findings, done.findings[:3]
    theirs = resource.getrusage(resource.RUSAGE_CHILDREN)
    own, msgcat = time.process_time() - start, theirs.ru_utime - mine.ru_utime
    print(f"catalogs, {what}: {own:.1f} s and {msgcat:.1f} s of msgcat, {len(done.written)} files")


def sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.choice([3, 6, 10, 15, 25]))).capitalize() + "."


def changed(text: str, chance: random.Random) -> str:
    """A text with one other word, or a new one."""
    words = text.split()
    words[chance.randrange(len(words))] = chance.choice(WORDS)
    return " ".join(words) if chance.random() < 0.4 else sentence(chance)


def write(root: Path, n: int, texts: list[str], chance: random.Random) -> None:
    lines = [HEAD.format(n=n, summary=texts[0])]
    for section in range(1, len(texts), 10):
        lines.append(f"  - id: s{section}\n    heading: {texts[section]}\n    blocks:\n")
        lines += (f"      - paragraph: {text}\n" for text in texts[section + 1 : section + 10])
    (root / f"content/leaflet-{n:03}.yaml").write_text("".join(lines) + "sources: []\n", "utf-8")


def translate(root: Path) -> None:
    """Fills every catalog with texts as long as their sources."""
    for path in root.glob("locales/*/LC_MESSAGES/*.po"):
        found = catalog.read(path.read_bytes(), path.name)
        text = path.read_text("utf-8")
        for entry in found.active:
            text = text.replace('msgstr ""\n\n', f'msgstr "{entry.msgid[::-1][:60]}"\n\n', 1)
        path.write_text(text, "utf-8")


def tmx(root: Path, texts: list[str], tags: list[str]) -> None:
    lines = ['<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="en"/><body>']
    for text in texts:
        variants = (
            f'<tuv xml:lang="{tag}"><seg>{escape(text)}</seg></tuv>' for tag in ["en", *tags]
        )
        lines.append(f"<tu>{''.join(variants)}</tu>")
    (root / "locales/memory").mkdir()
    (root / "locales/memory/old.tmx").write_text("\n".join([*lines, "</body></tmx>"]), "utf-8")


if __name__ == "__main__":
    main()
