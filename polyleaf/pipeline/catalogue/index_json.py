"""index.json, the sheets for other systems, and index.schema.json, which is made from this.

docs/site.md describes them. `polyleaf schema --index` prints the schema too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from pydantic import TypeAdapter

from ...model.clinic import Clinic
from ...model.code_systems import SYSTEMS
from ...model.sheet import Language
from .sheets import ListedSheet, Offer, State

NAME, SCHEMA = "index.json", "index.schema.json"
VERSION: Literal[1] = 1  # of this shape; a new one when a key changes its meaning
MEDIA_TYPES = {"pdf": "application/pdf", "html": "text/html", "txt": "text/plain"}


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

    `edition` is `form` for a page to fill in; of a folded sheet `booklet/screen` and
    `booklet/print`. `languages` are both tags of a sheet in two, the reader's first. `pages` is 0
    of a file without any, and of one whose pages lie several on a side. `status` is that of its
    translation: `source` is no translation. `untranslated` counts texts that are not in the
    sheet's language. `page` is the file for a screen and `picture` one of the first page, or empty.
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

    polyleaf: Literal[1]
    clinic: ListedClinic
    site: str
    source: str
    languages: list[ListedLanguage]
    leaflets: list[ListedLeaflet]
    sheets: list[ListedFile]


def files(
    sheets: Sequence[ListedSheet], clinic: Clinic, source: Language, languages: Iterable[Language]
) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of the list and of its schema."""
    whole = Index(
        polyleaf=VERSION,
        clinic=ListedClinic(name=clinic.name),
        site=clinic.site,
        source=source.tag,
        languages=[_language(each) for each in languages],
        leaflets=list({sheet.leaflet: _leaflet(sheet) for sheet in sheets}.values()),
        sheets=[_file(sheet, offer) for sheet in sheets for offer in sheet.editions],
    )
    yield NAME, _written({"$schema": SCHEMA, **asdict(whole)})
    yield SCHEMA, _written(schema())


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the file."""
    made = TypeAdapter(Index).json_schema()
    made["properties"]["$schema"] = {"type": "string"}
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, **made, "title": "Polyleaf: the sheets of an output folder"}


def codes(sheet: ListedSheet) -> list[ListedCode]:
    """What a sheet is about; codes of a classification that is not known here are left out."""
    pairs = (each.split(" ", 1) for each in sheet.codes if " " in each)
    return [ListedCode(system=system, code=code) for system, code in pairs if system in SYSTEMS]


def media_type(offer: Offer) -> str:
    return MEDIA_TYPES.get(offer.file.rpartition(".")[2], "application/octet-stream")


def _written(value: dict[str, Any]) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def _language(language: Language) -> ListedLanguage:
    return ListedLanguage(
        tag=language.tag,
        own=language.own_name,
        english=language.english_name,
        direction=language.direction,
    )


def _leaflet(sheet: ListedSheet) -> ListedLeaflet:
    return ListedLeaflet(
        id=sheet.leaflet,
        title=sheet.english,
        about=sheet.about,
        keywords=list(sheet.keywords),
        codes=codes(sheet),
        published=sheet.published,
        review_by=sheet.review_by,
        version=sheet.version,
    )


def _file(sheet: ListedSheet, offer: Offer) -> ListedFile:
    return ListedFile(
        leaflet=sheet.leaflet,
        title=sheet.title,
        keywords=list(sheet.local_keywords),
        language=sheet.language,
        languages=list(offer.languages or (sheet.language,)),
        edition=offer.edition,
        file=offer.file,
        media_type=media_type(offer),
        pages=offer.pages,
        bytes=offer.bytes,
        sha256=offer.sha256,
        version=sheet.version,
        published=sheet.published,
        review_by=sheet.review_by,
        status=sheet.state,
        reviewed_by=sheet.reviewed_by,
        reviewed_on=sheet.reviewed_on,
        untranslated=sheet.untranslated,
        codes=codes(sheet),
        page=sheet.page,
        picture=sheet.picture,
    )
