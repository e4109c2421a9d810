"""Inline nodes → HTML. Only this module turns text into markup, and it escapes all text."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import zip_longest

from markupsafe import Markup

from ..model.inline import (
    Blank,
    Cite,
    Emphasis,
    Foreign,
    Link,
    Mark,
    Node,
    Nodes,
    Placeholder,
    Run,
    Strong,
)
from ..model.leaflet import Asset
from ..model.sheet import Direction, Language

# PDF readers that order text by its place on the page reorder a line's runs by their letters. Marks
# at the ends of a run give its direction to them, and to programs that the text is pasted into.
MARKS = {"ltr": "\N{LEFT-TO-RIGHT MARK}", "rtl": "\N{RIGHT-TO-LEFT MARK}"}
ISOLATES = {"ltr": "\N{LEFT-TO-RIGHT ISOLATE}", "rtl": "\N{RIGHT-TO-LEFT ISOLATE}"}
POP = "\N{POP DIRECTIONAL ISOLATE}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
BLANK_TEXT = Markup("_" * 12)  # a line to write on, where no picture may stand
# In left-to-right text Arabic-Indic digits are only telephone numbers or dates. Their groups would
# run from right to left (UAX #9, N1): a mark after each group keeps the order.
ARABIC_GROUP = re.compile("([٠-٩]+)(?![٠-٩])")
# A space without a letter on both sides. No line may end there inside an isolate in a link: the
# engine lays out the next line without the isolate's start, and only letters show its direction.
SPACE_AT_SIGN = re.compile(r"(?<![^\W\d_]) | (?![^\W\d_])")


def html(
    nodes: Nodes,
    numbers: dict[str, int],
    base: Direction = "ltr",
    blank: Markup = BLANK_TEXT,
    names: Mapping[str, str] | None = None,
) -> Markup:
    """Return the nodes as HTML in a line of direction `base`.

    `numbers` has the number of each cited source, `names` what is said of a link to it; `blank` is
    a line to write on.
    """
    inside = partial(html, numbers=numbers, blank=blank, names=names)
    cited = partial(_cited, numbers=numbers, names=names or {})
    return Markup("").join(_html(node, base, blank, inside, cited) for node in _bound(nodes))


def untranslated(text: Markup, language: Language) -> Markup:
    """Mark words of `language` in a sheet of another one, for the eye and for screen readers.

    The mark is text of the page, so that a project's own template cannot lose it.
    """
    whole = Markup('<span{} class="untranslated">{} {}</span>')
    return whole.format(lang_attributes(language), untranslated_mark(language), text)


def lang_attributes(language: Language) -> Markup:
    """Return the attributes that state an element's language and direction (WCAG 2.2, 3.1.2)."""
    return Markup(' lang="{}" dir="{}"').format(language.tag, language.direction)


def untranslated_mark(language: Language) -> Markup:
    """Return the language's code (ISO 639) in capitals; the style sheet draws a frame around it."""
    code = language.tag.partition("-")[0].upper()
    return Markup('<span class="untranslated-mark">{}</span>').format(code)


def data_uri(asset: Asset) -> str:
    """Return the picture itself as an address, so that a sheet needs no other file."""
    return f"data:{asset.media_type};base64,{base64.b64encode(asset.data).decode()}"


def _bound(nodes: Nodes) -> Iterator[Node]:
    """Drop the space before a citation: it moves into the link, and no line may end there."""
    for node, following in zip_longest(nodes, nodes[1:]):
        if isinstance(node, Run) and isinstance(following, Cite):
            yield Run(node.text.rstrip(" "))
        elif node is not None:
            yield node


def _html(
    node: Node,
    base: Direction,
    blank: Markup,
    inside: Callable[..., Markup],
    cited: Callable[..., Markup],
) -> Markup:
    match node:
        case Run(text):
            return Markup.escape(_in_order(text, base))
        case Strong(children):
            return Markup("<strong>{}</strong>").format(inside(children, base=base))
        case Mark(children=children):
            return inside(children, base=base)
        case Emphasis(children):
            return Markup("<em>{}</em>").format(inside(children, base=base))
        case Link(address, children):
            return Markup('<a href="{}">{}</a>').format(address, _link_text(children, base))
        case Foreign(direction, children):
            text = inside(children, base=direction)
            end, around = (MARKS[direction], MARKS[base]) if direction != base else ("", "")
            span = Markup('{0}<span dir="{1}">{2}{3}</span>{0}')
            return span.format(around, direction, text, end)
        case Cite(sources):
            return cited(sources, base)
        case Blank():
            return blank
        case Placeholder(name):
            raise ValueError(f"the placeholder {name} was not filled")


def _cited(
    sources: tuple[str, ...], base: Direction, numbers: dict[str, int], names: Mapping[str, str]
) -> Markup:
    """The numbers of sources, each a link; none if the sheet names no sources.

    The link's title is what it says to those who do not see it (ISO 14289-1, 7.18.5).
    """
    link = Markup('<a class="cite" href="#source-{0}"{3}>{1}[{0}{2}]</a>')
    title = Markup(' title="{}"')
    mark = MARKS["rtl"] if base == "rtl" else ""
    return Markup("").join(
        link.format(
            numbers[source],
            NO_BREAK_SPACE,
            mark,
            title.format(names[source]) if source in names else "",
        )
        for source in sources
        if numbers
    )


def _in_order(text: str, base: Direction) -> str:
    return ARABIC_GROUP.sub(rf"\1{MARKS[base]}", text) if base == "ltr" else text


def _link_text(nodes: Nodes, base: Direction) -> str:
    """Return a link's words as one text: PDF/UA has no place for elements inside a link.

    Runs that read against the line are isolated by characters instead (UAX #9: LRI, RLI and PDI).
    """
    parts: list[str] = []
    for node in nodes:
        match node:
            case Run(text):
                parts.append(_in_order(text, base))
            case Foreign(direction, children):
                inside = SPACE_AT_SIGN.sub(NO_BREAK_SPACE, _link_text(children, direction))
                inside += MARKS[direction]
                parts.append(f"{MARKS[base]}{ISOLATES[direction]}{inside}{POP}{MARKS[base]}")
            case Strong(children) | Emphasis(children) | Mark(children=children):
                parts.append(_link_text(children, base))
            case Blank():
                parts.append(BLANK_TEXT)
    return "".join(parts)
