"""What a run of digits means: plain and grouped numbers, decimals, fractions, clocks and dates.

Some can be read in two ways: "2,5" is two and a half or two numbers of a list, "2 500" may be
"2 [tablets of] 500". Such a numeral has parts as well as a value.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

Values = frozenset[Fraction]
BLANKS = " \u00a0\u2007\u2009\u202f"
GROUPING = "'’٬" + BLANKS
DECIMAL = "٫·"
LONG = r"\d{1,99}"  # Python refuses to read numbers of more than 4,300 digits
NUMERAL = re.compile(
    rf"""
      (?<![\d.,])(?P<date>\d{{4}}([-/.])\d\d?\2\d\d? | \d\d?([-/.])\d\d?\3(?:\d{{4}}|\d\d))(?!\d)
    | (?<!\d)(?P<clock>\d\d?(?:[:.]\d\d)?[{BLANKS}]?(?P<half>[ap])\.?m\b
        | \d\d?(?::|[{BLANKS}]?h[{BLANKS}]?)[0-5]\d(?!\d))
    | (?P<fraction>(?:{LONG}[ ])?{LONG}[/⁄]{LONG}(?![\d/]) | (?:{LONG}[{BLANKS}]?)?[¼-¾⅐-⅞])
    | (?P<plain>{LONG}(?:[.,{DECIMAL}'’٬]{LONG}|[{BLANKS}]\d{{3}}(?!\d)){{0,30}})
    """,
    re.VERBOSE | re.IGNORECASE,
)
GROUP = 3
OTHER_HALF = 12  # hours


class NumeralKind(Enum):
    NUMBER = 1
    CLOCK = 2
    DATE = 3


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it can be read; `parts` are its numbers if it is more than one."""

    kind: NumeralKind
    values: Values
    parts: tuple[Values, ...] = ()


def numeral(match: re.Match[str], decimal: str, group: str) -> Numeral:
    """What a match of NUMERAL means in a language with these marks."""
    text = match[0]
    if match["date"]:
        return _date(text)
    if match["clock"]:
        return _clock(text, (match["half"] or "").lower())
    if match["fraction"]:
        return _fraction(text)
    return _plain(text, decimal, group)


def _one(value: int | Fraction | str) -> Values:
    return frozenset({Fraction(value)})


def _date(text: str) -> Numeral:
    """Day, month and year in a row: the day first unless that is impossible, or the year first."""
    parts = [int(part) for part in re.split(r"\D", text)]
    year, month, day = parts if len(re.split(r"\D", text)[0]) == 4 else reversed(parts)
    if month > 12 >= day:
        month, day = day, month
    value = Fraction((year % 100) * 10_000 + month * 100 + day)
    return Numeral(NumeralKind.DATE, frozenset({value}), tuple(map(_one, parts)))


def _clock(text: str, half: str) -> Numeral:
    """A time of the day; without a.m., p.m. or a leading zero it may be in either half."""
    hour, minute = (int(part) for part in (*re.findall(r"\d+", text), 0)[:2])
    if minute > 59 or hour > 24:
        return Numeral(NumeralKind.NUMBER, frozenset(), (_one(hour), _one(minute)))
    if half:
        hours = {hour % OTHER_HALF + (OTHER_HALF if half == "p" else 0)}
    elif text.startswith("0") or hour > OTHER_HALF:
        hours = {hour % 24}
    else:
        hours = {hour, (hour + OTHER_HALF) % 24}
    spoken = frozenset(Fraction(h) for h in {*hours, hour, *(h % OTHER_HALF for h in hours)})
    parts = (spoken | _one(OTHER_HALF) if 0 in spoken else spoken, _one(minute))
    return Numeral(
        NumeralKind.CLOCK,
        frozenset(Fraction(60 * h + minute, 60) for h in hours),
        parts if minute else parts[:1],
    )


def _fraction(text: str) -> Numeral:
    if sign := re.search(r"[¼-¾⅐-⅞]", text):
        whole = text[: sign.start()].strip(BLANKS)
        third = Fraction(unicodedata.numeric(sign[0])).limit_denominator(10)
        parts = (_one(third.numerator), _one(third.denominator))
        return Numeral(NumeralKind.NUMBER, _one(int(whole or 0) + third), () if whole else parts)
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    *before, over, under = numbers
    values = _one(sum(before) + Fraction(over, under)) if under else frozenset()
    return Numeral(NumeralKind.NUMBER, values, tuple(map(_one, numbers)))


def _plain(text: str, decimal: str, group: str) -> Numeral:
    signs, groups = re.findall(r"\D", text), re.split(r"\D", text)
    if not signs:
        return Numeral(NumeralKind.NUMBER, _one(int(text)))
    values = set()
    if _is_grouped(groups, signs) and (signs[0] != decimal or len(signs) > 1):
        values.add(Fraction(int("".join(groups))))
    last, before = signs[-1], signs[:-1]
    if last not in GROUPING and last not in before and _is_grouped(groups[:-1], before):
        alike = len(signs) == 1 and _is_grouped(groups, signs)  # 1,000
        if not (alike and last == group):
            values.add(Fraction(f"{int(''.join(groups[:-1]))}.{groups[-1]}"))
    apart = last in BLANKS or not (values and _is_grouped(groups, signs))
    return Numeral(NumeralKind.NUMBER, frozenset(values), tuple(map(_one, groups)) if apart else ())


def _is_grouped(groups: list[str], signs: list[str]) -> bool:
    """Whether the groups are thousands, or thousands and lakhs (1,00,000)."""
    if not signs:
        return True
    if len(set(signs)) > 1 or signs[0] in DECIMAL or groups[0].startswith("0"):
        return False
    *middle, end = groups[1:]
    sizes = {len(size) for size in middle}
    if len(end) != GROUP or len(groups[0]) > GROUP:
        return False
    return sizes <= {GROUP} or (sizes == {2} and len(groups[0]) <= 2)
