"""Inline text → inline text that no layout engine can put in a wrong order or break wrongly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model.inline import (
    COPY_PLACEHOLDER,
    Blank,
    Foreign,
    Leaf,
    Link,
    Node,
    Nodes,
    Parent,
    Placeholder,
    Run,
)
from ..model.sheet import Direction, Language
from . import breaks, dialling
from .digits import localize_digits
from .isolation import direction_of, isolate
from .line import rewrite
from .link_addresses import written_out
from .segmentation import count_characters, split_characters, split_words
from .spacing import NO_BREAK, bind

CLINIC = "clinic."  # how the names of the clinic's own values begin

__all__ = [
    "count_characters",
    "direction_of",
    "isolate",
    "split_characters",
    "split_words",
    "typeset",
    "typeset_phrase",
    "written_out",
]


def typeset(
    nodes: Nodes,
    language: Language,
    values: dict[str, str],
    *,
    paper: bool = False,
    linked: bool = False,
) -> Nodes:
    """Set one string of `language`; `values` fill its placeholders.

    Digits become the language's own, runs are isolated, words bound by no-break spaces and, for
    paper, places marked where lines may end. If `linked`, the clinic's telephone numbers and mail
    addresses are links.
    """
    filled = tuple(_filled_in(nodes, values, language, linked=linked))
    isolated = isolate(localize_digits(filled, language), language.direction)
    return rewrite(isolated, lambda text: _spaced(text, language, paper))


def typeset_phrase(text: str, language: Language, *, paper: bool = False) -> str:
    """Set a text without markup: the words that templates print."""
    return "".join(_spaced(text, language, paper))


def _spaced(text: str, language: Language, paper: bool) -> Sequence[str]:
    bound = bind(text, language)
    return breaks.mark(bound, language) if paper else bound


def _filled_in(
    nodes: Nodes, values: dict[str, str], language: Language, *, linked: bool
) -> Iterator[Node]:
    """Fill the placeholders; with `linked` those that can be dialled become links."""
    for node in nodes:
        if isinstance(node, Parent):
            inside = linked and not isinstance(node, Link)  # a link holds no other
            children = tuple(_filled_in(node.children, values, language, linked=inside))
            yield replace(node, children=children)
        elif linked and isinstance(node, Placeholder) and node.name.startswith(CLINIC):
            yield _linked(_filled(node, values, language), dialling.address(values[node.name]))
        else:
            yield _filled(node, values, language)


def _linked(filled: Node, address: str) -> Node:
    """Return a value as a link, inside the node that isolates it: a link holds text alone."""
    if not address:
        return filled
    if isinstance(filled, Foreign):
        return replace(filled, children=(Link(address, filled.children),))
    return Link(address, (filled,))


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
