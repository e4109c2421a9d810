"""What the syntax tree of a module says of its functions and calls."""

from __future__ import annotations

import ast
from collections.abc import Iterator

Function = ast.FunctionDef | ast.AsyncFunctionDef


def calls(
    tree: ast.AST, inside: Function | None = None
) -> Iterator[tuple[Function | None, ast.Call]]:
    """Each call with the function that it stands in."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield inside, node
        yield from calls(node, node if isinstance(node, Function) else inside)


def called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def argument(call: ast.Call, parameters: tuple[str, ...], name: str) -> ast.expr | None:
    """What a call gives for one of the parameters of its function."""
    if any(isinstance(given, ast.Starred) for given in call.args):
        return None
    given = dict(zip(parameters, call.args, strict=False))
    return given.get(name) or next((k.value for k in call.keywords if k.arg == name), None)


def parameters(function: Function) -> tuple[str, ...]:
    every = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
    return tuple(one.arg for one in every if one.arg != "self")


def default(function: Function, name: str) -> ast.expr | None:
    those = function.args
    pairs = zip(reversed(those.args), reversed(those.defaults), strict=False)
    return next((value for one, value in pairs if one.arg == name), None)


def fields(made: ast.ClassDef) -> tuple[str, ...]:
    """What is given to a class: the parameters of `__init__`, or the fields of a dataclass."""
    for node in made.body:
        if isinstance(node, ast.FunctionDef) and node.name == "__init__":
            return parameters(node)
    return tuple(
        node.target.id
        for node in made.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    )


def pattern(text: ast.expr, parameter: str) -> str | None:
    """f"{kind}-unknown" of the parameter kind as "{}-unknown"; None if it is not in the text."""
    parts = text.values if isinstance(text, ast.JoinedStr) else [text]
    found = [part.value if isinstance(part, ast.FormattedValue) else part for part in parts]
    if not any(isinstance(part, ast.Name) and part.id == parameter for part in found):
        return None
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in found)


def assigned(tree: ast.AST, name: str) -> list[ast.expr]:
    """Everything that a name is assigned."""
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id == name
    ]


def looped(function: Function, name: str) -> list[str]:
    """The strings of the tuples that are looped over with a variable of this name."""
    return [
        value
        for loop in ast.walk(function)
        if isinstance(loop, ast.For) and isinstance(loop.iter, ast.Tuple)
        if any(isinstance(n, ast.Name) and n.id == name for n in ast.walk(loop.target))
        for value in strings(loop.iter)
    ]


def types_of(tree: ast.AST, name: str) -> list[str]:
    """The names of the types that a field is declared with."""
    return [
        node.annotation.id
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and node.target.id == name
        and isinstance(node.annotation, ast.Name)
    ]


def strings(tree: ast.AST) -> list[str]:
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return [value for value in constants if isinstance(value, str)]
