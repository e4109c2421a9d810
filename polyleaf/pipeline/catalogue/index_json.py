"""index.json, the sheets for other systems, and index.schema.json, which is made from this.

docs/site.md describes them. `polyleaf schema --index` prints the schema too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic import TypeAdapter

from ...model.clinic import Clinic
from ...model.code_systems import SYSTEMS
from ...model.sheet import Language
from .index_shape import (
    VERSION,
    Index,
    ListedClinic,
    ListedCode,
    ListedFile,
    ListedLanguage,
    ListedLeaflet,
)
from .sheets import ListedSheet, Offer

NAME, SCHEMA = "index.json", "index.schema.json"
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "html": "text/html",
    "txt": "text/plain",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def files(
    sheets: Sequence[ListedSheet], clinic: Clinic, source: Language, languages: Iterable[Language]
) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of the list and of its schema."""
    whole = Index(
        described_by=SCHEMA,
        polyleaf=VERSION,
        clinic=ListedClinic(name=clinic.name),
        site=clinic.site,
        source=source.tag,
        languages=[_language(each) for each in languages],
        leaflets=list({sheet.leaflet: _leaflet(sheet) for sheet in sheets}.values()),
        sheets=[_file(sheet, offer) for sheet in sheets for offer in sheet.editions],
    )
    adapter = TypeAdapter(Index)
    yield NAME, adapter.dump_json(whole, indent=1, by_alias=True) + b"\n"
    yield SCHEMA, f"{json.dumps(schema(), indent=1)}\n".encode()


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the file."""
    made = TypeAdapter(Index).json_schema(mode="serialization")
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, **made, "title": "Polyleaf: the sheets of an output folder"}


def codes(sheet: ListedSheet) -> list[ListedCode]:
    """What a sheet is about; codes of a classification that is not known here are left out."""
    pairs = (each.split(" ", 1) for each in sheet.codes if " " in each)
    return [ListedCode(system=system, code=code) for system, code in pairs if system in SYSTEMS]


def media_type(offer: Offer) -> str:
    return MEDIA_TYPES.get(offer.file.rpartition(".")[2], "application/octet-stream")


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
