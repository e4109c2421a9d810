"""What each message of a catalog must keep to, and what its messages must among each other.

A check of one message takes a `Unit`, a check of the whole a `Translation`; it is added by writing
its module and naming it here. A finding stands at the message's translation, and a person may waive
it for that message: see `waivers`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ...model import Translation, Unit
from ...problems import Finding
from .. import bidi, lookalikes, script, strings
from . import (
    addresses,
    consistency,
    copied,
    doubled,
    ending,
    glossary,
    kept,
    length,
    months,
    negation,
    numbers,
    punctuation,
    quotes,
    spacing,
    waivers,
)

ONE: tuple[Callable[[Unit], Iterator[Finding]], ...] = (
    kept.check,
    numbers.check,
    months.check,
    addresses.check,
    copied.check,
    negation.check,
    ending.check,
    punctuation.check,
    spacing.check,
    quotes.check,
    doubled.check,
    length.check,
    bidi.of_unit,
    strings.of_unit,
)
WHOLE: tuple[Callable[[Translation], Iterator[Finding]], ...] = (
    lookalikes.check_translation,
    script.check_translation,
    consistency.check,
    glossary.check,
)


def check(translation: Translation) -> Iterator[Finding]:
    """Everything found in a catalog that nobody has waived, and waivers that have ended."""
    found = [finding for unit in translation.units for finding in of_unit(unit)]
    found += [finding for whole in WHOLE for finding in whole(translation)]
    yield from waivers.apply(found, translation.units)


def of_unit(unit: Unit) -> Iterable[Finding]:
    """Everything found in one message, waived or not."""
    return (finding for one in ONE for finding in one(unit))
