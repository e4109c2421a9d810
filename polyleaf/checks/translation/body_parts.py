"""`body-part-changed`: the parts and sides of the body are those of the source.

"On the nose and cheeks" is not "on the nose and chin"; steps that go "from left to right" do not go
from right to left. A part that is lost is reported, and which has come instead: translations often
add one (wash: wash your face). The words are in `languages/meanings/body.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.unit import Unit
from ..shared import meaning


def check_message(unit: Unit) -> Iterator[Finding]:
    return meaning.reported(unit, "body", "body-part-changed")
