"""How much more likely two texts say the same than two that were put together blindly.

A score is the logarithm of that ratio, as in naive Bayes. Its parts are the lengths (after Gale and
Church, 1993), the kinds (a heading is a heading) and what both share; a thing counts the more the
rarer it is in the document.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from .document_texts import TextKind
from .text_features import TextFeatures

# How often a translation has what its source has, by the first word of a feature.
KEPT = {"number": 0.8, "telephone": 0.9, "address": 0.9, "word": 0.5, "name": 0.6, "asks": 0.95}
LISTED = 0.6  # of words listed by meaning, and terms
NEEDED_LOST = -3.0  # a number in digits that the translation lacks, or has alone
MOST = 4.0  # what one shared thing may count
ALIKE = 0.7  # things of one text are not independent
SAME_KIND = {True: 0.7, False: -0.5}
PICTURE = -6.0  # what is read out is in no paragraph
SPREAD, OF_SHORT = 0.03, 1.6  # variance of the logarithm of a length: of all, and for each letter


class PairScores:
    """The scores of messages with texts of a document."""

    def __init__(
        self, sources: Sequence[TextFeatures], targets: Sequence[TextFeatures], ratio: float
    ) -> None:
        self.ratio = ratio
        self.common = _shares(targets)
        in_source = _shares(sources)
        self.gain: dict[str, float] = {}
        self.loss: dict[str, float] = {}
        for feature in in_source:
            kept = KEPT.get(feature.partition(" ")[0], LISTED)
            share = self.common.get(feature, 0.0)
            if share:
                others = max(share - 0.5 / len(targets), 1e-3)  # one may be its own translation
                self.gain[feature] = min(math.log(kept / others), MOST)
                self.loss[feature] = min(math.log((1 - kept) / max(1 - share, 0.05)), 0.0)
        logs = [math.log(each.length) for each in targets]
        self.middle = sum(logs) / max(len(logs), 1)
        self.spread = max(sum((x - self.middle) ** 2 for x in logs) / max(len(logs), 1), 0.3)

    def score(
        self, source: TextFeatures, target: TextFeatures, kinds: tuple[TextKind, TextKind]
    ) -> float:
        shared = source.all & target.all
        words = sum(max(self.gain.get(each, 0.0), 0.0) for each in shared)
        words += sum(self.loss.get(each, 0.0) for each in source.all - target.all)
        lost = len((source.needed - target.all) | (target.needed - source.all))
        return (
            ALIKE * words + NEEDED_LOST * lost + self._of_length(source, target) + _of_kinds(*kinds)
        )

    def _of_length(self, source: TextFeatures, target: TextFeatures) -> float:
        expected = math.log(source.length * self.ratio + 1)
        variance = SPREAD + OF_SHORT / max(source.length, 2)
        length = math.log(target.length)
        return _normal(length - expected, variance) - _normal(length - self.middle, self.spread)


def _normal(difference: float, variance: float) -> float:
    return -difference * difference / (2 * variance) - math.log(variance) / 2


def _of_kinds(one: TextKind, other: TextKind) -> float:
    if (one == "picture") != (other == "picture"):
        return PICTURE
    return SAME_KIND[one == other]


def _shares(texts: Sequence[TextFeatures]) -> Mapping[str, float]:
    counts = Counter(feature for text in texts for feature in text.all)
    return {feature: count / max(len(texts), 1) for feature, count in counts.items()}
