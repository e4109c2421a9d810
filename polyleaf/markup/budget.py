"""How much a template may do: steps are counted and texts measured, so that no template hangs.

A count ends a template at the same place on every machine, which a clock would not do. Each turn of
a loop is a step, and so is a call, a sum and a template that is taken in. Texts are measured where
they are put together. A shipped sheet takes a few thousand steps.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from typing import Any

from jinja2 import Template, nodes, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS, sync_do_join
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

STEPS = 1_000_000
CALL = 10  # steps: it takes as long as these
SIZE = 10_000_000  # characters of one text or of the page, items of one list
BITS = 10_000  # of a number
# They make much of little, a width or a number of items, or something else each time.
DROPPED = (
    *("batch", "center", "format", "indent", "lipsum", "random", "slice", "tojson", "urlize"),
    "wordwrap",
)
WIDE = frozenset(("center", "expandtabs", "ljust", "rjust", "to_bytes", "translate", "zfill"))
WIDTH = re.compile(r":[^}]*\d{4}|:[^}]*\{")  # in what is formatted


class Bounded(ImmutableSandboxedEnvironment):
    """A sandbox in which templates run out of steps, and texts out of room."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.left = STEPS
        for name in DROPPED:
            self.filters.pop(name, None)
            self.globals.pop(name, None)
        self.filters |= {"_counted": self.counted, "_measured": measured}
        self.filters |= {"replace": _replace, "join": _join}

    def fill(self, name: str, variables: Mapping[str, object]) -> str:
        """The template with its variables; raises SecurityError where it takes too much."""
        self.left = STEPS
        parts: list[str] = []
        size = 0
        for part in self.get_template(name).generate(variables):
            parts.append(part)
            size += len(part)
            if size > SIZE:
                raise SecurityError(f"the page is longer than {SIZE:,}")
        return "".join(parts)

    def step(self, steps: int = 1) -> None:
        self.left -= steps
        if self.left < 0:
            raise SecurityError(f"the template takes over {STEPS:,} steps")

    def counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self.step()
            yield item

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = _Counting().visit(super()._parse(source, name, filename))
        tree.set_environment(self)
        return tree

    def _load_template(self, name: str, globals: Any) -> Template:
        self.step()
        return super()._load_template(name, globals)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        self.step()
        if (operator == "%" and isinstance(left, str)) or _grows(operator, left, right):
            raise SecurityError(f"{operator} would make too much of a text or a number")
        return measured(super().call_binop(context, operator, left, right))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return attr not in WIDE and super().is_safe_attribute(obj, attr, value)

    def call(
        self, context: Context, function: Callable[..., Any], *given: Any, **named: Any
    ) -> Any:
        self.step(CALL)
        text = getattr(function, "__self__", None) or getattr(function, "__wrapped__", None)
        text = getattr(text, "__self__", text)
        if isinstance(text, str):
            _refuse_growth(function.__name__, text, given)
        return measured(super().call(context, function, *given, **named))


def measured(value: Any) -> Any:
    """The value, unless it is too large to go on with; raises SecurityError."""
    large = isinstance(value, int) and value.bit_length() > BITS
    if large or (isinstance(value, str | bytes | list | tuple) and len(value) > SIZE):
        raise SecurityError(f"a text is longer than {SIZE:,}, or a number has over {BITS:,} bits")
    return value


def _grows(operator: str, left: Any, right: Any) -> bool:
    if operator == "**":
        numbers = isinstance(left, int) and isinstance(right, int)
        return numbers and left.bit_length() * right > BITS
    if operator == "*":
        one, other = (left, right) if isinstance(right, int) else (right, left)
        return isinstance(one, Sized) and isinstance(other, int) and len(one) * other > SIZE
    return False


def _refuse_growth(method: str, text: str, given: tuple[Any, ...]) -> None:
    match method, given:
        case "replace", (str(old), str(new), *_):
            grown = text.count(old) * len(new)
        case "join", (Sized() as items,):
            grown = len(text) * len(items)
        case "format" | "format_map", _:
            fields = 1 + text.count("{")
            grown = fields * max([len(v) for v in given if isinstance(v, str)], default=0)
            grown = SIZE + 1 if WIDTH.search(text) else grown
        case _:
            grown = 0
    if grown > SIZE:
        raise SecurityError(f"{method} would make a text longer than {SIZE:,}")


@pass_eval_context
def _replace(
    context: nodes.EvalContext, value: str, old: str, new: str, count: int | None = None
) -> str:
    """`replace` of Jinja, which escapes, with the result measured before it is made."""
    _refuse_growth("replace", str(value), (str(old), str(new)))
    replaced: str = FILTERS["replace"](context, value, old, new, count)
    return replaced


@pass_eval_context
def _join(
    context: nodes.EvalContext, value: Iterable[Any], d: str = "", attribute: Any = None
) -> str:
    """`join` of Jinja, with the result measured before it is made."""
    items = list(value)
    _refuse_growth("join", str(d), (items,))
    joined: str = sync_do_join(context, items, d, attribute)
    return joined


class _Counting(NodeTransformer):
    """Puts a count on every loop, and a measure on every text that is put together."""

    def visit_For(self, node: nodes.For) -> nodes.Node:
        node.iter = _filtered(node.iter, "_counted")
        return self.generic_visit(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return _filtered(node, "_measured")

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:
        node.filter = _filtered(node.filter, "_measured")
        return self.generic_visit(node)


def _filtered(inner: nodes.Node | None, name: str) -> nodes.Filter:
    line = inner.lineno if inner else None
    return nodes.Filter(inner, name, [], [], None, None, lineno=line)
