"""Templates → the words that they print, with their places: the domain `interface`."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from jinja2 import TemplateSyntaxError
from jinja2.ext import babel_extract

from ..model.findings import Finding, PolyleafError, Where
from ..model.sheet import TemplateFile

COMMENT = "translators:"
TOO_DEEP = "nested too deep"
DIGITS = 4_300  # of a number that Python reads: more would take time that grows by the square


def strings(files: tuple[TemplateFile, ...]) -> Iterator[tuple[str, int, str | None, str, str]]:
    """Yield (path, line, msgctxt, msgid, comment) of every `_()` and `pgettext()` call."""
    for file in files:
        if not file.name.endswith(".html"):
            continue
        stream = io.BytesIO(file.text.encode())
        options = {"silent": "false", "encoding": "utf-8"}
        try:
            found = list(babel_extract(stream, ["_", "pgettext"], [COMMENT], options))
        except TemplateSyntaxError as error:
            where = Where(file.path, error.lineno)
            message = error.message or "not a template"
            raise PolyleafError([Finding(where, "template", message)]) from None
        except ValueError:  # the only one that it leaves: Python reads no longer number
            raise PolyleafError([long_number((file,), file.name)]) from None
        except RecursionError:
            raise PolyleafError([Finding(Where(file.path), "template", TOO_DEEP)]) from None
        for line, function, arguments, comments in found:
            parts = arguments if isinstance(arguments, tuple) else (arguments,)
            context = str(parts[0]) if function == "pgettext" else None
            comment = " ".join(" ".join(comments).replace(COMMENT, "").split())
            yield file.path, line, context, str(parts[-1]), comment


def long_number(files: tuple[TemplateFile, ...], name: str) -> Finding:
    """The number with too many digits in one of the templates, or at the template `name`."""
    wheres = {file.name: Where(file.path) for file in files}
    for file in files:
        if found := re.search(rf"[0-9_]{{{DIGITS},}}", file.text):
            start = found.start()
            column = start - file.text.rfind("\n", 0, start)
            wheres[name] = Where(file.path, file.text.count("\n", 0, start) + 1, column)
    return Finding(wheres[name], "template", f"a number has more than {DIGITS:,} digits")
