"""Wordings that promise more than can be known, `promises/*.toml`: one table for each language.

A table has a section for each kind of promise: `says` in words, `forms`, and `near`, words of a
source that a promise in a translation may come from. Its `denied` are words which, before a form in
its clause (in languages with `behind = true` also after it), take the promise back: not a cure. A
sentence with one of `told` speaks about promises: adverts claim. `own` are words by which people
speak of themselves. A table may have `remedies` that are sold without proof, `effects` that a
sentence says of them (where the `verb_first` is true, also before it names them), words by which a
text `still` means one, and words that leave the effect `unsure`. wordings.py says how all these are
written.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..model.sheet import Language
from .tables import shorter_tags
from .wordings import Wordings

FOLDER = Path(__file__).parent / "promises"


@dataclass(frozen=True, slots=True)
class PromiseWords:
    """Of one language; `near` by kind."""

    forms: Wordings
    near: Mapping[str, Wordings]
    denied: Wordings
    told: Wordings
    own: Wordings
    remedies: Wordings
    still: Wordings
    effects: Wordings
    unsure: Wordings
    behind: bool
    verb_first: bool


@cache
def promise_words(language: Language) -> PromiseWords | None:
    """The table of a language; None if there is none."""
    paths = (FOLDER / f"{tag}.toml" for tag in shorter_tags(language.tag))
    path = next((path for path in paths if path.exists()), None)
    if path is None:
        return None
    table = tomllib.loads(path.read_text("utf-8"))
    kinds = _kinds(table)

    def one(lines: str) -> Wordings:
        return Wordings([("", lines)], language)

    return PromiseWords(
        Wordings([(kind, row["forms"]) for kind, row in kinds.items()], language),
        {kind: one(row["near"]) for kind, row in kinds.items() if "near" in row},
        one(table["denied"]),
        one(table["told"]),
        one(table["own"]),
        one(table.get("remedies", "")),
        one(table.get("still", "")),
        one(table.get("effects", "")),
        one(table.get("unsure", "")),
        table.get("behind", False),
        table.get("verb_first", False),
    )


@cache
def says() -> Mapping[str, str]:
    """What each kind promises, in English."""
    table = tomllib.loads((FOLDER / "en.toml").read_text("utf-8"))
    return {kind: row["says"] for kind, row in _kinds(table).items()}


def _kinds(table: Mapping[str, Any]) -> dict[str, Any]:
    return {kind: row for kind, row in table.items() if isinstance(row, dict)}
