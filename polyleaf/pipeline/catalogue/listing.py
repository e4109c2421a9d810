"""index.json: the sheets for other systems, as docs/catalogue.md describes them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from ...model.clinic import Clinic
from ...model.sheet import Language
from .sheets import ListedSheet

NAME = "index.json"
SHAPE = 1  # of the file; a new one when a key changes its meaning


def listing(
    sheets: Sequence[ListedSheet], clinic: Clinic, source: Language, languages: Iterable[Language]
) -> tuple[str, bytes]:
    """(name, bytes) of the file."""
    whole = {
        "polyleaf": SHAPE,
        "clinic": {"name": clinic.name},
        "source": source.tag,
        "languages": [_language(each) for each in languages],
        "leaflets": list({sheet.leaflet: _leaflet(sheet) for sheet in sheets}.values()),
        "sheets": [_sheet(sheet) for sheet in sheets],
    }
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    return NAME, f"{text}\n".encode()


def _language(language: Language) -> dict[str, str]:
    return {
        "tag": language.tag,
        "own": language.own_name,
        "english": language.english_name,
        "direction": language.direction,
    }


def _leaflet(sheet: ListedSheet) -> dict[str, Any]:
    return {
        "id": sheet.leaflet,
        "title": sheet.english,
        "about": sheet.about,
        "keywords": sheet.keywords,
        "codes": [
            {"system": system, "code": code}
            for system, _, code in (each.partition(" ") for each in sheet.codes)
        ],
        "published": sheet.published,
        "review_by": sheet.review_by,
        "version": sheet.version,
    }


def _sheet(sheet: ListedSheet) -> dict[str, Any]:
    return {
        "leaflet": sheet.leaflet,
        "language": sheet.language,
        "title": sheet.title,
        "keywords": sheet.local_keywords,
        "state": sheet.state,
        "reviewed_by": sheet.reviewed_by,
        "reviewed_on": sheet.reviewed_on,
        "untranslated": sheet.untranslated,
        "picture": sheet.picture,
        "page": sheet.page,
        "editions": [
            {
                "edition": each.edition,
                "file": each.file,
                "pages": each.pages,
                **({"languages": each.languages} if each.languages else {}),
            }
            for each in sheet.editions
        ],
    }
