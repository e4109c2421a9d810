"""Where a link leads, as a person writes it: for paper, where links cannot be followed."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from ..model.inline import Foreign, Link, Node, Nodes, Parent, Run, plain
from ..model.sheet import Language
from . import dialling
from .spacing import NO_BREAK

SCHEME = re.compile(r"https?://", re.IGNORECASE)
# What counts visitors and leads nowhere else.
TRACKING = re.compile(r"(?<=[?&])(?:utm_\w+|fbclid|gclid|mc_[ce]id)=[^&#]*&?")
IDLE = re.compile(r"[?&]+(?=#|$)")
BRACKETS, FULLWIDTH = (" (", ")"), ("（", "）")
UNSPACED = ("zh", "yue", "ja")  # their brackets have a width of their own
SHORTEST_AT_HOME = 5  # digits, without the zero before them
TELEPHONE, MAIL, EXTENSION = "tel:", "mailto:", ";ext="


def written_out(nodes: Nodes, values: dict[str, str], language: Language) -> Nodes:
    """Put the address of each link in brackets after its words, unless they are the address.

    `values` fill the placeholders.
    """
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, Parent) and not isinstance(node, Link):
            node = replace(node, children=written_out(node.children, values, language))
        found.append(node)
        if isinstance(node, Link) and not is_said(_words(node.children, values), node.address):
            text = written(node.address, tuple(values.values()))
            whole = node.address.startswith(TELEPHONE)
            shown: Node = Link(node.address, (Run(text.replace(" ", NO_BREAK) if whole else text),))
            if language.direction == "rtl" or language.digits:
                shown = Foreign("ltr", (shown,))  # which keeps its digits
            before, after = FULLWIDTH if language.tag.startswith(UNSPACED) else BRACKETS
            found += [Run(before), shown, Run(after)]
    return tuple(found)


def written(address: str, numbers: tuple[str, ...] = ()) -> str:
    """The address as it is written on paper: www.nhs.uk/conditions/rosacea, +44 20 7946 0958.

    One of `numbers`, telephone numbers in groups, is taken if it is the one that is dialled. `www.`
    stays, for without it some addresses lead nowhere.
    """
    if address.startswith(TELEPHONE):
        number, _, extension = address.removeprefix(TELEPHONE).partition(EXTENSION)
        grouped = (each for each in numbers if dialling.address(each) == TELEPHONE + number)
        number = next(grouped, number.partition(";")[0])
        return f"{number} ext. {extension}" if extension else number
    if address.startswith(MAIL):
        return unquote(address.removeprefix(MAIL).partition("?")[0])
    short = IDLE.sub("", TRACKING.sub("", SCHEME.sub("", address)))
    return short if set("?#") & set(short) else short.rstrip("/")


def is_said(words: str, address: str) -> bool:
    """Whether the words of a link have its address already."""
    if address.startswith(TELEPHONE):
        return dialling.address(words) == address or _dials(words, address.partition(";")[0])
    return _bare(written(address)) in _bare(words)


def _words(nodes: Nodes, values: dict[str, str]) -> str:
    words = plain(nodes)
    for name, value in values.items():
        words = words.replace(f"{{{name}}}", value)
    return words


def _dials(words: str, address: str) -> bool:
    """Whether the words have its number, also as it is dialled at home: 020 for +44 20."""
    said = "".join(str(int(c)) for c in words if c.isdecimal())
    number = "".join(filter(str.isdecimal, address))
    at_home = len(said.lstrip("0")) >= SHORTEST_AT_HOME and number.endswith(said.lstrip("0"))
    return said == number or at_home


def _bare(text: str) -> str:
    """The text without what two spellings of one address may differ in."""
    bare = "".join(c for c in text.casefold() if not c.isspace() and c.isprintable())
    return re.sub(r"https?://|www\.", "", bare).rstrip("/")
