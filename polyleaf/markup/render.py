"""Fills an edition's template with a sheet. Templates hold the words and structure of a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from .. import languages
from ..model.clinic import Clinic
from ..model.copy import Copy
from ..model.findings import Where
from ..model.inline import Cite, leaves, parse
from ..model.leaflet import Section, Source, for_paper
from ..model.plans import TIMES
from ..model.sheet import Edition, Html, LocalizedLeaflet
from ..model.task import Sibling
from ..model.walk import texts
from ..typography.panel_room import section_ranks
from . import english_words, inline_html, passage_marks, template_functions
from .fill import fill, macros
from .fitted import fitted
from .halves import first_share
from .on_screen import on_screen
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
    file: str = "",
    numbered: bool = False,
) -> Html:
    """Return the sheet as one HTML document, set for paper or for a screen.

    `lookup` translates words of templates, `lookup_beside` those in the other language of two;
    `copy` has the values of a personal copy; a page for a screen, at the path `file` of the output
    folder, leads to its `siblings`.
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
    others = tuple(siblings)
    places: dict[Where, int] | None = {} if numbered else None
    sides = []
    for each, looked_up in zip(sheets, (lookup, lookup_beside or lookup), strict=False):
        renderer = _renderer(each, edition, clinic, looked_up, cited, paper, copy, places)
        variables = _of_sheet(each, edition, clinic, cited)
        variables |= on_screen(each, edition, clinic, renderer, cited, others, file)
        variables |= template_functions.of_texts(renderer) | template_functions.of_language(
            each.language
        )
        sides.append(_Side(each, renderer, variables))
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

    sheet: LocalizedLeaflet
    renderer: TextRenderer
    variables: dict[str, object]


def _renderer(
    sheet: LocalizedLeaflet,
    edition: Edition,
    clinic: Clinic,
    lookup: Lookup,
    cited: tuple[Reference, ...],
    paper: bool,
    copy: Copy | None,
    places: dict[Where, int] | None,
) -> TextRenderer:
    return TextRenderer(
        lookup,
        sheet.language,
        languages.find(sheet.leaflet.language),
        paper,
        dict(clinic.values),
        {reference.source.id: reference.number for reference in cited},
        {reference.source.id: reference.source.short for reference in cited},
        edition,
        {value.name: value.text for value in copy.values} if copy else {},
        places=places,
    )


def _of_sheet(
    sheet: LocalizedLeaflet,
    edition: Edition,
    clinic: Clinic,
    cited: tuple[Reference, ...],
) -> dict[str, object]:
    """What a template knows of the sheet, its edition and its clinic."""
    leaflet, language = sheet.leaflet, sheet.language
    source = languages.find(leaflet.language)
    named = leaflet.named_sections((edition.name, *edition.extends))
    fold = edition.imposition
    return {
        "sheet": sheet,
        "leaflet": leaflet,
        "language": language,
        "source_language": source,
        "clinic": clinic,
        "edition": edition,
        "references": cited,
        "web": clinic.web.replace("{language}", language.tag).replace("{leaflet}", leaflet.name),
        "version": f"{leaflet.published} · {leaflet.version}",
        "classes": " ".join((leaflet.kind, *edition.classes)),
        "css": Markup(edition.css),  # a file of the edition, not content
        "has_marks": has_marks(leaflet.sections),
        "named_sections": named,
        "section_ranks": section_ranks(leaflet, language, fold) if fold and not named else {},
        "untranslated_mark": inline_html.untranslated_mark(source),
        "english_mark": inline_html.untranslated_mark(languages.find(languages.ENGLISH)),
        "week": languages.week(language, clinic.country),
        "times": TIMES,
        "across": text_area(dict(edition.properties)).width,
    }


def _filled(edition: Edition, template: str, sides: Sequence[_Side]) -> str:
    """The page. A notice at its top says how many of its words are in English.

    The template of two languages has `sides`: the shared macros in each language.
    """
    shares = {"first_share": first_share(*(side.sheet for side in sides))} if sides[1:] else {}
    known = [-1]
    while known != (now := [len(side.renderer.missing) for side in sides]):
        known = now
        each = [
            side.variables | {"words_in_english": number, "zip": zip}
            for side, number in zip(sides, known, strict=True)
        ]
        pair = [_macros(edition, variables) for variables in each] if len(each) > 1 else []
        document = fill(edition, template, each[0] | {"sides": pair} | shares)
    return english_words.marked(document)


def _macros(edition: Edition, variables: dict[str, object]) -> dict[str, object]:
    """What a template needs of one language: its variables, and the shared macros in it."""
    shared = {
        name: macros(edition, f"shared/{name}.html", variables) for name in ("blocks", "frame")
    }
    return variables | shared


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
