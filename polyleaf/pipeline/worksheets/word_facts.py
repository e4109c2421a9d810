"""What words tell of a localized sheet, each with its places.

What only English words tell (what is to be done, what is not known) is read in the English source;
the places are those of the same texts on the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ... import languages
from ...checks.shared.english import words_only
from ...checks.shared.english_voice import is_passive
from ...checks.shared.prose import ProseSentence, shown
from ...checks.shared.sentences import sentences
from ...model.findings import Finding
from ...model.leaflet import Leaflet, Text
from ...model.sheet import LocalizedLeaflet
from ...model.walk import texts
from ...model.worksheet import Evidenced
from ..ledger.make_ledger import words_of_markup

VERBS = (
    "Do not|Don['’]t|Never|Ask|Avoid|Bring|Call|Check|Choose|Clean|Come|Contact|Cover|Do|Drink|Eat"
    "|Fill|Find|Follow|Get|Give|Go|Keep|Leave|Look|Make|Phone|Put|Read|Report|Rest|See|Show|Speak"
    "|Start|Stay|Stop|Take|Talk|Tell|Try|Turn|Use|Wait|Walk|Wash|Watch|Wear|Write"
)
BEFORE = r"(?:(?:Please|Always|Then|First|If [^,]*,) )?"
IMPERATIVE = re.compile(rf"{BEFORE}(?:{VERBS})\b", re.IGNORECASE)
NOBODY = "nobody|no one|not fully|not yet|doctors do not|we do not|we don['’]t|it is not"
UNKNOWN = re.compile(
    rf"\b(?:{NOBODY}) (?:\w+ )?(?:knows?|known|clear|sure)\b|\bunknown\b|\bnot certain\b"
    r"|\bno good (?:study|studies|trials?)",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
SHARE = re.compile(r"\d\s?[%٪％]|\bper ?cent\b|\d[.,]\d")
MANY = r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|half|most)"
FREQUENCY = re.compile(
    rf"\b{MANY} (?:in|out of|of) (?:every |each )?(?:\d[\d,]*|five|ten|a hundred)\b", re.IGNORECASE
)
CALCULATE = re.compile(
    r"\b(?:divide|multiply|add up|subtract|calculate|per kilogram|per kg|mg/kg)\b"
)
NO_TREATMENT = re.compile(
    r"\b(?:no|without|not|if you (?:do not|don['’]t)) (?:any )?(?:treat\w*|take it)\b"
    r"|\buntreated\b",
    re.IGNORECASE,
)
YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WordFacts:
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

    @property
    def has_formula(self) -> bool:
        """Whether a formula that is accepted says how hard the sheet is to read."""
        words = (each.words for each in self.prose)
        found = languages.reading(words, self.sheet.language.tag)
        return found is not None and not found.formula.experimental

    def commands(self) -> list[Evidenced]:
        """What readers are asked to do, by the words."""
        return self._english(lambda each: bool(IMPERATIVE.match(each.said.strip())))

    def untold(self) -> list[Evidenced]:
        """What is not known, by the words."""
        return self._english(lambda each: bool(UNKNOWN.search(each.said)))

    def with_numbers(self, pattern: re.Pattern[str] = DIGIT) -> list[Evidenced]:
        """The texts whose words match; frequencies and sums are read in English."""
        english = pattern in (FREQUENCY, CALCULATE)
        found = self.sheet.source if english else self.leaflet
        those = (t for t in texts(found.sections) if pattern.search(words_only(t.value)))
        return [at(self.target.get(text, text) if english else text) for text in those]

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
        """What is said to the reader: to do something, or else with "you"."""
        return self.commands() or self._english(lambda each: bool(YOU.search(each.said)))

    def no_treatment(self) -> list[Evidenced]:
        """What happens without treatment, by the English words."""
        those = (t for t in texts(self.sheet.source.sections) if NO_TREATMENT.search(t.value))
        found = (self.target.get(text, text) for text in those)
        return [at(text) for text in found] if self.english_source else []

    def found(self, *codes: str) -> list[Evidenced]:
        """Where the checks found something; on a translated sheet, what is not the source's."""
        found = [each for each in self.findings if each.code in codes]
        if self.sheet.leaflet is self.sheet.source:
            return [Evidenced(each.where, each.message) for each in found]
        source = self.leaflet.where.path
        return [Evidenced(each.where, "") for each in found if each.where.path != source]

    def _english(self, holds: Callable[[ProseSentence], bool]) -> list[Evidenced]:
        if not self.english_source:
            return []
        found = {each.text: each for each in self.source_prose[::-1] if holds(each)}
        if self.sheet.language.tag == self.sheet.source.language:
            return [at(text, from_=each.said) for text, each in reversed(found.items())]
        return [at(self.target.get(text, text)) for text in reversed(found)]


def at(text: Text, from_: str = "") -> Evidenced:
    """A text, shown from its beginning or from one of its sentences."""
    raw = next((s.raw for s in sentences(text.value) if s.text.strip() == from_), text.value)
    return Evidenced(text.where, shown(words_of_markup(raw)))
