"""A glossary's catalog → the translations of each term.

A glossary is a catalog like any other, so that editors and gettext's tools can use it: msgid is a
term, msgstr its translation. Alternatives are separated by `|`, and a `*` stands for any letters
of a word: `клиническ* испытани* | исследовани*`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding, PolyleafError
from ...model.leaflet import AvoidedWord
from ...model.unit import GlossaryTerm
from .messages import Catalog

FORM = "glossary-form"
NOT = "Not:"  # a comment of the author that begins so: words that do not stand for the term


def glossary(catalog: Catalog) -> tuple[GlossaryTerm, ...]:
    """Each term that has a translation; raises PolyleafError with every invalid form."""
    terms = tuple(
        GlossaryTerm(entry.msgid, _forms(entry.msgstr[0]), entry.translated_where)
        for entry in catalog.active
        if entry.translated
    )
    if faults := [fault for term in terms for fault in _faults(term)]:
        raise PolyleafError(faults)
    return terms


def avoided(catalog: Catalog) -> tuple[AvoidedWord, ...]:
    """The words that the comments of its terms forbid: `#. Not: flare-up, outbreak*`."""
    return tuple(
        AvoidedWord(word.strip(), entry.msgid, entry.where)
        for entry in catalog.active
        for comment in entry.extracted
        if comment.startswith(NOT)
        for word in comment.removeprefix(NOT).rstrip(". ").split(",")
        if word.strip(" *")
    )


def _forms(msgstr: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in msgstr.split("|"))


def _faults(term: GlossaryTerm) -> Iterator[Finding]:
    """Forms that match any text, or no text."""
    for form in term.forms:
        if not form:
            hint = "write a word on both sides of |, or remove it"
            yield Finding(term.where, FORM, f'"{term.term}" has an empty form', hint)
        elif any(not word.strip("*") for word in form.split()):
            hint = "it stands for the other letters of a word, such as an ending: flar*"
            yield Finding(term.where, FORM, f'"{form}" has a * without a word', hint)
