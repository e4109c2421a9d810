"""The table `impose` of edition.toml: how the paper of an edition is printed and folded.

    [impose]
    fold = "trifold"      # or "booklet"
    fold_marks = true     # at the edges of the sheet
    crop_marks = false    # for a print shop, which cuts the sheet
    bleed = 3             # millimetres that pictures go on beyond the cut

The size of `paper` is then that of the sheet in the printer, and its pages are as large as the fold
makes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..model.findings import Finding, PolyleafError, did_you_mean
from ..model.folds import FOLDS, LOWEST, NARROWEST, Imposition
from ..model.look import Look
from ..model.paper_sizes import SIZES, size
from .edition_file import EditionFile

TRUTHS = ("fold_marks", "crop_marks")
KEYS = ("fold", "bleed", *TRUTHS)
WIDEST_BLEED = 10  # millimetres


def wrong(file: EditionFile) -> Iterator[Finding]:
    """What is wrong with the table `impose` of one edition.toml."""
    table = file.table.get("impose", {})
    if not isinstance(table, dict):
        hint = 'such as: [impose] and fold = "booklet"'
        yield Finding(file.at("impose"), "type", "impose must be a table: [impose]", hint)
        return
    for key in table.keys() - {*KEYS}:
        where, hint = file.at("impose", key), did_you_mean(key, KEYS)
        yield Finding(where, "key-unknown", f'unknown key "impose.{key}"', hint)
    if (fold := table.get("fold", FOLDS[0])) not in FOLDS:
        where, hint = file.at("impose", "fold"), did_you_mean(str(fold), FOLDS)
        message = f"impose.fold must be {' or '.join(FOLDS)}"
        yield Finding(where, "value-unknown", message, hint)
    for key in TRUTHS:
        if type(table.get(key, False)) is not bool:
            where = file.at("impose", key)
            yield Finding(where, "type", f"impose.{key} must be true or false")
    bleed = table.get("bleed", 0)
    if type(bleed) not in (int, float) or not 0 <= bleed <= WIDEST_BLEED:
        message = f"impose.bleed must be a number of millimetres, at most {WIDEST_BLEED}"
        yield Finding(file.at("impose", "bleed"), "type", message, "such as: bleed = 3")


def imposition(
    chain: Sequence[EditionFile], properties: Mapping[str, str], look: Look
) -> Imposition | None:
    """How the edition is folded; none if it is not. The tables of `chain` are right.

    Raises PolyleafError for paper that is too small for the fold.
    """
    table: dict[str, Any] = {}
    for file in reversed(chain):
        table |= file.table.get("impose", {})
    if "fold" not in table:
        return None
    paper = properties.get("--paper-size", "")
    if (found := size(paper)) is None:
        message, hint = f'no paper is called "{paper}"', did_you_mean(paper.lower(), SIZES)
        raise _error(chain, message, hint or "such as: A4, letter, 210mm 297mm")
    wide, high = max(found), min(found)
    made = Imposition(
        fold=table["fold"],
        sheet=(wide, high),
        duplex=look.duplex or "short-edge",
        fold_marks=table.get("fold_marks", False),
        crop_marks=table.get("crop_marks", False),
        bleed=float(table.get("bleed", 0)),
    )
    for side, length, least in (
        ("wide", made.sizes.narrow, NARROWEST[made.fold]),
        ("high", high, LOWEST),
    ):
        if length < least:
            message = (
                f"{paper} is too small for a {made.fold}: its pages would be"
                f" {length:.0f} mm {side}, and text needs {least:.0f} mm"
            )
            raise _error(chain, message, "name larger paper: A4, letter")
    return made


def _error(chain: Sequence[EditionFile], message: str, hint: str) -> PolyleafError:
    named = (file for file in chain if "size" in file.table.get("paper", {}))
    where = next((file.at("paper", "size") for file in named), chain[0].where)
    return PolyleafError([Finding(where, "fold-paper", message, hint)])


def properties(made: Imposition, paper: str) -> dict[str, str]:
    """What the style sheet knows: the sizes of the sheet and of its pages."""
    wide, narrow, high = (f"{length:.4f}".rstrip("0").rstrip(".") for length in made.sizes)
    return {
        "--paper-sheet": paper,
        "--paper-size": f"{wide}mm {high}mm",
        "--paper-narrow": f"{narrow}mm {high}mm",
        "--paper-bleed": f"{made.bleed:g}mm",
    }
