"""`left-out`: an edition leaves out a part of the leaflet so that the sheet fits its pages.

The order is that of `drop` in the edition's table `fit`. Whoever hands the sheet out has to know
what is not on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from ...model.findings import Finding, Severity
from ...model.sheet import Pdf, RenderedPage
from ...typography.panel_room import section_ranks
from ..shared.message_finding import shorten

HINT = "shorten the messages that it prints, or hand out the whole leaflet with it"
# The part whose sections a leaflet may name, so that they stay whole. With a number it has those
# that stay if none is named: typography/panel_room.py.
SECTIONS = "sections"
# The parts of Polyleaf's own editions, as a person calls them.
WORDS = {
    "list": "the key list",
    "info": "boxes that inform",
    "strong": "treatments with strong evidence",
    "lines": "the lines to write on",
}
SAFETY = "safety-"  # and a number: safety texts from that one on
TAG = re.compile(r"<[^>]*>|<[^>]*$")
MOST = 2_000  # characters of the page, among which a text surely begins


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    if not (dropped := pdf.setting.dropped):
        return
    edition, hint = written.edition.name, HINT
    parts = list(_named(written, dropped))
    if SECTIONS in dropped or any(name.startswith(f"{SECTIONS}-") for name in dropped):
        titles = ", ".join(_titles(written, dropped))
        parts.insert(0, f"parts of the sections {titles}")
        hint = f"`editions: {{{edition}: {{sections: […]}}}}` names those it has whole; or {HINT}"
    language = written.sheet.language.english_name
    message = f"{edition} in {language} leaves out: {', '.join(parts)}; it would not fit its pages"
    yield Finding(written.html.where, "left-out", message, hint, Severity.WARNING)


def _titles(written: RenderedPage, dropped: Sequence[str]) -> Iterator[str]:
    """Of sections that are not whole."""
    sheet, edition = written.sheet, written.edition
    whole = set(sheet.source.named_sections((edition.name, *edition.extends)))
    if not whole and edition.imposition:
        ranks = section_ranks(sheet.leaflet, sheet.language, edition.imposition)
        whole = {name for name, rank in ranks.items() if f"{SECTIONS}-{rank}" not in dropped}
    for section in sheet.source.sections:
        if section.id not in whole:
            yield f"“{section.heading.value}” ({section.id})"


def _named(written: RenderedPage, dropped: Sequence[str]) -> Iterator[str]:
    """What has fallen away, in words."""
    fallen = [int(name.removeprefix(SAFETY)) for name in dropped if name.startswith(SAFETY)]
    for name in dropped:
        if not name.startswith((SAFETY, SECTIONS)):
            yield WORDS.get(name, name)
    if fallen:
        words = _first_words(written.html.text, f"drop-{SAFETY}{min(fallen)}")
        yield f'safety texts from "{shorten(words)}" on'


def _first_words(page: str, part: str) -> str:
    """What an element of this class begins with, as a reader sees it."""
    *_, behind = re.split(rf"""class="[^"]*\b{part}\b[^>]*>""", page, maxsplit=1)
    return " ".join(unescape(TAG.sub(" ", behind[:MOST])).split())
