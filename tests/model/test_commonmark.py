"""Inline text agrees with CommonMark's own examples, but for markup that a sheet does not have."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from markupsafe import escape

from polyleaf.model.inline import Emphasis, Link, Node, Nodes, Run, Strong, parse

SPEC = Path(__file__).with_name("commonmark.txt").read_text("utf-8")
EXAMPLE = re.compile(r"^`{16} example (\d+)\n(.*?)^\.\n(.*?)^`{16}$", re.MULTILINE | re.DOTALL)
EXAMPLES = {int(n): (text, html) for n, text, html in EXAMPLE.findall(SPEC)}
OTHERS = {
    "_ is no star: words of forms and files have it, and a check reports `_word_`": [
        *(359, 366, 375, 378, 379, 384, 391, 392, 401, 404, 405, 408, 409, 410, 426, 427, 428),
        *(451, 452, 454, 455, *range(456, 462), 463, 464, 465, 467, 470, 472),
    ],
    "a link has no title: paper cannot show it": [22, 484, 507, 508, 511, 512],
    "no links by reference: a text has no second place for an address": [
        23,
        *range(529, 548),
        551,
        552,
        *range(555, 574),
    ],
    "no code": [17, 18, 19, 24, 480, 481, 518, 527],
    "no HTML": [21, 477, 478, 479, 526],
    "no addresses in angle brackets": [20, 482, 483, 528],
    "no pictures in a text": [519, 522],
    "no character references: the character itself is written": [505],
    "no lines in a text: the file may break it anywhere": [16, 493, 496],
}


def html(nodes: Nodes) -> str:
    return "".join(map(_html, nodes))


def _html(node: Node) -> str:
    match node:
        case Run(text):
            return str(escape(text)).replace("&#34;", "&quot;").replace("&#39;", "'")
        case Strong(children):
            return f"<strong>{html(children)}</strong>"
        case Emphasis(children):
            return f"<em>{html(children)}</em>"
        case Link(address, children):
            quoted = escape(quote(address, safe="%!#$&()*+,/:;=?@_~.-'")).replace("&#39;", "'")
            return f'<a href="{quoted}">{html(children)}</a>'
    raise AssertionError(node)


def ours(text: str) -> str:
    """A text as CommonMark's examples write it; an empty line parts two texts."""
    return "".join(f"<p>{html(parse(part))}</p>\n" for part in text.rstrip("\n").split("\n\n"))


def expected(number: int) -> str:
    """What the specification says, its lines as one: a sheet's file may break a line anywhere."""
    return re.sub(r"(?<!>)\n|(?<=[^p]>)\n(?=[^<])", " ", EXAMPLES[number][1])


def test_all_examples_are_there() -> None:
    assert len(EXAMPLES) == 235
    listed = [number for numbers in OTHERS.values() for number in numbers]
    assert len(listed) == len(set(listed)) < 120


@pytest.mark.parametrize(
    "number", sorted(set(EXAMPLES) - {n for ns in OTHERS.values() for n in ns})
)
def test_an_example_agrees(number: int) -> None:
    assert ours(EXAMPLES[number][0]) == expected(number)


@pytest.mark.parametrize("reason", OTHERS)
def test_an_exception_is_one(reason: str) -> None:
    agree = [n for n in OTHERS[reason] if ours(EXAMPLES[n][0]) == expected(n)]
    assert not agree
