"""Where a project's things are, and what of it is selected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from .. import files, languages
from ..files import Inputs
from ..files.shipped import shipped
from ..model.findings import (
    ExitStatus,
    Finding,
    PolyleafError,
    Where,
    did_you_mean,
    raise_if_errors,
)
from ..model.jobs import Folder, expand
from ..model.leaflet import Asset
from ..model.sheet import Clinic, Language
from . import clinic, pictures, yaml
from .clinic import ClinicShape

CLINIC = "clinic.yaml"
CONTENT = "content"
FOLDERS = (CONTENT, "locales", "templates", "output")
MAX_CATALOG = 10_000_000  # bytes; the shipped catalogs have some 100 kB


@dataclass(frozen=True, slots=True)
class Project:
    """A folder of content, catalogs and templates, with the clinic that it is built for."""

    root: Path
    output: Path
    clinic: Clinic
    languages: tuple[tuple[str, Where], ...]  # as clinic.yaml writes them
    editions: tuple[tuple[str, Where], ...]
    source: Language  # what content/ is written in
    inputs: Inputs = frozenset()  # what it was read from

    @property
    def template_roots(self) -> tuple[Path, ...]:
        """Its own templates first; what they lack comes from the shipped ones."""
        return tuple(dict.fromkeys((self.root / "templates", Path(shipped("templates")))))

    def leaflet_names(self) -> list[str]:
        """The content files' names; raises PolyleafError if there are none."""
        here = (name for name in files.names(self.root / CONTENT) if "/" not in name)
        names = sorted(name.removesuffix(".yaml") for name in here if name.endswith(".yaml"))
        if not names:
            hint = "put a leaflet there: content/<name>.yaml"
            finding = Finding(
                Where(f"{CONTENT}/"),
                "content-empty",
                "there is no leaflet",
                hint,
                exit_status=ExitStatus.CALL,
            )
            raise PolyleafError([finding])
        return names

    def content(self, name: str) -> bytes:
        """A leaflet's file; raises PolyleafError if it leads out of the project or is none."""
        file = f"{name}.yaml"
        where = Where(f"{CONTENT}/{file}")
        return files.read(self.root / CONTENT, file, where, yaml.MAX_BYTES)

    def catalog(self, path: Path) -> bytes:
        """A catalog, the project's or a shipped one; raises PolyleafError if it leads out."""
        root = self.root if path.is_relative_to(self.root) else Path(shipped("locales"))
        name, where = path.relative_to(root).as_posix(), Where(self.shown(path))
        return files.read(root, name, where, MAX_CATALOG)

    def template_path(self, domain: str) -> Path:
        return self.root / "locales" / f"{domain}.pot"

    def catalog_path(self, domain: str, locale: str) -> Path:
        return self.root / "locales" / locale / "LC_MESSAGES" / f"{domain}.po"

    def signed_path(self, path: Path) -> Path:
        """The copy of a catalog as its reviewer signed it."""
        return path.parent.parent / "reviewed" / path.name

    def shown(self, path: Path) -> str:
        """A path as problems name it."""
        inside = path.is_relative_to(self.root)
        return path.relative_to(self.root).as_posix() if inside else path.as_posix()

    def picture(self, name: str, where: Where) -> Asset:
        """A picture of the content folder, as bytes; raises PolyleafError."""
        return pictures.read(self.root / CONTENT, name, where)


def read(folder: Folder, output: Folder | None) -> Project:
    """The project in `folder`; raises PolyleafError if the folder or its clinic.yaml is wrong."""
    root = files.resolved(folder)
    file = root / CLINIC
    if not files.exists(file):
        hint = "name the project's folder with --project"
        message = f"{root} has no {CLINIC}"
        raise PolyleafError(
            [Finding(Where(CLINIC), "project-missing", message, hint, exit_status=ExitStatus.CALL)]
        )
    raise_if_errors(_leading_out(root, output))
    found = files.noted(lambda: _read(root, files.resolved(output or root / "output")))
    return replace(found.value, inputs=found.inputs)


def _read(root: Path, output: Path) -> Project:
    data = files.read(root, CLINIC, Where(CLINIC), yaml.MAX_BYTES)
    shape = clinic.parse(data, CLINIC)
    return Project(
        root=root,
        output=output,
        clinic=clinic.clinic(shape, lambda name, where: pictures.read(root, name, where)),
        languages=tuple((str(tag), tag.where) for tag in shape.languages),
        editions=tuple((str(name), name.where) for name in shape.editions),
        source=_source(shape),
    )


def _source(shape: ClinicShape) -> Language:
    tag = shape.source_language
    return languages.find(tag, tag.where) if tag else languages.find(languages.ENGLISH)


def _leading_out(root: Path, output: Folder | None) -> Iterator[Finding]:
    """Folders that are links to elsewhere: nobody who builds a project knows what is there."""
    for name in FOLDERS:
        if files.resolved(root / name).is_relative_to(root) or (name == "output" and output):
            continue
        hint = "name it with --output" if name == "output" else "copy it into the project"
        message = "the folder leads outside the project"
        yield Finding(
            Where(f"{name}/"), "outside-project", message, hint, exit_status=ExitStatus.CALL
        )


def select(asked: Iterable[str], known: Iterable[str], kind: str) -> list[str]:
    """What was asked for, or everything; raises PolyleafError for names that are not there.

    A name may be a pattern: `exo*`.
    """
    names = list(known)
    wanted = expand(asked, names)
    unknown = [name for name in wanted if name not in names]
    if unknown:
        raise PolyleafError(
            Finding(
                Where("command line"),
                f"{kind}-unknown",
                f'there is no {kind} "{name}"',
                did_you_mean(name, names),
                exit_status=ExitStatus.CALL,
            )
            for name in unknown
        )
    return wanted or names
