"""A message as sentences, and which sentence of a translation is which of its source.

Most translations have as many sentences as their source, in its order. Where one has joined,
divided or lost some, the pairs are found that cost least: their lengths are like those of the two
languages, and they share what is the same in both, such as numbers, placeholders, citations and
question marks (after Gale and Church, A program for aligning sentences in bilingual corpora, 1993).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ... import languages
from ...languages import Hit
from ...model.sheet import Language
from .amounts.european_digits import european
from .english import words_only

# A stop in a number or an abbreviation (e.g., 2.5) has no space after it, or two have none between.
END = re.compile(
    r"(?<=[.!?।॥؟۔…።፧։])[^\w\s{\[]{0,20}\s+(?:(?:\[@[^\]]*\]\s*)+)?|(?<=[。！？។။])(?:\s*\[@[^\]]*\])*\s*"
)
# An abbreviation: т. е., e.g., Dr. A capital is the name of a thing: step B.
SHORT = re.compile(
    r"(?:^|[\s(])(?:(?:\w\.)+\w|[^\W\dA-ZА-Я]|Drs?|Mrs?|Ms|Prof|St|Sr|Sra|Dra|vs|approx)\.$"
)
ANCHOR = re.compile(
    r"\{[^{}]*\}|\[@[^\]]*\]|\d+(?:[.,]\d+)*|[?？؟፧]|(?<![A-Za-z])[B-HJ-Z](?![A-Za-z])"
)
MOST = 40  # sentences: a text with more is compared as a whole
JOINED = 0.25  # the cost of two sentences for one
ALONE = 1.2  # the cost of a sentence without a partner
UNLIKE = 2.0  # the weight of another length
FEW = 10  # letters that a sentence may always have more or less
SHORT_FOR_ALL = 0.8  # of the length that sentences have which are joined to one
STRANGE = 0.6  # the cost of a sentence that is joined to what says something else
APART = 1.0  # the weight of other anchors


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` is its words; `anchors` are what is the same in every language."""

    raw: str
    text: str
    anchors: tuple[str, ...]
    length: int  # letters


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences that say the same; one side is empty if there is none."""

    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]


@lru_cache(maxsize=8192)
def sentences(value: str) -> tuple[Sentence, ...]:
    found, held = [], ""
    start = 0
    for match in (*END.finditer(value), None):
        end = match.end() if match else len(value)
        held = value[start:end]
        small = value[end : end + 1].islower()  # no sentence begins so
        if match and (small or SHORT.search(held.rstrip())):
            continue
        if any(map(str.isalpha, words_only(held))):
            found.append(_sentence(held))
        elif found:  # what has no words belongs to the one before it
            found[-1] = _sentence(found[-1].raw + held)
        start = end
    return tuple(found)


@lru_cache(maxsize=4096)
def pairs(source: str, target: str, language: Language) -> tuple[Pair, ...]:
    """All sentences of both, in the order of the source."""
    ours, theirs = sentences(source), sentences(target)
    if len(ours) == len(theirs):
        return tuple(Pair((one,), (other,)) for one, other in zip(ours, theirs, strict=True))
    if not ours or not theirs or len(ours) > MOST or len(theirs) > MOST:
        return (Pair(ours, theirs),)
    return _cheapest(ours, theirs, language)


def words(value: str) -> str:
    """The words of all sentences."""
    return " ".join(one.text for one in sentences(value))


def length_of(source: str, target: str, language: Language) -> float:
    """How long a translation is: 1 if it is as long as others in its language."""
    ours, theirs = (sum(one.length for one in sentences(text)) for text in (source, target))
    return theirs / max(ours * languages.length_ratio(language), 1)


def hits(those: Sequence[Sentence], language: Language) -> tuple[Hit, ...]:
    """The listed words of sentences."""
    words = languages.lexicon(language)
    return tuple(hit for one in those for hit in words.hits(one.text))


def _sentence(raw: str) -> Sentence:
    text = words_only(raw)
    anchors = (a.replace("？", "?").replace("؟", "?") for a in ANCHOR.findall(european(raw)))
    return Sentence(
        raw, text, tuple(anchors), sum(unicodedata.category(c)[0] in "LMN" for c in text)
    )


def _cheapest(
    ours: Sequence[Sentence], theirs: Sequence[Sentence], language: Language
) -> tuple[Pair, ...]:
    best: dict[tuple[int, int], tuple[float, tuple[Pair, ...]]] = {(0, 0): (0.0, ())}
    for i in range(len(ours) + 1):
        for j in range(len(theirs) + 1):
            for a, b in ((1, 1), (1, 2), (2, 1), (3, 1), (1, 3), (1, 0), (0, 1)):
                if (before := best.get((i - a, j - b))) is None:
                    continue
                pair = Pair(tuple(ours[i - a : i]), tuple(theirs[j - b : j]))
                cost = before[0] + _cost(pair, language)
                if (i, j) not in best or cost < best[i, j][0]:
                    best[i, j] = cost, (*before[1], pair)
    return best[len(ours), len(theirs)][1]


def _cost(pair: Pair, language: Language) -> float:
    if not pair.source or not pair.target:
        return ALONE
    one, other = (sum(s.length for s in side) for side in (pair.source, pair.target))
    expected = one * languages.length_ratio(language)
    unlike = abs(math.log((expected + FEW) / (other + FEW)))
    anchors, others = (
        Counter(dict.fromkeys((a for s in side for a in s.anchors), 1))
        for side in (pair.source, pair.target)
    )
    every = max(anchors.total(), others.total())
    apart = 1 - (anchors & others).total() / every if every else 0.0
    joined = JOINED * (len(pair.source) + len(pair.target) - 2)
    short = (other + FEW) / (expected + FEW) < SHORT_FOR_ALL
    strange = _strangers(pair, language) if len(pair.target) > 1 or short else 0.0
    return UNLIKE * unlike + APART * apart + joined + strange


def _strangers(pair: Pair, language: Language) -> float:
    """The cost of sentences that are joined, but say nothing that their partner says."""
    english = languages.find(languages.ENGLISH)
    sides = (
        (pair.source, english, pair.target, language),
        (pair.target, language, pair.source, english),
    )
    cost = 0.0
    for those, spoken, partner, other in sides:
        said = {hit[:2] for hit in hits(partner, other)} | {a for s in partner for a in s.anchors}
        for one in those if len(those) > 1 else ():
            says = {h[:2] for h in hits((one,), spoken) if not h.near} | set(one.anchors)
            cost += 0 if says & said else STRANGE if says else STRANGE / 2
    return cost
