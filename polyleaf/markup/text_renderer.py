"""Renders the texts of a sheet for its template."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

from markupsafe import Markup

from .. import languages, typography
from ..languages import pseudo_messages, scripts
from ..model import inline
from ..model.clinic import OwnText
from ..model.findings import Where
from ..model.inline import Blank, Cite, Nodes, Placeholder
from ..model.leaflet import Asset, Text
from ..model.sheet import Edition, Language
from ..typography.translated_picture import translated_picture
from . import drawn_words, english_words, inline_html, passage_marks
from .fill import fill
from .text_area import text_area

# (msgctxt, msgid) → the translation, if there is one.
Lookup = Callable[[str | None, str], str | None]
BLANK = "shared/blank.html"
SOURCE = "shared/source.html"
LINE = 40  # columns of a title in the foot of a page, also of large print
# Of a foot with two lines the second would be where printers do not print, if the lines are higher
# than this, the page narrower (in millimetres, such as A5), or the names of two languages there.
HIGH, NARROW = 1.5, 130.0
SHORT_LINE, SHORTEST_LINE = 20, 12  # columns, if so, and if lines are high on a narrow page


@dataclass
class TextRenderer:
    """Renders the texts of one sheet for its template, and collects words without translation."""

    lookup: Lookup
    language: Language
    source: Language  # of texts without a translation
    paper: bool
    values: dict[str, str]  # of placeholders
    numbers: dict[str, int]  # of cited sources
    short_names: dict[str, str]  # of cited sources
    edition: Edition
    personal: dict[str, str] = field(default_factory=dict)  # values for this copy only
    missing: dict[tuple[str | None, str], None] = field(default_factory=dict)
    # Of texts, numbered as they are met; None if they are not asked for.
    places: dict[Where, int] | None = None

    def pgettext(self, context: str | None, msgid: str) -> str:
        """Return words of the interface in the reader's language, or in English to be marked."""
        found = self.lookup(context, msgid)
        if found is None:
            self.missing[context, msgid] = None
            english = languages.find(languages.ENGLISH)
            return english_words.between(
                typography.typeset_phrase(msgid, english, paper=self.paper)
            )
        return typography.typeset_phrase(found, self.language, paper=self.paper)

    def text(self, text: Text | str) -> Markup:
        """Return a string as HTML, set for its language; marked if it is not translated."""
        words = self._text(text)
        if self.places is None or not isinstance(text, Text):
            return words
        return passage_marks.between(self.places.setdefault(text.where, len(self.places)), words)

    def _text(self, text: Text | str) -> Markup:
        if isinstance(text, Text) and text.untranslated:
            inside = self._set(inline.parse(text.value), self.source)
            return inline_html.untranslated(inside, self.source)
        if english_words.is_english(str(text)):
            words = inline.parse(english_words.bare(str(text)))
            english = languages.find(languages.ENGLISH)
            return Markup(english_words.between(self._set(words, english)))
        return self._set(inline.parse(str(text)), self.language)

    def line(self, text: Text) -> Markup:
        """Return the words without their markup, set as a text: for a title that is repeated.

        Of a long title its beginning is enough, so that the foot of a page keeps to its lines.
        """
        words = self.plain(text)
        language = self.source if text.untranslated else self.language
        most = self._foot_line
        if scripts.columns(words) > most:
            pieces = typography.split_words(words, language)
            if scripts.columns(pieces[0]) > most:  # ICU has no dictionary of it
                pieces = typography.split_characters(words)
            widths = accumulate(map(scripts.columns, pieces))
            kept = [piece for piece, width in zip(pieces, widths, strict=True) if width <= most]
            words = f"{''.join(kept).rstrip(' ,:;–-')}…"
        return self.text(replace(text, value=words))

    @cached_property
    def _foot_line(self) -> int:
        narrow = text_area(dict(self.edition.properties)).width < NARROW
        high = self.language.line_height > HIGH
        if narrow and high:
            return SHORTEST_LINE
        return SHORT_LINE if narrow or high or self.edition.pair else LINE

    def own(self, text: OwnText) -> Markup:
        """Return a text of the clinic, in the reader's language if it is written in it."""
        here = text.text_in(self.language)
        if self.language.pseudo:
            here = replace(here, value=pseudo_messages.transform(here.value, self.language))
        return self.text(here)

    def value(self, value: str) -> Markup:
        """Return a name or an address as it is: without markup, and with its own digits."""
        return self._set((Placeholder("value"),), self.language, {"value": value})

    def contact(self, value: str) -> Markup:
        """Return a telephone number or mail address of the clinic; on a screen it can be tapped."""
        name = f"{typography.CLINIC}contact"
        return self._set((Placeholder(name),), self.language, {name: value})

    def lang_attributes(self, text: Text) -> Markup:
        """Return the language of an untranslated text, for an element that has it in attributes."""
        if not text.untranslated:
            return Markup()
        return inline_html.lang_attributes(self.source)

    def plain(self, text: Text | str) -> str:
        """Return the words alone, for titles and attributes, which take no markup.

        Values of a personal copy are left out: titles appear in lists, tabs and histories.
        """
        return inline.title(english_words.bare(str(text)), self.values.items())

    def in_language(self, picture: Asset) -> Asset:
        """Return a picture with its words in the reader's language."""
        return translated_picture(picture, self.language, self.source, self.values)

    def described(self, picture: Asset, alt: Text) -> str:
        """Return what is read out for a picture: `alt`, and the words in it that `alt` lacks."""
        words = (self.plain(words.text) for words in picture.words)
        return drawn_words.described(self.plain(alt), words, self.language)

    def picture_mark(self, picture: Asset) -> Markup:
        """Return the mark of a picture with words that are not translated."""
        if not any(words.text.untranslated for words in picture.words):
            return Markup()
        return inline_html.untranslated_mark(self.source)

    def _set(
        self, nodes: Nodes, language: Language, values: dict[str, str] | None = None
    ) -> Markup:
        if values is None:
            values = self.values | self.personal
        if self.paper:
            nodes = typography.written_out(nodes, self.values, language)
        typeset = typography.typeset(
            nodes, language, values, paper=self.paper, linked=not self.paper
        )
        has_blank = any(isinstance(leaf, Blank) for leaf in inline.leaves(typeset))
        blank = self._blank() if has_blank else Markup()
        has_cites = any(isinstance(leaf, Cite) for leaf in inline.leaves(typeset))
        names = self._source_names if has_cites else None
        return inline_html.html(typeset, self.numbers, language.direction, blank, names)

    @cached_property
    def _source_names(self) -> dict[str, str]:
        """What is said of each cited source: Source 1: NRS 2017."""
        if not self.numbers:
            return {}
        words = fill(self.edition, SOURCE, {"pgettext": self.pgettext}).strip()
        return {
            name: words.replace("{number}", str(number)).replace("{name}", self.short_names[name])
            for name, number in self.numbers.items()
        }

    def _blank(self) -> Markup:
        """Return a line to write on, as the edition draws it."""
        return Markup(fill(self.edition, BLANK, {"pgettext": self.pgettext}).strip())
