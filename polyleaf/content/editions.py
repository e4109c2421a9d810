"""A templates folder → Edition: what a sheet is drawn with, read once and carried as values.

An edition may extend another: it then holds only what differs. Of two templates with one name its
own is taken, its style sheet comes after the other's, and a key of its edition.toml replaces the
other's. What stands in the tables `paper` and `type` reaches the style sheet as custom properties:
`size` of `paper` is `--paper-size`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import files
from ..model.findings import ExitStatus, Finding, PolyleafError, Where, did_you_mean
from ..model.sheet import Edition, TemplateFile
from .edition_settings import settings

SHARED = "shared"
CATALOGUE = "catalogue"
TOML = "edition.toml"
MAX_BYTES = 1_000_000  # the largest shipped template has 20 kB
MAX_SETTINGS = 100_000  # bytes; the largest shipped edition.toml has under 1 kB
KINDS = (".html", ".css", ".svg")
OTHERS = re.compile(r"[\"']([\w-]+)/[\w./-]+[\"']")  # "a4/leaflet.html" in a template


@dataclass(frozen=True, slots=True)
class Templates:
    """The folders that editions are looked for in, the project's own first."""

    roots: tuple[Path, ...]
    project: Path

    def names(self) -> list[str]:
        """The editions that the folders hold."""
        found = {name for root in self.roots for name in files.names(root)}
        return sorted({name[: -len(TOML) - 1] for name in found if name.endswith(f"/{TOML}")})

    def find(self, name: str) -> Path | None:
        """The first file of this name below a root."""
        return next((path for root in self.roots if files.exists(path := root / name)), None)

    def below(self, folders: Iterable[str]) -> Iterator[tuple[str, Path]]:
        """(name, path) of each template in folders; of two with one name the first root's."""
        seen: set[str] = set()
        for root in self.roots:
            inside = ((each, name) for each in folders for name in files.names(root / each))
            for name in sorted("/".join(pair) for pair in inside):
                if name.endswith(KINDS) and name not in seen:
                    seen.add(name)
                    yield name, root / name

    def shown(self, path: Path) -> str:
        """A path as problems name it: relative to the project where it is inside."""
        if path.is_relative_to(self.project):
            return path.relative_to(self.project).as_posix()
        return path.as_posix()

    def bytes(self, path: Path, limit: int = MAX_BYTES) -> bytes:
        """A file below one of the roots; raises PolyleafError if it leads out."""
        root = next(root for root in self.roots if path.is_relative_to(root))
        name = path.relative_to(root).as_posix()
        return files.read(root, name, Where(self.shown(path)), limit)


def names(roots: Iterable[Path]) -> list[str]:
    """The editions that the template folders hold."""
    return Templates(tuple(roots), Path()).names()


def read(
    name: str,
    roots: tuple[Path, ...],
    project: Path,
    asked_in: Where,
    exit_status: ExitStatus,
    suffixes: Mapping[str, str],
) -> Edition:
    """The edition `name`; of two files with one name the first root's is taken.

    `suffixes` are the ends of file names by format. Raises PolyleafError if there is no such
    edition, its settings are wrong or a file leaves its folder.
    """
    found_in = Templates(roots, project)
    if name not in (known := found_in.names()):
        message, hint = f'no edition is called "{name}"', did_you_mean(name, known)
        raise PolyleafError(
            [Finding(asked_in, "edition-unknown", message, hint, exit_status=exit_status)]
        )
    chain = list(_chain(name, found_in, known))
    found = settings(chain, suffixes)
    return Edition(
        name=name,
        extends=tuple(each for each, _, _ in chain[1:]),
        suffix=suffixes[found.format],
        files=_read_all((*(each for each, _, _ in chain), SHARED), found_in, known),
        **found._asdict(),
    )


def templates(name: str, roots: tuple[Path, ...], project: Path) -> tuple[TemplateFile, ...]:
    """The templates of an edition, without those that it extends; raises PolyleafError."""
    return _read_all((name, SHARED), Templates(roots, project), ())


def catalogue(roots: tuple[Path, ...], project: Path) -> Edition:
    """The templates of the page that lists what was built; raises PolyleafError."""
    found = _read_all((CATALOGUE,), Templates(roots, project), ())
    return Edition(CATALOGUE, ".html", 0, found, format="html")


def _chain(
    name: str, templates: Templates, known: list[str]
) -> Iterator[tuple[str, Where, dict[str, Any]]]:
    """An edition's name and settings, and those of each that it extends, its own first."""
    seen: list[str] = []
    while name:
        path = templates.find(f"{name}/{TOML}")
        assert path is not None, "its name is known"
        where = Where(templates.shown(path))
        table = files.toml(templates.bytes(path, MAX_SETTINGS), where, "edition-syntax")
        yield name, where, table
        seen.append(name)
        name = table.get("extends", "")
        if not isinstance(name, str):
            message = "extends must be the name of an edition"
            raise PolyleafError([Finding(where, "type", message, 'such as: extends = "a4"')])
        if name and name not in known:
            message, hint = f'no edition is called "{name}"', did_you_mean(name, known)
            raise PolyleafError([Finding(where, "edition-unknown", message, hint)])
        if name in seen:
            message = f'"{name}" extends itself: {" → ".join([*seen, name])}'
            raise PolyleafError([Finding(where, "edition-circle", message)])


def _read_all(
    folders: Iterable[str], templates: Templates, known: Iterable[str]
) -> tuple[TemplateFile, ...]:
    """The templates in folders, and in those of other editions that they name."""
    found: dict[str, TemplateFile] = {}
    findings: list[Finding] = []
    done, waiting = set[str](), {*folders}
    while waiting:
        for name, path in templates.below(waiting):
            try:
                found[name] = _template(name, path, templates)
            except PolyleafError as error:
                findings += error.findings
        done |= waiting
        texts = [file.text for file in found.values()]
        waiting = {name for text in texts for name in OTHERS.findall(text)} & {*known} - done
    if findings:
        raise PolyleafError(findings)
    return tuple(found.values())


def _template(name: str, path: Path, templates: Templates) -> TemplateFile:
    shown = templates.shown(path)
    text = files.decode(templates.bytes(path), shown, "encoding", "save the file as UTF-8")
    return TemplateFile(name, shown, text)
