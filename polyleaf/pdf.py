"""Html → Pdf. The only module that knows WeasyPrint, and the fonts it may see."""

from __future__ import annotations

import atexit
import logging
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from .model import Html, Pdf
from .problems import Blame, Finding, PolyleafError, Where

VARIANT = "pdf/ua-1"
SPACE_BEFORE_INLINE = re.compile(r"(?<=[^\s>])[ \n]+(?=<(?:a|bdi|em|span|strong)\b)")
SPACE_BEFORE_BLOCK_END = re.compile(r"\s+(?=</(?:caption|dd|dt|figcaption|h\d|li|p|td|th)>)")
SETUP = "`make setup` installs it"
FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/opt/homebrew/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "~/Library/Fonts",
    "~/.local/share/fonts",
    "~/.fonts",
)


def prepare(packages: dict[str, str]) -> None:
    """Checks this machine, once, before the first sheet: libraries, then fonts.

    `packages` maps every family that sheets may be drawn with to the Debian package that has it;
    no other font is visible to the engine. Raises PolyleafError for a missing library.
    """
    os.environ["FONTCONFIG_FILE"] = _font_configuration_file(tuple(sorted(packages)))
    _engine()


def missing_fonts(packages: dict[str, str]) -> Iterator[Finding]:
    """Families that are not installed. `prepare` has been called."""
    listed = subprocess.run(
        ["fc-list", ":", "family"], capture_output=True, text=True, check=False
    ).stdout
    installed = {name.strip() for line in listed.splitlines() for name in line.split(",")}
    for family, package in sorted(packages.items()):
        if family not in installed:
            message = f'the font "{family}" is not installed'
            hint = f"{SETUP} (Debian: apt-get install {package})"
            yield Finding(Where(family), "font-missing", message, hint, blame=Blame.MACHINE)


def draw(html: Html) -> Pdf:
    """The document as tagged PDF/UA-1 (ISO 14289-1); the same input gives the same bytes."""
    weasyprint = _engine()
    fonts = _font_configuration()
    with _complaints() as complaints, _nothing_fetched(html):
        document = weasyprint.HTML(
            string=_mended(html.text), base_url="about:blank", url_fetcher=_fetcher()
        ).render(
            stylesheets=[_stylesheet(html.css)],
            font_config=fonts,
            pdf_variant=VARIANT,
        )
        data = document.write_pdf(pdf_variant=VARIANT)
    drawn: dict[str, set[str]] = {}
    for font in document.fonts.values():
        drawn.setdefault(font.family, set()).update(map(chr, font.missing))
    return Pdf(
        data=data,
        pages=len(document.pages),
        missing=tuple(
            sorted((family, "".join(sorted(lost))) for family, lost in drawn.items() if lost)
        ),
        families=tuple(sorted(drawn)),
        complaints=tuple(complaints),
    )


def _mended(text: str) -> str:
    """Works round a fault of Pango 1.50: a text that fits, but for a space at its end, breaks after
    its first word. A zero width space after that space can break too, and takes no room.
    """
    text = SPACE_BEFORE_INLINE.sub(" \N{ZERO WIDTH SPACE}", text)
    return SPACE_BEFORE_BLOCK_END.sub("", text)


@lru_cache(maxsize=1)
def _engine() -> Any:
    """WeasyPrint, or what it lacks on this machine."""
    try:
        import weasyprint
        from weasyprint.text import ffi
    except OSError as error:
        library = str(error).partition("'")[2].partition("'")[0] or str(error)
        raise PolyleafError(
            [_library_missing(library, "libpango-1.0-0 libpangoft2-1.0-0")]
        ) from None
    if ffi.harfbuzz_subset is None:  # without it fonts are cut slowly, and bytes differ
        raise PolyleafError([_library_missing("harfbuzz-subset", "libharfbuzz-subset0")])
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
    return _engine().CSS(
        string=css,
        base_url="about:blank",
        url_fetcher=_fetcher(),
        font_config=_font_configuration(),
    )


@lru_cache(maxsize=1)
def _fetcher() -> Any:
    """Pictures come inside the document; nothing else is fetched, from disk or network."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=True)


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


@lru_cache(maxsize=1)
def _font_configuration_file(families: Iterable[str]) -> str:
    """A fontconfig file that shows the named families alone, whatever else is installed."""
    folders = (str(Path(folder).expanduser()) for folder in FONT_FOLDERS)
    family = '<pattern><patelt name="family"><string>{}</string></patelt></pattern>'
    scalable = '<pattern><patelt name="scalable"><bool>{}</bool></patelt></pattern>'
    text = "\n".join(
        (
            '<?xml version="1.0"?>',
            '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
            "<fontconfig>",
            *(f"<dir>{escape(folder)}</dir>" for folder in folders),
            '<cachedir prefix="xdg">fontconfig</cachedir>',
            "<selectfont>",
            f"<acceptfont>{''.join(family.format(escape(name)) for name in families)}</acceptfont>",
            f"<rejectfont>{scalable.format('true')}{scalable.format('false')}</rejectfont>",
            "</selectfont>",
            "</fontconfig>\n",
        )
    )
    folder = tempfile.mkdtemp(prefix="polyleaf-fonts-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = Path(folder, "fonts.conf")
    file.write_text(text, "utf-8")
    return str(file)
