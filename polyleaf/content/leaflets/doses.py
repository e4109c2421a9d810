"""A dose as an author writes it → as it is printed, or what is wrong with it.

A dose is a number or a range: 1, 2.5, ½, 1½, 1–2. How a number must not be written follows the List
of Error-Prone Abbreviations of ISMP: 1.0 has been read as 10, .5 as 5.
"""

from __future__ import annotations

import re

from ..yaml import Fault, Scalar

HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
WRITTEN = {"1/2": "½", "1/4": "¼", "3/4": "¾", "1/3": "⅓", "2/3": "⅔"}
AMOUNT = rf"(?:(?:0|[1-9][0-9]{{0,3}})(?:\.[0-9]{{0,2}}[1-9])?|[1-9]?[{''.join(HALVES)}])"
NUMBER = re.compile(AMOUNT)
RANGE = re.compile("\\s*[-–]\\s*")
HINT = "write a number, ½ or ¼, or a range such as 1–2; `form` says of what"


def dose(value: Scalar) -> Scalar:
    """The dose, a range with an en dash; raises Fault."""
    ends = RANGE.split(value.strip())
    if len(ends) > 2 or not all(map(NUMBER.fullmatch, ends)):
        raise Fault("dose-form", f'"{value}" is not a dose', _hint(value.strip()))
    amounts = [_amount(end) for end in ends]
    if amounts[0] == 0:
        raise Fault("dose-form", f'"{value}" is not a dose', "leave the time out: it prints a –")
    if len(amounts) == 2 and amounts[0] >= amounts[1]:
        message = f'the range "{value}" does not go up'
        raise Fault("dose-form", message, "the smaller dose comes first")
    made = Scalar("–".join(ends))
    made.where, made.comment = value.where, value.comment
    return made


def _amount(number: str) -> float:
    return float(number.rstrip("".join(HALVES)) or 0) + HALVES.get(number[-1], 0)


def _hint(value: str) -> str:
    if value in WRITTEN:
        return f"write {WRITTEN[value]}"
    if re.fullmatch(r"[0-9]+\.[0-9]*0+|[0-9]+\.", value):
        short = value.rstrip("0").rstrip(".")
        return f"write {short}: a zero at the end has been read as ten times as much"
    if re.fullmatch(r"\.[0-9]+", value):
        return f"write 0{value}: a point at the beginning is easily missed"
    if re.fullmatch(r"[0-9]+,[0-9]+", value):
        return f"write {value.replace(',', '.')}; each sheet prints its language's own mark"
    if value.isdecimal() and not value.isascii():
        return f"write {int(value)}; each sheet prints its language's own digits"
    return HINT
