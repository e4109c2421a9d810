"""`too-long`: a text with `max_length` has at most that many characters in every language.

Characters are counted as readers do: `नमस्ते` has three. Markup and citations do not count. Nor does
a placeholder, whose value is not known here: drawing shows whether the text fits with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.unit import Unit
from ...typography import count_characters
from ...typography.line import OBJECT
from ..shared.message_finding import message_finding
from ..shared.printed_text import without_markup


def check_message(unit: Unit) -> Iterator[Finding]:
    if unit.max_length is None:
        return
    length = count_characters(without_markup(unit.target).replace(OBJECT, ""))
    if (over := length - unit.max_length) > 0:
        message = f"{length} characters, {over} more than the {unit.max_length} that fit"
        yield message_finding(unit, "too-long", message, "say it in fewer words")
