"""The Typst compiler, which sets each of its documents anew: plain paragraphs of the same texts in
the same fonts, without tables, pictures or checks.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import typst

from polyleaf import languages
from polyleaf.translation import catalog

FEW = 20


def set_some(project: Path) -> float:
    """Seconds for a document of a file, as the package is called for one."""
    documents = list(_documents(project))[:FEW]
    file = project / "sheet.typ"
    start = time.perf_counter()
    for document in documents:
        file.write_bytes(document)
        typst.compile(str(file))
    return (time.perf_counter() - start) / len(documents)


def set_all(project: Path) -> tuple[int, float]:
    """(documents, seconds) for all of a project's catalogs, with every advantage: the compiler is
    loaded, has its fonts, keeps what it has set before, and reads and writes no file.
    """
    documents = list(_documents(project))
    compiler = typst.Compiler(font_paths=typst.Fonts())
    compiler.compile(documents[0])  # warm
    start = time.perf_counter()
    for document in documents:
        compiler.compile(document)
    return len(documents), time.perf_counter() - start


def _documents(project: Path) -> Iterator[bytes]:
    for path in sorted(project.glob("locales/*/LC_MESSAGES/*.po")):
        language = languages.find(path.parts[-3].replace("_", "-"))
        direction = "rtl" if language.direction == "rtl" else "ltr"
        fonts = json.dumps([family.lower() for family in language.families])[1:-1]
        setting = f'#set text(dir: {direction}, font: ({fonts},), lang: "{language.tag[:2]}")\n'
        entries = catalog.read(path.read_bytes(), path.stem).active
        texts = (json.dumps(entry.msgstr[0], ensure_ascii=False) for entry in entries)
        yield (setting + "\n\n".join(f"#{text}" for text in texts)).encode()
