"""Authorities that admit medicines, and the names of countries, in English."""

from __future__ import annotations

import re
from functools import cache

from ..model.sheet import ENGLISH
from .country_names import country_names
from .find import find
from .tables import table


@cache
def regulators() -> re.Pattern[str]:
    """Finds the name of an authority."""
    rows: dict[str, str] = table("regulators")["regulators"]
    names = (name.strip() for row in rows.values() for name in row.split("|"))
    forms = (re.escape(name).replace(r"\?", "[sz]") for name in names)
    return re.compile(rf"\b(?:{'|'.join(sorted(forms, key=len, reverse=True))})\b")


def places(text: str) -> list[str]:
    """The countries that an English text names, as it names them."""
    return [*_pattern().findall(text), *country_names(find(ENGLISH)).found(text).values()]


@cache
def _pattern() -> re.Pattern[str]:
    names = re.split(r"[|\n]", table("regulators")["places"]["names"])
    forms = sorted((re.escape(name.strip()) for name in names if name.strip()), key=len)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(reversed(forms))})(?!\w)")
