"""Html → Pdf: the engine loaded, told what it may do, and listened to."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from ..fonts import SETUP
from ..model import Html, Pdf
from ..problems import Blame, Finding, PolyleafError, Where
from .loading import unsearched

VARIANT = "pdf/a-3a"  # and PDF/UA-1, by `metadata`
SPACE_BEFORE_INLINE = re.compile(r"(?<=[^\s>])[ \n]+(?=<(?:a|bdi|em|span|strong)\b)")
SPACE_BEFORE_BLOCK_END = re.compile(r"\s+(?=</(?:caption|dd|dt|figcaption|h\d|li|p|td|th)>)")


def prepare() -> None:
    """Loads the engine, once, before the first sheet: what it lacks is a PolyleafError.

    `fonts.show_only` has been called: the engine sees the fonts that were visible when it loads.
    """
    _engine()


def draw(html: Html) -> Pdf:
    """The document as PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3), in one file.

    The same input gives the same bytes.
    """
    weasyprint = _engine()
    from . import circles, metadata  # each loads the engine
    from .fetch import fetcher

    fonts = _font_configuration()
    with _complaints() as complaints, _nothing_fetched(html), circles.let_go():
        document = weasyprint.HTML(
            string=_mended(html.text), base_url="about:blank", url_fetcher=fetcher()
        ).render(
            stylesheets=[_stylesheet(html.css)],
            font_config=fonts,
            pdf_variant=VARIANT,
        )
        _tidy_outline(document.pages)
        metadata.mean_srgb(document)
        data = document.write_pdf(
            pdf_variant=VARIANT, output_intent=False, pdf_identifier=False, finisher=_finish
        )
    drawn: dict[str, set[str]] = {}
    for font in document.fonts.values():
        drawn.setdefault(font.family, set()).update(map(chr, font.missing))
    return Pdf(
        data=metadata.identified(data),
        pages=len(document.pages),
        missing=tuple(
            sorted((family, "".join(sorted(lost))) for family, lost in drawn.items() if lost)
        ),
        families=tuple(sorted(drawn)),
        complaints=tuple(complaints),
        **_looked_at(document),
    )


def _tidy_outline(pages: list[Any]) -> None:
    """Headings are searched and spoken in the outline too: nothing in them is for layout alone."""
    from .clusters import LAYOUT

    for page in pages:
        page.bookmarks = [
            (level, text.translate(LAYOUT), *to) for level, text, *to in page.bookmarks
        ]


def _looked_at(document: Any) -> dict[str, Any]:
    """What the laid-out pages show, for the checks."""
    from . import extent, looks, lost, overflow  # each loads the engine

    return {
        "heights": tuple(extent.heights(document.pages)),
        "full_line": extent.full_line(document.pages),
        "overflows": tuple(overflow.overflows(document.pages)),
        "lost": tuple(lost.lost(document.pages)),
        "looks": looks.looks(document),
        "headings": looks.headings(document),
    }


def _mended(text: str) -> str:
    """Works round a fault of Pango 1.50: a text that fits, but for a space at its end, breaks after
    its first word. A zero width space after that space can break too, and takes no room.
    """
    text = SPACE_BEFORE_INLINE.sub(" \N{ZERO WIDTH SPACE}", text)
    return SPACE_BEFORE_BLOCK_END.sub("", text)


def _finish(document: Any, written: Any) -> None:
    from .finish import finish  # loads the engine

    finish(document, written)


@lru_cache(maxsize=1)
def _engine() -> Any:
    """WeasyPrint, or what it lacks on this machine."""
    try:
        with unsearched():
            import weasyprint
            from weasyprint.text import ffi
    except OSError as error:
        library = str(error).partition("'")[2].partition("'")[0] or str(error)
        raise PolyleafError(
            [_library_missing(library, "libpango-1.0-0 libpangoft2-1.0-0")]
        ) from None
    if ffi.harfbuzz_subset is None:  # without it fonts are cut slowly, and bytes differ
        raise PolyleafError([_library_missing("harfbuzz-subset", "libharfbuzz-subset0")])
    from . import circles, deflate, faster, lines, lost, subset, tongues, wrap

    for module in (circles, deflate, faster, lines, lost, subset, tongues, wrap):
        module.install()
    return weasyprint


def _library_missing(library: str, packages: str) -> Finding:
    message = f"the system library {library} is missing"
    hint = f"{SETUP} (Debian: apt-get install {packages})"
    return Finding(Where("system"), "library-missing", message, hint, blame=Blame.MACHINE)


@lru_cache(maxsize=1)
def _font_configuration() -> Any:
    """Shared in the process: a new one a sheet costs time and a quarter of a megabyte each."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@lru_cache(maxsize=8)
def _stylesheet(css: str) -> Any:
    from .fetch import fetcher

    return _engine().CSS(
        string=css,
        base_url="about:blank",
        url_fetcher=fetcher(),
        font_config=_font_configuration(),
    )


@contextmanager
def _nothing_fetched(html: Html) -> Iterator[None]:
    """Turns the engine's refusal to fetch, which is no Exception, into a finding."""
    from weasyprint.urls import FatalURLFetchingError

    try:
        yield
    except FatalURLFetchingError as error:
        hint = "put the picture into content/ and name it in a figure"
        raise PolyleafError([Finding(html.where, "outside-document", str(error), hint)]) from None


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collects what the engine says is wrong: it draws on, but a sheet must not be."""
    said: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    handler = Collector(logging.WARNING)
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
    try:
        yield said
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
