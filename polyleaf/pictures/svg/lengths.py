"""Numbers, lengths and angles of CSS and SVG → user units and degrees (CSS Values 4).

Absurd numbers are refused: no drawing needs them, and readers of PDF files hang or stop at them.
"""

from __future__ import annotations

import ast
import math
import operator
import re
from dataclasses import dataclass

MAX_WRITTEN = 200  # characters of one number, or of the sum that `calc()` has
HUGE = 1e9  # user units; a metre has 3,780
NUMBER = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
NUMBERS = re.compile(NUMBER)
LENGTH = re.compile(rf"({NUMBER})\s*([a-z%]*)", re.IGNORECASE)
WEIRD = re.compile(r"(?<![a-z])[+-]?(nan|inf(inity)?)(?![a-z])", re.IGNORECASE)
UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54,
         "mm": 96 / 25.4, "q": 96 / 101.6}  # fmt: skip
ANGLES = {"": 1.0, "deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0}
X_HEIGHT = 0.536  # em; of Noto Sans
DIGIT = 0.572  # em
ARITHMETIC = {ast.Add: operator.add, ast.Sub: operator.sub,
              ast.Mult: operator.mul, ast.Div: operator.truediv}  # fmt: skip


class AbsurdError(ValueError):
    """A number that no drawing needs."""


class UnknownUnitError(ValueError):
    """A length that depends on something that is not known here."""


@dataclass(frozen=True, slots=True)
class Em:
    """What relative lengths are measured by, in user units; `size` is None if that is not known."""

    size: float | None
    root: float


def one(text: str) -> str:
    """The text of one number, without spaces around it. Raises AbsurdError."""
    text = text.strip()
    if len(text) > MAX_WRITTEN:
        raise AbsurdError(f"{text[:40]}…")
    sound(text)
    return text


def number(text: str) -> float | None:
    """A number by itself; None if it is none. Raises AbsurdError."""
    text = one(text)
    return float(text) if NUMBERS.fullmatch(text) else None


def written(value: float) -> str:
    """A number as it is written: seven digits, which is what the renderer counts with."""
    return f"{value:.7g}" if abs(value) >= 1e-7 else "0"


def sound(text: str) -> None:
    """Raises AbsurdError if a number in the text is not finite or too large."""
    if WEIRD.search(text):
        raise AbsurdError(text.strip()[:40])
    if len(text) > 9 or "e" in text or "E" in text:
        for each in NUMBERS.findall(text):
            if not abs(float(each)) <= HUGE:
                raise AbsurdError(each[:40])


def length(text: str, em: Em) -> str | None:
    """A length in user units or per cent; None if it is none, so that it does not count.

    Raises AbsurdError and UnknownUnitError.
    """
    text = one(text)
    if text.lower().startswith("calc(") and text.endswith(")"):
        return _calculated(text[4:], em)
    match = LENGTH.fullmatch(text)
    if match is None:
        if re.match(r"(min|max|clamp|anchor-size|round|abs)\(", text, re.IGNORECASE):
            raise UnknownUnitError(text[:40])
        return None
    unit = match[2].lower()
    if unit == "%":
        return f"{written(float(match[1]))}%"
    factor = _factor(unit, em)
    if factor is None:
        return None
    return written(float(match[1]) * factor) if not math.isnan(factor) else f"{match[1]}{unit}"


def _factor(unit: str, em: Em) -> float | None:
    """User units of a unit; None if there is no such unit; NaN if the renderer has to find it."""
    if unit in UNITS:
        return UNITS[unit]
    if unit in ("rem", "rex", "rch"):
        return em.root * {"rem": 1.0, "rex": X_HEIGHT, "rch": DIGIT}[unit]
    if unit in ("em", "ex", "ch"):
        if em.size is None:
            if unit == "ch":
                raise UnknownUnitError("ch")
            return math.nan
        return em.size * {"em": 1.0, "ex": X_HEIGHT, "ch": DIGIT}[unit]
    if re.fullmatch(r"[sld]?v(w|h|i|b|min|max)|cq\w+|r?(cap|ic|lh)", unit):
        raise UnknownUnitError(unit)
    return None


def _calculated(text: str, em: Em) -> str:
    """`calc()` of lengths that do not depend on the place."""

    def unit(match: re.Match[str]) -> str:
        factor = _factor(match[2].lower(), em) if match[2] != "%" else None
        if factor is None or math.isnan(factor):
            raise UnknownUnitError(f"calc{text}"[:40])
        return f"({float(match[1])!r}*{factor!r})"

    plain = re.sub(r"\bcalc\(", "(", text, flags=re.IGNORECASE)
    source = re.sub(rf"(?<![\w.])({NUMBER.removeprefix('[+-]?')})([a-z%]*)", unit, plain)
    if len(source) > 500 or not re.fullmatch(r"[\d.e+\-*/() \n]+", source):
        raise UnknownUnitError(f"calc{text}"[:40])
    try:
        value = _evaluated(ast.parse(source.strip(), mode="eval").body)
    except (SyntaxError, ZeroDivisionError, OverflowError, RecursionError, ValueError, MemoryError):
        raise UnknownUnitError(f"calc{text}"[:40]) from None
    if not abs(value) <= HUGE:
        raise AbsurdError(f"calc{text}"[:40])
    return written(value)


def _evaluated(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_evaluated(operand)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _evaluated(operand)
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in ARITHMETIC:
            return float(ARITHMETIC[type(sign)](_evaluated(left), _evaluated(right)))
    raise ValueError("not arithmetic")


def share(text: str) -> float | None:
    """A number or a percentage between 0 and 1: an opacity or an offset."""
    text = one(text)
    if text.lower().startswith("calc(") and text.endswith(")"):
        value: float | None = float(_calculated(text[4:].replace("%", "/100"), Em(None, 1.0)))
    elif text.endswith("%"):
        value = number(text[:-1])
        value = None if value is None else value / 100
    else:
        value = number(text)
    return None if value is None else min(1.0, max(0.0, value))


def angle(text: str) -> float | None:
    """An angle in degrees; None if it is none."""
    match = LENGTH.fullmatch(one(text))
    factor = ANGLES.get(match[2].lower()) if match else None
    return float(match[1]) * factor if match and factor is not None else None


def each_length(text: str, em: Em) -> list[str] | None:
    """A list of lengths, parted by commas or spaces; None if one of them is none."""
    parts = [part for part in re.split(r"[\s,]+", text.strip()) if part]
    found = [length(part, em) for part in parts]
    return None if None in found else [part for part in found if part is not None]
