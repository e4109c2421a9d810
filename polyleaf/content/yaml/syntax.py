"""What keeps a file from being YAML → a hint in the author's words."""

from __future__ import annotations

import re

QUOTES = "put quotes around the text"
# The problem that libyaml reports, or the line that it stops at → what to do.
OF_LINES = (
    (re.compile(r"^(?:<{7}|={7}$|>{7})"), "an unfinished merge: keep one of the two versions"),
    (re.compile(r"^[\s-]*[\w-]+[：﹕︓]"), "the colon is full-width (：): write : and a space"),
    (
        re.compile(r"^[\s-]*[\w-]+:[\u00a0\u2007\u202f\u3000]"),
        "the space behind the colon is no plain one (U+0020): type it anew",
    ),
    (
        re.compile(r"^[ -]*[\u00a0\u2007\u202f\u3000]"),
        "the indentation has a space that is no plain one (U+0020): type it anew",
    ),
    (re.compile(r"""[:-]\s+("[^"]*"|'[^']*')\s*[^\s,\]}#:]"""), f"{QUOTES} as a whole"),
    (re.compile(r"[:-]\s+[“”„«‘’]"), 'the quotes of YAML are straight: "…"'),
    (re.compile(r"[\[{][^\]}\"']* #"), "a # behind a space begins a comment: " + QUOTES),
    (re.compile(r"^\s*[*+•–—] "), "a dash (-) begins each item of a list"),
    (re.compile(r"^\s*[-–—•][^\s\d-]"), "a space belongs behind the dash, and the dash is -"),
    (re.compile(r"[:-]\s+[@`%&*!|>,?\]}]"), "quote text that starts with a sign"),
    (re.compile(r"[:-]\s+(?:\[[^\]]*\]|\{[^}]*\})\s*\S"), "quote text that starts with a sign"),
    (re.compile(r"[\w-]+ #.*:"), "a # behind a space begins a comment: " + QUOTES),
    (re.compile(r"^\s*[a-z_]+:[^\s/]"), "a space belongs behind the colon"),
)
OF_PROBLEMS = (
    ("mapping values are not allowed", 'quote text that contains ": "'),
    ("tab character", "indent with spaces"),
    ("cannot start any token", "indent with spaces, and quote text that starts with a sign"),
    ("scanning an alias", "quote text that starts with a sign"),
    ("scanning an anchor", "quote text that starts with a sign"),
    ("scanning a tag", "quote text that starts with a sign"),
    ("invalid Unicode character escape", "write the character itself"),
    ("unknown escape character", "write \\\\ for a backslash, or use single quotes"),
    ("unexpected end of stream", "a quotation mark is missing, here or before"),
    ("block scalar", "quote text that starts with a sign"),
    ("single document", "a file is one leaflet: take out the --- and what follows it"),
)
# Where the line itself tells nothing more.
OTHERWISE = (
    *OF_PROBLEMS,
    ("block sequence entries", "a list begins on the line below its key"),
    ("expected ',' or ']'", "a bracket has no end: text that begins with [ needs quotes"),
    ("expected ',' or '}'", "a bracket has no end: text that begins with { needs quotes"),
    ("<document start>", "a line of three dots ends the file: take it out"),
)
TWO_COLONS = re.compile(r"""^[\s-]*[\w-]+: +[^\s"'#@`%&*!|>\[\]{},?“”„«‘’][^:]*: """)
ITEM_SIGN = re.compile(r"^\s*[*+] +\S")
DASH, KEY = re.compile(r"^ *- "), re.compile(r"^ *[a-z_]+: ")
ELSE = "check indentation, quotes and colons here and on the line before"


def hint(problem: str, lines: list[str], line: int) -> str:
    """What to do about a problem at `line` (from 0) of `lines`."""
    near = [lines[n] for n in (line, line - 1) if 0 <= n < len(lines)]
    if near and ITEM_SIGN.match(near[0]):
        return "a dash (-) begins each item of a list"
    for text, what in OF_PROBLEMS:
        if text in problem and text != "mapping values are not allowed":
            return what
    if "mapping values" in problem and TWO_COLONS.search(lines[line] if line < len(lines) else ""):
        return 'quote text that contains ": "'
    if "expected" in problem and (opened := _left_open(lines[: line + 1])):
        return f"a quotation mark is missing: line {opened} has one that nothing closes"
    for pattern, what in OF_LINES:
        if any(pattern.search(written[:1_000]) for written in near):
            return what
    if len(near) > 1 and DASH.match(near[0]) and KEY.match(near[1]):
        return "a dash (-) belongs before each block, as far in as the others"
    return next((what for text, what in OTHERWISE if text in problem), ELSE)


def _left_open(lines: list[str]) -> int:
    """The line, from 1, of the first text that begins with a quotation mark and has no other."""
    marks = [line.replace('\\"', "").count('"') for line in lines]
    if sum(marks) % 2 == 0:
        return 0
    odd = (n for n, count in enumerate(marks) if count % 2 and re.search(r'[:\[{,-]\s*"', lines[n]))
    return next(odd, -1) + 1
