"""One name of the engine, and what stands in its place.

What is replaced is looked up when the engine has been loaded, not when this package is imported:
another version of the engine may lack it, which is something to report and no reason to crash.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

DIGEST = 16  # hexadecimal digits
ABSENT = object()


@dataclass(slots=True)
class Patch:
    """`replacement` in the place of `target`, which is written `package.module:name` or, for a
    member of a class or of a table, `package.module:Class.name`.

    `verified` says with which versions of the library the patch was verified, and holds for each
    the digest of the source that it replaces and of what else it `relies_on`. Once looked up, the
    engine's own is `original`, so that the replacement can call it.
    """

    target: str
    replacement: Any
    verified: Mapping[str, str]
    relies_on: tuple[str, ...] = ()
    is_new: bool = False  # the engine has nothing of this name
    original: Any = field(default=ABSENT, init=False)

    @property
    def library(self) -> str:
        return self.target.partition(":")[0].partition(".")[0]

    def look_up(self) -> None:
        """Finds the original; raises LookupError where there is none."""
        if self.original is ABSENT and not self.is_new:
            self.original = _find(self.target)

    def digest(self) -> str:
        """The digest of the sources, as the engine comes; raises LookupError where one is absent.

        To be asked for before any patch is installed: then the names lead to the engine's own.
        """
        text = "\n".join(_sources((self.target, *self.relies_on)[self.is_new :]))
        return hashlib.sha256(text.encode()).hexdigest()[:DIGEST]

    @property
    def is_installed(self) -> bool:
        return _find(self.target) is self.replacement

    def install(self) -> None:
        self._put(self.replacement)

    def remove(self) -> None:
        """Puts the engine's own back: tests compare."""
        self._put(self.original)

    def _put(self, value: Any) -> None:
        owner, name = _owner(self.target)
        if isinstance(owner, dict):
            owner[name] = value
        else:
            setattr(owner, name, value)


def edited(target: str, changes: dict[str, str], **names: Any) -> Any:
    """A function that is too long to be replaced whole, with a few of its lines changed.

    `changes` has old texts, each of which the source has once, and new ones; `names` are what the
    new ones use. Raises ImportError if the source is another: the patch does not fit.
    """
    try:
        function = _find(target)
        source = inspect.getsource(function)
    except (LookupError, OSError) as error:
        raise ImportError(target) from error
    for old, new in changes.items():
        if source.count(old) != 1:
            raise ImportError(f"{target} has changed")
        source = source.replace(old, new)
    scope = {**function.__globals__, **names}
    exec(compile(source, inspect.getfile(function), "exec"), scope)
    return scope[function.__name__]


def _sources(names: tuple[str, ...]) -> Iterator[str]:
    """The source of each name that is code; values have none, and rely on the code around them."""
    for name in names:
        found = _find(name)
        code = found.fget if isinstance(found, property) else found
        if inspect.isclass(code) or inspect.isfunction(code):
            try:
                yield inspect.getsource(code)
            except OSError as error:
                raise LookupError(name) from error


def _find(name: str) -> Any:
    owner, last = _owner(name)
    return _member(owner, last)


def _owner(name: str) -> tuple[Any, str]:
    """What holds the last part of the name, and that part."""
    module, _, path = name.partition(":")
    *classes, last = path.split(".")
    try:
        owner: Any = import_module(module)
    except ImportError as error:
        raise LookupError(name) from error
    for part in classes:
        owner = _member(owner, part)
    return owner, last


def _member(owner: Any, name: str) -> Any:
    found = owner.get(name, ABSENT) if isinstance(owner, dict) else getattr(owner, name, ABSENT)
    if found is ABSENT:
        raise LookupError(name)
    return found
