"""`markup-unclosed`, `markup-nested`, `link-address`: a text's inline markup is whole and its links
are safe.

`**` that opens or closes nothing is an error, a single star a warning: it may be the sign of a
footnote, which `\\*` is for sure. A star between spaces (5 * 3) is a star.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model import inline
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.inline import MAX_DEPTH, SAFE_ADDRESS, Cite, Link, parse, walk
from ...model.leaflet import Text
from ...model.unit import Unit

HINT = "write **strong**, [@source] or [text](address)"
ESCAPE = r"write it twice, before and behind the words; \* is the sign itself"


def check_text(text: Text, clinic: Clinic) -> Iterator[Finding]:
    yield from _of_text(text)


def check_message(unit: Unit) -> Iterator[Finding]:
    yield from _of_text(Text(unit.target, unit.where, unit.context))


def _of_text(text: Text) -> Iterator[Finding]:
    yield from _stars(text)
    for sign in ("[@", "]("):
        if sign in inline.bare(text.value):
            message = f'"{sign}" opens or closes nothing'
            yield Finding(text.where, "markup-unclosed", message, HINT)
    for node in walk(parse(text.value)):
        if isinstance(node, Link):
            yield from _link(text, node)


def _stars(text: Text) -> Iterator[Finding]:
    """Stars that have no partner, and those that are too deep to have one."""
    depth = deepest = 0
    for token in inline.tokens(text.value):
        if (run := token.stars) is None:
            continue
        depth += len(run.opened) - len(run.closed)
        deepest = max(deepest, depth)
        if run.left and run.length > 1:
            message = f'"{token.source[:10]}" opens or closes nothing'
            yield Finding(text.where, "markup-unclosed", message, HINT)
        elif run.left and (run.opens or run.closes):
            message = '"*" opens or closes nothing, and is printed'
            yield Finding(text.where, "markup-unclosed", message, ESCAPE, Severity.WARNING)
    if deepest > MAX_DEPTH:
        message = f"emphases stand in each other, more than {MAX_DEPTH} deep"
        yield Finding(text.where, "markup-nested", message, "one in the other is enough")


def _link(text: Text, link: Link) -> Iterator[Finding]:
    if not SAFE_ADDRESS.fullmatch(link.address):
        message = f'"{link.address}" is not an address that a sheet may link to'
        hint = "start it with https://, mailto: or tel:"
        yield Finding(text.where, "link-address", message, hint)
    if any(isinstance(node, Cite) for node in walk(link.children)):
        message = "a citation stands inside a link"
        yield Finding(text.where, "markup-nested", message, "write it behind the link")
    if not inline.plain(link.children):
        message = f"the link to {link.address} has no words"
        yield Finding(text.where, "markup-nested", message, "write them: [our page](address)")
