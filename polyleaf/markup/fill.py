"""Templates × variables → text. Templates run in a sandbox and reach only what they are given.

The sandbox does not limit time or memory. The process that fills the template does: a worker with
limits makes each sheet, and also the index.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache

from jinja2 import DictLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..model.findings import Finding, PolyleafError, Where
from ..model.sheet import Edition
from .template_strings import long_number

# What Jinja raises before any line of a template runs; ValueError is a number of too many digits.
NOT_A_TEMPLATE = (TemplateError, RecursionError, SyntaxError, ValueError)
LARGEST = 10_000_000  # characters of a page; the largest shipped one has 200,000
NOT_REPRODUCIBLE = ("lipsum", "random")  # the same inputs must give the same bytes


def fill(edition: Edition, name: str, variables: Mapping[str, object]) -> str:
    """Fill the template `name` of the edition; raise PolyleafError at the line that fails."""
    with _reported(edition, name):
        text = _environment(edition).get_template(name).render(variables)
        if len(text) > LARGEST:
            raise TemplateError(f"the page is longer than {LARGEST:,}")
        return text


def macros(edition: Edition, name: str, variables: Mapping[str, object]) -> object:
    """The macros of the template `name`, which see the variables; raises PolyleafError."""
    with _reported(edition, name):
        return _environment(edition).get_template(name).make_module(dict(variables))


@contextmanager
def _reported(edition: Edition, name: str) -> Iterator[None]:
    """Raises PolyleafError at the line of a template that fails."""
    paths = {file.name: file.path for file in edition.files}
    if name not in paths:
        message = f"the edition {edition.name} has no such template"
        raise PolyleafError([Finding(Where(f"templates/{name}"), "template", message)])
    try:
        yield
    except TemplateSyntaxError as error:
        where = Where(paths.get(error.name or name, name), error.lineno)
        message = error.message or "not a template"
        raise PolyleafError([Finding(where, "template", message)]) from None
    except (PolyleafError, MemoryError):
        raise
    except Exception as error:
        # A template may raise anything; its own frames in the traceback carry its name and line.
        lines = [
            Where(paths[frame.filename], frame.lineno or 0)
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename in paths
        ]
        if isinstance(error, ValueError) and "set_int_max_str_digits" in str(error):
            raise PolyleafError([long_number(edition.files, name)]) from None
        if not lines and not isinstance(error, NOT_A_TEMPLATE):
            raise
        where = lines[-1] if lines else Where(paths[name])
        message = str(error) or type(error).__name__
        raise PolyleafError([Finding(where, "template", message)]) from None


@lru_cache(maxsize=8)
def _environment(edition: Edition) -> ImmutableSandboxedEnvironment:
    """Return an environment that loads the edition's files only."""
    environment = ImmutableSandboxedEnvironment(
        loader=_Loader({file.name: file.text for file in edition.files}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.do"],
    )
    for function in NOT_REPRODUCIBLE:
        environment.filters.pop(function, None)
        environment.globals.pop(function, None)
    return environment


class _Loader(DictLoader):
    """Uses the templates' names as file names, so that tracebacks show them."""

    def get_source(self, environment, template):  # type: ignore[no-untyped-def]
        text, _, current = super().get_source(environment, template)
        return text, template, current
