"""Where a project's things are, who its clinic is, and what of it is selected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from . import files, languages, pictures, yamlfile
from .jobs import expand
from .model import Asset, Clinic
from .problems import Blame, Finding, PolyleafError, Where, did_you_mean, raise_any
from .shipped import shipped
from .yamlfile import AfterValidator, Fault, Field, Scalar, Shape, Written

CLINIC = "clinic.yaml"
CONTENT = "content"
FOLDERS = (CONTENT, "locales", "templates", "output")
MAX_CATALOG = 10_000_000  # bytes; the shipped catalogs have some 100 kB


def _web(value: Scalar) -> Scalar:
    """The address that the QR code leads to; longer ones no telephone reads from paper."""
    bare = value.replace("{language}", "en").replace("{leaflet}", "x")
    if not re.fullmatch(r"https?://[^\s{}]+", bare, re.ASCII) or len(bare) > 300:
        hint = "such as https://clinic.example/{language}/{leaflet}, at most 300 characters"
        raise Fault("web-address", f'"{value[:60]}" is not an address for a QR code', hint)
    return value


class ClinicShape(Shape):
    """clinic.yaml as a person writes it."""

    name: Written
    address: tuple[Written, ...] = ()
    phone: Written
    urgent_phone: Written | None = None
    email: Written | None = None
    logo: Written | None = None
    web: Annotated[Written, AfterValidator(_web)]
    country: Written
    languages: Annotated[tuple[Written, ...], Field(min_length=1)]
    editions: Annotated[tuple[Written, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Project:
    """A folder of content, catalogs and templates, with the clinic that it is built for."""

    root: Path
    output: Path
    clinic: Clinic
    languages: tuple[tuple[str, Where], ...]  # as clinic.yaml writes them
    editions: tuple[tuple[str, Where], ...]

    @property
    def template_roots(self) -> tuple[Path, ...]:
        """Its own templates first; what they lack comes from the shipped ones."""
        return tuple(dict.fromkeys((self.root / "templates", shipped("templates"))))

    def leaflet_names(self) -> list[str]:
        """The content files' names; raises PolyleafError if there are none."""
        names = sorted(path.stem for path in (self.root / CONTENT).glob("*.yaml"))
        if not names:
            hint = "put a leaflet there: content/<name>.yaml"
            finding = Finding(
                Where(f"{CONTENT}/"), "content-empty", "there is no leaflet", hint, blame=Blame.CALL
            )
            raise PolyleafError([finding])
        return names

    def content(self, name: str) -> bytes:
        """A leaflet's file; raises PolyleafError if it leads out of the project or is none."""
        file = f"{name}.yaml"
        where = Where(f"{CONTENT}/{file}")
        return files.read(self.root / CONTENT, file, where, yamlfile.MAX_BYTES)

    def catalog(self, path: Path) -> bytes:
        """A catalog, the project's or a shipped one; raises PolyleafError if it leads out."""
        root = self.root if path.is_relative_to(self.root) else shipped("locales")
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


def read(root: Path, output: Path | None) -> Project:
    """The project in `root`; raises PolyleafError if the folder or its clinic.yaml is wrong."""
    root = root.resolve()
    file = root / CLINIC
    if not file.is_file():
        hint = "name the project's folder with --project"
        message = f"{root} has no {CLINIC}"
        raise PolyleafError(
            [Finding(Where(CLINIC), "project-missing", message, hint, blame=Blame.CALL)]
        )
    data = files.read(root, CLINIC, Where(CLINIC), yamlfile.MAX_BYTES)
    shape = yamlfile.read(data, CLINIC, ClinicShape)
    raise_any(_leading_out(root, output))
    if not languages.is_country(shape.country):
        message = f'no country has the code "{shape.country}"'
        hint = "use ISO 3166: GB, IN, US"
        raise PolyleafError([Finding(shape.country.where, "country-unknown", message, hint)])
    return Project(
        root=root,
        output=(output or root / "output").resolve(),
        clinic=_clinic(shape, root),
        languages=tuple((str(tag), tag.where) for tag in shape.languages),
        editions=tuple((str(name), name.where) for name in shape.editions),
    )


def _leading_out(root: Path, output: Path | None) -> Iterator[Finding]:
    """Folders that are links to elsewhere: nobody who builds a project knows what is there."""
    for name in FOLDERS:
        if (root / name).resolve().is_relative_to(root) or (name == "output" and output):
            continue
        hint = "name it with --output" if name == "output" else "copy it into the project"
        message = "the folder leads outside the project"
        yield Finding(Where(f"{name}/"), "outside-project", message, hint, blame=Blame.CALL)


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
                blame=Blame.CALL,
            )
            for name in unknown
        )
    return wanted or names


def _clinic(shape: ClinicShape, root: Path) -> Clinic:
    given: dict[str, Scalar | None] = {
        "clinic.name": shape.name,
        "clinic.phone": shape.phone,
        "clinic.urgent_phone": shape.urgent_phone or shape.phone,
        "clinic.email": shape.email,
    }
    return Clinic(
        name=str(shape.name),
        address=tuple(map(str, shape.address)),
        values=tuple((name, str(value or "")) for name, value in given.items()),
        web=str(shape.web),
        logo=pictures.read(root, shape.logo, shape.logo.where) if shape.logo else None,
        country=str(shape.country),
    )
