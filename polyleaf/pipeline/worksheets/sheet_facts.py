"""A localized sheet → what can be counted in it, each with its places.

What only English words tell (what is to be done, what nobody knows) is read in the English source;
the places are those of the same texts on the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from ... import languages
from ...checks.shared.english import words_only
from ...checks.shared.english_voice import is_passive
from ...checks.shared.prose import ProseSentence, prose, shown
from ...model.findings import Finding
from ...model.inline import Cite, Link, parse, walk
from ...model.leaflet import (
    Block,
    Bullets,
    Callout,
    Evidence,
    Figure,
    Form,
    Leaflet,
    Options,
    Steps,
    Table,
    Text,
)
from ...model.plans import AskBack, Schedule, Zones
from ...model.sheet import LocalizedLeaflet
from ...model.walk import parts, texts
from ...model.worksheet import Evidenced

MOST_ITEMS = 7  # of a list (CDC)
VERBS = (
    "Do not|Don['’]t|Never|Ask|Avoid|Bring|Call|Check|Choose|Clean|Come|Contact|Cover|Do|Drink|Eat|Fill"
    "|Find|Follow|Get|Give|Go|Keep|Leave|Look|Make|Phone|Put|Read|Report|Rest|See|Show|Speak|Start|Stay"
    "|Stop|Take|Talk|Tell|Try|Turn|Use|Wait|Walk|Wash|Watch|Wear|Write"
)
IMPERATIVE = re.compile(
    rf"(?:(?:Please|Always|Then|First|If [^,]*,) )?(?:{VERBS})\b", re.IGNORECASE
)
UNKNOWN = re.compile(
    r"\b(?:nobody|no one|not fully|not yet|doctors do not|we do not|we don['’]t|it is not) (?:\w+ )?"
    r"(?:knows?|known|clear|sure)\b|\bunknown\b|\bnot certain\b|\bno good (?:study|studies|trials?)",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
SHARE = re.compile(r"\d\s?[%٪％]|\bper ?cent\b|\d[.,]\d")
FREQUENCY = re.compile(r"\b\d[\d,]* (?:in|out of) (?:every )?\d[\d,]*\b")
CALCULATE = re.compile(
    r"\b(?:divide|multiply|add up|subtract|calculate|per kilogram|per kg|mg/kg)\b"
)
NO_TREATMENT = re.compile(
    r"\b(?:no|without|not|if you (?:do not|don['’]t)) (?:any )?(?:treat\w*|take it)\b|\buntreated\b",
    re.IGNORECASE,
)
YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)


B = TypeVar("B", bound=Block)


@dataclass(frozen=True, slots=True)
class SheetFacts:
    sheet: LocalizedLeaflet
    findings: tuple[Finding, ...]  # of the checks of the text
    prose: tuple[ProseSentence, ...]
    source_prose: tuple[ProseSentence, ...]
    target: dict[Text, Text]  # by the text of the source

    @property
    def leaflet(self) -> Leaflet:
        return self.sheet.leaflet

    @property
    def english(self) -> bool:
        """Whether the sheet itself is in English."""
        return self.sheet.language.tag.partition("-")[0] == languages.ENGLISH

    @property
    def english_source(self) -> bool:
        return self.sheet.source.language.partition("-")[0] == languages.ENGLISH

    def summary(self) -> list[Evidenced]:
        return [at(text) for text in self.leaflet.summary]

    def headings(self) -> list[Evidenced]:
        return [at(section.heading) for section in self.leaflet.sections]

    def lists(self) -> list[Evidenced]:
        found = (*self.blocks(Bullets), *self.blocks(Steps))
        return [at(block.items[0].text) for block in found]

    def long_lists(self) -> list[Evidenced]:
        lists = self.blocks(Bullets)
        return [at(block.items[0].text) for block in lists if len(block.items) > MOST_ITEMS]

    def of(self, *kinds: type[Block]) -> list[Evidenced]:
        """The first text of each block of some kinds."""
        return [
            at(first) for kind in kinds for block in self.blocks(kind) for first in _first(block)
        ]

    def blocks(self, kind: type[B]) -> list[B]:
        return list(parts(self.leaflet.sections, kind))

    def figures(self) -> list[Evidenced]:
        return [at(figure.caption) for figure in self.blocks(Figure)]

    def options(self) -> list[Evidenced]:
        """The options of treatment that have both benefits and risks."""
        every = (option for block in self.blocks(Options) for option in block.items)
        return [at(option.name) for option in every if option.benefits and option.risks]

    def tables(self) -> list[Evidenced]:
        return self.of(Table, Options, Schedule)

    def wide_tables(self, most: int) -> list[Evidenced]:
        return [at(table.caption) for table in self.blocks(Table) if len(table.columns) > most]

    def no_treatment(self) -> list[Evidenced]:
        """What happens without treatment, by the English words."""
        those = (t for t in texts(self.sheet.source.sections) if NO_TREATMENT.search(t.value))
        found = (self.target.get(text, text) for text in those)
        return [at(text) for text in found] if self.english_source else []

    def questions(self) -> list[Evidenced]:
        """Questions for the reader to ask, or to answer in their own words."""
        asked = self._english(lambda each: each.question and each.role in ("list-item", "step"))
        return [*asked, *self.of(AskBack)]

    def tools(self) -> list[Evidenced]:
        return self.of(Form, AskBack, Schedule, Zones)

    def urgent(self) -> list[Evidenced]:
        return [at(box.text) for box in self.blocks(Callout) if box.tone == "urgent"]

    def steps(self) -> list[Evidenced]:
        return self.of(Steps, Schedule, Zones)

    def with_numbers(self, pattern: re.Pattern[str] = DIGIT) -> list[Evidenced]:
        """The texts whose words match; frequencies and sums are read in English."""
        english = pattern in (FREQUENCY, CALCULATE)
        found = self.sheet.source if english else self.leaflet
        those = (t for t in texts(found.sections) if pattern.search(words_only(t.value)))
        return [at(self.target.get(text, text) if english else text) for text in those]

    def actions(self) -> list[Evidenced]:
        """What readers are asked to do, by the English words or by the kind of block."""
        said = self._english(lambda each: bool(IMPERATIVE.match(each.said.strip())))
        return said or [*self.steps(), *self.urgent()]

    def passive_actions(self) -> list[Evidenced]:
        """The main messages, and what is to be done, where they are in the passive voice."""
        return self._english(
            lambda each: (
                is_passive(each.said)
                and (each.role == "key-point" or bool(IMPERATIVE.match(each.said.strip())))
            )
        )

    def passive(self) -> list[Evidenced]:
        return self._english(lambda each: is_passive(each.said))

    def to_reader(self) -> list[Evidenced]:
        """Sentences that speak to the reader."""
        return self._english(
            lambda each: bool(YOU.search(each.said) or IMPERATIVE.match(each.said.strip()))
        )

    def unknown(self) -> list[Evidenced]:
        said = self._english(lambda each: bool(UNKNOWN.search(each.said)))
        cells = [
            at(text) for each in self.blocks(Options) for o in each.items for text in o.unknown
        ]
        return [*said, *cells]

    def cited(self) -> list[Evidenced]:
        return [at(text) for text in texts(self.leaflet) if _has(text, Cite)]

    def links(self) -> list[Evidenced]:
        return [at(text) for text in texts(self.leaflet.sections) if _has(text, Link)]

    def graded(self) -> bool:
        """Whether the sheet says of anything how sure it is."""
        return any(True for _ in parts(self.leaflet.sections, Evidence))

    def found(self, *codes: str) -> list[Evidenced]:
        """Where the checks found something."""
        return [Evidenced(each.where, each.message) for each in self.findings if each.code in codes]

    def _english(self, holds: Callable[[ProseSentence], bool]) -> list[Evidenced]:
        if not self.english_source:
            return []
        those = (each for each in self.source_prose if holds(each))
        targets = (self.target.get(each.text, each.text) for each in those)
        return [at(text) for text in dict.fromkeys(targets)]


def facts(sheet: LocalizedLeaflet, findings: Iterable[Finding]) -> SheetFacts:
    source = languages.find(sheet.source.language)
    pairs = zip(texts(sheet.source), texts(sheet.leaflet), strict=True)
    return SheetFacts(
        sheet,
        tuple(findings),
        prose(sheet.leaflet, sheet.language),
        prose(sheet.source, source),
        dict(pairs),
    )


def at(text: Text) -> Evidenced:
    return Evidenced(text.where, shown(words_only(text.value)))


def _first(block: Block) -> Iterator[Text]:
    yield from list(texts(block))[:1]


def _has(text: Text, kind: type[object]) -> bool:
    return any(isinstance(node, kind) for node in walk(parse(text.value)))
