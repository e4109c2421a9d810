"""`word-hard-coded`: every word of a page can be translated.

In a pseudo-locale no word that went through the catalogs has plain Latin letters any more. A word
that has them is written into a template, or its style sheet, and stays English in every language.
Right are the values of clinic.yaml, names of reviewers, sources, what every language writes alike
(addresses, units, IL-6) and the text of an element with lang="en".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import chain

from ...languages.pseudo_messages import unchanged
from ...model.findings import Finding, Severity, Where
from ...model.sheet import RenderedPage

WORD = re.compile(r"(?<![^\W\d_])[A-Za-z]{2,}(?![^\W\d_])")
SHOWN = ("alt", "aria-label", "data-label", "placeholder", "title")  # attributes
DESCRIBED = ("author", "description", "keywords")  # meta elements
UNREAD = ("script", "style")
VOID = ("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr")
CONTENT = re.compile(r"content\s*:([^;}]*)")  # of a style sheet
QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2069]")
HINT = 'write it {{ _("…") }} in its template, or in an element with lang="en" if it is a name'


def check_page(written: RenderedPage) -> Iterator[Finding]:
    tags = [sheet.language.tag for sheet, _ in written.sides if sheet.language.pseudo]
    if not tags:
        return
    page = _PageText(tags[0])
    page.feed(written.html.text)
    own = sorted(filter(None, _own(written)), key=len, reverse=True)
    for text in dict.fromkeys(chain(page.shown, _of_style(written.html.css))):
        bare = INVISIBLE.sub("", text).replace("\N{NO-BREAK SPACE}", " ")
        for value in own:
            bare = bare.replace(value, " ")
        bare = unchanged().sub(" ", bare)
        if words := list(WORD.finditer(bare)):
            message = f'"{bare[words[0].start() : words[-1].end()]}" is the same in every language'
            where = _where(written, text, words[0][0])
            yield Finding(where, "word-hard-coded", message, HINT, Severity.WARNING)


class _PageText(HTMLParser):
    """Collects the text and the labels that are in the language of the page."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.tag = tag
        self.shown: list[str] = []
        self.open: list[tuple[str, bool]] = []  # each element, and whether its words count

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attributes}
        inside = self.open[-1][1] if self.open else True
        counts = given["lang"] == self.tag if "lang" in given else inside
        if counts:
            self.shown += [given[key] for key in SHOWN if key in given]
            if name == "meta" and given.get("name") in DESCRIBED:
                self.shown.append(given.get("content", ""))
        if name not in VOID:
            self.open.append((name, counts and name not in UNREAD))

    def handle_endtag(self, name: str) -> None:
        while any(name == opened for opened, _ in self.open):
            if self.open.pop()[0] == name:
                return

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open and self.open[-1][1]:
            self.shown.append(" ".join(data.split()))


def _of_style(css: str) -> Iterator[str]:
    for content in CONTENT.findall(css):
        yield from (double or single for double, single in QUOTED.findall(content))


def _own(written: RenderedPage) -> Iterator[str]:
    """What may be the same in every language."""
    clinic, leaflet = written.clinic, written.sheet.leaflet
    yield from (clinic.name, *clinic.address, *(value for _, value in clinic.values), clinic.web)
    yield from (line for site in clinic.sites for line in (site.name, *site.address))
    yield from (telephone.number for telephone in clinic.all_telephones())
    yield from (review.name for review in leaflet.reviewed_by)
    yield from (
        part for source in leaflet.sources for part in (source.cite, source.short, source.url)
    )
    yield leaflet.version


def _where(written: RenderedPage, text: str, word: str) -> Where:
    """The line of a template or style sheet that has it, else the leaflet."""
    for sought in (text, word):
        for file in written.edition.files:
            for number, line in enumerate(file.text.splitlines(), 1):
                if sought in line:
                    return Where(file.path, number)
    return written.html.where
