"""A translation for each message out of the texts of a document, and how sure it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from . import best_paths, out_of_order
from .best_paths import Move
from .document_language import is_in_source
from .document_texts import DocumentText, kind_of
from .pair_scores import PairScores
from .partial_texts import SENTENCE_END
from .text_features import FeatureReader, joined

# Of a logistic curve, fitted to the pairs of `bench/translated.py` and then lowered by 2, so that
# few wrong ones come to the floor: by how likely a pair is in its order, and by its score.
BASE, OF_ORDER, OF_SCORE = -2.3, 0.92, 0.35
MOST_LOGIT, LEAST_SCORE, MOST_SCORE = 7.0, -3.0, 9.0
DIVIDED, JOINED, REMOTE = -1.8, -1.0, -0.7  # a text was divided, two were joined, it was moved


@dataclass(frozen=True, slots=True)
class Aligned:
    """`message` counts those that were given, `numbers` are blocks of the document."""

    message: int
    numbers: tuple[int, ...]
    text: str
    sureness: int  # 0 to 99
    notes: tuple[str, ...] = ()  # what a person has to look at in it


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs in the order of the messages, and the texts that found no place."""

    pairs: tuple[Aligned, ...]
    left: tuple[DocumentText, ...]


def align(
    messages: Sequence[tuple[str, str]],
    texts: Sequence[DocumentText],
    readers: tuple[FeatureReader, FeatureReader],
    ratio: float,
) -> Alignment:
    """`messages` are (msgctxt, msgid) in reading order, `readers` of their language and of the
    document's; `ratio` is the length of a translation for each letter of its source.
    """
    languages = readers[1].language, readers[0].language
    ours = [text for text in texts if not is_in_source(text.text, *languages)]
    found = _Alignment(messages, ours, readers, ratio).made()
    placed = {id(text) for text in ours} - {id(text) for text in found.left}
    return Alignment(found.pairs, tuple(text for text in texts if id(text) not in placed))


class _Alignment:
    def __init__(
        self,
        messages: Sequence[tuple[str, str]],
        texts: Sequence[DocumentText],
        readers: tuple[FeatureReader, FeatureReader],
        ratio: float,
    ) -> None:
        self.texts = texts
        self.reader = readers[1]
        self.sources = [readers[0].read(msgid) for _, msgid in messages]
        self.targets = [self.reader.read(each.text) for each in texts]
        self.kinds = [kind_of(context) for context, _ in messages]
        self.scores = PairScores(self.sources, self.targets, ratio)

    def made(self) -> Alignment:
        found = [
            pair
            for (i, j, move), likely in self._in_order().items()
            for pair in self._pairs(i, j, move, likely)
        ]
        found = _best(found)
        used = {number for pair in found for number in pair.texts}
        done = {pair.message for pair in found}
        rest = [i for i in range(len(self.sources)) if i not in done]
        free = [j for j in range(len(self.texts)) if j not in used]
        for (i, j), likely in out_of_order.likely_pairs(self._matrix(), rest, free).items():
            sureness = _sureness(likely, self._single(i, j), REMOTE)
            found.append(_Pair(i, (j,), self.texts[j].text, sureness))
        found = _best(found)
        used = {number for pair in found for number in pair.texts}
        left = tuple(text for j, text in enumerate(self.texts) if j not in used)
        return Alignment(tuple(map(self._aligned, sorted(found, key=lambda p: p.message))), left)

    def _aligned(self, pair: _Pair) -> Aligned:
        numbers = tuple(dict.fromkeys(self.texts[j].number for j in pair.texts))
        return Aligned(pair.message, numbers, pair.text, round(pair.sureness * 100))

    def _in_order(self) -> dict[tuple[int, int, Move], float]:
        return best_paths.likely_moves(len(self.sources), len(self.targets), self._score)

    def _score(self, i: int, j: int, move: Move) -> float:
        one, other = self.sources[i : i + move[0]], self.targets[j : j + move[1]]
        kinds = self.kinds[i], self.texts[j].kind
        if move == (1, 1):
            return self._single(i, j)
        those = (*self.kinds[i : i + move[0]], *(t.kind for t in self.texts[j : j + move[1]]))
        if "picture" in those:
            return best_paths.NEVER
        return self.scores.score(joined(one), joined(other), kinds)

    def _single(self, i: int, j: int) -> float:
        return self.scores.score(
            self.sources[i], self.targets[j], (self.kinds[i], self.texts[j].kind)
        )

    def _matrix(self) -> list[list[float]]:
        texts = range(len(self.texts))
        return [[self._single(i, j) for j in texts] for i in range(len(self.sources))]

    def _pairs(self, i: int, j: int, move: Move, likely: float) -> list[_Pair]:
        if move == (1, 1):
            sureness = _sureness(likely, self._single(i, j))
            return [_Pair(i, (j,), self.texts[j].text, sureness)]
        if move == (1, 2):
            text = f"{self.texts[j].text} {self.texts[j + 1].text}"
            sureness = _sureness(likely, self._score(i, j, move), JOINED)
            return [_Pair(i, (j, j + 1), text, sureness)]
        return self._divided(i, j, likely)

    def _divided(self, i: int, j: int, likely: float) -> list[_Pair]:
        """Two messages in one text, which ends the first where that fits best."""
        text = self.texts[j].text
        ways: list[tuple[float, list[tuple[str, float]]]] = []
        for end in SENTENCE_END.finditer(text):
            halves = (text[: end.start()].strip(), text[end.end() :].strip())
            if all(any(map(str.isalnum, half)) for half in halves):
                scores = [self._half(i + n, half) for n, half in enumerate(halves)]
                ways.append((sum(scores), list(zip(halves, scores, strict=True))))
        if not ways:
            return []
        most, best = max(ways)
        share = 1 / sum(math.exp(total - most) for total, _ in ways)
        return [
            _Pair(i + n, (j,), half, _sureness(likely * share, score, DIVIDED))
            for n, (half, score) in enumerate(best)
        ]

    def _half(self, i: int, half: str) -> float:
        return self.scores.score(
            self.sources[i], self.reader.read(half), (self.kinds[i], self.kinds[i])
        )


@dataclass(frozen=True, slots=True)
class _Pair:
    message: int
    texts: tuple[int, ...]
    text: str
    sureness: float


def _sureness(likely: float, score: float, less: float = 0.0) -> float:
    """From 0 to 0.99; `less` is for pairs that are not one text for one message, in order."""
    inside = min(max(likely, 1e-4), 1 - 1e-4)
    order = min(math.log(inside / (1 - inside)), MOST_LOGIT)
    whole = BASE + less + OF_ORDER * order + OF_SCORE * min(max(score, LEAST_SCORE), MOST_SCORE)
    return min(1 / (1 + math.exp(-whole)), 0.99)


def _best(pairs: Sequence[_Pair]) -> list[_Pair]:
    """Each message once, with its surest text; a text that is divided serves two."""
    found: dict[int, _Pair] = {}
    for pair in sorted(pairs, key=lambda each: -each.sureness):
        found.setdefault(pair.message, pair)
    taken: dict[int, list[_Pair]] = {}
    for pair in sorted(found.values(), key=lambda each: -each.sureness):
        others = [other for j in pair.texts for other in taken.get(j, ())]
        if all(other.text != pair.text and other.texts == pair.texts for other in others):
            for j in pair.texts:
                taken.setdefault(j, []).append(pair)
        else:
            del found[pair.message]
    return list(found.values())
