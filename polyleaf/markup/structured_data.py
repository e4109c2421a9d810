"""What a page for a screen says of itself to programs: schema.org's MedicalWebPage.

https://schema.org/MedicalWebPage. Only what somebody has reviewed is said to be reviewed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..model.clinic import Clinic
from ..model.code_systems import SYSTEMS
from ..model.leaflet import Leaflet, Source
from ..model.sheet import Language, LocalizedLeaflet
from ..model.task import Sibling
from .text_renderer import TextRenderer
from .web_addresses import Address


def structured_data(
    sheet: LocalizedLeaflet,
    clinic: Clinic,
    renderer: TextRenderer,
    address: Address,
    siblings: Iterable[Sibling],
    sources: Iterable[Source],
) -> dict[str, Any]:
    """The page as JSON-LD; what is not known is left out."""
    leaflet, plain = sheet.leaflet, renderer.plain
    others = tuple(siblings)
    whole = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": plain(leaflet.title),
        "description": plain(leaflet.subtitle or leaflet.summary[0]),
        "url": address.own if clinic.site else "",
        "inLanguage": sheet.language.tag,
        "datePublished": str(leaflet.published),
        "dateModified": str(leaflet.published),
        "expires": str(leaflet.review_by),
        "version": leaflet.version,
        "isAccessibleForFree": True,
        **_reviewed(sheet, renderer),
        "author": {"@type": "Organization", "name": plain(leaflet.written_by)},
        "publisher": _publisher(clinic),
        "medicalAudience": {"@type": "MedicalAudience", "audienceType": "Patient"},
        "keywords": [plain(each) for each in leaflet.keywords],
        "about": _about(leaflet, plain(leaflet.title)),
        "citation": [
            _filled({"@type": "CreativeWork", "name": each.cite, "url": each.url})
            for each in sources
        ],
        "encoding": [
            {
                "@type": "MediaObject",
                "contentUrl": address(each.file),
                "encodingFormat": "application/pdf",
            }
            for each in others
            if each.file.endswith(".pdf")
        ],
        **_translations(sheet, others, address),
    }
    return _filled(whole)


def _translations(
    sheet: LocalizedLeaflet, others: Iterable[Sibling], address: Address
) -> dict[str, Any]:
    """The same page in other languages, and which of them it was translated from."""
    source = sheet.leaflet.language
    pages = {
        each.language.tag: _page(each.language, address(each.file))
        for each in others
        if each.file.endswith(".html")
    }
    if sheet.language.tag == source:
        return {"workTranslation": list(pages.values())}
    return {"translationOfWork": pages.get(source)}


def _page(language: Language, where: str) -> dict[str, str]:
    return {"@type": "MedicalWebPage", "inLanguage": language.tag, "url": where}


def _reviewed(sheet: LocalizedLeaflet, renderer: TextRenderer) -> dict[str, Any]:
    """Who has reviewed the text; of a translation nothing unless it was reviewed as well."""
    reviews = sheet.leaflet.reviewed_by
    if not reviews or not sheet.provenance.reviewed:
        return {}
    people = [
        {"@type": "Person", "name": each.name, "jobTitle": renderer.plain(each.role)}
        for each in reviews
    ]
    return {"lastReviewed": str(max(each.on for each in reviews)), "reviewedBy": people}


def _publisher(clinic: Clinic) -> dict[str, Any]:
    values = dict(clinic.values)
    publisher = {
        "@type": "MedicalOrganization",
        "name": clinic.name,
        "address": ", ".join(clinic.address),
        "telephone": values["clinic.phone"],
        "email": values["clinic.email"],
    }
    return _filled(publisher)


def _about(leaflet: Leaflet, title: str) -> dict[str, Any]:
    """What it is about, by the codes of classifications."""
    codes = [
        {"@type": "MedicalCode", "codeValue": code, "codingSystem": SYSTEMS[system].name}
        for system, _, code in (each.partition(" ") for each in leaflet.codes)
    ]
    return {"@type": "MedicalEntity", "name": title, "code": codes} if codes else {}


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None, [], {})}
