"""Fills an edition's template with a sheet. Templates hold the words and the shape of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from markupsafe import Markup

from .. import inline
from ..inline import Cite, Nodes
from ..model import Clinic, Direction, Edition, Html, LocalizedLeaflet, Source, Text, texts
from ..problems import Finding, PolyleafError
from . import rich
from .fill import fill

Word = Callable[[str | None, str], str | Finding]
Setter = Callable[[Nodes, dict[str, str]], Nodes]


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited source and its number on this sheet."""

    number: int
    source: Source


@dataclass
class Pen:
    """Writes the words of one sheet for its template, and notes those without a translation."""

    word: Word
    typeset: Setter
    phrase: Callable[[str], str]
    values: dict[str, str]  # of placeholders
    numbers: dict[str, int]  # of sources
    direction: Direction
    lacking: list[Finding] = field(default_factory=list)

    def say(self, context: str | None, msgid: str) -> str:
        """A word of the interface in the reader's language."""
        found = self.word(context, msgid)
        if isinstance(found, Finding):
            self.lacking.append(found)
            return msgid
        return self.phrase(found)

    def text(self, text: Text | str) -> Markup:
        """A string with its inline markup, safe for layout."""
        nodes = inline.parse(text.value if isinstance(text, Text) else text)
        return rich.html(self.typeset(nodes, self.values), self.numbers, self.direction)

    def value(self, value: str) -> Markup:
        """A name or an address as it is: no markup in it, and its digits are its own."""
        nodes = self.typeset((inline.Placeholder("value"),), {"value": value})
        return rich.html(nodes, self.numbers, self.direction)

    def plain(self, text: Text | str) -> str:
        """The words alone, for titles and attributes, which take no markup."""
        plain = inline.plain(inline.parse(text.value if isinstance(text, Text) else text))
        for name, value in self.values.items():
            plain = plain.replace("{" + name + "}", value)
        return plain


def render(
    sheet: LocalizedLeaflet,
    edition: Edition,
    clinic: Clinic,
    *,
    word: Word,
    typeset: Setter,
    phrase: Callable[[str], str],
    long_date: Callable[[date], str],
) -> Html:
    """The sheet as one HTML document.

    `word` looks a template's (msgctxt, msgid) up, `typeset` makes inline text safe for layout and
    `phrase` a text without markup.
    Raises PolyleafError for words without a translation and for errors in templates.
    """
    leaflet = sheet.leaflet
    cited = references(leaflet.sources, leaflet)
    numbers = {reference.source.id: reference.number for reference in cited}
    pen = Pen(word, typeset, phrase, dict(clinic.values), numbers, sheet.language.direction)
    css = edition.text(f"{edition.name}/style.css") or ""
    variables = {
        "sheet": sheet,
        "leaflet": leaflet,
        "language": sheet.language,
        "clinic": clinic,
        "edition": edition,
        "references": cited,
        "web": clinic.web.replace("{language}", sheet.language.tag).replace(
            "{leaflet}", leaflet.name
        ),
        "version": f"{leaflet.published} · {leaflet.version}",
        "css": Markup(css),  # a file of the edition, not content
        "_": partial(pen.say, None),
        "pgettext": pen.say,
        "text": pen.text,
        "plain": pen.plain,
        "value": pen.value,
        "date": long_date,
        "picture": rich.data_uri,
        "qr": rich.qr,
    }
    document = fill(edition, f"{edition.name}/{leaflet.kind}.html", variables)
    if pen.lacking:
        raise PolyleafError(sorted(set(pen.lacking)))
    return Html(document, css, sheet.language.families, leaflet.where)


def references(sources: tuple[Source, ...], *printed: object) -> tuple[Reference, ...]:
    """What is cited in `printed`, in the order in which its reader meets it."""
    by_id = {source.id: source for source in sources}
    cited = dict.fromkeys(
        source
        for text in texts(printed)
        for node in inline.walk(inline.parse(text.value))
        if isinstance(node, Cite)
        for source in node.sources
    )
    known = (by_id[name] for name in cited if name in by_id)
    return tuple(Reference(number, source) for number, source in enumerate(known, 1))
