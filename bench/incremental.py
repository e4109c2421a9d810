"""What a build costs that has nothing to do, or one sheet, among a thousand."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median

from polyleaf.translation import catalog

from . import sheets, turns, typesetter

THOUSAND = 1000
LANGUAGES = (*sheets.LANGUAGES, "bn", "fr", "mr", "ta")
BUILD = [sys.executable, str(sheets.ROOT / "build.py")]


def again(options: argparse.Namespace) -> None:
    """A thousand sheets are built once; then the same call again, and again after a change."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        names = sheets.project_of(project, options.thousand // len(LANGUAGES), LANGUAGES)
        call = [*BUILD, "build", "--project", str(project), "--quiet", "--jobs", "2"]
        turns.run(call)
        print(f"{len(list(project.glob('output/*/*.pdf')))} sheets")
        nothing, version, changed, cold = [], [], [], []
        for turn in range(options.turns):
            version.append(turns.run([*BUILD, "--version"]))
            nothing.append(turns.run(call))
            _change(project, names[turn], turn)
            changed.append(turns.run(call))
            alone = Path(folder) / f"cold{turn}"
            one = [*BUILD, "build", names[turn], "-l", "es", "--project", str(project), "--quiet"]
            cold.append(turns.run([*one, "--output", str(alone)]))
            shutil.rmtree(alone)
        documents, seconds = typesetter.set_all(project)
        each = typesetter.set_some(project)
    _tell("nothing to do", nothing, "build.py --version", version)
    _tell("one message changed", changed, "that one sheet, cold", cold)
    ours = median(wall for wall, _ in changed)
    print(f"what one message changed takes here: {ours:.1f} s; Typst, {documents} documents:")
    print(f"each from a file: {each * documents:.1f} s, {each * documents / ours:.1f}×")
    print(f"all from memory, loaded: {seconds:.1f} s, {seconds / ours:.1f}×")


def _change(project: Path, name: str, turn: int) -> None:
    """A sign is added to the longest message of one catalog."""
    path = project / f"locales/es/LC_MESSAGES/{name}.po"
    read = catalog.read(path.read_bytes(), name)
    longest = max(read.active, key=lambda entry: len(entry.msgid))
    text = longest.msgstr[0] + "." * (turn + 1)
    entries = tuple(replace(e, msgstr=(text,)) if e is longest else e for e in read.entries)
    path.write_bytes(catalog.write(replace(read, entries=entries)))


def _tell(
    what: str, ours: list[tuple[float, float]], beside: str, theirs: list[tuple[float, float]]
) -> None:
    wall, busy = (median(t[i] for t in ours) / median(t[i] for t in theirs) for i in (0, 1))
    print(f"{what}: {wall:.2f}× {beside}; {busy:.2f}× by processor", end=" ")
    print(f"({1000 * median(t[1] for t in ours):.0f} ms of it)")
