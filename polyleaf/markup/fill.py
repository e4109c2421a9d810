"""Templates × variables → text. Templates run in a sandbox and reach only what they are given."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from functools import lru_cache

from jinja2 import DictLoader, StrictUndefined, TemplateError, TemplateSyntaxError

from ..model.findings import Finding, PolyleafError, Where
from ..model.sheet import Edition
from .sandbox import Sandbox

# What Jinja raises before any line of a template runs; ValueError is a number of too many digits.
NOT_A_TEMPLATE = (TemplateError, RecursionError, SyntaxError, ValueError)
LARGEST = 10_000_000  # characters of a page; the largest shipped one has 200,000


def fill(edition: Edition, name: str, variables: Mapping[str, object]) -> str:
    """The template `name` of the edition with its variables; raises PolyleafError at its line."""
    paths = {file.name: file.path for file in edition.files}
    if name not in paths:
        message = f"the edition {edition.name} has no such template"
        raise PolyleafError([Finding(Where(f"templates/{name}"), "template", message)])
    try:
        text = _environment(edition).get_template(name).render(variables)
        if len(text) > LARGEST:
            raise TemplateError(f"the page is longer than {LARGEST:,}")
        return text
    except TemplateSyntaxError as error:
        where = Where(paths.get(error.name or name, name), error.lineno)
        message = error.message or "not a template"
        raise PolyleafError([Finding(where, "template", message)]) from None
    except (PolyleafError, MemoryError):
        raise
    except Exception as error:
        # A template may do anything; its own frames carry its name and line.
        lines = [
            Where(paths[frame.filename], frame.lineno or 0)
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename in paths
        ]
        if not lines and not isinstance(error, NOT_A_TEMPLATE):
            raise
        where = lines[-1] if lines else Where(paths[name])
        message = str(error) or type(error).__name__
        raise PolyleafError([Finding(where, "template", message)]) from None


@lru_cache(maxsize=8)
def _environment(edition: Edition) -> Sandbox:
    """Templates come from the edition's files alone, and reach nothing but what they are given."""
    return Sandbox(
        loader=_Loader({file.name: file.text for file in edition.files}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.do"],
    )


class _Loader(DictLoader):
    """Gives templates their names as file names, so that tracebacks name them."""

    def get_source(self, environment, template):  # type: ignore[no-untyped-def]
        text, _, current = super().get_source(environment, template)
        return text, template, current
