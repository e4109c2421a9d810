"""Fills an edition's template with a sheet. Templates hold the words and structure of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from .. import languages
from ..model.clinic import Clinic
from ..model.copy import Copy
from ..model.inline import Cite, leaves, parse
from ..model.leaflet import Section, Source, for_paper
from ..model.plans import TIMES
from ..model.sheet import Edition, Html, Language, LocalizedLeaflet
from ..model.task import Sibling
from ..model.walk import texts
from . import drawings, english_words, inline_html
from .column_widths import column_widths, is_across, text_width, widest_word
from .essentials import is_essential
from .fill import fill
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
    paper: bool,
    copy: Copy | None = None,
    siblings: Iterable[Sibling] = (),
) -> Html:
    """Return the sheet as one HTML document, set for paper or for a screen.

    `lookup` translates words of templates; `copy` has the values of a personal copy; a page for a
    screen leads to its `siblings`.
    Words without a translation are in English, marked. Raises PolyleafError for what is wrong in
    a template.
    """
    leaflet, language = sheet.leaflet, sheet.language
    source = languages.find(leaflet.language)
    printed = for_paper(leaflet)
    # A source has the same number on paper and on the web: those that paper cites come first.
    cited = references(leaflet.sources, printed, leaflet) if edition.sources else ()
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
    )
    web = clinic.web.replace("{language}", language.tag).replace("{leaflet}", leaflet.name)
    css = edition.css
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
        "css": Markup(css),  # a file of the edition, not content
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
    document = _filled(edition, edition.template(f"{leaflet.kind}.html"), variables, renderer)
    return Html(
        document,
        css,
        edition.families(language),
        leaflet.where,
        fitted(sheet, edition, document),
        untranslated=tuple(renderer.missing),
        imposition=edition.imposition,
    )


def _filled(
    edition: Edition, template: str, variables: dict[str, object], renderer: TextRenderer
) -> str:
    """The page. A notice at its top says how many of its words are in English."""
    known = -1
    while known < len(renderer.missing):
        known = len(renderer.missing)
        document = fill(edition, template, variables | {"words_in_english": known})
    return english_words.marked(document)


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
