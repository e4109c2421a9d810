"""English that was left in a text of another script: rows of Latin words that are not names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from ...languages import scripts
from ...model import inline
from ...model.inline import Cite, Placeholder, Run

# The search starts where a word begins, so that a text without spaces is gone through once.
ADDRESS = re.compile(
    r"""(?<!\S)(?:(?!://|www\.|@)\S)*+(?:://|www\.|@)\S*
      | (?<![!-~])[!-~]*(?:  # a/b.html, a_name
            [A-Za-z0-9]_+[A-Za-z0-9] | [a-z0-9]\.[a-z]{2} | /[!-~]{0,80}[./-][!-~]{0,80}/
        )[!-~]*
    """,
    re.VERBOSE,
)
LISTED = re.compile('["”»」][,،、，;]')  # "one", "two": words that are listed one by one are no row
BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
# They make a row of words a sentence, unlike those that names have too (and, for, in, of).
SMALL = frozenset((
    "a", "about", "after", "all", "also", "always", "an", "any", "are", "as", "at", "be", "because",
    "been", "before", "both", "but", "by", "can", "cannot", "could", "did", "do", "does", "done",
    "each", "either", "ever", "every", "from", "has", "have", "he", "her", "here", "his", "how",
    "if", "into", "is", "it", "its", "may", "might", "more", "most", "must", "my", "never", "no",
    "nor", "not", "on", "once", "only", "or", "other", "our", "out", "over", "please", "she",
    "should", "since", "so", "some", "still", "such", "than", "that", "the", "their", "them",
    "then", "there", "these", "they", "this", "those", "through", "to", "too", "twice", "under",
    "until", "up", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who",
    "why", "will", "with", "without", "would", "yet", "you", "your",
))  # fmt: skip
OF_NAMES = frozenset({"and", "for", "in", "of"})
SENTENCE = 4  # words in a row
UNIT = 3  # letters: min, mol


@lru_cache(maxsize=8192)
def words_only(value: str) -> str:
    """The words of a string: without citations, placeholders and addresses."""
    pieces: list[str] = []
    for node in inline.walk(inline.parse(value)):
        match node:
            case Run(text):
                pieces.append(text)
            case Placeholder() | Cite():
                pieces.append(" ")
    return ADDRESS.sub(" ", "".join(pieces))


def rows(text: str) -> Iterator[list[str]]:
    """Latin words with no letter of another script between them; without terms in brackets."""
    latin: list[str] = []
    for part in LISTED.split(BRACKETS.sub(_sentences, text)):
        for word in scripts.words(part):
            for script, run in groupby(word, scripts.of):
                if script == scripts.LATIN:
                    latin.append("".join(run))
                elif script not in scripts.SHARED:
                    yield latin
                    latin = []
        yield latin
        latin = []


def is_sentence(row: Sequence[str]) -> bool:
    """Whether it is prose rather than the name of an institute, a plant or a remedy."""
    if len(row) < SENTENCE or all(len(word) == 1 for word in row):  # a-z, A-Z
        return False
    opens = is_small(row[0])  # elsewhere a capital is a name's: Reply To, Single Sign On
    return opens or any(word in SMALL for word in row) or mostly_plain(row)


def is_small(word: str) -> bool:
    return word in SMALL or (len(word) > 1 and word.istitle() and word.lower() in SMALL)


def plain(row: Sequence[str]) -> list[str]:
    """The words that are not written as names, the first one of a sentence among them."""
    small = [word for word in row if len(word) > UNIT and word.islower() and word not in OF_NAMES]
    capital = [word for word in row if not word.islower()]
    opens = len(capital) == 1 and capital[0] == row[0] and row[0].istitle() and len(row[0]) > UNIT
    return [row[0], *small] if opens else small


def mostly_plain(row: Sequence[str]) -> bool:
    """Whether more of its words are plain than not; the s of "person's" does not count."""
    return 2 * len(plain(row)) > sum(len(word) > 1 for word in row)


def _sentences(brackets: re.Match[str]) -> str:
    inside = brackets[1]
    term = scripts.within(inside) <= {scripts.LATIN} and not any(map(is_small, inside.split()))
    return " " if term else brackets[0]
