"""`agent-changed`: who is to do something stays the same. "Call us" is not "we will call you", and
"ask your doctor" not "ask a nurse" or "your doctor asks you".

The words are in `agents.toml` and `askings.toml` of `languages/meanings`. It is a warning: a
language may say who acts where the source does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding, Severity
from ...model.unit import Unit
from ..shared import meaning


def check_message(unit: Unit) -> Iterator[Finding]:
    for kind in ("agents", "askings"):
        yield from meaning.reported(unit, kind, "agent-changed", Severity.WARNING)
