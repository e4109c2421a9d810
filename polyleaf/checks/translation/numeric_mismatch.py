"""`number-changed`, `number-lost`, `number-added`, `unit-changed`, `unit-lost`, `range-turned`:
counts, doses and dates stay the same.

A translation has the numbers of its source, each as often, in the digits of any script and with
the marks of its own language: 2.5 = 2,5 = ٢٫٥, 1,000 = 1.000 = 1 000, 100,000 = 1,00,000 = 10万,
22/11/2026 = 2026-11-22, 9 pm = 21:00, ½ = 1/2. Digits in names count, too: B12, COVID-19. A number
may be in words (20: twenty, vingt, बीस), and a word of the source in digits; the meaning of words
is not compared.

After the same number stands the same unit: 5 mg is 5 मि.ग्रा., not 5 g, and not 5. A range goes from
the same end to the same end, as it is typed, also in right-to-left text: 5–10 is not 10–5.

A number of the source that has become another, or is nowhere in the translation, is an error. It is
a warning if the translation has it less often; if it is a 1 (a man, ein Mann), a 0 (no results) or
a digit of a name (O2, 2FA). In a language whose words for numbers are not known it is one, too, if
the number is often a word, or if the translation has no digits at all and is not about safety: for
“Article 18” stands «مادهٔ هیجدهم».

A number that only the translation has is a warning, unless it is a dose (5 mg) or the text is about
safety: translators say "half an hour" as 30分, "quarterly" as "alle 3 Monate".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from ... import languages
from ...model.findings import Finding, Severity
from ...model.sheet import Language
from ...model.unit import Unit
from ..shared.amounts.amount_reader import Reading, read
from ..shared.amounts.european_digits import has_number
from ..shared.amounts.matching import Matched, match
from ..shared.amounts.numerals import Values
from ..shared.amounts.quantities import Quantity
from ..shared.contacts import contacts
from ..shared.message_finding import message_finding

BASE = re.compile("進|进制|진수|진법")  # hexadecimal: base 16
FEW = 400  # pairs that may be compared letter by letter
OFTEN_A_WORD = 12  # most style guides write numbers up to it in words
SPELLED = 100  # that legal and older texts write so


def check_message(unit: Unit) -> Iterator[Finding]:
    if not any(map(has_number, (unit.source, unit.target))):
        return
    texts = [contacts(text).rest for text in (unit.source, unit.target)]
    scaled = languages.number_words(unit.language).known
    source = read(texts[0], languages.find(unit.source_language), scaled)
    target = read(texts[1], unit.language, scaled)
    matched = match(source, target)
    yield from _numbers(unit, matched, source, target, texts)
    yield from _units(unit, matched, texts[1])
    yield from _ranges(unit, source, target)


def _numbers(
    unit: Unit, matched: Matched, source: Reading, target: Reading, texts: list[str]
) -> Iterator[Finding]:
    lost = list(matched.lost)
    added = [one for one in matched.added if not BASE.match(texts[1], one.end)]
    for one, other in _closest(lost, added):
        lost.remove(one)
        added.remove(other)
        message = f"the source has {one.shown}, the translation has {other.shown}"
        yield message_finding(unit, "number-changed", message, _read_as(other, unit.language))
    for one in lost:
        message = f"the translation lacks {one.shown}"
        severity = _severity(one, target, unit.language)
        if _is_of_name(one, texts[0]) or _may_be_spelled(one, unit, texts[1]):
            severity = Severity.WARNING
        yield message_finding(unit, "number-lost", message, severity=severity)
    for other in added:
        message = f"the translation has {other.shown}, which is not in the source"
        hint = _read_as(other, unit.language)
        severity = _severity(other, source, unit.language)
        if not unit.safety and not other.units & languages.HARD:
            severity = Severity.WARNING
        yield message_finding(unit, "number-added", message, hint, severity)


def _closest(lost: list[Quantity], added: list[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Which number has probably become which: the most alike first."""
    if len(lost) * len(added) > FEW:
        return list(zip(lost, added, strict=False))
    alike = sorted(
        ((one, other) for one in lost for other in added),
        key=lambda two: SequenceMatcher(None, two[0].shown, two[1].shown).ratio(),
        reverse=True,
    )
    chosen: list[tuple[Quantity, Quantity]] = []
    for one, other in alike:
        if all(one is not a and other is not b for a, b in chosen):
            chosen.append((one, other))
    return sorted(chosen, key=lambda two: two[0].start)


def _severity(one: Quantity, other: Reading, language: Language) -> Severity:
    others = (*(quantity.values for quantity in other.quantities), *other.mentions)
    mentioned = any(one.values & values for values in others)
    known = languages.number_words(language).known
    word = any(
        value in (0, 1) or (0 <= value <= OFTEN_A_WORD and not known) for value in one.values
    )
    return Severity.WARNING if mentioned or word else Severity.ERROR


def _is_of_name(one: Quantity, text: str) -> bool:
    """O2, 2FA, HbA1c: it touches a letter."""
    before, after = text[one.start - 1 : one.start], text[one.end : one.end + 1]
    return not one.units and (before.isalpha() or after.isalpha())


def _may_be_spelled(one: Quantity, unit: Unit, target: str) -> bool:
    """Whether it may be in words, in a language of which those are not known."""
    if unit.safety or one.units or languages.number_words(unit.language).known:
        return False
    return not has_number(target) and any(value <= SPELLED for value in one.values)


def _read_as(one: Quantity, language: Language) -> str:
    """How readers of the language understand a mark that may mean two things."""
    marked = re.search(r"\d[.,]\d{3}(?!\d)", one.shown)
    if not marked or len(one.values) != 1:
        return ""
    (value,) = one.values
    return f"it is read as {float(value):g} in {language.english_name}"


def _units(unit: Unit, matched: Matched, target: str) -> Iterator[Finding]:
    for one, other in matched.pairs:
        if one.units & other.units:
            continue
        if one.units and other.units:
            message = f"the source has {one.shown}, the translation has {other.shown}"
            yield message_finding(unit, "unit-changed", message)
        elif one.units and one.units <= languages.HARD and not _says(target, one.units, unit):
            message = f"the source has {one.shown}, the translation has {other.shown}"
            hint = "write the unit after the number"
            yield message_finding(unit, "unit-lost", message, hint, Severity.WARNING)
        elif other.units and other.units <= languages.HARD:
            message = f"the translation has {other.shown}, the source has {one.shown}"
            yield message_finding(unit, "unit-changed", message, severity=Severity.WARNING)


def _says(text: str, units: Iterable[str], unit: Unit) -> bool:
    """Whether a unit stands anywhere in the text, or may do so in words that Polyleaf lacks."""
    if not languages.number_words(unit.language).known:
        return True
    measures = languages.measures(unit.language)
    key = languages.measure_key(text)
    return any(name in key for name, meant in measures.items() if meant & set(units))


def _ranges(unit: Unit, source: Reading, target: Reading) -> Iterator[Finding]:
    for low, high in source.ranges:
        kept = any(a & low and b & high for a, b in target.ranges)
        if not kept and not low & high and any(a & high and b & low for a, b in target.ranges):
            message = f"the source goes from {_shown(low)} to {_shown(high)}, the translation back"
            yield message_finding(
                unit, "range-turned", message, "write the number first that is read first"
            )


def _shown(values: Values) -> str:
    return " or ".join(f"{float(value):g}" for value in sorted(values))
