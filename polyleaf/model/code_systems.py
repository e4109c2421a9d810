"""The classifications whose codes a leaflet may give, and what other systems call them.

OIDs are those of HL7's registry, addresses those of FHIR's terminology
(https://terminology.hl7.org). A leaflet says what it is about by category, which ICD-10 and its
clinical modification share, so that their names mean the same here.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class System(NamedTuple):
    """A classification. `nested`: a longer code is a part of what a shorter one means."""

    name: str
    uri: str
    others: tuple[str, ...]
    nested: bool


OIDS = "2.16.840.1.113883.6."
SYSTEMS = {
    "icd-10": System(
        "ICD-10",
        "http://hl7.org/fhir/sid/icd-10",
        (f"{OIDS}3", f"{OIDS}90", "http://hl7.org/fhir/sid/icd-10-cm", "icd-10-cm", "i10"),
        nested=True,
    ),
    "icd-11": System(
        "ICD-11", "http://id.who.int/icd/release/11/mms", (f"{OIDS}347",), nested=True
    ),
    "snomed-ct": System(
        "SNOMED CT", "http://snomed.info/sct", (f"{OIDS}96", "snomed", "sct"), nested=False
    ),
    "mesh": System("MeSH", f"urn:oid:{OIDS}177", (f"{OIDS}177", "msh"), nested=False),
    "icpc-2": System("ICPC-2", "http://hl7.org/fhir/sid/icpc-2", (f"{OIDS}139",), nested=False),
    "atc": System("ATC", "http://www.whocc.no/atc", (f"{OIDS}73",), nested=True),
}


def same_name(written: str) -> str:
    """A name of a system without what people write differently: "ICD 10-CM" is "icd10cm"."""
    return re.sub(r"[^a-z0-9.:/]", "", written.strip().lower().removeprefix("urn:oid:"))


def names() -> dict[str, str]:
    """What each system is called by others, as `same_name` writes it → its key."""
    return {
        same_name(name): key
        for key, system in SYSTEMS.items()
        for name in (key, system.name, system.uri, *system.others)
    }


def same_code(written: str) -> str:
    """A code as it is compared: L71.9, l71.9 and L719 are one."""
    return re.sub(r"[\s.]", "", written).upper()
