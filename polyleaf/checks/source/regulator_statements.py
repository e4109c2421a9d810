"""`regulator-undated`: what an authority says of a treatment holds in one country, from one day.

An English sentence that tells what an authority has approved, refused, warned of or banned, or that
a product is approved or licensed, needs the country and the year beside it: in its text, in the
heading above it, in its row of a table, or with `only: {country: …}`. Where to report side effects,
and what people are approved or licensed to do, is no such statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ... import languages
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Block, Callout, Leaflet, Options, Section, Table, Terms, Text
from ...model.walk import texts
from ..shared.english import words_only
from ..shared.prose import shown
from ..shared.sentences import sentences

SAYS = re.compile(
    r"\b(?:approv|authori[sz]|licen[sc]|clear(?:ed|s)\b|warn|ban(?:s|ned)?\b|bar(?:s|red)?\b|prohibit|allow|permit"
    r"|recommend|advis|require|says?\b|said\b|calls?\b|called\b|states?\b|stated\b|lists?\b|listed\b|found\b|restrict|withdr[ae]w|recall|classif"
    r"|consider|regulat|treats? (?:it|them) as)",
    re.IGNORECASE,
)
OWN_NAME = re.compile(
    r"\b(?:the|medicines?|drugs?|national|health) (?:regulators?"
    r"|regulatory (?:body|bodies|authority|authorities))\b",
    re.IGNORECASE,
)
APPROVED = re.compile(
    r"\b(?:not|never|no|none|is|are|was|were|been|has|have|un)\b[^.;]{0,60}?\b(?:approved|licen[sc]ed|authori[sz]ed|banned)"
    r" (?:for|in|by the|to treat|as a)\b",
    re.IGNORECASE,
)
PRODUCT = re.compile(
    r"\b(?:medicines?|drugs?|treatments?|products?|vaccines?|devices?|therap(?:y|ies)|creams?|gels?|injections?|exosomes?"
    r"|stem cells?|tablets?|cosmetics?|tests?)\b",
    re.IGNORECASE,
)
OF_PEOPLE = re.compile(
    r"\blicen[sc]ed (?:\w+ )?(?:doctor|nurse|practitioner|pharmac|health|clinic|professional)"
    r"|\bby (?:your|a|the) (?:doctor|nurse|clinic|team|hospital|GP|insur)",
    re.IGNORECASE,
)
DATE = re.compile(r"\b(?:19|20)\d\d\b")
HERE = re.compile(r"\b(?:in this country|in your country|in our country)\b", re.IGNORECASE)


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    if leaflet.language.partition("-")[0] != languages.ENGLISH:
        return
    for section in leaflet.sections:
        for block in section.blocks:
            for around in _passages(section, block):
                yield from _undated(around, block)


def _passages(section: Section, block: Block) -> Iterator[Sequence[Text]]:
    """Texts that are read together; the heading above them is the last."""
    match block:
        case Terms():
            groups: Sequence[object] = [(each.term, each.text) for each in block.items]
        case Table():
            groups = [(row, block.caption, block.columns) for row in block.rows]
        case Options():
            groups = block.items
        case Callout():
            groups = [block]
        case _:
            groups = tuple(texts(block))
    for group in groups:
        yield (*texts(group), section.heading)


def _undated(around: Sequence[Text], block: Block) -> Iterator[Finding]:
    said = " ".join(words_only(text.value) for text in around)
    lacks = [] if block.countries or languages.places(said) or HERE.search(said) else ["country"]
    lacks += [] if DATE.search(said) else ["date"]
    if not lacks:
        return
    for text in around[:-1]:
        for sentence in sentences(text.value):
            if _is_statement(sentence.text):
                message = f"a regulator's statement without its {' and '.join(lacks)}"
                hint = f"say in which country it holds, and since when: “{shown(sentence.text)}”"
                yield Finding(text.where, "regulator-undated", message, hint, Severity.WARNING)
                break


def _is_statement(sentence: str) -> bool:
    if OF_PEOPLE.search(sentence) or re.search(r"\breport(?:s|ed|ing)?\b", sentence, re.IGNORECASE):
        return False
    named = languages.regulators().search(sentence) or OWN_NAME.search(sentence)
    if named and SAYS.search(sentence.replace(named[0], "")):
        return True
    return bool(APPROVED.search(sentence) and PRODUCT.search(sentence)) and "?" not in sentence
