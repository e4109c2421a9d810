"""Codes and severities of all findings, as the source of the package has them.

A finding is made by `Finding(…)`, or by a function or class that takes its code: such makers are
found by their parameters, however many stand between. Where a code is composed, such as
f"worker-{cause}", the values that it is composed of are looked up. In a check whose code cannot be
followed, the docstring counts, which begins with the codes of the check.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import NamedTuple

from . import syntax
from .syntax import Function

PACKAGE = Path(__file__).resolve().parents[2] / "polyleaf"
Severities = frozenset[str]
ERROR: Severities = frozenset({"error"})
ANY: Severities = frozenset({"error", "warning"})


class Maker(NamedTuple):
    """A function that takes the code of a finding, or what its code is composed of."""

    parameters: tuple[str, ...]
    code: str = "code"  # the parameter
    pattern: str = "{}"  # what it is put into
    severities: Severities = ERROR  # if no argument says otherwise


@dataclass
class Module:
    """What one module reports."""

    name: str
    tree: ast.Module
    makers: dict[str, Maker] = field(default_factory=dict)  # private ones
    made: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    unknown: list[int] = field(default_factory=list)  # lines whose code cannot be followed
    severities: set[str] = field(default_factory=set)  # of those
    replaced: set[str] = field(default_factory=set)  # severities that findings get later

    @property
    def declared(self) -> tuple[str, ...]:
        """The codes that the docstring begins with."""
        listed = re.match(r"((?:`[a-z-]+`,?\s*)+):\s", ast.get_docstring(self.tree) or "")
        return tuple(re.findall("`([a-z-]+)`", listed[1])) if listed else ()


def read(package: Path = PACKAGE) -> list[Module]:
    """Every module of the package, with what it reports."""
    found = []
    for path in sorted(package.rglob("*.py")):
        name = ".".join(path.relative_to(package).with_suffix("").parts)
        found.append(Module(name, ast.parse(path.read_text("utf-8"))))
    _Reader(found).read()
    return found


class _Reader:
    def __init__(self, modules: list[Module]) -> None:
        self.modules = modules
        self.makers: dict[str, Maker] = {}  # public ones
        for node in (node for module in modules for node in ast.walk(module.tree)):
            if isinstance(node, ast.ClassDef):
                fields = syntax.fields(node)
                if {"code", "message", "hint"} <= set(fields):
                    self.makers[node.name] = Maker(fields)

    def read(self) -> None:
        every = [(m, *found) for m in self.modules for found in syntax.calls(m.tree)]
        while any(self._is_new_maker(*each) for each in every):
            pass  # until no function is found that calls the others
        for module, function, call in every:
            if syntax.called(call) == "_replace":
                given = [k.value for k in call.keywords if k.arg == "severity"]
                module.replaced |= {s for node in given for s in self._severities(node, None)}
            elif maker := self._maker(module, call):
                self._read(module, function, call, maker)

    def _maker(self, module: Module, call: ast.Call) -> Maker | None:
        name = syntax.called(call)
        return module.makers.get(name) or self.makers.get(name)

    def _is_new_maker(self, module: Module, function: Function | None, call: ast.Call) -> bool:
        maker = self._maker(module, call)
        code = syntax.argument(call, maker.parameters, maker.code) if maker else None
        if maker is None or code is None or function is None:
            return False
        parameters = syntax.parameters(function)
        makers = module.makers if function.name.startswith("_") else self.makers
        for parameter in parameters:
            pattern = syntax.pattern(code, parameter)
            if pattern is not None and function.name not in makers:
                whole = maker.pattern.format(pattern)
                severities = self._given(call, maker, function)
                makers[function.name] = Maker(parameters, parameter, whole, severities)
                return True
        return False

    def _read(
        self, module: Module, function: Function | None, call: ast.Call, maker: Maker
    ) -> None:
        code = syntax.argument(call, maker.parameters, maker.code)
        if code is None or (isinstance(code, ast.Attribute) and code.attr == "code"):
            return  # the code of a finding that was made elsewhere
        if function and any(syntax.pattern(code, p) for p in syntax.parameters(function)):
            return  # the function is a maker itself
        severities = self._given(call, maker, function)
        values = self._values(module, function, code)
        for value in values:
            module.made[maker.pattern.format(value)] |= severities
        if not values:
            module.unknown.append(call.lineno)
            module.severities |= severities

    def _given(self, call: ast.Call, maker: Maker, function: Function | None) -> Severities:
        severity = syntax.argument(call, maker.parameters, "severity")
        return maker.severities if severity is None else self._severities(severity, function)

    def _severities(self, node: ast.expr, function: Function | None) -> Severities:
        match node:
            case ast.Attribute(value=ast.Name(id="Severity"), attr=name):
                return frozenset({name.lower()})
            case ast.IfExp(body=one, orelse=other):
                return self._severities(one, function) | self._severities(other, function)
            case ast.Name(id=name) if function is not None:
                if (default := syntax.default(function, name)) is not None:
                    return self._severities(default, None)
                values = syntax.assigned(function, name)
                return frozenset(s for v in values for s in self._severities(v, function)) or ANY
        return ANY

    def _values(self, module: Module, function: Function | None, node: ast.expr) -> list[str]:
        """What a code may be, as far as that can be seen."""
        match node:
            case ast.Constant(value=str(value)):
                return [value]
            case ast.IfExp(body=one, orelse=other):
                return [v for n in (one, other) for v in self._values(module, function, n)]
            case ast.Name(id=name):
                constants = [v for n in syntax.assigned(module.tree, name) for v in _constant(n)]
                return constants or (syntax.looped(function, name) if function else [])
            case ast.Attribute(attr=name):
                return self._literals(name)
            case ast.FormattedValue(value=inner):
                return self._values(module, function, inner)
            case ast.JoinedStr(values=parts):
                choices = (self._values(module, function, part) for part in parts)
                return ["".join(chosen) for chosen in product(*choices)]
        return []

    def _literals(self, attribute: str) -> list[str]:
        """The strings of the Literal that an attribute of this name is declared with."""
        trees = [module.tree for module in self.modules]
        names = {name for tree in trees for name in syntax.types_of(tree, attribute)}
        types = (value for tree in trees for name in names for value in syntax.assigned(tree, name))
        return [s for one in types if isinstance(one, ast.Subscript) for s in syntax.strings(one)]


def _constant(node: ast.expr) -> list[str]:
    return syntax.strings(node) if isinstance(node, ast.Constant) else []
