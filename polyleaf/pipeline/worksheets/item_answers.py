"""How a program answers an item: with what it has counted, or not at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model.worksheet import Answer, Evidenced, WorksheetItem

Places = Sequence[Evidenced]


def item(
    number: int | str, asks: str, answer: Answer = "open", because: str = "", places: Places = ()
) -> WorksheetItem:
    return WorksheetItem(str(number), asks, answer, because, tuple(places))


def there(
    number: int | str, asks: str, places: Places, yes: str, no: str, otherwise: Answer = "no"
) -> WorksheetItem:
    """Yes if there are places; else `otherwise`. `yes` may hold a {} for how many there are."""
    if places:
        said = yes.format(len(places))
        return item(number, asks, "yes", re.sub(r"\b1 (\w+)s\b", r"1 \1", said), places)
    return item(number, asks, otherwise, no)


def absent(
    number: int | str, asks: str, faults: Places, no: str, open_: str, clean: Answer = "open"
) -> WorksheetItem:
    """No if there are faults; without any `clean`, as a program does not see every fault."""
    if faults:
        return item(number, asks, "no", no.format(len(faults)), faults)
    return item(number, asks, clean, open_)


def person(number: int | str, asks: str, because: str = "", places: Places = ()) -> WorksheetItem:
    """A person answers; the places are where to look."""
    return item(number, asks, "open", because, places)
