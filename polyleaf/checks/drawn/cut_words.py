"""`word-cut`: no line's end cuts a word in two without a hyphen.

A word that is longer than its line is hyphenated where its language has a dictionary. Else it goes
on in the next line between any two letters, and is read as two words: in Tamil, Hindi or Arabic in
a narrow column. Addresses and numbers may end at their signs (`typography.breaks`), and scripts
without spaces between words end between letters anyway.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...languages import scripts
from ...model.findings import Finding
from ...model.sheet import Pdf, RenderedPage
from ..shared.message_lookup import MessageLookup

HINT = "use a shorter word, or widen its column: the width stands in the style sheet"


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    found = [word for word in pdf.cut_words if not _may_end(word.before[-1:])]
    if not found:
        return
    messages, edition = MessageLookup(written), written.edition.name
    for word in {(each.before, each.after, each.around): each for each in found}.values():
        place = f"on page {word.page} of the edition {edition}, in a column of {word.width:.0f} mm"
        message = f'"{word.before}|{word.after or "…"}" is cut without a hyphen {place}'
        where = messages.place_of(word.before + word.after, word.around)
        yield Finding(where, "word-cut", message, HINT)


def _may_end(letter: str) -> bool:
    return scripts.of(letter) in scripts.UNSPACED
