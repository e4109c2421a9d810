"""`duration-changed`, `ratio-turned`: numbers in words keep their unit of time, a part its whole.

"Two weeks to three months" is not "three weeks to two months", nor "two months", in digits or in
words; Arabic شهرين is two months. "1 in 6 people" is not "6 in 1", however a language puts it:
1 sur 6, 1 из 6, 6 में से 1, 每6人中有1人. The words beside a whole are in
`languages/meanings/ratio.toml`. Only a number that stands right before its unit is compared, with
those of its own sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import languages
from ...model.findings import Finding, Severity
from ...model.sheet import Language
from ...model.unit import Unit
from ..shared.durations import durations, shown
from ..shared.message_finding import message_finding
from ..shared.ratios import parts_of, wholes
from ..shared.sentences import Pair, pairs


def check_message(unit: Unit) -> Iterator[Finding]:
    english = languages.find(unit.source_language)
    for pair in pairs(unit.source, unit.target, unit.language):
        if pair.source and pair.target:
            yield from _durations(unit, pair, english)
            yield from _ratios(unit, pair)


def _durations(unit: Unit, pair: Pair, english: Language) -> Iterator[Finding]:
    source = [one for sentence in pair.source for one in durations(sentence.text, english)]
    if not source:
        return
    target = [one for sentence in pair.target for one in durations(sentence.text, unit.language)]
    lost = [one for one in source if not any(one.is_same(other) for other in target)]
    added = [one for one in target if not any(one.is_same(other) for other in source)]
    for one in lost:
        other = next((o for o in added if o.unit == one.unit or o.values & one.values), None)
        if other is not None:
            added.remove(other)
            message = f"the source has {shown(one)}, the translation {shown(other)}"
            severity = Severity.ERROR if unit.safety else Severity.WARNING
            yield message_finding(unit, "duration-changed", message, severity=severity)


def _ratios(unit: Unit, pair: Pair) -> Iterator[Finding]:
    for sentence in pair.source:
        for part, whole in parts_of(sentence.text):
            said = [w for s in pair.target for w in wholes(s.text, unit.language)]
            if part != whole and part in said and whole not in said:
                message = f"the source has {part} in {whole}, the translation {whole} in {part}"
                yield message_finding(unit, "ratio-turned", message)
