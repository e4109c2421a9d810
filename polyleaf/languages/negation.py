"""The negations of a language, as listed in `negation.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ..model.sheet import Language
from .folding import folded
from .tables import table

KINDS = ("words", "near", "none")
BETWEEN = "(?:(?<=')| )(?:[^ ,]+ ){0,4}?"  # words of one clause
START, END = "(?<![^ '])", "(?![^ '])"  # of a word


@dataclass(frozen=True, slots=True)
class Negations:
    """The forms of one language; messages show the `examples`."""

    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    joined: re.Pattern[str]  # by which two clauses are joined: and
    divided: re.Pattern[str]  # the same, and commas
    opened: re.Pattern[str]  # by "and" and other words that begin a clause: though, to
    parted: re.Pattern[str]  # by those, and commas
    forbidding: re.Pattern[str] | None  # what is not to be done

    def clauses(self, text: str, *, commas: bool) -> tuple[bool, ...]:
        """Which clauses of a sentence have a negation."""
        parts = (self.divided if commas else self.joined).split(folded(text))
        kinds = ([kind for kind, _ in self.found(part)] for part in parts if part.strip(" ,"))
        return tuple("words" in those for those in kinds)

    def parts(self, text: str, *, commas: bool) -> list[str]:
        """The clauses of a sentence, also those that another word than "and" begins."""
        parts = (self.parted if commas else self.opened).split(folded(text))
        return [part for part in parts if part.strip(" ,")]

    def begins_denied(self, text: str) -> bool:
        """Whether a clause of the sentence begins as "do not …" or "you cannot …"."""
        parts = self.joined.split(folded(text))
        found = ((part.strip(" ,"), self.pattern.search(part.strip(" ,"))) for part in parts)
        return any(match and part[: match.start()].count(" ") <= 1 for part, match in found)

    def forbids(self, text: str) -> bool:
        """Whether it says what is not to be done."""
        return bool(self.forbidding and self.forbidding.search(folded(text)))

    def found(self, text: str) -> Iterator[tuple[str, str]]:
        """The kind of each form in the text (words or near), and the form as it is written."""
        for match in self.pattern.finditer(folded(text)):
            kind = str(match.lastgroup).partition("_")[0]
            if kind != "none":
                yield kind, match[0]


@cache
def negations(language: Language) -> Negations | None:
    """The language's negations; None if there is no list for it in its script."""
    row = table("negation").get(language.tag.partition("-")[0])
    if row is None or row["script"] != language.script:
        return None
    listed = [(form, kind) for kind in KINDS for form in _forms(row[kind])]
    examples = tuple(
        form.strip("*") for form, kind in listed if kind == "words" and "~" not in form
    )
    # Of two that begin at the same letter the longer one counts: "not only" is not a "not".
    listed.sort(key=lambda pair: -len(pair[0].strip("*")))
    within = [pair for pair in listed if pair[0].startswith("*")]
    pattern = f"{START}(?:{_any_of(listed, 'a')})"
    pattern += f"|(?:{_any_of(within, 'b')})" if within else ""
    ands, begins = (_forms(row.get(key, "")) for key in ("and", "begins"))
    joined = _joining(ands, language)
    return Negations(
        re.compile(pattern),
        examples[:3],
        re.compile(joined),
        re.compile(f"{joined}| , "),
        re.compile(_joining([*ands, *begins], language)),
        re.compile(f"{_joining([*ands, *begins], language)}| , "),
        _words(_forms(row.get("forbids", ""))),
    )


def _joining(forms: list[str], language: Language) -> str:
    words = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    return f"(?: ,)? (?:{words}) " if language.spaced else f" , (?:{words})"


def _words(forms: list[str]) -> re.Pattern[str] | None:
    return re.compile(f"{START}(?:{'|'.join(map(_expression, forms))})") if forms else None


def _forms(row: str) -> list[str]:
    return [form for part in re.split(r"[|\n]", row) if (form := part.strip())]


def _any_of(listed: Iterable[tuple[str, str]], prefix: str) -> str:
    """Alternatives, each followed by a group that names its kind.

    Groups or lookbehinds before the letters would make the engine try every alternative in full.
    """
    forms = ((_expression(form), f"{kind}_{prefix}{n}") for n, (form, kind) in enumerate(listed))
    return "|".join(f"{expression}(?P<{name}>)" for expression, name in forms)


def _expression(form: str) -> str:
    middle = BETWEEN.join(re.escape(folded(part)) for part in form.split("~"))
    return middle + ("" if form.endswith("*") else END)
