"""Templates folder → Edition: its templates and settings, read once and carried as values.

An edition that extends another holds only what differs: its templates replace those with the same
name, its style sheet follows the other's, and its keys in edition.toml replace the other's. The
tables `paper`, `type`, `text` and `colours` become custom properties of the style sheet: `size` of
`paper` is `--paper-size`, `accent` of `colours` is `--accent`. What the clinic says of the look of
its sheets replaces them. A project's templates/extra.css follows every style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from .. import files
from ..model.findings import ExitStatus, Finding, PolyleafError, Where, did_you_mean
from ..model.look import Look
from ..model.sheet import EXTRA, Edition, TemplateFile
from . import edition_file
from .edition_file import EditionFile
from .edition_settings import PROPERTIES, settings

SHARED = "shared"
AS_IT_IS = Look()
CATALOGUE = "catalogue"
TOML = "edition.toml"
MAX_BYTES = 1_000_000  # the largest shipped template has 20 kB
MAX_SETTINGS = 100_000  # bytes; the largest shipped edition.toml has under 1 kB
KINDS = (".html", ".css", ".svg", ".js")
OTHERS = re.compile(r"[\"']([\w-]+)/[\w./-]+[\"']")  # "a4/leaflet.html" in a template


@dataclass(frozen=True, slots=True)
class Templates:
    """The folders in which editions are looked up, the project's own first."""

    roots: tuple[Path, ...]
    project: Path

    def find(self, name: str) -> Path | None:
        """The file of this name below the first root that has one."""
        return next((path for root in self.roots if files.exists(path := root / name)), None)

    def below(self, folders: Iterable[str]) -> Iterator[tuple[str, Path]]:
        """(name, path) of each template in folders; the first root's where names are equal."""
        seen: set[str] = set()
        for root in self.roots:
            inside = ((each, name) for each in folders for name in files.names(root / each))
            for name in sorted("/".join(pair) for pair in inside):
                if name.endswith(KINDS) and name not in seen:
                    seen.add(name)
                    yield name, root / name

    def shown(self, path: Path) -> str:
        """A path as findings print it: relative to the project if it is inside."""
        if path.is_relative_to(self.project):
            return path.relative_to(self.project).as_posix()
        return path.as_posix()

    def bytes(self, path: Path, limit: int = MAX_BYTES) -> bytes:
        """The bytes of a file below one of the roots; raises PolyleafError."""
        root = next(root for root in self.roots if path.is_relative_to(root))
        name = path.relative_to(root).as_posix()
        return files.read_inside(root, name, Where(self.shown(path)), limit)


def names(roots: Iterable[Path]) -> list[str]:
    """The names of the editions in the template folders."""
    found = {name for root in roots for name in files.names(root)}
    return sorted({name[: -len(TOML) - 1] for name in found if name.endswith(f"/{TOML}")})


def read(
    name: str,
    roots: tuple[Path, ...],
    project: Path,
    asked_in: Where,
    exit_status: ExitStatus,
    suffixes: Mapping[str, str],
    look: Look = AS_IT_IS,
) -> Edition:
    """The edition `name`; of files with equal names the first root's is taken.

    `suffixes` are those of file names by format. Raises PolyleafError if there is no such edition,
    its settings are wrong, or a file cannot be read.
    """
    found_in = Templates(roots, project)
    if name not in (known := names(roots)):
        message, hint = f'no edition is called "{name}"', did_you_mean(name, known)
        raise PolyleafError(
            [Finding(asked_in, "edition-unknown", message, hint, exit_status=exit_status)]
        )
    chain = list(_chain(name, found_in, known))
    names_ = tuple(dict.fromkeys(each.edition for each in chain))
    found = settings(chain, suffixes, look, _texts(names_, found_in))
    extra = _extra(found_in) if found.shows == "sheet" else ()
    return Edition(
        name=name,
        extends=names_[1:],
        suffix=suffixes[found.format],
        files=(*_read_all((*names_, SHARED), found_in, known), *extra),
        **found._asdict(),
    )


def templates(name: str, roots: tuple[Path, ...], project: Path) -> tuple[TemplateFile, ...]:
    """The edition's own templates and the shared ones; raises PolyleafError."""
    return _read_all((name, SHARED), Templates(roots, project), ())


def catalogue(roots: tuple[Path, ...], project: Path) -> Edition:
    """The templates of the index page; raises PolyleafError."""
    found = _read_all((CATALOGUE,), Templates(roots, project), ())
    return Edition(CATALOGUE, ".html", 0, found, format="html")


def _chain(name: str, templates: Templates, known: list[str]) -> Iterator[EditionFile]:
    """The edition.toml of an edition and of each one that it extends, its own first.

    A file of the same name in a later folder adds its properties, which its style sheet needs.
    """
    seen: list[str] = []
    while name:
        path = templates.find(f"{name}/{TOML}")
        assert path is not None, "its name is known"
        file = _settings_file(name, path, templates)
        yield file
        for other in (root / name / TOML for root in templates.roots):
            if other != path and files.exists(other):
                more = _settings_file(name, other, templates)
                properties = {key: more.table[key] for key in PROPERTIES if key in more.table}
                yield replace(more, table=properties)
        seen.append(name)
        name, where = file.table.get("extends", ""), file.at("extends")
        if not isinstance(name, str):
            message = "extends must be the name of an edition"
            raise PolyleafError([Finding(where, "type", message, 'such as: extends = "a4"')])
        if name and name not in known:
            message, hint = f'no edition is called "{name}"', did_you_mean(name, known)
            raise PolyleafError([Finding(where, "edition-unknown", message, hint)])
        if name in seen:
            message = f'"{name}" extends itself: {" → ".join([*seen, name])}'
            raise PolyleafError([Finding(where, "edition-circle", message)])


def _settings_file(name: str, path: Path, templates: Templates) -> EditionFile:
    return edition_file.read(name, templates.shown(path), templates.bytes(path, MAX_SETTINGS))


def _texts(folders: Iterable[str], templates: Templates) -> Iterator[str]:
    """Their templates, with those that are replaced: the settings may be for these."""
    for folder in (root / name for name in (*folders, SHARED) for root in templates.roots):
        for path in (folder / name for name in files.names(folder) if name.endswith(KINDS)):
            yield templates.bytes(path).decode("utf-8", "replace")


def _read_all(
    folders: Iterable[str], templates: Templates, known: Iterable[str]
) -> tuple[TemplateFile, ...]:
    """The templates in folders, and in the folders of other editions that they refer to."""
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


def _extra(templates: Templates) -> tuple[TemplateFile, ...]:
    """The project's own style sheet for all of its sheets, if there is one."""
    path = templates.find(EXTRA)
    return (_template(EXTRA, path, templates),) if path else ()


def _template(name: str, path: Path, templates: Templates) -> TemplateFile:
    shown = templates.shown(path)
    text = files.decode(templates.bytes(path), shown, "encoding", "save the file as UTF-8")
    return TemplateFile(name, shown, text)
