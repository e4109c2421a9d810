"""What authors write who know Markdown, HTML or other templates, and what to write instead.

Each pattern is linear: it looks no further than to the next sign of its kind. None takes what is
plain text: snake_case, 5 * 3, a < b, <5 mg, #1, a line of ____ to write on.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ...model.inline import END, FILLED, START
from .tool_leavings import LEAVINGS

TAGS = (
    "a|abbr|acronym|article|aside|audio|b|bdi|bdo|big|blockquote|body|br|button|caption|center|"
    "cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|"
    "form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|"
    "nobr|object|ol|option|p|pre|q|rp|rt|ruby|s|samp|script|section|select|small|span|strike|"
    "strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|tr|tt|u|ul|var|video|"
    "wbr"
)
# `{{clinic.phone}}` and `${clinic.phone}` are a brace or a dollar and what FILLED stands for.
PLACEHOLDER = (
    r"\{\s+[A-Za-z_][\w.]*\s*\}|\{[A-Za-z_][\w.]*\s+\}|｛[\w. ]{1,60}｝|"
    rf"\{{\s*{FILLED}\s*\}}|\$\{{?{FILLED}|%\([\w.]{{1,60}}\)[sd]|<%[^%]{{1,60}}%>|"
    r"\{%[^%]{1,80}%\}|\{#[^#]{1,80}#\}|(?<![\w%])(?<!\d\s)%[sd]\b"
)
OF_PLACEHOLDERS = (
    "write {clinic.phone}, or the name that is meant in that form, or a backslash before the brace"
)
LETTER = r"(?=[^\W\d_])\S+"
BULLET = "•‣▪◦●■►➢❖"
NUMERAL = "一二三四五六七八九十"
# By hand, by a word processor, in digits of any script, and as Chinese and Japanese number.
ITEM = (
    rf"^(?:[-–+*·] +|[{BULLET}] ?|\d{{1,2}}(?:[.)]|[-–]) +|\(\d{{1,2}}\) +|[a-zA-Z]\) +){LETTER}|"
    rf"^(?:\d{{1,2}}[．、]|（[{NUMERAL}\d]{{1,3}}）|[{NUMERAL}]{{1,3}}、(?![{NUMERAL}])) ?{LETTER}|"
    rf"[:：.;] (?:[-+*] +|[{BULLET}] ?){LETTER}"
)
LATEX = (
    rf"\\[a-zA-Z]{{2,20}}[{{{FILLED}]|"
    r"\\(?:geq?|leq?|times|pm|mu|alpha|beta|gamma|to|approx|deg|item)\b|"
    r"\$[^$]{0,80}[\\^_=][^$]{0,80}\$(?!\d)"
)
OF_TAGS = {
    **dict.fromkeys(("b", "strong"), "write **strong**"),
    **dict.fromkeys(("i", "em", "cite", "var"), "write *emphasis*"),
    **dict.fromkeys(("br", "p", "div", "hr"), "make a block of each paragraph"),
    **dict.fromkeys(("ul", "ol", "li"), "make a list of it: list, or steps"),
    **dict.fromkeys(("sub", "sup"), "write the sign itself, such as ₂ or ²"),
    "a": "write [text](address)",
    "img": "make a figure of it",
}
# Without a semicolon only these are surely no words: R&D, AT&T.
ENTITY = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|&(?:nbsp|amp|lt|gt|quot)\b"
)


Hint = str | Callable[[str], str | None]  # from the letters; None: it is no such habit


class Habit(NamedTuple):
    """`sure`: it is never meant as it stands."""

    kind: str
    pattern: re.Pattern[str]
    hint: Hint
    sure: bool


def _of_tag(tag: str) -> str:
    name = re.search("[a-z0-9]+", tag.lower())
    return OF_TAGS.get(name[0] if name else "", r"leave it out, or write \< for the sign")


def _of_entity(entity: str) -> str | None:
    character = html.unescape(entity)
    if character == entity:
        return None
    if not character.isprintable() or character.isspace():
        return f"write the character itself, U+{ord(character[0]):04X}"
    return f"write {character}"


def _habit(kind: str, pattern: str, hint: Hint, *, sure: bool = True) -> Habit:
    return Habit(kind, re.compile(pattern), hint, sure)


STRONG, EMPHASIS = "write **word**", "write *word*"
RAISED = "write the sign itself, such as ₂ or ²"
OF_SQUARE_TAGS = "write **strong**, *emphasis* or [text](address)"
HABITS = (
    _habit("strong", r"(?<![\w_])__(?=[^\s_])[^_]*(?:_[^_]+)*__(?![\w_])", STRONG),
    _habit("emphasis", r"(?<![\w/_.:-])_(?=[^\s_])[^_]*(?<=[^\s_])_(?![\w_])", EMPHASIS),
    _habit("code", r"```|(?<!\w)`[^`\s](?:[^`]*[^`\s])?`(?!\w)", "use quotes, or **word**"),
    _habit("struck", r"~~[^~\s][^~]*~~", "leave it out: a sheet has no struck words"),
    _habit("marked", r"==[^=\s][^=]*==", STRONG),
    _habit("wide stars", r"＊＊?[^\s＊][^＊]*＊", "the stars are full-width (＊): write **word**"),
    _habit("heading", rf"^#{{1,6}} +{LETTER}", "a heading is a key of its own: heading"),
    _habit("picture", rf"!{START}|!\[[^\[\]]{{0,200}}\](?=[(\[])", "make a figure of it"),
    _habit("tag", rf"(?i:</?(?:{TAGS})(?:\s[^<>]{{0,200}})?\s?/?>)|<!--", _of_tag),
    _habit("entity", ENTITY.pattern, _of_entity),
    _habit("reference", r"\[[^\[\]]{1,200}\]\[[^\[\]]{0,200}\]", "write [text](address)"),
    _habit("definition", r"^\[[^\[\]]{1,200}\]: *[<h/#]\S+", "write the address with its words"),
    _habit("footnote", r"\[\^[^\[\]\s]{1,30}\]", "cite a source with [@source]"),
    _habit("wiki link", r"\[\[[^\[\]]{1,200}\]\]", "write [text](address)"),
    _habit("address", r"<(?:https?:|mailto:|tel:|[\w.+-]{1,64}@)[^\s<>]{1,300}>", "leave out < >"),
    _habit("table", r"^\|[^|]+\|[^|]*\||\|\s*:?-{3,}", "make a table of it"),
    _habit("break", r"\\(?=\s|$)", "make a block of each line: a backslash breaks none"),
    _habit("placeholder", PLACEHOLDER, OF_PLACEHOLDERS),
    _habit("wide brackets", r"［[^［］]{1,200}］（|［@", "write [text](address) or [@source]"),
    _habit("formula", LATEX, "write the signs themselves, such as ½ ≥ ²"),
    _habit("class", r"\{[.#][A-Za-z][^{}]{0,80}\}", "leave it out: a sheet has no classes"),
    _habit("raised", r"(?<=\w)(?:~[^\s~]{1,5}~|\^[^\s^]{1,5}\^)", RAISED),
    _habit("square tag", r"\[/(?:b|i|u|s|url|img|quote|code|list|color|size)\]", OF_SQUARE_TAGS),
    _habit(
        "short code", r"(?<![\w:]):[a-z][a-z_]{2,30}:(?![\w:])", "write the sign itself, or a word"
    ),
    _habit("box", r"^\[[ xX]\](?= )", "write ☐ for an empty box, ☑ for a ticked one"),
    _habit("fence", rf"^:::+ ?{LETTER}|^\.\. [a-z-]+::", "make a callout of it"),
    _habit("power", r"(?<=\d)\^[-+]?\d{1,3}", RAISED, sure=False),
    _habit("wiki stress", r"(?<![\w'])'{2,5}[^'\s][^']*'{2,5}(?!\w)", STRONG, sure=False),
    _habit("quote", rf"^> ?{LETTER}", r"make a callout of it, or write \>", sure=False),
    _habit("rule", r"^(?:-{3,}|={3,}|\*{3,}|(?:[-*] ){2,}[-*])$", "leave it out", sure=False),
    _habit("item", ITEM, r"make a list or steps of it; \- or 1\. is meant so", sure=False),
    *(_habit(kind, pattern, hint, sure=sure) for kind, pattern, hint, sure in LEAVINGS),
)


def of(bare: str) -> Iterator[tuple[Habit, str, str]]:
    """Each habit in a text that is bare of our own markup, its letters, and what to write."""
    for habit in HABITS:
        for found in habit.pattern.finditer(bare):
            hint = habit.hint if isinstance(habit.hint, str) else habit.hint(found[0])
            if hint is not None:
                yield habit, _shown(found[0]), hint
                break


def _shown(letters: str) -> str:
    return letters.replace(START, "[").replace(END, "]").strip()[:40]
