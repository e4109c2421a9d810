"""Files of a clinic → the files of a project, and what a person has to look at."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...files import read_bytes
from ...model.findings import ExitStatus, Finding, PolyleafError, Where
from .. import leaflets as content
from ..project import Project
from . import known_lines, pictures_beside
from .one_document import read

MOST_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class NewLeaflets:
    """`files` are by their path in the project."""

    files: dict[str, bytes]
    findings: tuple[Finding, ...]


def leaflets(project: Project, names: Iterable[str], leaflet: str, today: date) -> NewLeaflets:
    """A leaflet of each file, called `leaflet` or after the file; raises PolyleafError for all
    that cannot be read."""
    made: dict[str, bytes] = {}
    found: list[Finding] = []
    wrong: list[Finding] = []
    for name in names:
        try:
            path = f"content/{leaflet or _named(name)}.yaml"
            if faults := list(content.name_faults(path)):
                raise PolyleafError(faults)
            if path in made:
                raise PolyleafError([_fault(name, "another file has this name, too")])
            document = read(
                _bytes(name),
                name,
                Path(path).stem,
                project.clinic.country,
                _numbers(project),
                today,
                pictures_beside.below(Path(name).parent),
            )
        except PolyleafError as error:
            wrong += error.findings
        else:
            made[path] = document.text.encode()
            made |= {f"content/{path}": data for path, data in document.pictures.items()}
            found += document.findings
    if wrong:
        raise PolyleafError(wrong)
    return NewLeaflets(made, tuple(found))


def _named(name: str) -> str:
    plain = unicodedata.normalize("NFKD", Path(name).stem).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    if not words:
        raise PolyleafError([_fault(name, "its name cannot name a leaflet")])
    return "-".join(words)


def _bytes(name: str) -> bytes:
    try:
        return read_bytes(name, MOST_BYTES)
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise PolyleafError([_fault(name, message)]) from None


def _numbers(project: Project) -> dict[str, str]:
    """The names of the clinic's telephones by their last nine digits."""
    return {
        known_lines.digits(value)[-9:]: name.removeprefix("clinic.")
        for name, value in reversed(project.clinic.values)
        if "phone" in name and len(known_lines.digits(value)) >= 9
    }


def _fault(name: str, message: str) -> Finding:
    hint = "--leaflet NAME gives the new leaflet a name"
    return Finding(Where(name), "document-file", message, hint, exit_status=ExitStatus.CALL)
