"""Inline text → inline text that no layout engine can put in a wrong order, or break wrongly."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..model.inline import (
    COPY_PLACEHOLDER,
    Blank,
    Emphasis,
    Foreign,
    Link,
    Node,
    Nodes,
    Placeholder,
    Run,
    Strong,
)
from ..model.sheet import Direction, Language
from . import breaks, spacing
from .characters import count_characters
from .digits import own
from .isolation import direction_of, isolate
from .stream import rewrite
from .words import split_words

__all__ = [
    "count_characters",
    "direction_of",
    "isolate",
    "phrase_typesetter",
    "split_words",
    "typesetter",
]

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def typesetter(
    language: Language, *, paper: bool = False
) -> Callable[[Nodes, dict[str, str]], Nodes]:
    """What sets one string of `language`: fills placeholders, gives it its digits, isolates, gives
    it its spaces and, on paper, the ends of its lines.
    """
    spaced = _spacer(language, paper)

    def typeset(nodes: Nodes, values: dict[str, str]) -> Nodes:
        filled = _fill(nodes, values, language)
        return rewrite(isolate(own(filled, language), language.direction), spaced)

    return typeset


def phrase_typesetter(language: Language, *, paper: bool = False) -> Callable[[str], str]:
    """What sets a text without markup: the words that templates print."""
    spaced = _spacer(language, paper)
    return lambda text: "".join(spaced(text))


def _spacer(language: Language, paper: bool) -> Callable[[str], Sequence[str]]:
    def spaced(text: str) -> Sequence[str]:
        bound = spacing.bind(text, language)
        return breaks.mark(bound, language) if paper else bound

    return spaced


def _fill(nodes: Nodes, values: dict[str, str], language: Language) -> Nodes:
    """Placeholders become their values: one run each that nothing around can change."""

    def fill(node: Node) -> Node:
        match node:
            case Placeholder(name) if COPY_PLACEHOLDER.fullmatch(name):
                return _of_copy(values.get(name, ""), language.direction)
            case Placeholder(name):
                value = _whole(values[name])
                # Digits and addresses without a letter read from left to right everywhere.
                inside = direction_of(value) or "ltr"
                apart = inside != language.direction or language.digits
                return Foreign(inside, (Run(value),)) if apart else Run(value)
            case Strong(children):
                return Strong(_fill(children, values, language))
            case Emphasis(children):
                return Emphasis(_fill(children, values, language))
            case Link(address, children):
                return Link(address, _fill(children, values, language))
            case _:
                return node

    return tuple(map(fill, nodes))


def _of_copy(value: str, base: Direction) -> Node:
    """What was filled in for one person, with its own digits, or a line to write it on."""
    if not value:
        return Blank()
    inside = direction_of(value)
    if inside is None:  # a number reads together with its unit, which may stand beside it
        return Foreign("ltr", (Run(_whole(value)),))
    # A name never runs together with what stands beside it: to the line it is of its own direction.
    run = Run(value)
    return Foreign(base, (run if inside == base else Foreign(inside, (run,)),))


def _whole(value: str) -> str:
    """A telephone number is never broken over two lines."""
    return value.replace(" ", NO_BREAK_SPACE) if direction_of(value) is None else value
