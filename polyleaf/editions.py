"""A templates folder → Edition: what a sheet is drawn with, read once and carried as values."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from .files import decode
from .files import read as read_inside
from .model import Edition, TemplateFile
from .problems import Blame, Finding, PolyleafError, Where, did_you_mean

SHARED = "shared"
CATALOGUE = "catalogue"
SUFFIXES: dict[object, Literal[".pdf", ".html"]] = {"pdf": ".pdf", "html": ".html"}
SHOWS: tuple[Literal["sheet", "messages"], ...] = ("sheet", "messages")
MAX_BYTES = 1_000_000  # the largest shipped template has 20 kB
KINDS = (".html", ".css", ".svg")


def names(roots: Iterable[Path]) -> list[str]:
    """The editions that the template folders hold."""
    return sorted({toml.parent.name for root in roots for toml in root.glob("*/edition.toml")})


def read(
    name: str, roots: tuple[Path, ...], project: Path, asked_in: Where, blame: Blame
) -> Edition:
    """The edition `name`; of two files with one name the first root's is taken.

    Raises PolyleafError if there is none, its settings are wrong or a file leaves its folder.
    """
    if name not in names(roots):
        hint = did_you_mean(name, names(roots))
        message = f'no edition is called "{name}"'
        raise PolyleafError([Finding(asked_in, "edition-unknown", message, hint, blame=blame)])
    settings = next(path for root in roots if (path := root / name / "edition.toml").is_file())
    where = Where(_shown(settings, project))
    try:
        table = tomllib.loads(_text(settings, roots, where))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PolyleafError([Finding(where, "edition-syntax", str(error))]) from None
    findings = list(_wrong(table, where))
    files = _files((name, SHARED), roots, project, findings)
    if findings:
        raise PolyleafError(findings)
    suffix, smallest = SUFFIXES[table["format"]], table.get("smallest_type", 0)
    shows = table.get("shows", SHOWS[0])
    return Edition(name, suffix, table.get("max_pages", 0), files, smallest, shows)


def catalogue(roots: tuple[Path, ...], project: Path) -> Edition:
    """The templates of the page that lists what was built; raises PolyleafError."""
    findings: list[Finding] = []
    files = _files((CATALOGUE,), roots, project, findings)
    if findings:
        raise PolyleafError(findings)
    return Edition(CATALOGUE, ".html", 0, files)


def _files(
    folders: tuple[str, ...], roots: tuple[Path, ...], project: Path, findings: list[Finding]
) -> tuple[TemplateFile, ...]:
    """The templates in `folders`; of two with one name the first root's is taken."""
    files: dict[str, TemplateFile] = {}
    for root in roots:
        for path in sorted(p for folder in folders for p in (root / folder).rglob("*")):
            key = path.relative_to(root).as_posix()
            if path.suffix not in KINDS or not path.is_file() or key in files:
                continue
            where = Where(_shown(path, project))
            try:
                files[key] = TemplateFile(key, where.path, _text(path, roots, where))
            except PolyleafError as error:
                findings += error.findings
    return tuple(files.values())


def _text(path: Path, roots: tuple[Path, ...], where: Where) -> str:
    """A file below one of the roots; raises PolyleafError if it leads out or is no text."""
    root = next(root for root in roots if path.is_relative_to(root))
    data = read_inside(root, path.relative_to(root).as_posix(), where, MAX_BYTES)
    return decode(data, where.path, "encoding", "save the file as UTF-8")


def _wrong(table: dict[str, object], where: Where) -> Iterator[Finding]:
    known = {"format", "max_pages", "smallest_type", "shows"}
    for key in table.keys() - known:
        yield Finding(where, "key-unknown", f'unknown key "{key}"', did_you_mean(key, known))
    if not isinstance(table.get("format"), str) or table["format"] not in SUFFIXES:
        yield Finding(where, "value-unknown", "format must be pdf or html")
    if (shows := table.get("shows", SHOWS[0])) not in SHOWS:
        yield Finding(where, "value-unknown", "shows must be sheet or messages")
    elif shows == "messages" and table.get("format") != "pdf":
        yield Finding(where, "value-unknown", "what shows messages is for paper: format is pdf")
    pages = table.get("max_pages", 0)
    if type(pages) is not int or pages < 0:
        yield Finding(where, "type", "max_pages must be a whole number")
    smallest = table.get("smallest_type", 0)
    if (
        isinstance(smallest, bool)
        or not isinstance(smallest, int | float)
        or not 0 <= smallest < math.inf
    ):
        yield Finding(where, "type", "smallest_type must be a number of points")


def _shown(path: Path, project: Path) -> str:
    """A path as problems name it: relative to the project where it is inside."""
    if path.is_relative_to(project):
        return path.relative_to(project).as_posix()
    return path.as_posix()
