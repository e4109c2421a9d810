"""Whether a translator's tool says that a text is not finished: each has its own words for it.

XLIFF 1.2 has `state` on the target; Trados has `sdl:seg conf`, memoQ `mq:status`, Phrase
`m:confirmed`. A text that is still `new` comes from a tool that keeps no states, such as OmegaT.
"""

from __future__ import annotations

from ...files.safe_xml import Node

FUZZY = (
    "needs-review-translation", "needs-review-adaptation", "needs-review-l10n",
    "needs-translation", "needs-adaptation", "needs-l10n", "initial",
)  # fmt: skip
SDL = ("draft", "rejectedtranslation", "rejectedsignoff")
MEMOQ = ("notstarted", "pretranslated", "partiallyedited", "rejected", "editeddraft")


def is_fuzzy(unit: Node, target: Node | None) -> bool:
    """Whether the translation of a unit has to be read again."""
    state = target.value("state") if target is not None else ""
    if state in FUZZY:
        return True
    if unit.value("approved") == "yes":
        return False
    if unit.value("status").lower() in MEMOQ or unit.value("confirmed") == "0":
        return True
    return any(seg.value("conf").lower() in SDL for seg in unit.below("seg"))
