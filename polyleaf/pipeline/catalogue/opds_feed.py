"""opds.json: the sheets as a feed that libraries and reading programs know.

OPDS 2.0, https://drafts.opds.io/opds-2.0, whose publications are those of the Readium Web
Publication Manifest. Addresses are relative to the feed.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from ...model.clinic import Clinic
from ...model.code_systems import SYSTEMS
from ...model.sheet import Language
from . import index_json
from .sheets import ListedSheet

NAME = "opds.json"
TYPE = "application/opds+json"
ACQUIRE = "http://opds-spec.org/acquisition/open-access"


def feed(
    sheets: Sequence[ListedSheet], clinic: Clinic, languages: Iterable[Language]
) -> tuple[str, bytes]:
    """(name, bytes) of the file."""
    directions = {each.tag: each.direction for each in languages}
    home = {"href": "index.html", "type": "text/html"}
    whole: dict[str, Any] = {
        "metadata": {"title": clinic.name, "numberOfItems": len(sheets)},
        "links": [
            {"rel": "self", "href": f"{clinic.site}{NAME}", "type": TYPE},
            {"rel": "alternate", **home},
        ],
    }
    if sheets:
        those = [_publication(each, clinic, directions[each.language]) for each in sheets]
        whole["publications"] = those
    else:  # a feed leads to something
        whole["navigation"] = [{"title": clinic.name, **home}]
    return NAME, f"{json.dumps(whole, ensure_ascii=False)}\n".encode()


def _publication(sheet: ListedSheet, clinic: Clinic, direction: str) -> dict[str, Any]:
    metadata: dict[str, Any] = {
        "@type": "http://schema.org/CreativeWork",
        "title": sheet.title,
        "identifier": f"urn:uuid:{_identifier(sheet, clinic)}",
        "language": sheet.language,
        "readingProgression": direction,
        "published": sheet.published,
        "modified": f"{sheet.published}T00:00:00Z",
        "publisher": clinic.name,
        "subject": list(_subjects(sheet)),
    }
    publication = {
        "metadata": {name: value for name, value in metadata.items() if value},
        "links": list(_links(sheet)),
    }
    if sheet.picture:
        publication["images"] = [{"href": quote(sheet.picture), "type": "image/webp"}]
    return publication


def _links(sheet: ListedSheet) -> Iterator[dict[str, Any]]:
    """Its files; `title` is the name of the edition, as in index.json."""
    for offer in sheet.editions:
        link = {
            "rel": ACQUIRE,
            "href": quote(offer.file),
            "type": index_json.media_type(offer),
            "title": offer.edition,
            "language": list(offer.languages or (sheet.language,)),
        }
        yield {**link, "size": offer.bytes} if offer.bytes else link


def _subjects(sheet: ListedSheet) -> Iterator[dict[str, str]]:
    """Codes, named by those who print them, then keywords."""
    for each in index_json.codes(sheet):
        system = SYSTEMS[each.system]
        yield {"name": f"{system.name} {each.code}", "code": each.code, "scheme": system.uri}
    for keyword in sheet.local_keywords:
        yield {"name": keyword}


def _identifier(sheet: ListedSheet, clinic: Clinic) -> uuid.UUID:
    """The same in every build, and another for another clinic's."""
    name = f"{clinic.site or clinic.web} {sheet.leaflet} {sheet.language}"
    return uuid.uuid5(uuid.NAMESPACE_URL, name)
