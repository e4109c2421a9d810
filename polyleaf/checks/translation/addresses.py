"""`address-changed`, `telephone-changed`: addresses and telephone numbers stay as they are.

A web or mail address in the text of the source is in the translation, letter by letter, and no
other one is; `https://` and a full stop after it do not count. A telephone number has the same
digits, in whatever script and groups: 020 7946 0958, ٠٢٠٧٩٤٦٠٩٥٨. Where a link leads is compared
by `link-lost`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding
from ...model.unit import Unit
from ..shared.contacts import contacts, may_have_contacts
from ..shared.message_finding import message_finding


def check_message(unit: Unit) -> Iterator[Finding]:
    if not any(map(may_have_contacts, (unit.source, unit.target))):
        return
    source, target = contacts(unit.source), contacts(unit.target)
    yield from _differ(unit, "address-changed", source.addresses, target.addresses)
    yield from _differ(unit, "telephone-changed", source.telephones, target.telephones)


def _differ(
    unit: Unit, code: str, source: tuple[str, ...], target: tuple[str, ...]
) -> Iterator[Finding]:
    lost = [one for one in dict.fromkeys(source) if one not in target]
    added = [one for one in dict.fromkeys(target) if one not in source]
    for one, other in zip(lost, added, strict=False):
        yield message_finding(unit, code, f"the source has {one}, the translation has {other}")
    for one in lost[len(added) :]:
        yield message_finding(unit, code, f"the translation lacks {one}")
    for other in added[len(lost) :]:
        yield message_finding(
            unit, code, f"the translation has {other}, which is not in the source"
        )
