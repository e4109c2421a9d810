"""`markup-foreign`: a text has no Markdown, HTML or placeholder of another kind than ours.

What is not `**strong**`, `*emphasis*`, `[text](address)`, `[@source]` or `{clinic.phone}` is
printed letter by letter: `_word_`, `` `code` ``, `<b>`, `&nbsp;`. Where that is surely not meant it
is an error. What may be meant is a warning: “1. May” begins as the item of a list does. A backslash
before a sign says that it is meant: `\\_`.

Of a translation is reported only what its source does not have.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ...model import inline
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity, Where
from ...model.leaflet import Text
from ...model.unit import Unit
from ..shared import markup_habits
from ..shared.markup_habits import Habit


def check_text(text: Text, clinic: Clinic) -> Iterator[Finding]:
    for habit, shown, hint in _habits(text.value):
        yield _finding(habit, shown, hint, text.where)


def check_message(unit: Unit) -> Iterator[Finding]:
    known = {habit.kind for habit, _, _ in _habits(unit.source)}
    for habit, shown, hint in _habits(unit.target):
        if habit.kind not in known:
            yield _finding(habit, shown, hint, unit.where)


def _finding(habit: Habit, shown: str, hint: str, where: Where) -> Finding:
    severity = Severity.ERROR if habit.sure else Severity.WARNING
    message = f'"{shown}" is printed as it stands'
    return Finding(where, "markup-foreign", message, hint, severity)


@lru_cache(maxsize=4096)
def _habits(value: str) -> tuple[tuple[Habit, str, str], ...]:
    return tuple(markup_habits.of(inline.bare(value)))
