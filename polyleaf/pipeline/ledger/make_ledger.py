"""Leaflet → the ledger of its claims, in the order of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from ... import languages
from ...model.inline import Placeholder, Run, leaves, parse
from ...model.leaflet import Leaflet, Source
from ...model.ledger import CitedWork, LedgerClaim
from .claim_parts import ClaimPart, claim_parts
from .work_keys import work_keys

YEAR = r"(?:19|20)\d\d"
MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
DATE = re.compile(
    rf"\b(?:{YEAR}-\d\d-\d\d|(?:\d{{1,2}} )?(?:{MONTH}) (?:\d{{1,2}}, )?{YEAR}|{YEAR})\b"
)


def works_of(leaflet: Leaflet) -> tuple[CitedWork, ...]:
    """The sources that a leaflet lists. An address that two of them have tells neither."""
    keys = Counter(key for source in leaflet.sources for key in work_keys(source))
    return tuple(_work(leaflet, source, keys) for source in leaflet.sources)


def of_leaflet(leaflet: Leaflet) -> tuple[LedgerClaim, ...]:
    """What cites a listed source, or stands in a part that is graded."""
    works = {work.id: work for work in works_of(leaflet)}
    found: list[LedgerClaim] = []
    for part in claim_parts(leaflet):
        for raw, cited in part.statements():
            found.append(_claim(leaflet, len(found) + 1, part, raw, cited, works))
    return tuple(found)


def _claim(
    leaflet: Leaflet,
    number: int,
    part: ClaimPart,
    raw: str,
    cited: Iterable[str],
    works: Mapping[str, CitedWork],
) -> LedgerClaim:
    about, said = words_of_markup(part.about), words_of_markup(raw)
    read = f"{about} {said}"
    return LedgerClaim(
        leaflet=leaflet.name,
        number=number,
        where=part.text.where,
        section=part.section,
        about=about,
        text=said,
        evidence=part.evidence,
        works=tuple(works[name] for name in cited if name in works),
        only=part.only,
        places=tuple(dict.fromkeys(_places(read, leaflet))),
        dates=tuple(dict.fromkeys(DATE.findall(read))),
    )


def _work(leaflet: Leaflet, source: Source, shared: Mapping[str, int]) -> CitedWork:
    return CitedWork(
        leaflet=leaflet.name,
        id=source.id,
        short=source.short,
        level=source.level,
        year=source.year,
        url=source.url,
        keys=tuple(
            key for key in work_keys(source) if not key.startswith("url:") or shared[key] == 1
        ),
        where=source.where,
    )


def words_of_markup(value: str) -> str:
    """The words without markup and citations; a placeholder as it is written."""
    words = "".join(
        node.text if isinstance(node, Run) else f"{{{node.name}}}"
        for node in leaves(parse(value))
        if isinstance(node, Run | Placeholder)
    )
    return re.sub(r"\s+([.,;:!?।॥؟،؛۔。])", r"\1", " ".join(words.split()))


def _places(said: str, leaflet: Leaflet) -> Iterable[str]:
    if leaflet.language.partition("-")[0] == languages.ENGLISH:
        return languages.places(said)
    return languages.country_names(languages.find(leaflet.language)).found(said).values()
