"""English sentences in the passive voice."""

from __future__ import annotations

import re
from functools import cache

from ...languages import participles

BE = r"(?:am|is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|get|gets|got)"
BETWEEN = r"(?:\s+(?:not|also|often|sometimes|always|never|first|now|still|then|even|just|\w+ly))*"
# Participles that say how something is, and not what is done to it.
STATES = frozenset(
    word
    for row in (
        "advanced affected allergic allowed ashamed based bored broken called chapped composed",
        "concerned confused connected crowded damaged depressed designed divided done due enlarged",
        "embarrassed excited exhausted experienced fed finished frightened hurt impaired infected",
        "inflamed injured interested involved irritated known limited located lost made married",
        "meant named needed opposed pleased prepared qualified raised related relaxed retired",
        "satisfied scared scarred shocked stressed stuck supposed surprised swollen tired trained",
        "unwanted upset used worried",
    )
    for word in row.split()
)


@cache
def _pattern() -> re.Pattern[str]:
    irregular = "|".join(sorted(participles()))
    return re.compile(rf"\b{BE}{BETWEEN}\s+((?:\w+ed)|{irregular})\b", re.IGNORECASE)


def is_passive(sentence: str) -> bool:
    """Whether something is done to somebody in it: "the cream is put on", not "you are tired"."""
    return any(
        found[1].lower() not in STATES or re.match(r"\s+by\b", sentence[found.end() :])
        for found in _pattern().finditer(sentence)
    )
