"""service-worker.js: what a browser keeps of the folder, so that it is read without a network.

It is named by what it keeps: a browser that finds another one fetches everything anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from ...markup import Catalogue, Lookup, escaped
from ...model.jobs import Built
from ...model.sheet import Language
from ...model.task import OutputFile

NAME = "service-worker.js"
STYLES = ("offline.css",)


def worker(
    site: Catalogue,
    shell: Iterable[OutputFile],
    rows: Iterable[Built],
    readers: Sequence[tuple[Language, Lookup]],
) -> tuple[str, bytes]:
    """(name, bytes) of the script that keeps the files of `shell` from the first visit on.

    It says in the reader's language that a sheet is not kept; in the first of `readers`, if that is
    none of them. Sheets that were opened are compared with the server's when any sheet (`rows`) has
    changed.
    Raises PolyleafError if its template is missing.
    """
    whole = hashlib.sha256()
    kept = list(shell)
    for file in kept:
        whole.update(f"{file.name} {hashlib.sha256(file.data).hexdigest()}\n".encode())
    for row in rows:
        whole.update(f"{row.file} {row.sha256}\n".encode())
    known = {
        "build": whole.hexdigest()[:16],
        "shell": [file.name for file in kept],
        "missing": {language.tag: _missing(site, language, words) for language, words in readers},
    }
    return NAME, f"const KNOWN = {escaped(known)};\n{site.text(NAME)}".encode()


def _missing(site: Catalogue, language: Language, words: Lookup) -> str:
    return site.fill("catalogue/offline.html", language, words, {}, scripts=(), styles=STYLES)
