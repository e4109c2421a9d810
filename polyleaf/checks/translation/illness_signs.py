"""`sign-changed`: no sign of an illness, and no colour of skin, is lost from a translation: fever,
pain, lumps, blisters, brown and black skin.

"Call for new lumps, bad pain or fever" without the fever lets a patient with fever wait. The words
are in `languages/meanings/signs.toml` and `colours.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.unit import Unit
from ..shared import meaning


def check_message(unit: Unit) -> Iterator[Finding]:
    for kind in ("signs", "colours"):
        yield from meaning.reported(unit, kind, "sign-changed")
