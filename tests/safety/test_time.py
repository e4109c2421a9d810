"""What reads a text takes little time for any text of the greatest length that a text may have.

Each text is one sign, or a few, again and again: what regular expressions trip over.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from polyleaf import checks, languages, typography
from polyleaf.content.yaml import MAX_TEXT
from polyleaf.model import inline
from polyleaf.model.unit import Translation

from ..checks.messages import unit

pytestmark = pytest.mark.slow

SECONDS = 0.2  # of the processor: what takes less is not looked at closer
# What takes more may take at most so many times as long as a text that is so much shorter: in
# proportion it would be four times, with the square sixteen.
SHORTER, MOST_TIMES = 4, 9
PIECES = [
    *("*", "**", "*a", "**a ", "[", "[@", "[@a;", "](", "[a](", "((a)", "{", "{a.", "\\*"),
    *("*a **b ", "[a](b) ", "[a][b] ", "_a ", "`a ", "<b ", "&a", "{ ", "|a", "½", "½ ", "1/2 "),
    *("1", "1 ", "1,", "1.", "1-", "1/", "1:", "5 mg ", "5mg", "٥", "٥٠ ", "१", "1e", "x1", "€5 "),
    *("a", "a.", "a. ", "A", "a'", "'", '"', "“", "„", "«", "“a ", "ا ", "الجلد ", "،", "皮", "の"),
    *(
        "ក",
        "ကြ",
        "한",
        "त्व",
        "not ",
        "न ",
        "\u200b",
        "\u200e",
        "\u0301",
        " ",
        "  ",
        "\n",
        "...",
        "…",
    ),
    *(
        "http://",
        "a@b",
        "@",
        "www.a.",
        "a/b/",
        "+44 ",
        "January ",
        "<b>",
        "—",
        "?!",
        "😀",
        "(",
        ") ",
    ),
]
LENGTH = MAX_TEXT // 8  # what is in proportion takes eight times as long for the longest
Reads = Callable[[str], object]


def typeset(tag: str) -> Reads:
    language = languages.find(tag)
    return lambda text: typography.typeset((inline.Run(text),), language, {}, paper=True)


def checked(source: str) -> object:
    """A message that is the text, its translation nearly so, in three languages."""
    for tag in ("hi", "ar", "fr"):
        made = unit(source, source + "x", tag)
        list(checks.message(made))
        for check in checks.CATALOG:
            list(check(Translation(made.language, (made,))))
    return None


def mistaken(source: str) -> object:
    """A message that has no number of its source."""
    for tag in ("fr", "zh-Hans"):
        list(checks.message(unit(source, ("½ " * LENGTH)[:LENGTH], tag)))
    return None


READERS: dict[str, Reads] = {
    "markup": inline.parse,
    "checks": checked,
    "checks of others": mistaken,
    **{
        f"typography {tag}": typeset(tag) for tag in ("en", "ar", "th", "zh-Hans", "hi", "ko", "fr")
    },
}


@pytest.mark.parametrize("name", READERS)
def test_no_text_takes_long(name: str) -> None:
    read = READERS[name]
    read("5 mg")  # loads what it needs
    slow = {}
    for piece in PIECES:
        if seconds(read, piece, LENGTH) > SECONDS:
            took = seconds(read, piece, LENGTH - 1)  # once more: the first may have loaded tables
            if took > MOST_TIMES * seconds(read, piece, LENGTH // SHORTER):
                slow[piece] = round(took, 1)
    assert not slow


def seconds(read: Reads, piece: str, length: int) -> float:
    began = time.process_time()
    read((piece * length)[:length])
    return time.process_time() - began
