"""A text of a document as the translation of its message, no surer than the checks allow."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ... import checks
from ...model.findings import Finding, Severity, Where
from ...model.sheet import Language
from ...model.unit import Unit
from .aligned import Aligned
from .partial_texts import is_partial
from .put_back import put_back

DOUBTED = 50  # the most for a pair in which a check finds an error: another number, more for less
# What a document lacks and its translation still is one: these are said in a comment.
LACKING = ("placeholder-lost", "citation-lost", "link-lost", "emphasis-lost", "mark-lost")
OF_FORM = re.compile(
    r"placeholder-|citation-|link-|emphasis-|mark-|space-|quote-|punctuation-|direction-|length"
)


@dataclass(frozen=True, slots=True)
class PairFitting:
    """From a language into another; `values` are what placeholders print."""

    source: Language
    language: Language
    values: Mapping[str, str]

    def fitted(self, context: str, msgid: str, pair: Aligned) -> Aligned:
        """The pair with the message's own placeholders, and notes of what it lacks."""
        put = put_back(msgid, pair.text, self.values)
        found = self._found(context, msgid, put.text)
        lacks = (each.message for each in found if each.code in LACKING)
        notes = tuple(dict.fromkeys((*put.notes, *lacks)))
        doubted = any(
            each.severity is Severity.ERROR and not OF_FORM.match(each.code) for each in found
        )
        doubted = doubted or is_partial(msgid, put.text, self.language)
        sureness = min(pair.sureness, DOUBTED) if doubted else pair.sureness
        return replace(pair, text=put.text, notes=notes, sureness=sureness)

    def _found(self, context: str, msgid: str, text: str) -> tuple[Finding, ...]:
        unit = Unit(
            source=msgid,
            target=text,
            language=self.language,
            where=Where(""),
            source_where=Where(""),
            context=context,
            safety=True,
            source_language=self.source.tag,
        )
        return tuple(checks.message(unit))
