"""The clinic that gives the sheets out: what it has printed on them, in its own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .findings import Finding, Where
from .leaflet import Asset, Text

if TYPE_CHECKING:
    from .sheet import Language

DAY = 24 * 60  # minutes
# Parts of “About this sheet” that a clinic may leave out. Dates, version, language and how the
# translation was made always stay.
ABOUT = ("web", "language", "written_by", "reviewed_by", "funding", "feedback", "disclaimer")


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text of the clinic in each language that it is written in, the source language's first."""

    texts: tuple[tuple[str, str, Text], ...]  # BCP 47 tag, script, text

    def text_in(self, language: Language) -> Text:
        """The text for readers of a language; else the source's, marked as untranslated.

        Countries differ in words, not in whether they can be read: en-US reads what is in en.
        """
        for tag, _, text in self.texts:
            if tag == language.tag:
                return text
        for tag, script, text in self.texts:
            if (_primary(tag), script) == (_primary(language.tag), language.script):
                return text
        return replace(self.texts[0][2], untranslated=not language.pseudo)


@dataclass(frozen=True, slots=True)
class Telephone:
    """A number and what it is for: one of the interface's words, or the clinic's own."""

    keyword: str  # telephone, appointments, urgent … as templates know it; empty with a label
    label: OwnText | None
    number: str


@dataclass(frozen=True, slots=True)
class Opening:
    """When the clinic is open on some days. Days are 0, Monday, to 6; times are in minutes."""

    days: tuple[tuple[int, int], ...]  # first and last of each range
    times: tuple[tuple[int, int], ...]  # from, to; none: closed

    @property
    def kind(self) -> str:
        """Closed, day and night, or at times."""
        return "closed" if not self.times else "always" if self.times == ((0, DAY),) else "times"


@dataclass(frozen=True, slots=True)
class Site:
    """One of several places of the clinic."""

    name: str
    address: tuple[str, ...]
    telephones: tuple[Telephone, ...]
    hours: tuple[Opening, ...]


@dataclass(frozen=True, slots=True)
class OwnFont:
    """The clinic's own font, for languages whose letters it has."""

    family: str
    where: Where


@dataclass(frozen=True, slots=True)
class Clinic:
    """The clinic as sheets print it. `values` fill placeholders such as {clinic.phone}."""

    name: str
    address: tuple[str, ...]
    values: tuple[tuple[str, str], ...]
    web: str  # address with {language} and {leaflet}, printed as a QR code
    logo: Asset | None
    country: str  # ISO 3166 alpha-2
    logo_ratio: float = 1.0  # its width by its height
    telephones: tuple[Telephone, ...] = ()
    hours: tuple[Opening, ...] = ()
    sites: tuple[Site, ...] = ()
    footer: OwnText | None = None
    note: OwnText | None = None
    lines: int = 0  # to write on
    about: tuple[str, ...] = ABOUT
    font: OwnFont | None = None
    site: str = ""  # where the output folder stands on the web, with a slash; empty: not known
    warnings: tuple[Finding, ...] = ()  # of clinic.yaml

    def all_telephones(self) -> Iterator[Telephone]:
        """Those at the head of the sheet, and those of its sites."""
        yield from self.telephones
        yield from (telephone for site in self.sites for telephone in site.telephones)

    def own_texts(self) -> Iterator[OwnText]:
        """Every text that it may have written in several languages."""
        labels = (telephone.label for telephone in self.all_telephones())
        yield from filter(None, (*labels, self.note, self.footer))


def _primary(tag: str) -> str:
    return tag.partition("-")[0]
