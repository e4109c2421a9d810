"""The order of the letters on paper is the order that a reader must see, in every direction."""

from __future__ import annotations

import functools
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from polyleaf import languages, pdf, typography
from polyleaf.markup import inline_html
from polyleaf.markup.inline_html import ISOLATES, POP
from polyleaf.model import inline
from polyleaf.model.findings import Where
from polyleaf.model.sheet import Direction, Html

from .. import icu_bidi
from .order import MIRRORED, folded, seen

pytestmark = pytest.mark.usefixtures("engine")

PHRASES = Path(__file__).with_name("bidi.txt")
INDENT = "    "
VALUES = {"clinic.phone": "+44 20 7946 0958"}
SOURCES = {"x": 1, "y": 2}
FAMILIES = (
    *("Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans"),
    *("Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math"),
)
STYLE = """
    @page { size: 190mm 297mm; margin: 10mm }
    body { margin: 0 }
    p { font-size: 12pt; margin: 0; break-after: page }
    [dir=rtl] span[dir=ltr] { font-family: "Noto Sans", var(--families) }
"""
AGAINST: dict[Direction, Direction] = {"ltr": "rtl", "rtl": "ltr"}
SIGN = {"ltr": 1, "rtl": -1}  # of a place, which is counted from the left


@dataclass(frozen=True)
class Phrase:
    tag: str
    source: str
    pieces: tuple[str, ...]  # from the side where the line begins; as indented as in their file

    def __str__(self) -> str:
        return f"{self.tag}: {self.source}"


def phrases() -> Iterator[Phrase]:
    tag = ""
    for block in PHRASES.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if lines and lines[0].startswith("== "):
            tag = lines.pop(0).removeprefix("== ")
        if lines:
            yield Phrase(tag, lines[0], tuple(lines[1:]))


ALL = list(phrases())


def expected(phrase: Phrase, lengths: list[int]) -> list[str]:
    """What stands on lines of so many letters, from the left edge."""
    letters = list(placed(phrase))
    assert sum(lengths) == len(letters)
    starts = [sum(lengths[:i]) for i in range(len(lengths))]
    return [
        "".join(letter for _, letter in sorted(letters[start : start + length]))
        for start, length in zip(starts, lengths, strict=True)
    ]


def placed(phrase: Phrase) -> Iterator[tuple[tuple[int, ...], str]]:
    """Each letter in the order of reading, with its place from the left: of its run, in there its
    piece, in there itself.
    """
    base = languages.find(phrase.tag).direction
    run, inner = 0, False
    for number, piece in enumerate(phrase.pieces):
        run += not (inner and piece.startswith(INDENT * 2))
        inner = piece.startswith(INDENT * 2)
        around = AGAINST[base] if inner else base
        direction = direction_of(piece, around)
        for i, letter in enumerate(folded(piece)):
            place = (SIGN[base] * run, SIGN[around] * number, SIGN[direction] * i)
            yield place, letter if direction == "ltr" else letter.translate(MIRRORED)


def direction_of(piece: str, around: Direction) -> Direction:
    kinds = {unicodedata.bidirectional(c) for c in unicodedata.normalize("NFKC", piece)}
    if kinds & {"L", "EN", "AN"}:
        return "ltr"
    return "rtl" if kinds & {"R", "AL"} else around


def html(phrase: Phrase) -> str:
    """The phrase as it is typeset for paper."""
    language = languages.find(phrase.tag)
    text = typography.typeset(inline.parse(phrase.source), language, VALUES, paper=True)
    return inline_html.html(text, SOURCES, language.direction)


@functools.cache
def drawn(tag: str, width: str) -> dict[Phrase, Any]:
    """A page for each phrase of a language, set as the text of a sheet is."""
    language = languages.find(tag)
    families = dict.fromkeys((*language.families, *FAMILIES))
    section = [phrase for phrase in ALL if phrase.tag == tag]
    body = "".join(f'<p style="width: {width}">{html(phrase)}</p>' for phrase in section)
    body += "".join(f"<span id=source-{number}></span>" for number in SOURCES.values())
    page = (
        f'<!DOCTYPE html><html lang="{tag}" dir="{language.direction}" '
        f'style="--families: {", ".join(map(repr, families))}; font-family: var(--families)">'
        f"<title>x</title><body>{body}"
    )
    sheet = pdf.draw(Html(page, STYLE, tuple(families), Where("x")))
    assert (sheet.missing, sheet.engine_errors) == ((), ())
    return dict(zip(section, pypdfium2.PdfDocument(sheet.data), strict=False))


@pytest.mark.slow
@pytest.mark.parametrize("width", ["auto", "24mm"], ids=["one line", "several lines"])
@pytest.mark.parametrize("phrase", ALL, ids=str)
def test_the_order_on_paper_is_the_order_to_be_read(phrase: Phrase, width: str) -> None:
    lines = seen(drawn(phrase.tag, width)[phrase])
    assert lines == expected(phrase, list(map(len, lines)))


@pytest.mark.parametrize("phrase", ALL, ids=str)
def test_isolated_it_has_the_same_order_by_the_algorithm_of_unicode(phrase: Phrase) -> None:
    """ICU, which browsers draw with, needs no more than the isolates to find a reader's order."""
    line = re.sub("<span dir=.(ltr|rtl).>", lambda found: ISOLATES[found[1]], html(phrase))
    line = re.sub("<[^>]*>", "", line.replace("</span>", POP))
    shown = icu_bidi.seen(unescape(line), languages.find(phrase.tag).direction)
    (wanted,) = expected(phrase, [len(folded("".join(phrase.pieces)))])
    assert folded(shown) == wanted


def test_bare_the_algorithm_alone_shows_many_otherwise() -> None:
    """A reader's order is another where a number follows an Arabic letter (W2), a sign stands at
    the end of a run (N2), or a range, a telephone number or an address has signs between digits.
    """
    plain = [phrase for phrase in ALL if not re.search(r"[*\[{]", phrase.source)]
    other = [
        phrase
        for phrase in plain
        if folded(icu_bidi.seen(phrase.source, languages.find(phrase.tag).direction))
        != expected(phrase, [len(folded("".join(phrase.pieces)))])[0]
    ]
    assert len(plain) * 0.2 < len(other) < len(plain)


def test_there_are_many_phrases_in_each_direction() -> None:
    tags = [phrase.tag for phrase in ALL]
    assert len(tags) > 200
    assert all(tags.count(tag) > 20 for tag in ("ar", "fa", "he", "ur"))


@pytest.mark.parametrize(("tag", "said"), [("ar", "/R2L"), ("he", "/R2L"), ("en", None)])
def test_a_right_to_left_document_says_so(tag: str, said: str | None) -> None:
    language = languages.find(tag)
    page = f'<!DOCTYPE html><html lang="{tag}" dir="{language.direction}"><title>x</title><p>1'
    data = pdf.draw(Html(page, "", language.families, Where("x"))).data
    with pikepdf.open(io.BytesIO(data)) as opened:
        preferences = opened.Root.ViewerPreferences
        assert preferences.get("/Direction") == said
        assert preferences.DisplayDocTitle
