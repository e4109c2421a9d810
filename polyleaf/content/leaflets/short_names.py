"""A citation → a name of a few words: Hampton 2021, WHO 2009.

Citations follow the Vancouver style (ICMJE): authors with initials, a full stop, the title. A name
is made only of what is surely an author or a body; a title's first words say nothing (“The role of
2012”), so there `short` has to be written.
"""

from __future__ import annotations

import re

LONGEST = 26  # characters: half a line of a column
NAME = r"(?P<name>[^\W\d_][\w’'\-]*(?: [\w’'\-]+){0,3})"
AUTHORS = (
    re.compile(NAME + r" (?P<initials>[^\s,;:()]{1,6}?)(?=[,;:(.]| \(|$)"),  # van Zuuren EJ
    re.compile(NAME + r", (?P<initials>[^\s,;:()]{1,6}?\.)"),  # Smith, J. A.
)
INITIALS = re.compile(r"[^\W\d_](?:[.\-]*[^\W\d_]){0,3}\.?")
HAN = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,3}?)(?=[,，、等])")
ACRONYM = re.compile(r"(?P<words>.+) \((?P<name>\w{2,10})\)")
SMALL = (
    "and",
    "at",
    "for",
    "in",
    "of",
    "on",
    "the",
    "to",
    "de",
    "del",
    "des",
    "du",
    "et",
    "la",
    "y",
)


def made(cite: str, year: int) -> str | None:
    """The author or body that `cite` begins with, and the year; None if that is unclear."""
    name = _person(cite) or _body(cite)
    if name is None:
        return None
    whole = name if str(year) in name else f"{name} {year}"
    return whole if len(whole) <= LONGEST else None


def beginning(cite: str, year: int) -> str:
    """The first words of `cite`, cut, and the year."""
    end = f"… {year}"
    room = LONGEST - len(end)
    cut = cite[:room].rpartition(" ")[0] if " " in cite[:room] else cite[:room]
    return cut.rstrip(" ,.;:(") + end


def _person(cite: str) -> str | None:
    """The family name that `cite` begins with: after it stand initials, or a comma in Chinese."""
    if found := HAN.match(cite):
        return found["name"]
    for pattern in AUTHORS:
        if (found := pattern.match(cite)) and INITIALS.fullmatch(found["initials"]):
            name, last = found["name"], found["name"].rpartition(" ")[2]
            body = " " in name and name.isupper()
            if found["initials"].isupper() and last[:1].isupper() and not body:
                return name.rstrip("’'")
    return None


def _body(cite: str) -> str | None:
    """The body that `cite` begins with: its acronym, or words that all have capitals."""
    whole = cite.rstrip(".")
    first = re.split(r"[.:;]\s", whole, maxsplit=1)[0]
    words = first.split()
    if (found := ACRONYM.fullmatch(first)) and _is_acronym(found["name"], found["words"]):
        return found["name"]
    if first == whole:
        return first  # a citation of a few words is a name itself
    capitals = all(word[:1].isupper() or word in SMALL for word in words)
    named = len(words) > 1 and words[-1] not in SMALL and "," not in first
    return first if capitals and (named or first.isupper()) else None


def _is_acronym(name: str, words: str) -> bool:
    """Whether `name` has the first letters of the words that have a capital."""
    return name == "".join(word[0] for word in words.split() if word[:1].isupper())
