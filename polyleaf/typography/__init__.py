"""Inline text → inline text that no layout engine can put in a wrong order."""

from __future__ import annotations

from collections.abc import Callable

from ..inline import Emphasis, Foreign, Link, Node, Nodes, Placeholder, Run, Strong
from ..model import Language
from .digits import own
from .isolation import direction_of, isolate

__all__ = ["direction_of", "isolate", "setter"]

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def setter(language: Language) -> Callable[[Nodes, dict[str, str]], Nodes]:
    """What sets one string of `language`: fills placeholders, gives it its digits, isolates."""

    def typeset(nodes: Nodes, values: dict[str, str]) -> Nodes:
        filled = _fill(nodes, values, language)
        return isolate(own(filled, language), language.direction)

    return typeset


def _fill(nodes: Nodes, values: dict[str, str], language: Language) -> Nodes:
    """Placeholders become their values: one run each that nothing around can change."""

    def fill(node: Node) -> Node:
        match node:
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


def _whole(value: str) -> str:
    """A telephone number is never broken over two lines."""
    return value.replace(" ", NO_BREAK_SPACE) if direction_of(value) is None else value
