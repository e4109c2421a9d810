"""service-worker.js: what a browser keeps of the folder, so that it is read without a network.

It is named by what it keeps: a browser that finds another one fetches everything anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from ...markup import Catalogue, escaped
from ...model.jobs import Built
from ...model.task import OutputFile

NAME = "service-worker.js"


def worker(
    site: Catalogue, shell: Iterable[OutputFile], rows: Iterable[Built]
) -> tuple[str, bytes]:
    """(name, bytes) of the script that keeps the files of `shell` from the first visit on.

    Sheets that were opened are compared with the server's when any sheet (`rows`) has changed.
    Raises PolyleafError if its template is missing.
    """
    whole = hashlib.sha256()
    kept = list(shell)
    for file in kept:
        whole.update(f"{file.name} {hashlib.sha256(file.data).hexdigest()}\n".encode())
    for row in rows:
        whole.update(f"{row.file} {row.sha256}\n".encode())
    known = escaped({"build": whole.hexdigest()[:16], "shell": [file.name for file in kept]})
    return NAME, f"const KNOWN = {known};\n{site.text(NAME)}".encode()
