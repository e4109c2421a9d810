"""How a language says no, as far as `negation.toml` lists it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..model.sheet import Language

KINDS = ("words", "near", "none")
APOSTROPHES = "'’ʼ＇"
COMMAS = ",;:،؛、，；：—–()（）"
# What most texts of Arabic script leave out: vowel marks, and the stroke that stretches a word.
LEFT_OUT = frozenset((*map(chr, range(0x64B, 0x653)), "\u0670", "\u0640"))
BETWEEN = "(?:(?<=')| )(?:[^ ,]+ ){0,4}?"  # words of one clause
START, END = "(?<![^ '])", "(?![^ '])"  # of a word


@dataclass(frozen=True, slots=True)
class Negations:
    """The forms of one language. `examples` are for people."""

    pattern: re.Pattern[str]
    examples: tuple[str, ...]

    def found(self, text: str) -> Iterator[tuple[str, str]]:
        """Each form in the text that means something: its kind, words or near, and what it says."""
        for match in self.pattern.finditer(folded(text)):
            kind = str(match.lastgroup).partition("_")[0]
            if kind != "none":
                yield kind, match[0]


@cache
def negations(language: Language) -> Negations | None:
    """Those of the language in the script of its list; None where nobody has listed any."""
    row = _table().get(language.tag.partition("-")[0])
    if row is None or row["script"] != language.script:
        return None
    listed = [(form, kind) for kind in KINDS for form in _forms(row[kind])]
    examples = tuple(
        form.strip("*") for form, kind in listed if kind == "words" and "~" not in form
    )
    # Where two begin at one letter, the longer one says what it is: "not only" is no "not".
    listed.sort(key=lambda pair: -len(pair[0].strip("*")))
    within = [pair for pair in listed if pair[0].startswith("*")]
    pattern = f"{START}(?:{_any_of(listed, 'a')})"
    pattern += f"|(?:{_any_of(within, 'b')})" if within else ""
    return Negations(re.compile(pattern), examples[:3])


def folded(text: str) -> str:
    """Its letters, marks, digits and apostrophes, a comma between clauses; all else is a space."""
    kept = (_folded(character) for character in unicodedata.normalize("NFC", text.casefold()))
    return " ".join("".join(kept).split())


@cache
def _folded(character: str) -> str:
    if character in APOSTROPHES:
        return "'"
    if character in COMMAS:
        return " , "
    category = unicodedata.category(character)
    if character in LEFT_OUT or category == "Cf":
        return ""
    return character if category[0] in "LMN" else " "


def _forms(row: str) -> list[str]:
    return [form for part in re.split(r"[|\n]", row) if (form := part.strip())]


def _any_of(listed: Iterable[tuple[str, str]], prefix: str) -> str:
    """Alternatives, each followed by a group that names its kind.

    A group in front of the letters, or a look behind, would make the engine try them all in full.
    """
    forms = ((_expression(form), f"{kind}_{prefix}{n}") for n, (form, kind) in enumerate(listed))
    return "|".join(f"{expression}(?P<{name}>)" for expression, name in forms)


def _expression(form: str) -> str:
    middle = BETWEEN.join(re.escape(folded(part)) for part in form.split("~"))
    return middle + ("" if form.endswith("*") else END)


@cache
def _table() -> dict[str, dict[str, str]]:
    text = (Path(__file__).parent / "negation.toml").read_text("utf-8")
    return tomllib.loads(text)
