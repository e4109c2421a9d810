"""Inline text → inline text that no layout engine can put in a wrong order or break wrongly."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..model.inline import (
    COPY_PLACEHOLDER,
    Blank,
    Foreign,
    Leaf,
    Node,
    Nodes,
    Placeholder,
    Run,
    map_leaves,
)
from ..model.sheet import Direction, Language
from . import breaks
from .digits import localize_digits
from .isolation import direction_of, isolate
from .line import rewrite
from .segmentation import count_characters, split_words
from .spacing import NO_BREAK, bind

__all__ = [
    "count_characters",
    "direction_of",
    "isolate",
    "phrase_typesetter",
    "split_words",
    "typesetter",
]


def typesetter(
    language: Language, *, paper: bool = False
) -> Callable[[Nodes, dict[str, str]], Nodes]:
    """Return the function that sets one string of `language`.

    It fills placeholders, converts digits, isolates runs, binds words by no-break spaces and, for
    paper, marks where lines may end.
    """
    spaced = _spacer(language, paper)

    def typeset(nodes: Nodes, values: dict[str, str]) -> Nodes:
        filled = map_leaves(nodes, lambda leaf: _filled(leaf, values, language))
        return rewrite(isolate(localize_digits(filled, language), language.direction), spaced)

    return typeset


def phrase_typesetter(language: Language, *, paper: bool = False) -> Callable[[str], str]:
    """Return the function that sets a text without markup: the words that templates print."""
    spaced = _spacer(language, paper)
    return lambda text: "".join(spaced(text))


def _spacer(language: Language, paper: bool) -> Callable[[str], Sequence[str]]:
    def spaced(text: str) -> Sequence[str]:
        bound = bind(text, language)
        return breaks.mark(bound, language) if paper else bound

    return spaced


def _filled(leaf: Leaf, values: dict[str, str], language: Language) -> Node:
    """Replace a placeholder by its value: one run that the text around it cannot change."""
    if not isinstance(leaf, Placeholder):
        return leaf
    if COPY_PLACEHOLDER.fullmatch(leaf.name):
        return _personal(values.get(leaf.name, ""), language.direction)
    value = _unbroken(values[leaf.name])
    # Numbers and addresses without a letter read from left to right in every script.
    direction = direction_of(value) or "ltr"
    apart = direction != language.direction or language.digits
    return Foreign(direction, (Run(value),)) if apart else Run(value)


def _personal(value: str, base: Direction) -> Node:
    """Return one person's value, which keeps its digits, or a blank to write it on."""
    if not value:
        return Blank()
    direction = direction_of(value)
    if direction is None:  # a number reads together with its unit, which may follow it
        return Foreign("ltr", (Run(_unbroken(value)),))
    # Isolated twice, so that a name never runs together with the text around it: to the line it
    # has the line's own direction.
    run = Run(value)
    return Foreign(base, (run if direction == base else Foreign(direction, (run,)),))


def _unbroken(value: str) -> str:
    """Keep a telephone number on one line."""
    return value.replace(" ", NO_BREAK) if direction_of(value) is None else value
