"""Catalog × memory → the catalog with offers for the messages that lack a translation.

A translation of the very text is filled in as fuzzy; one that would lose or change a placeholder,
a number or markup is not, but stands in a comment, as those of similar texts do, with what differs.
A message that has only moved here, from a leaflet that no longer has it, is the same message.
Nothing that is offered is printed before its translator has accepted it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...checks.translation import inline_codes, numeric_mismatch, placeholder_places
from ...model.sheet import Language
from ...model.unit import Unit
from ..catalog import METHOD, Catalog, Entry, offered, with_method
from .pairs import TextPair
from .project_memory import Memory

MOST = 3  # translations of one text that are offered


@dataclass(frozen=True, slots=True)
class Offers:
    """A language's memory, and the languages that it is for and that its texts come from."""

    memory: Memory
    language: Language
    source: Language

    def to(self, catalog: Catalog) -> Catalog:
        """The catalog with offers; one without any translation takes the method of those of a
        leaflet that is gone.
        """
        method = catalog.field(METHOD)
        blank = not method and not any(entry.translated for entry in catalog.active)
        entries = []
        for entry in catalog.entries:
            exact = self._exact(entry)
            if (moved := _moved(entry, exact)) and (blank or moved.method == method):
                blank, method = False, moved.method or ""
                entries.append(_continued(entry, moved))
            else:
                entries.append(self._offered(entry, exact))
        filled = replace(catalog, entries=tuple(entries))
        return filled if filled == catalog else with_method(filled, method)

    def _exact(self, entry: Entry) -> list[TextPair]:
        """The translations of the message's text; those of its context first, then of its role."""
        if not lacks(entry):
            return []
        role = _role(entry.msgctxt)
        pairs = self.memory.exact(entry.msgid)
        order = ((p.distance, p.context != entry.msgctxt, _role(p.context) != role) for p in pairs)
        return [pair for _, pair in sorted(zip(order, pairs, strict=True), key=lambda two: two[0])]

    def _offered(self, entry: Entry, exact: Sequence[TextPair]) -> Entry:
        best = offered.best(entry)
        if not lacks(entry) or best >= offered.WHOLE:
            return entry
        if exact:
            for pair in list({pair.target: pair for pair in reversed(exact)}.values())[::-1][:MOST]:
                entry = self._with_exact(entry, pair)
            return entry
        near = None if any(entry.msgstr) else self.memory.near(entry.msgid)
        if near is None or near[0] <= best:
            return entry
        likeness, pair = near
        differs = self._differs(entry, pair.target)
        return offered.with_offer(entry, likeness, pair.target, pair.source, pair.origin, differs)

    def _with_exact(self, entry: Entry, pair: TextPair) -> Entry:
        differs = tuple(self._differs(entry, pair.target))
        if not differs and not any(entry.msgstr):
            return offered.filled(entry, pair.target, pair.origin)
        if entry.msgstr[0] == pair.target:
            return entry
        return offered.with_offer(
            entry, offered.WHOLE, pair.target, entry.msgid, pair.origin, differs
        )

    def _differs(self, entry: Entry, target: str) -> Iterator[str]:
        """What a text would lose or change of the message, as checks would report it."""
        unit = Unit(
            source=entry.msgid,
            target=target,
            language=self.language,
            where=entry.translated_where,
            source_where=entry.where,
            context=entry.msgctxt or "",
            safety=True,
            source_language=self.source.tag,
        )
        if target.count("\n") != entry.msgid.count("\n"):
            yield "it has another number of lines"
        for check in (inline_codes, numeric_mismatch, placeholder_places):
            yield from dict.fromkeys(finding.message for finding in check.check_message(unit))


def lacks(entry: Entry) -> bool:
    """Whether a message lacks a translation of its present text, and may get an offer."""
    if entry.obsolete or entry.msgid_plural is not None or not entry.msgid.strip():
        return False
    changed = entry.previous is not None and entry.previous.msgid != entry.msgid
    return not any(map(str.strip, entry.msgstr)) or (entry.fuzzy and changed)


def _moved(entry: Entry, exact: Sequence[TextPair]) -> TextPair | None:
    """The message as it was in a leaflet that has it no more; None if it is in use elsewhere, or
    if there were two such.
    """
    if any(entry.msgstr) or offered.best(entry) >= offered.WHOLE:
        return None
    same = [
        pair
        for pair in exact
        if (pair.context, pair.source) == entry.key
        and pair.method is not None
        and not pair.distance
    ]
    moved = len({pair.target for pair in same}) == 1 and all(pair.free for pair in same)
    return same[0] if moved else None


def _continued(entry: Entry, moved: TextPair) -> Entry:
    old = moved.free.comments if moved.free else ()
    comments = dict.fromkeys((*offered.without(entry.comments), *offered.without(old)))
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    return replace(entry, msgstr=(moved.target,), comments=tuple(comments), flags=flags)


def _role(context: str | None) -> str:
    return (context or "").rpartition("/")[2]
