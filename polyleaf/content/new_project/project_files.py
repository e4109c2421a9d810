"""Answers → all files of a new project."""

from __future__ import annotations

import json
import os
from datetime import date
from importlib.resources import files
from pathlib import Path

from ...files import write_atomically
from ...model.findings import ExitStatus, Finding, PolyleafError, Where
from ...model.sheet import ENGLISH
from .. import clinic, leaflets
from .answers import Answers
from .clinic_text import clinic_text
from .skeletons import HEAD, KINDS, dated, skeleton

FIRST, TO_WRITE = "hand-washing", "first-leaflet"
COPIED = {  # file of the project → file here
    ".gitignore": "gitignore",
    ".github/workflows/leaflets.yml": "leaflets.yml",
    ".vscode/extensions.json": "extensions.json",
    ".vscode/settings.json": "settings.json",
    "crowdin.yml": "crowdin.yml",
    "weblate.json": "weblate.json",
}


def project_files(answers: Answers, today: date) -> dict[str, bytes]:
    """Their paths and bytes. Who does not write in English gets the parts of a first leaflet."""
    made = {path: _copied(name) for path, name in COPIED.items()}
    english = answers.source.tag == ENGLISH
    name = FIRST if english else TO_WRITE
    first = HEAD + dated(_copied(f"{FIRST}.yaml").decode(), today)
    made["clinic.yaml"] = clinic_text(answers, name).encode()
    made[f"content/{name}.yaml"] = (first if english else skeleton(KINDS[0], today)).encode()
    made["schemas/leaflet.schema.json"] = _json(leaflets.schema())
    made["schemas/clinic.schema.json"] = _json(clinic.schema())
    if answers.logo:
        made[answers.logo.name] = answers.logo.data
    return made


def _copied(name: str) -> bytes:
    return files(__package__).joinpath("files", name).read_bytes()


def _json(schema: object) -> bytes:
    return (json.dumps(schema, indent=2) + "\n").encode()


def write_new(root: Path, made: dict[str, bytes]) -> None:
    """Write files below a folder; raise PolyleafError, and write none, if one of them is there."""
    there = [path for path in made if os.path.lexists(root / path)]
    if there:
        hint = "nothing is written: name another, or move what is there away"
        raise PolyleafError([_finding(root / path, "it is there already", hint) for path in there])
    written: list[Path] = []
    try:
        for path, data in made.items():
            write_atomically(root / path, data)
            written.append(root / path)
    except OSError as error:
        for file in written:
            file.unlink(missing_ok=True)
        message = f"cannot be written: {error.strerror or error}"
        raise PolyleafError([_finding(root / path, message, "")]) from None


def _finding(path: Path, message: str, hint: str) -> Finding:
    return Finding(Where(str(path)), "new-exists", message, hint, exit_status=ExitStatus.CALL)
