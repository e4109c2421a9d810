"""find/index.html: the address that a record system opens: find?code=L71&system=icd-10&lang=ur.

The parameters may have the names of HL7's Context-Aware Knowledge Retrieval ("Infobutton",
URL-based implementation guide) too. The page lists what there is and its script goes to the right
sheet; `resolve` does the same for `polyleaf serve`. Both read codes by these rules:

- A code of a classification whose codes are nested (ICD, ATC) finds what is filed under the
  same, else under a wider one (L71.9 finds L71), else under narrower ones.
- Several codes may be asked for; a leaflet that has the first goes first.
- zh-CN finds zh-Hans, urd finds ur: a language in its usual script.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from ... import languages
from ...markup import Catalogue, Lookup, words_in
from ...model.code_systems import SYSTEMS, names, same_code, same_name
from ...model.findings import PolyleafError
from ...model.sheet import Language
from .. import manifest
from . import index_json
from .sheets import ListedSheet
from .sheets import sheets as list_sheets

PAGE = "find/index.html"
STYLES, SCRIPTS = ("style.css", "find.css"), ("find.js",)
SHORTEST = 3  # signs of a code that narrower ones are looked for: a category of ICD-10
MOST = 10  # codes that are asked for at once
HL7_CODE, HL7_SYSTEM = "mainSearchCriteria.v.c", "mainSearchCriteria.v.cs"
LANGUAGES = ("lang", "language", "informationRecipient.languageCode.c")


def page(
    site: Catalogue, sheets: Sequence[ListedSheet], readers: Sequence[tuple[Language, Lookup]]
) -> str:
    """The page in the first of the languages, with its words in all of them, for its script.

    Raises PolyleafError for its template.
    """
    spoken = {each["tag"]: each for each in site.languages}
    order = list(spoken)
    ordered = sorted(sheets, key=lambda each: (each.leaflet, order.index(each.language)))
    rows = [_row(list(those)) for _, those in groupby(ordered, key=lambda each: each.leaflet)]
    nested = [key for key, system in SYSTEMS.items() if system.nested]
    variables = {
        "rows": sorted(rows, key=lambda row: str(row["title"])),
        "spoken": spoken,
        "readers": [
            {"language": language, "pgettext": words_in(language, lookup)}
            for language, lookup in readers
        ],
        "systems": {"names": names(), "nested": nested, "shortest": SHORTEST, "most": MOST},
    }
    language, lookup = readers[0]
    return site.fill(
        "catalogue/find.html", language, lookup, variables, scripts=SCRIPTS, styles=STYLES
    )


def find(output: Path, asked: Mapping[str, str]) -> str:
    """The file of an output folder that is asked for, as `resolve`."""
    return resolve(list_sheets(manifest.read(output / manifest.NAME)), asked)


def resolve(sheets: Sequence[ListedSheet], asked: Mapping[str, str]) -> str:
    """The one file that is asked for; empty if there is none, or a person has to choose."""
    found = _found(sheets, list(_criteria(asked)))
    tag = next((asked[name] for name in LANGUAGES if asked.get(name)), "")
    there = list(dict.fromkeys(sheet.language for sheet in found))
    language = _language(tag, there) if tag else there[0] if len(there) == 1 else ""
    files = [_leads_to(sheet) for sheet in found if sheet.language == language]
    return files[0] if len(files) == 1 else ""


def _row(sheets: Sequence[ListedSheet]) -> dict[str, object]:
    """A leaflet, as the page lists it."""
    codes = index_json.codes(sheets[0])
    return {
        "leaflet": sheets[0].leaflet,
        "title": sheets[0].english,
        "codes": [f"{SYSTEMS[each.system].name} {each.code}" for each in codes],
        "compared": " ".join(f"{each.system}:{same_code(each.code)}" for each in codes),
        "sheets": [(sheet.language, _leads_to(sheet)) for sheet in sheets],
    }


def _leads_to(sheet: ListedSheet) -> str:
    """Its page for a screen, which leads to all other editions; else what a clinic prints."""
    return sheet.page or sheet.editions[0].file


def _criteria(asked: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(system, code) of all that is asked for; the system is empty if it is not told."""
    ours = [("code", "system")]
    ours += [(f"{HL7_CODE}{n}", f"{HL7_SYSTEM}{n}") for n in ("", *range(1, MOST))]
    for code, system in ours:
        if same_code(asked.get(code, "")):
            yield asked.get(system, ""), same_code(asked[code])


def _found(sheets: Sequence[ListedSheet], criteria: Sequence[tuple[str, str]]) -> list[ListedSheet]:
    """The sheets that the first of the codes finds which finds any."""
    known = names()
    for system, code in criteria:
        key = known.get(same_name(system), "") if system else None
        for fits in (_same, _wider, _narrower):
            matching = [sheet for sheet in sheets if _has(sheet, key, code, fits)]
            if fits is _wider and matching:
                longest = max(_length(sheet, key, code) for sheet in matching)
                matching = [each for each in matching if _length(each, key, code) == longest]
            if matching:
                return matching
    return []


Fits = Callable[[str, str], bool]  # of the code that is asked for, and one that a leaflet has


def _has(sheet: ListedSheet, key: str | None, code: str, fits: Fits) -> bool:
    return any(fits(code, own) for own in _own(sheet, key, fits))


def _own(sheet: ListedSheet, key: str | None, fits: Fits) -> Iterator[str]:
    """Its codes in the system, or in any; only of nested ones if they may be wider or narrower."""
    for each in index_json.codes(sheet):
        if key in (None, each.system) and (fits is _same or SYSTEMS[each.system].nested):
            yield same_code(each.code)


def _length(sheet: ListedSheet, key: str | None, code: str) -> int:
    return max((len(own) for own in _own(sheet, key, _wider) if _wider(code, own)), default=0)


def _same(code: str, own: str) -> bool:
    return code == own


def _wider(code: str, own: str) -> bool:
    return len(own) >= SHORTEST and code.startswith(own)


def _narrower(code: str, own: str) -> bool:
    return len(code) >= SHORTEST and own.startswith(code)


def _language(written: str, there: Sequence[str]) -> str:
    """The language among those that are there which is meant; empty if there is none."""
    for tag in there:
        if tag.lower() == written.strip().replace("_", "-").lower():
            return tag
    try:
        meant = languages.find(written)
        return next((t for t in there if languages.same_words(meant, languages.find(t))), "")
    except PolyleafError:
        return ""
