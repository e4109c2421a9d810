"""A document on its way through the engine, which is loaded: laid out, written, looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import lru_cache
from typing import Any

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from ..model.findings import Finding, PolyleafError
from ..model.sheet import FitSetting, Html, Pdf
from . import complaints, metadata
from .fetch import fetcher
from .finish import finish
from .fitting import Layout, fit
from .inspect import (
    clipped_text,
    divided_words,
    extent,
    feet,
    outline,
    overflows,
    panels,
    partings,
    passage_boxes,
    read_back,
    resolution,
    text_styles,
)
from .patches.reference_cycles import break_reference_cycles
from .patches.repeated_lines import remembered
from .patches.watched_pages import Hopeless, OfNoUseError, watched
from .text.clusters import LAYOUT

VARIANT = "pdf/a-3a"  # and PDF/UA-1, by `metadata`
SPACE_BEFORE_INLINE = re.compile(r"(?<=[^\s>])[ \n]+(?=<(?:a|bdi|em|span|strong)\b)")
SPACE_BEFORE_BLOCK_END = re.compile(r"\s+(?=</(?:caption|dd|dt|figcaption|h\d|li|p|td|th)>)")


def drawn(html: Html) -> Pdf:
    with complaints.collected() as logged, _layouts(html) as layout:
        document, setting, layouts = fit(html.fitting, layout)
        _clean_bookmarks(document.pages)
        data = _written(document)
        forms = extent.own_pages(document.pages)
        form = _written(document.copy(forms)) if forms else b""
        boxes = passage_boxes.passage_boxes(document.pages) if html.places else ()
        held = html.fitting.panels if html.fitting else ()
        full = tuple(panels.full_panels(document.pages, held))
    return replace(
        _inspected(document, data, tuple(dict.fromkeys(logged))),
        setting=setting,
        layouts=layouts,
        form=form,
        full_panels=full,
        passages=tuple(boxes),
    )


def fitted(html: Html) -> FitSetting:
    with complaints.collected(), _layouts(html) as layout:
        return fit(html.fitting, layout)[1]


@contextmanager
def _layouts(html: Html) -> Iterator[Layout]:
    """Lays the page out, as often as `fit` asks; what is laid out can be written within it."""
    with _nothing_fetched(html), break_reference_cycles(), remembered():
        source = weasyprint.HTML(
            string=_with_breakable_spaces(html.text),
            base_url="about:blank",
            url_fetcher=fetcher(),
        )
        pictures: dict[str, Any] = {}  # that were read for one layout, and serve for the others

        def layout(setting: FitSetting, hopeless: Hopeless) -> Any:
            sheets = [_stylesheet(html.css), *([_stylesheet(setting.css)] if html.fitting else [])]
            with suppress(OfNoUseError), watched(hopeless):
                return source.render(
                    stylesheets=sheets,
                    font_config=_font_configuration(),
                    pdf_variant=VARIANT,
                    cache=pictures,
                )

        yield layout


def _written(document: Any) -> bytes:
    metadata.set_colour_profile(document)
    data = document.write_pdf(
        pdf_variant=VARIANT, output_intent=False, pdf_identifier=False, finisher=finish
    )
    return metadata.identified(data)


def _inspected(document: Any, data: bytes, logged: tuple[str, ...]) -> Pdf:
    missing: dict[str, set[str]] = {}
    for font in document.fonts.values():
        missing.setdefault(font.family, set()).update(map(chr, font.missing))
    pages = document.pages
    return Pdf(
        data=data,
        pages=len(pages),
        heights=tuple(extent.heights(pages)),
        feet=tuple(feet.feet(pages)),
        full_line=extent.full_line(pages),
        missing=tuple(
            sorted((family, "".join(sorted(signs))) for family, signs in missing.items() if signs)
        ),
        families=tuple(sorted(missing)),
        engine_errors=logged,
        overflows=tuple(overflows.overflows(pages)),
        cut_words=tuple(divided_words.cut_words(pages)),
        partings=tuple(partings.partings(pages)),
        clipped_text=tuple(clipped_text.clipped_text(pages)),
        unread=tuple(read_back.unread(pages, data)),
        text_styles=text_styles.text_styles(pages),
        headings=outline.headings(pages),
        pictures=tuple(resolution.drawn_pictures(pages)),
        own_pages=len(extent.own_pages(pages)),
        panels=panels.names(pages),
    )


def _with_breakable_spaces(text: str) -> str:
    """Works round a fault of Pango 1.50: a text that fits, but for a space at its end, breaks after
    its first word. A zero width space after that space can break too, and takes no room.
    """
    text = SPACE_BEFORE_INLINE.sub(" \N{ZERO WIDTH SPACE}", text)
    return SPACE_BEFORE_BLOCK_END.sub("", text)


def _clean_bookmarks(pages: list[Any]) -> None:
    """Headings are searched and read aloud in the outline too: characters that are there for the
    layout alone are taken out.
    """
    for page in pages:
        page.bookmarks = [
            (level, text.translate(LAYOUT), *to) for level, text, *to in page.bookmarks
        ]


@lru_cache(maxsize=1)
def _font_configuration() -> Any:
    """Shared in the process: a new one a sheet costs time and a quarter of a megabyte each."""
    return FontConfiguration()


@lru_cache(maxsize=8)
def _stylesheet(css: str) -> Any:
    return weasyprint.CSS(
        string=css,
        base_url="about:blank",
        url_fetcher=fetcher(),
        font_config=_font_configuration(),
    )


@contextmanager
def _nothing_fetched(html: Html) -> Iterator[None]:
    """Turns the engine's refusal to fetch, which is no Exception, into a finding."""
    try:
        yield
    except FatalURLFetchingError as error:
        hint = "put the picture into content/ and name it in a figure"
        raise PolyleafError([Finding(html.where, "outside-document", str(error), hint)]) from None
