"""A string → its words and its markup, in the order of the text, as CommonMark pairs them.

Brackets are paired as in "An algorithm for parsing nested emphasis and links" of the CommonMark
specification, appendix of 0.31.2, in time that grows with the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from . import stars
from .nodes import Cite, Leaf, Placeholder
from .stars import Stars

PUNCTUATION = r"[!-/:-@\[-`{-~]"  # of ASCII: what a backslash escapes
MAX_PARENTHESES = 32  # in an address, one in the other, as in cmark: else time grows by the square
SIGN = re.compile(
    rf"""
      \\(?P<escaped>{PUNCTUATION})
    | \[(?P<cite>@[\w.-]++(?:\s*+;\s*+@[\w.-]++)*+)\]
    | \{{(?P<placeholder>[A-Za-z_]\w*+(?:\.\w++)*+)\}}
    | (?P<stars>\*+)
    | (?P<open>\[)
    | (?P<close>\])
    """,
    re.VERBOSE | re.ASCII,
)
POINTED = re.compile(r"<((?:\\.|[^<>\\\n])*+)>")
PART = re.compile(r"[()]|(?:\\.|[^\x00-\x20\x7f()\\]|\\)+")
BLANKS = re.compile(r"[ \t\n]*")
ESCAPED = re.compile(rf"\\({PUNCTUATION})")


@dataclass(slots=True)
class Token:
    """A piece of a string. `leaf`: what it stands for; `address`: of the link that it closes."""

    source: str
    kind: Literal["words", "escape", "leaf", "stars", "open", "close"]
    leaf: Leaf | None = None
    stars: Stars | None = None
    address: str = ""


@dataclass(slots=True)
class _Bracket:
    token: Token
    stars: int  # that stand before it


def tokens(value: str) -> list[Token]:
    """The tokens of a text of one line; their sources together are the text."""
    return _Tokenizer(value).tokens()


class _Tokenizer:
    def __init__(self, value: str) -> None:
        self.value = value
        self.found: list[Token] = []
        self.runs: list[Stars] = []  # not yet paired
        self.brackets: list[_Bracket] = []
        self.idle = 0  # brackets, from the left, that would be links around a link

    def tokens(self) -> list[Token]:
        position = 0
        while match := SIGN.search(self.value, position):
            self._words(self.value[position : match.start()])
            position = self._sign(match)
        self._words(self.value[position:])
        stars.pair(self.runs)
        return self.found

    def _words(self, source: str) -> None:
        if source:
            self.found.append(Token(source, "words"))

    def _sign(self, match: re.Match[str]) -> int:
        """Add the token of a sign; return where the text goes on."""
        source, end = match[0], match.end()
        match match.lastgroup:
            case "escaped":
                self.found.append(Token(source, "escape"))
            case "cite":
                sources = tuple(re.findall(r"@([\w.-]+)", source))
                self.found.append(Token(source, "leaf", Cite(sources)))
            case "placeholder":
                self.found.append(Token(source, "leaf", Placeholder(match["placeholder"])))
            case "stars":
                run = stars.run(self.value, match.start(), end)
                self.runs.append(run)
                self.found.append(Token(source, "stars", stars=run))
            case "open":
                self.found.append(Token(source, "words"))
                self.brackets.append(_Bracket(self.found[-1], len(self.runs)))
            case _:
                return self._close(match.start(), end)
        return end

    def _close(self, start: int, end: int) -> int:
        """Make a link of a closing bracket if one opens it and an address follows."""
        found = None
        if self.brackets:
            bracket = self.brackets.pop()
            if len(self.brackets) >= self.idle:
                found = address(self.value, end)
            self.idle = min(self.idle, len(self.brackets))
        if found is None:
            self._words("]")
            return end
        where, end = found
        stars.pair(self.runs[bracket.stars :])
        del self.runs[bracket.stars :]
        bracket.token.kind = "open"
        self.found.append(Token(self.value[start:end], "close", address=where))
        self.idle = len(self.brackets)
        return end


def address(value: str, position: int) -> tuple[str, int] | None:
    """The address in parentheses at `position`, and where they end. It has no title."""
    if not value.startswith("(", position):
        return None
    position = _skip(value, position + 1)
    if pointed := POINTED.match(value, position):
        written, position = pointed[1], pointed.end()
    elif value.startswith("<", position):
        return None
    else:
        start, position = position, _end(value, position)
        written = value[start:position] if position >= 0 else ""
    position = _skip(value, position) if position >= 0 else position
    if position < 0 or not value.startswith(")", position):
        return None
    return ESCAPED.sub(r"\1", written), position + 1


def _end(value: str, position: int) -> int:
    """Where an address without brackets ends; -1 if its parentheses are not in pairs."""
    depth = 0
    while part := PART.match(value, position):
        if part[0] == "(":
            depth += 1
            if depth > MAX_PARENTHESES:
                return -1
        elif part[0] == ")":
            if not depth:
                break
            depth -= 1
        position = part.end()
    return -1 if depth else position


def _skip(value: str, position: int) -> int:
    blanks = BLANKS.match(value, position)
    return blanks.end() if blanks else position
