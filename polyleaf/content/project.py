"""Where a project's files are, and which of its leaflets are selected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath

from .. import files, languages
from ..files import Inputs
from ..files.shipped import shipped
from ..model.clinic import Clinic
from ..model.findings import (
    ExitStatus,
    Finding,
    PolyleafError,
    Severity,
    Where,
    did_you_mean,
    raise_if_errors,
)
from ..model.folds import Duplex
from ..model.jobs import INTERFACE, PAIR, Folder, expand
from ..model.leaflet import Asset
from ..model.look import Look
from ..model.sheet import Language
from . import catalog_folders, clinic, near_projects, picture_files, stray_catalogs, yaml

CALL = Where("command line")
CLINIC = "clinic.yaml"
CONTENT = "content"
FOLDERS = (CONTENT, "locales", "templates", "output")
MISNAMED = re.compile(r"\.ya?ml(?:\.txt|\.ya?ml)?$", re.IGNORECASE)
MAX_CATALOG = 10_000_000  # bytes; the shipped catalogs have some 100 kB


@dataclass(frozen=True, slots=True)
class Project:
    """A folder of content, catalogs and templates, and the clinic that it belongs to."""

    root: Path
    output: Path
    clinic: Clinic
    asked_languages: tuple[tuple[str, Where], ...]  # languages and pairs, as written in clinic.yaml
    editions: tuple[tuple[str, Where], ...]
    source: Language  # the language of content/
    look: Look
    # Names of leaflets, each with the tags of the languages that it is in; others are in all.
    leaflet_languages: tuple[tuple[str, Where, tuple[tuple[str, Where], ...]], ...] = ()
    inputs: Inputs = frozenset()  # the files that this was read from

    @property
    def languages(self) -> tuple[tuple[str, Where], ...]:
        """The tags of clinic.yaml, of pairs each part."""
        found: dict[str, Where] = {}
        for spoken, where in self.asked_languages:
            for tag in filter(None, spoken.split(PAIR)):
                found.setdefault(tag, where)
        return tuple(found.items())

    @property
    def template_roots(self) -> tuple[Path, ...]:
        """The project's own templates first, then the shipped ones."""
        return tuple(dict.fromkeys((self.root / "templates", Path(shipped("templates")))))

    def leaflet_names(self) -> list[str]:
        """The names of the content files; raises PolyleafError if there are none."""
        here = (name for name in files.names(self.root / CONTENT) if "/" not in name)
        names = sorted(name.removesuffix(".yaml") for name in here if name.endswith(".yaml"))
        if not names:
            hint = "put a leaflet there: content/<name>.yaml"
            if stray := next(self.strays(), None):
                hint = f"{stray.where}: {stray.hint}"
            where = Where(f"{CONTENT}/")
            raise wrong_call("content-empty", "there is no leaflet", hint, where)
        return names

    def strays(self) -> Iterator[Finding]:
        """What looks like a leaflet in the content folder and is not read."""
        for name in files.names(self.root / CONTENT):
            where, path = Where(f"{CONTENT}/{name}"), PurePosixPath(name)
            found = MISNAMED.search(name)
            if found and found[0] != ".yaml":
                hint = f"name it {path.name[: -len(found[0])]}.yaml"
                message = f'"{found[0]}" is not the ending of a leaflet: it is not read'
                yield Finding(where, "content-unread", message, hint)
            elif "/" in name and name.endswith(".yaml"):
                message = "a leaflet in a folder of its own is not read"
                hint = f"move it to {CONTENT}/{path.name}, or give a draft another ending"
                yield Finding(where, "content-unread", message, hint, Severity.WARNING)

    def source_tag(self, domain: str) -> str:
        """The language in which a leaflet, or the interface, is written."""
        return languages.ENGLISH if domain == INTERFACE else self.source.tag

    def content(self, name: str) -> bytes:
        """The bytes of a leaflet's file; raises PolyleafError if it cannot be read."""
        file = f"{name}.yaml"
        where = Where(f"{CONTENT}/{file}")
        return files.read_inside(self.root / CONTENT, file, where, yaml.MAX_BYTES)

    def catalog(self, path: Path) -> bytes:
        """The bytes of the project's or a shipped catalog; raises PolyleafError if unreadable."""
        root = self.root if path.is_relative_to(self.root) else Path(shipped("locales"))
        name, where = path.relative_to(root).as_posix(), Where(self.shown(path))
        return files.read_inside(root, name, where, MAX_CATALOG)

    def template_path(self, domain: str) -> Path:
        return self.root / "locales" / f"{domain}.pot"

    def folder(self, language: Language) -> str:
        """The folder in locales/ of a language; raises PolyleafError if there are two."""
        named = (tag for tag, _ in self.languages)
        return catalog_folders.find(self.root / "locales", language, named)

    def catalog_path(self, domain: str, language: Language) -> Path:
        """Where a language's catalog is, or would be; raises PolyleafError as `folder` does."""
        folder = self.root / "locales" / self.folder(language)
        return folder / catalog_folders.MESSAGES / f"{domain}.po"

    def stray_catalog(self, domain: str, language: Language) -> Finding | None:
        """An error at the file that is probably a leaflet's catalog, in another place."""
        right = self.shown(self.catalog_path(domain, language))
        return stray_catalogs.find(self.root, right, language, self.leaflet_names())

    @property
    def clinic_file(self) -> str:
        return CLINIC

    def shipped_path(self, domain: str, language: Language) -> Path:
        """Where Polyleaf's own catalog of a language is, or would be."""
        locales = Path(shipped("locales"))
        folder = locales / catalog_folders.find(locales, language)
        return folder / catalog_folders.MESSAGES / f"{domain}.po"

    def shipped_template_path(self, domain: str) -> Path:
        return Path(shipped("locales")) / f"{domain}.pot"

    def signed_path(self, path: Path) -> Path:
        """Where the copy of a catalog is that keeps the signed texts."""
        return path.parent.parent / "reviewed" / path.name

    def shown(self, path: Path) -> str:
        """A path as findings print it."""
        inside = path.is_relative_to(self.root)
        return path.relative_to(self.root).as_posix() if inside else path.as_posix()

    def picture(self, name: str, where: Where) -> Asset:
        """A picture in the content folder; raises PolyleafError if it cannot be drawn."""
        return picture_files.read(self.root / CONTENT, name, where)


def read(
    folder: Folder, output: Folder | None, *, mono: bool = False, duplex: Duplex | None = None
) -> Project:
    """The project in `folder`; raises PolyleafError if the folder or its clinic.yaml is wrong.

    Whatever clinic.yaml says, with `mono` its sheets are drawn for black-and-white printers, and
    with `duplex` those that are folded are imposed for a printer that turns paper so.
    """
    root = files.resolved(folder)
    file = root / CLINIC
    if not files.exists(file):
        message = f"{root} has no {CLINIC}"
        raise wrong_call(
            "project-missing", message, near_projects.hint(root, CLINIC), Where(CLINIC)
        )
    raise_if_errors(_leading_out(root, output))
    found = files.noted(
        lambda: _read(root, files.resolved(output or root / "output"), mono=mono, duplex=duplex)
    )
    return replace(found.value, inputs=found.inputs)


def _read(root: Path, output: Path, *, mono: bool, duplex: Duplex | None) -> Project:
    data = files.read_inside(root, CLINIC, Where(CLINIC), yaml.MAX_BYTES)
    shape, findings = clinic.read(data, CLINIC)
    tag = shape.source_language
    source = languages.find(tag, tag.where) if tag else languages.find(languages.ENGLISH)
    look = clinic.look(shape, mono=mono, duplex=duplex)
    try:
        made = clinic.clinic(shape, source, partial(picture_files.logo, root))
    except PolyleafError as error:
        raise PolyleafError(sorted({*findings, *error.findings})) from None
    raise_if_errors(findings)
    return Project(
        root=root,
        output=output,
        clinic=made,
        asked_languages=_placed(shape.languages),
        leaflet_languages=tuple(
            (str(name), name.where, _placed(tags)) for name, tags in shape.leaflet_languages.items()
        ),
        editions=clinic.editions(shape, look),
        source=source,
        look=look,
    )


def _placed(tags: Iterable[yaml.Scalar]) -> tuple[tuple[str, Where], ...]:
    return tuple((str(tag), tag.where) for tag in tags)


def _leading_out(root: Path, output: Folder | None) -> Iterator[Finding]:
    """Folders that are links out of the project, where a build must not read or write unasked."""
    for name in FOLDERS:
        if files.resolved(root / name).is_relative_to(root) or (name == "output" and output):
            continue
        hint = "name it with --output" if name == "output" else "copy it into the project"
        message = "the folder leads outside the project"
        yield Finding(
            Where(f"{name}/"), "outside-project", message, hint, exit_status=ExitStatus.CALL
        )


def select(asked: Iterable[str], known: Iterable[str], kind: str) -> list[str]:
    """The names that were asked for, or all of them; a name may be a pattern such as `exo*`.

    Raises PolyleafError for unknown names.
    """
    names = list(known)
    wanted = expand(asked, names)
    errors = [
        wrong_call(f"{kind}-unknown", f'there is no {kind} "{name}"', did_you_mean(name, names))
        for name in wanted
        if name not in names
    ]
    if errors:
        raise PolyleafError(finding for error in errors for finding in error.findings)
    return wanted or names


def wrong_call(code: str, message: str, hint: str = "", where: Where = CALL) -> PolyleafError:
    """The command line, or the project as a whole, is wrong."""
    return PolyleafError([Finding(where, code, message, hint, exit_status=ExitStatus.CALL)])
