"""A leaflet in its source language as its author wrote it, down to each string and its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar, Literal

from .findings import Finding, Where

OTHERS = "others"  # the languages that `pages` of a leaflet does not name
NARROW = 3  # columns of a table that fit into one of the page's
PICTURE_TEXT = "picture-text"  # the role of words that are drawn in a picture


class Evidence(StrEnum):
    """How certain a statement is, strongest first."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Text:
    """A string to print. `context` is its msgctxt: section id, slash, role.

    Words in a picture have its path in `picture`; a line feed parts their lines.
    """

    value: str
    where: Where
    context: str
    comment: str = ""
    max_length: int | None = None  # characters
    safety: bool = False
    untranslated: bool = False  # in the source language on a sheet in another language
    picture: str = ""  # below content/

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class PictureWords:
    """The words of a drawing's <text> elements: `number` counts all of these from 0."""

    number: int
    text: Text


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture as bytes, so that no later step opens a file.

    `width`: its pixels across; 0 for a drawing, which has none. `notes`: what a reader may see of
    how it was read.
    `words` are those in a drawing that the sheet's language replaces, in reading order.
    """

    name: str
    media_type: str
    data: bytes
    width: int = 0
    notes: tuple[Finding, ...] = ()
    words: tuple[PictureWords, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What every block may state: how certain it is, and who sees it."""

    kind: ClassVar[str]
    evidence: Evidence | None = None
    countries: tuple[str, ...] = ()  # ISO 3166 alpha-2; empty means all
    web_only: bool = False  # not on paper

    @property
    def wide(self) -> bool:
        """Whether it needs the whole width of a page that has columns."""
        return False

    @property
    def behind(self) -> bool:
        """Whether it is a page of its own on paper, behind the last one."""
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    kind: ClassVar[str] = "paragraph"
    text: Text


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, and those of the list below it."""

    text: Text
    items: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets(Block):
    """A list. `key`: the one list of the leaflet that its sheet of key facts takes."""

    kind: ClassVar[str] = "list"
    items: tuple[Item, ...]
    key: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A step; `alt` says what its picture shows, if it has one."""

    text: Text
    image: Asset | None = None
    alt: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Block):
    kind: ClassVar[str] = "steps"
    items: tuple[Step, ...]

    @property
    def pictured(self) -> bool:
        """Whether a step has a picture."""
        return any(step.image for step in self.items)

    @property
    def wide(self) -> bool:
        return self.pictured


@dataclass(frozen=True, slots=True)
class Term:
    term: Text
    text: Text
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms(Block):
    kind: ClassVar[str] = "terms"
    items: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    kind: ClassVar[str] = "table"
    caption: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]

    @property
    def wide(self) -> bool:
        return len(self.columns) > NARROW


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Block):
    """An empty table for the reader to fill in.

    `own_page`: on paper it is a sheet of its own, behind the last page.
    """

    kind: ClassVar[str] = "form"
    heading: Text
    columns: tuple[Text, ...]
    rows: int
    own_page: bool = False

    @property
    def behind(self) -> bool:
        return self.own_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Block):
    kind: ClassVar[str] = "callout"
    tone: Literal["info", "caution", "urgent", "green", "amber"]
    heading: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Block):
    """A picture; `labels` explain the letters A, B, C … drawn in it.

    `size` is its width on paper: that of a column, or half or all of the page's.
    """

    kind: ClassVar[str] = "figure"
    image: Asset
    alt: Text
    caption: Text
    labels: tuple[Text, ...]
    size: Literal["column", "half", "full"] = "column"

    @property
    def wide(self) -> bool:
        return self.size == "full"


@dataclass(frozen=True, slots=True)
class Option:
    name: Text
    benefits: tuple[Text, ...]
    risks: tuple[Text, ...]
    unknown: tuple[Text, ...]
    evidence: Evidence | None

    @property
    def cells(self) -> tuple[tuple[Text, ...], ...]:
        return self.benefits, self.risks, self.unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(Block):
    kind: ClassVar[str] = "options"
    items: tuple[Option, ...]

    @property
    def wide(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a leaflet, or a question of a FAQ sheet with its answer."""

    id: str
    heading: Text
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class AvoidedWord:
    """A word that the source glossary has another one for; `*` at its end stands for any ending."""

    word: str
    term: str  # to be used instead
    where: Where  # in the glossary


@dataclass(frozen=True, slots=True)
class NamedSections:
    """The ids of the sections that stay whole in an edition for which a leaflet is too long."""

    edition: str
    sections: tuple[str, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Source:
    """A cited work. It stays in the language it was written in.

    `short` names it where there is room for a few words. If none was written and none could be made
    of `cite`, it is only the beginning of `cite`, and `cut` is true.
    """

    id: str
    cite: str
    short: str
    cut: bool
    url: str  # empty if it has no page of its own
    year: int
    level: str
    where: Where


@dataclass(frozen=True, slots=True)
class SourceWaiver:
    """A warning that an author has looked at: it holds at `places`, those below its mapping."""

    code: str
    reason: str
    where: Where
    places: frozenset[Where]


@dataclass(frozen=True, slots=True)
class Review:
    name: str
    role: Text
    on: date


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One sheet in its source language. `version` changes with its file and its pictures."""

    name: str
    where: Where
    language: str  # BCP 47, of its text
    kind: Literal["leaflet", "faq"]
    title: Text
    subtitle: Text | None
    summary: tuple[Text, ...]
    published: date
    review_by: date
    review_by_where: Where
    written_by: Text
    reviewed_by: tuple[Review, ...]
    funding: Text
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    version: str
    avoided: tuple[AvoidedWord, ...] = ()  # of its project's glossary
    pages: tuple[tuple[str, int], ...] = ()  # by language tag: sides it should have at most
    fit_together: bool = False  # all languages are set equally tight
    keywords: tuple[Text, ...] = ()  # words by which staff look for it; not printed
    codes: tuple[str, ...] = ()  # what it is about, by system and code: "icd-10 L71"
    waivers: tuple[SourceWaiver, ...] = ()
    named: tuple[NamedSections, ...] = ()

    def named_sections(self, editions: Iterable[str]) -> tuple[str, ...]:
        """The ids of sections that the first of these editions has whole which is spoken of."""
        named = {each.edition: each.sections for each in self.named}
        return next((named[name] for name in editions if name in named), ())

    def sides(self, tag: str) -> int | None:
        """The sides that it should have at most in a language; None: what its edition says."""
        return dict(self.pages).get(tag, dict(self.pages).get(OTHERS))


def with_blocks(leaflet: Leaflet, wanted: Callable[[Block], bool]) -> Leaflet:
    """The leaflet with the blocks that are `wanted`, without sections that have none of them."""
    kept = (
        replace(section, blocks=tuple(filter(wanted, section.blocks)))
        for section in leaflet.sections
    )
    return replace(leaflet, sections=tuple(section for section in kept if section.blocks))


def for_paper(leaflet: Leaflet) -> Leaflet:
    """The leaflet without the blocks that are only on the web."""
    return with_blocks(leaflet, lambda block: not block.web_only)
