"""Fills an edition's template with a sheet. Templates hold the words and structure of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from .. import languages
from ..model.clinic import Clinic
from ..model.copy import Copy
from ..model.findings import Where
from ..model.inline import Cite, leaves, parse
from ..model.leaflet import Section, Source, for_paper
from ..model.plans import TIMES
from ..model.sheet import Edition, Html, Language, LocalizedLeaflet
from ..model.task import Sibling
from ..model.walk import texts
from . import drawings, english_words, inline_html, passage_marks
from .column_widths import column_widths, is_across, text_width, widest_word
from .essentials import is_essential
from .fill import fill, macros
from .fitted import fitted
from .qr import qr
from .text_area import text_area
from .text_renderer import Lookup, TextRenderer


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited source and its number on this sheet."""

    number: int
    source: Source


def render(
    sheet: LocalizedLeaflet,
    edition: Edition,
    clinic: Clinic,
    *,
    lookup: Lookup,
    lookup_beside: Lookup | None = None,
    paper: bool,
    copy: Copy | None = None,
    siblings: Iterable[Sibling] = (),
    numbered: bool = False,
) -> Html:
    """Return the sheet as one HTML document, set for paper or for a screen.

    `lookup` translates words of templates, `lookup_beside` those in the other language of two;
    `copy` has the values of a personal copy; a page for a screen leads to its `siblings`.
    Words without a translation are in English, marked. If `numbered`, elements have the numbers of
    the texts that they hold: see `passage_marks`. Raises PolyleafError for what is wrong in
    a template.
    """
    sheets = (sheet, sheet.beside) if sheet.beside else (sheet,)
    whole = [each.leaflet for each in sheets]
    printed = map(for_paper, whole)
    # A source has the same number on paper and on the web: those that paper cites come first. It
    # has one number in both languages.
    cited = references(sheet.leaflet.sources, *printed, *whole) if edition.sources else ()
    siblings = tuple(siblings)
    places: dict[Where, int] | None = {} if numbered else None
    sides = [
        _side(each, edition, clinic, looked_up, cited, paper, copy, siblings, places)
        for each, looked_up in zip(sheets, (lookup, lookup_beside or lookup), strict=False)
    ]
    document = _filled(edition, edition.template(f"{sheet.leaflet.kind}.html"), sides)
    plain = passage_marks.bare(document) if numbered else document
    families = (name for each in sheets for name in edition.families(each.language))
    missing, *beside = [tuple(side.renderer.missing) for side in sides]
    return Html(
        passage_marks.keyed(document) if numbered else document,
        edition.css,
        tuple(dict.fromkeys(families)),
        sheet.leaflet.where,
        fitted(sheet, edition, plain),
        untranslated=missing,
        untranslated_beside=beside[0] if beside else (),
        imposition=edition.imposition,
        places=tuple(places or ()),
    )


class _Side(NamedTuple):
    """A sheet in one of its languages, as templates see it."""

    renderer: TextRenderer
    variables: dict[str, object]


def _side(
    sheet: LocalizedLeaflet,
    edition: Edition,
    clinic: Clinic,
    lookup: Lookup,
    cited: tuple[Reference, ...],
    paper: bool,
    copy: Copy | None,
    siblings: tuple[Sibling, ...],
    places: dict[Where, int] | None,
) -> _Side:
    leaflet, language = sheet.leaflet, sheet.language
    source = languages.find(leaflet.language)
    renderer = TextRenderer(
        lookup,
        language,
        source,
        paper,
        dict(clinic.values),
        {reference.source.id: reference.number for reference in cited},
        {reference.source.id: reference.source.short for reference in cited},
        edition,
        {value.name: value.text for value in copy.values} if copy else {},
        places=places,
    )
    web = clinic.web.replace("{language}", language.tag).replace("{leaflet}", leaflet.name)
    variables = {
        "sheet": sheet,
        "leaflet": leaflet,
        "language": language,
        "clinic": clinic,
        "edition": edition,
        "references": cited,
        "translations": [each for each in siblings if each.edition == edition.name],
        "printed": [each for each in siblings if each.edition != edition.name],
        "web": web,
        "version": f"{leaflet.published} · {leaflet.version}",
        "classes": " ".join((leaflet.kind, *edition.classes)),
        "css": Markup(edition.css),  # a file of the edition, not content
        "_": partial(renderer.pgettext, None),
        "pgettext": renderer.pgettext,
        "text": renderer.text,
        "plain": renderer.plain,
        "line": renderer.line,
        "lang_attributes": renderer.lang_attributes,
        "lang_and_direction": inline_html.lang_attributes,
        "has_marks": has_marks(leaflet.sections),
        "untranslated_mark": inline_html.untranslated_mark(source),
        "english_mark": inline_html.untranslated_mark(languages.find(languages.ENGLISH)),
        "source_language": source,
        "value": renderer.value,
        "contact": renderer.contact,
        "date": partial(languages.long_date, language=language),
        "own": renderer.own,
        "days": _names(partial(languages.days, language=language), language),
        "hours_of_day": partial(languages.times, language=language),
        "picture": lambda asset, place="column": drawings.address(
            renderer.in_language(asset), edition, language, place
        ),
        "picture_size": partial(drawings.size_attributes, edition=edition),
        "described": renderer.described,
        "picture_mark": renderer.picture_mark,
        "decimal": partial(languages.decimal, language=language),
        "day_names": _names(partial(languages.day_names, language=language), language),
        "week": languages.week(language, clinic.country),
        "times": TIMES,
        "qr": qr,
        "text_width": partial(text_width, language=language),
        "widest_word": partial(widest_word, language=language),
        "column_widths": partial(column_widths, language=language),
        "is_across": partial(is_across, language=language),
        "named_sections": leaflet.named_sections((edition.name, *edition.extends)),
        "is_essential": is_essential,
        "across": text_area(dict(edition.properties)).width,
    }
    return _Side(renderer, variables)


def _filled(edition: Edition, template: str, sides: Sequence[_Side]) -> str:
    """The page. A notice at its top says how many of its words are in English.

    The template of two languages has `sides`: the shared macros in each language.
    """
    known = [-1]
    while known != (now := [len(side.renderer.missing) for side in sides]):
        known = now
        each = [
            side.variables | {"words_in_english": number, "zip": zip}
            for side, number in zip(sides, known, strict=True)
        ]
        pair = [_macros(edition, variables) for variables in each] if len(each) > 1 else []
        document = fill(edition, template, each[0] | {"sides": pair})
    return english_words.marked(document)


def _macros(edition: Edition, variables: dict[str, object]) -> dict[str, object]:
    """What a template needs of one language: its variables, and the shared macros in it."""
    shared = {
        name: macros(edition, f"shared/{name}.html", variables) for name in ("blocks", "frame")
    }
    return variables | shared


def _names(of: Callable[..., str], language: Language) -> Callable[..., str]:
    """A function that names days, in English where their names are not known."""
    if languages.names_days(language):
        return of
    return lambda *arguments: english_words.between(of(*arguments))


def has_marks(sections: tuple[Section, ...]) -> bool:
    """Tell whether one of the blocks, or one of its parts, says how sure we are."""
    blocks = [block for section in sections for block in section.blocks]
    parts = (part for block in blocks for part in getattr(block, "items", ()))
    return any(getattr(each, "evidence", None) for each in (*blocks, *parts))


def references(sources: tuple[Source, ...], *printed: object) -> tuple[Reference, ...]:
    """Number the sources cited in `printed`, in the order in which its reader meets them."""
    by_id = {source.id: source for source in sources}
    cited = dict.fromkeys(
        source
        for text in texts(printed)
        for node in leaves(parse(text.value))
        if isinstance(node, Cite)
        for source in node.sources
    )
    known = (by_id[name] for name in cited if name in by_id)
    return tuple(Reference(number, source) for number, source in enumerate(known, 1))
