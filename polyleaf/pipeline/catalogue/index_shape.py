"""The shape of index.json, from which its schema is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from .sheets import State

VERSION: Literal[1] = 1  # of this shape; a new one when a key changes its meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCode:
    """A code of a classification, whose key is that of leaflets: icd-10, snomed-ct, mesh …"""

    system: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedClinic:
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedLanguage:
    """A language that there are sheets in: its BCP 47 tag, its name in itself, and in English."""

    tag: str
    own: str
    english: str
    direction: Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedLeaflet:
    """What a leaflet is, in the language in which it was written. Dates are ISO 8601."""

    id: str
    title: str
    about: str
    keywords: list[str]
    codes: list[ListedCode]
    published: str
    review_by: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFile:
    """A sheet: a leaflet in a language and an edition, and its file, relative to this one.

    `edition` is `form` for a page to fill in, or `form/large-print` where several editions have
    one; of a folded sheet `booklet/screen` and `booklet/print`. `languages` are both tags of a
    sheet in two, the reader's first. `pages` is 0 of a file without any, and of one whose pages lie
    several on a side. `status` is that of its translation: `source` is no translation.
    `untranslated` counts texts that are not in the sheet's language. `page` is the file for a
    screen and `picture` one of the first page, or empty.
    """

    leaflet: str
    title: str
    keywords: list[str]
    language: str
    languages: list[str]
    edition: str
    file: str
    media_type: str
    pages: int
    bytes: int
    sha256: str
    version: str
    published: str
    review_by: str
    status: State
    reviewed_by: str
    reviewed_on: str
    untranslated: int
    codes: list[ListedCode]
    page: str
    picture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The whole file. `site` is where it is published, or empty; `source` is a language's tag."""

    described_by: Annotated[str, Field(serialization_alias="$schema")]
    polyleaf: Literal[1]
    clinic: ListedClinic
    site: str
    source: str
    languages: list[ListedLanguage]
    leaflets: list[ListedLeaflet]
    sheets: list[ListedFile]
