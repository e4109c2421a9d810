"""`var()` and `light-dark()` in a value → the value without them.

CSS Custom Properties 1; CSS Color 5, 2.9: pictures are drawn in light colours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import tinycss2

MAX_DEPTH = 20
MAX_LENGTH = 10_000  # characters of a value
HAS_FUNCTION = re.compile(r"\b(var|light-dark|env)\(", re.IGNORECASE)


VARIABLE = re.compile(r"\bvar\(\s*(--[\w-]+)", re.IGNORECASE)


def asked(value: str) -> Iterator[str]:
    """The variables that a value names."""
    return (match[1] for match in VARIABLE.finditer(value))


class UndefinedError(ValueError):
    """A variable without a value: the property counts as not set."""


def resolved(value: str, variables: Mapping[str, str]) -> str:
    """The value with variables and light colours put in; raises UndefinedError."""
    return _Resolver(variables).value(value, 0) if HAS_FUNCTION.search(value) else value


class _Resolver:
    """Puts in each variable once, however often it is used: they can grow by powers."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self.variables, self.known = variables, dict[str, str]()

    def value(self, value: str, depth: int) -> str:
        if depth > MAX_DEPTH or len(value) > MAX_LENGTH:
            raise UndefinedError(value[:40])
        try:
            tokens = tinycss2.parse_component_value_list(value, skip_comments=True)
        except RecursionError:
            raise UndefinedError(value[:40]) from None
        found = "".join(self.part(token, depth) for token in tokens).strip()
        if len(found) > MAX_LENGTH:
            raise UndefinedError(value[:40])
        return found

    def part(self, token: Any, depth: int) -> str:
        if token.type != "function":
            return str(token.serialize())
        arguments = _split(token.arguments)
        name = token.lower_name
        if name == "var":
            key = arguments[0].strip()
            if key in self.variables:
                if key not in self.known:
                    self.known[key] = self.value(self.variables[key], depth + 1)
                return self.known[key]
            if len(arguments) == 1:
                raise UndefinedError(key)
        if name in ("var", "env") and len(arguments) > 1:
            return self.value(",".join(arguments[1:]), depth + 1)
        if name == "light-dark" and len(arguments) == 2:
            return self.value(arguments[0], depth + 1)
        inside = self.value(tinycss2.serialize(token.arguments), depth + 1)
        return f"{token.name}({inside})"


def _split(tokens: list[Any]) -> list[str]:
    """Arguments of a function, parted at its own commas."""
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tinycss2.serialize(part) for part in parts]
