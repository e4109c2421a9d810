"""The tables of words by meaning, `meanings/*.toml`: one for each kind.

A table has `[rules]` and a class for each meaning, with the forms of each language. A form of
`near` may stand for the class, but does not alone mean it. `against` names the classes that a class
is not to become; of a class with `place` it matters in which sentence it stands.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ..model.sheet import Language
from .tables import table

FOLDER = Path(__file__).parent / "meanings"


@cache
def meanings(kind: str) -> dict[str, Any]:
    """The table of a kind: its rules, and its classes with their forms by language."""
    return tomllib.loads((FOLDER / f"{kind}.toml").read_text("utf-8"))


@cache
def opposites(kind: str, meaning: str) -> tuple[str, ...]:
    """The classes that a class is not to become, the first of them its very opposite."""
    return tuple(meanings(kind)[meaning].get("against", "").split())


OTHERS = ("Hant",)  # scripts whose words are not those listed for their language


def rows(language: Language) -> Iterator[tuple[str, str, bool, str]]:
    """(kind, class, whether near, forms) of a language."""
    tags = (language.tag, *(() if language.script in OTHERS else (language.tag.partition("-")[0],)))
    for path in sorted(FOLDER.glob("*.toml")):
        for meaning, row in meanings(path.stem).items():
            if meaning == "rules":
                continue
            for near, words in ((False, row), (True, row.get("near", {}))):
                if listed := next((words[tag] for tag in tags if tag in words), None):
                    yield path.stem, meaning, near, listed


def length_ratio(language: Language) -> float:
    """Letters of a text for each letter of its English source."""
    ratios = table("lengths")
    return float(ratios.get(language.tag.partition("-")[0], ratios["*"]))
