"""Fills an edition's template with a sheet. Templates hold the words and the shape of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from markupsafe import Markup

from ..model import inline
from ..model.copy import Copy
from ..model.findings import Finding, PolyleafError
from ..model.inline import Blank, Cite, Node, Nodes
from ..model.leaflet import Source, Text
from ..model.sheet import Clinic, Edition, Html, Language, LocalizedLeaflet
from ..model.walk import texts
from . import rich, untranslated
from .fill import fill
from .qr import qr

Word = Callable[[str | None, str], str | Finding]
BLANK = "shared/blank.html"
Setter = Callable[[Nodes, dict[str, str]], Nodes]


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited source and its number on this sheet."""

    number: int
    source: Source


@dataclass(frozen=True, slots=True)
class LanguageStyle:
    """A language, and what sets a string of it."""

    language: Language
    typeset: Setter


@dataclass
class TextRenderer:
    """Writes the words of one sheet for its template, and notes those without a translation."""

    word: Word
    own: LanguageStyle  # the reader's
    source: LanguageStyle
    phrase: Callable[[str], str]
    values: dict[str, str]  # of placeholders
    numbers: dict[str, int]  # of sources
    edition: Edition
    personal: dict[str, str] = field(default_factory=dict)  # what stands on this copy alone
    lacking: list[Finding] = field(default_factory=list)

    def say(self, context: str | None, msgid: str) -> str:
        """A word of the interface in the reader's language."""
        found = self.word(context, msgid)
        if isinstance(found, Finding):
            self.lacking.append(found)
            return msgid
        return self.phrase(found)

    def text(self, text: Text | str) -> Markup:
        """A string with its inline markup, safe for layout; marked if it is not translated."""
        if isinstance(text, Text) and text.untranslated:
            inside = self._set(inline.parse(text.value), self.source)
            return untranslated.passage(inside, self.source.language)
        return self._set(inline.parse(str(text)), self.own)

    def line(self, text: Text) -> Markup:
        """The words alone, set as a text: for where a title is said once more."""
        return self.text(replace(text, value=self.plain(text)))

    def value(self, value: str) -> Markup:
        """A name or an address as it is: no markup in it, and its digits are its own."""
        return self._set((inline.Placeholder("value"),), self.own, {"value": value})

    def lang_attributes(self, text: Text) -> Markup:
        """What an element says of its language whose words stand in its attributes."""
        return untranslated.attributes(self.source.language) if text.untranslated else Markup()

    def _set(
        self, nodes: Nodes, tongue: LanguageStyle, values: dict[str, str] | None = None
    ) -> Markup:
        typeset = tongue.typeset(nodes, self.values | self.personal if values is None else values)
        blank = self._blank() if any(map(_is_blank, inline.walk(typeset))) else Markup()
        return rich.html(typeset, self.numbers, tongue.language.direction, blank)

    def _blank(self) -> Markup:
        """A line to write on, as the edition draws it."""
        return Markup(fill(self.edition, BLANK, {"pgettext": self.say}).strip())

    def plain(self, text: Text | str) -> str:
        """The words alone, for titles and attributes."""
        return inline.title(str(text), self.values.items())


def render(
    sheet: LocalizedLeaflet,
    edition: Edition,
    clinic: Clinic,
    *,
    word: Word,
    typeset: Setter,
    phrase: Callable[[str], str],
    source: LanguageStyle,
    long_date: Callable[[date], str],
    copy: Copy | None = None,
) -> Html:
    """The sheet as one HTML document.

    `word` looks a template's (msgctxt, msgid) up, `typeset` makes inline text safe for layout and
    `phrase` a text without markup; `source` sets what is not translated. `copy` is for whom it is.
    Raises PolyleafError for words without a translation and for errors in templates.
    """
    leaflet = sheet.leaflet
    cited = references(leaflet.sources, leaflet)
    numbers = {reference.source.id: reference.number for reference in cited}
    own = LanguageStyle(sheet.language, typeset)
    personal = {value.name: value.text for value in copy.values} if copy else {}
    pen = TextRenderer(word, own, source, phrase, dict(clinic.values), numbers, edition, personal)
    css = edition.css
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
        "line": pen.line,
        "lang_attributes": pen.lang_attributes,
        "untranslated_mark": untranslated.mark(source.language),
        "value": pen.value,
        "date": long_date,
        "picture": rich.data_uri,
        "qr": qr,
    }
    document = fill(edition, edition.template(f"{leaflet.kind}.html"), variables)
    if pen.lacking:
        raise PolyleafError(sorted(set(pen.lacking)))
    return Html(document, css, sheet.language.families, leaflet.where)


def _is_blank(node: Node) -> bool:
    return isinstance(node, Blank)


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
