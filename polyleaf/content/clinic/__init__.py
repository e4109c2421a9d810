"""clinic.yaml → the clinic that sheets print, and how they look.

clinic_shape   the file as it is written
own_texts      its texts in one or several languages
opening_hours  days and times, and whatever contradicts itself in them
colours        how dark they must be, and those that follow from the accent
papers         the paper of a country
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from ... import languages
from ...model.clinic import ABOUT, Clinic, OwnFont, OwnText, Site, Telephone
from ...model.findings import Finding, PolyleafError, Where, first_findings
from ...model.folds import Duplex
from ...model.leaflet import Asset
from ...model.look import Look
from ...model.sheet import Language
from .. import yaml
from ..yaml import Scalar
from . import colours, papers
from .clinic_shape import ClinicShape, TelephoneShape, schema
from .opening_hours import opening_hours
from .own_texts import one_line_text, own_text

__all__ = ["ClinicShape", "Pictures", "clinic", "editions", "look", "read", "schema"]

T = TypeVar("T")
# A picture by its path, with its width by its height; raises PolyleafError at the given place.
Pictures = Callable[[str, Where], tuple[Asset, float]]
# Labels of telephones that the interface has in every language.
KEYWORDS = ("telephone", "appointments", "urgent", "emergency", "pharmacy", "interpreter")
PAGE = "{language}/{leaflet}_{language}_web.html"  # the path of a sheet on the web
URGENT = ("urgent", "emergency")


def read(data: bytes, path: str) -> tuple[ClinicShape, tuple[Finding, ...]]:
    """The file as it is written, without the keys that are wrong, and what is wrong with them.

    So what is wrong further on is reported in the same run. Raises PolyleafError for a file that
    says too little to go on.
    """
    tree = yaml.load(data, path)
    try:
        return yaml.validate(tree, path, ClinicShape), ()
    except PolyleafError as error:
        wrong = {_key_at(tree, finding.where) for finding in error.findings}
        rest = yaml.Mapping({key: tree[key] for key in tree if key not in wrong})
        rest.where = tree.where
        try:
            return yaml.validate(rest, path, ClinicShape), error.findings
        except PolyleafError:
            raise error from None


def _key_at(tree: object, where: Where) -> Scalar | None:
    """The key of the file that a finding stands at or below."""
    keys = tree if isinstance(tree, yaml.Mapping) else ()
    return max((k for k in keys if k.where <= where), key=lambda k: k.where, default=None)


def clinic(shape: ClinicShape, source: Language, picture: Pictures) -> Clinic:
    """The clinic as sheets print it; raises PolyleafError with all that is wrong."""
    reader = _ClinicReader(source)
    made = reader.clinic(shape, picture)
    if reader.findings:
        raise PolyleafError(first_findings(reader.findings))
    return made


def look(shape: ClinicShape, *, mono: bool, duplex: Duplex | None) -> Look:
    """How the sheets of a clinic look, whatever the edition; the command line goes first."""
    return Look(
        colours=colours.dark_enough(_colours(shape))[0],
        paper=shape.paper or papers.usual(shape.country),
        columns=int(shape.columns or 0),
        mono=mono or shape.mono,
        duplex=duplex or shape.duplex,
    )


def editions(shape: ClinicShape, look: Look) -> tuple[tuple[str, Where], ...]:
    """The editions to build, with their places: on paper and on a screen, unless they are named."""
    if shape.editions:
        return tuple((str(name), name.where) for name in shape.editions)
    return ((look.paper or "a4", Where("clinic.yaml")), ("web", Where("clinic.yaml")))


def _site(shape: ClinicShape) -> str:
    """Where the output folder stands: as `site` says, or before the path of its pages in `web`."""
    if shape.site:
        return f"{str(shape.site).rstrip('/')}/"
    web = str(shape.web)
    return web.removesuffix(PAGE) if web.endswith(f"/{PAGE}") else ""


def _colours(shape: ClinicShape) -> dict[str, Scalar]:
    given = ((name, getattr(shape.colours, name, None)) for name in colours.NAMES)
    return {name: value for name, value in given if value is not None}


@dataclass
class _ClinicReader:
    """Turns the parts of the file into those of a clinic, and collects what is wrong."""

    source: Language
    findings: list[Finding] = field(default_factory=list)

    def clinic(self, shape: ClinicShape, picture: Pictures) -> Clinic:
        self._country(shape.country)
        nothing: tuple[Asset | None, float] = (None, 1.0)
        logo, ratio = self._attempt(lambda: _logo(shape, picture), nothing)
        telephones = self._telephones(shape.telephones or ())
        phone, urgent = self._numbers(shape, telephones)
        values = {
            "clinic.name": shape.name,
            "clinic.phone": phone,
            "clinic.urgent_phone": urgent,
            "clinic.email": shape.email,
        }
        return Clinic(
            name=str(shape.name),
            address=tuple(map(str, shape.address)),
            values=tuple((name, str(value or "")) for name, value in values.items()),
            web=str(shape.web),
            site=_site(shape),
            logo=logo,
            country=str(shape.country),
            logo_ratio=ratio,
            telephones=telephones or _usual(phone, urgent),
            hours=self._attempt(partial(opening_hours, shape.hours or {}), ()),
            sites=self._sites(shape),
            footer=self._text(one_line_text, shape.footer, "footer"),
            note=self._text(own_text, shape.note, "note"),
            lines=shape.lines,
            about=tuple(map(str, shape.about.show)) if shape.about else ABOUT,
            font=OwnFont(str(shape.font), shape.font.where) if shape.font else None,
            warnings=(*colours.dark_enough(_colours(shape))[1], *papers.foreign(shape)),
        )

    def _attempt(self, read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except PolyleafError as error:
            self.findings += error.findings
            return otherwise

    def _country(self, code: Scalar) -> None:
        if not languages.is_country(code):
            message, hint = f'no country has the code "{code}"', languages.country_hint(code)
            self.findings.append(Finding(code.where, "country-unknown", message, hint))

    def _text(
        self,
        read: Callable[[dict[Scalar, Scalar], str, Language], OwnText],
        written: dict[Scalar, Scalar] | None,
        role: str,
    ) -> OwnText | None:
        return self._attempt(lambda: read(written, role, self.source), None) if written else None

    def _telephones(self, shapes: tuple[TelephoneShape, ...]) -> tuple[Telephone, ...]:
        return tuple(map(self._telephone, shapes))

    def _telephone(self, shape: TelephoneShape) -> Telephone:
        bare = str(shape.label.get("", "")).casefold()
        if bare in KEYWORDS:
            return Telephone(bare, None, str(shape.number))
        return Telephone("", self._text(own_text, shape.label, "label"), str(shape.number))

    def _numbers(self, shape: ClinicShape, telephones: tuple[Telephone, ...]) -> tuple[str, str]:
        """What {clinic.phone} and {clinic.urgent_phone} print: of several telephones the first."""
        if not (shape.phone or telephones):
            where, hint = Where("clinic.yaml", 1, 1), "or a list of telephones"
            message = 'the key "phone" is missing'
            self.findings.append(Finding(where, "key-missing", message, hint))
            return "", ""
        phone = str(shape.phone or telephones[0].number)
        urgent = (each.number for each in telephones if each.keyword in URGENT)
        return phone, str(shape.urgent_phone or next(urgent, phone))

    def _sites(self, shape: ClinicShape) -> tuple[Site, ...]:
        return tuple(
            Site(
                name=str(site.name),
                address=tuple(map(str, site.address)),
                telephones=self._telephones(site.telephones)
                or ((Telephone("telephone", None, str(site.phone)),) if site.phone else ()),
                hours=self._attempt(partial(opening_hours, site.hours or {}), ()),
            )
            for site in shape.sites
        )


def _logo(shape: ClinicShape, picture: Pictures) -> tuple[Asset | None, float]:
    return picture(shape.logo, shape.logo.where) if shape.logo else (None, 1.0)


def _usual(phone: str, urgent: str) -> tuple[Telephone, ...]:
    """Without a list of their own, the two numbers that a clinic has."""
    first = Telephone("telephone", None, phone)
    return (first,) if urgent == phone else (first, Telephone("urgent", None, urgent))
