"""`too-long`: a translation has room where it is printed.

A text with `max_length` has at most that many characters in every language, as its reader counts
them: `नमस्ते` has three. Markup and citations are no characters of it. Nor is a placeholder, whose
value is not known here; whether all fits with it is seen when the sheet is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Unit
from ...problems import Finding
from ...typography import characters
from ...typography.stream import OBJECT
from .found import found
from .prose import without_markup


def check(unit: Unit) -> Iterator[Finding]:
    if unit.max_length is None:
        return
    length = characters(without_markup(unit.target).replace(OBJECT, ""))
    if (over := length - unit.max_length) > 0:
        message = f"{length} characters, {over} more than the {unit.max_length} that fit"
        yield found(unit, "too-long", message, "say it in fewer words")
