"""Task × findings in its texts → the page of its review pack."""

from __future__ import annotations

from collections.abc import Iterable

from ... import checks, markup
from ...model.catalog import Messages, Provenance
from ...model.findings import Finding
from ...model.pack import Pack
from ...model.sheet import Html, LocalizedLeaflet, RenderedPage
from ...model.task import Task
from ...model.walk import texts
from ...translation import localize
from ..ledger import of_leaflet
from . import pack_rows


def render(task: Task, found: Iterable[Finding]) -> RenderedPage:
    """Return the pack's page with the findings `found`; raise PolyleafError if that fails."""
    sheet = _sheet(task)
    found = (*found, *checks.localized(sheet), *checks.written(_all_texts(task, sheet)))
    printed = localize.for_country(task.leaflet, task.clinic.country)
    html = markup.pack(pack(task, found), task.edition, task.clinic, printed)
    return RenderedPage(sheet, task.words, task.edition, html, task.clinic)


def pack(task: Task, found: Iterable[Finding]) -> Pack:
    """Return the contents of the pack. Findings of a missing translation are at its source text."""
    findings = tuple(sorted(set(found)))
    of_texts = pack_rows.of_leaflet(task.leaflet, task.messages, findings)
    words = None
    if task.words is not None and not _is_done(task.words):
        words = pack_rows.of_words(task.words, findings, len(of_texts.rows))
    shown = {
        finding
        for part in (of_texts, words)
        for row in (part.rows if part else ())
        for finding in row.findings
    }
    others = tuple(finding for finding in findings if finding not in shown)
    claims = of_leaflet(task.leaflet)
    return Pack(task.leaflet, task.language, of_texts, words, others, claims)


def _is_done(words: Messages) -> bool:
    """Whether all words of the templates are translated and reviewed."""
    return words.provenance.reviewed and all(word.usable for word in words.found.values())


def _sheet(task: Task) -> LocalizedLeaflet:
    if task.messages is None:
        return LocalizedLeaflet(task.leaflet, task.leaflet, task.language, Provenance("source"))
    return localize.so_far(task.leaflet, task.messages, task.language)


def _all_texts(task: Task, sheet: LocalizedLeaflet) -> RenderedPage:
    """Return the texts as a page, for the checks that find characters without a glyph."""
    words = task.words.found.values() if task.words else ()
    shown = [*(text.value for text in texts(sheet.leaflet)), *(word.text for word in words)]
    html = Html("\n".join(shown), "", task.language.families, task.leaflet.where)
    return RenderedPage(sheet, task.words, task.edition, html, task.clinic)
