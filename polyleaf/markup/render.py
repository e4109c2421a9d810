"""Fills an edition's template with a sheet. Templates hold the words and the shape of a page."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from jinja2 import DictLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from .. import inline
from ..inline import Cite, Nodes
from ..model import Clinic, Edition, Html, LocalizedLeaflet, Source, Text, texts
from ..problems import Finding, PolyleafError, Where
from . import rich

Word = Callable[[str | None, str], str | Finding]
Setter = Callable[[Nodes, dict[str, str]], Nodes]


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited source and its number on this sheet."""

    number: int
    source: Source


def render(
    sheet: LocalizedLeaflet,
    edition: Edition,
    clinic: Clinic,
    *,
    word: Word,
    typeset: Setter,
    long_date: Callable[[date], str],
) -> Html:
    """The sheet as one HTML document.

    `word` looks a template's (msgctxt, msgid) up, `typeset` makes inline text safe for layout.
    Raises PolyleafError for words without a translation and for errors in templates.
    """
    lacking: list[Finding] = []

    def say(context: str | None, msgid: str) -> str:
        found = word(context, msgid)
        if isinstance(found, Finding):
            lacking.append(found)
            return msgid
        return found

    leaflet = sheet.leaflet
    references = _references(leaflet.sources, leaflet.sections, leaflet.summary)
    numbers = {reference.source.id: reference.number for reference in references}
    values = dict(clinic.values)
    web = clinic.web.replace("{language}", sheet.language.tag).replace("{leaflet}", leaflet.name)
    css = edition.text(f"{edition.name}/style.css") or ""

    def set_text(text: Text | str) -> Markup:
        value = text.value if isinstance(text, Text) else text
        return rich.html(typeset(inline.parse(value), values), numbers)

    def set_plain(text: Text | str) -> str:
        """Words alone, for titles and attributes, which take no markup."""
        plain = inline.plain(inline.parse(text.value if isinstance(text, Text) else text))
        for name, value in values.items():
            plain = plain.replace("{" + name + "}", value)
        return plain

    variables = {
        "sheet": sheet,
        "leaflet": leaflet,
        "language": sheet.language,
        "clinic": clinic,
        "edition": edition,
        "references": references,
        "web": web,
        "version": f"{leaflet.published} · {leaflet.version}",
        "css": Markup(css),  # a file of the edition, not content
        "_": partial(say, None),
        "pgettext": say,
        "text": set_text,
        "plain": set_plain,
        "date": long_date,
        "picture": rich.data_uri,
        "qr": rich.qr,
    }
    document = _filled(edition, leaflet.kind, variables)
    if lacking:
        raise PolyleafError(sorted(set(lacking)))
    return Html(document, css, sheet.language.families, leaflet.where)


def _references(sources: tuple[Source, ...], *printed: object) -> tuple[Reference, ...]:
    """What the sheet cites, in the order in which its reader meets it."""
    by_id = {source.id: source for source in sources}
    cited = dict.fromkeys(
        source
        for text in texts(printed)
        for node in inline.walk(inline.parse(text.value))
        if isinstance(node, Cite)
        for source in node.sources
    )
    known = (by_id[name] for name in cited if name in by_id)
    return tuple(Reference(number, source) for number, source in enumerate(known, 1))


def _filled(edition: Edition, kind: str, variables: dict[str, object]) -> str:
    name = f"{edition.name}/{kind}.html"
    paths = {file.name: file.path for file in edition.files}
    if name not in paths:
        message = f"the edition {edition.name} has no {kind}.html"
        raise PolyleafError([Finding(Where(f"templates/{edition.name}"), "template", message)])
    try:
        return _environment(edition).get_template(name).render(variables)
    except TemplateSyntaxError as error:
        where = Where(paths.get(error.name or name, name), error.lineno)
        message = error.message or "not a template"
        raise PolyleafError([Finding(where, "template", message)]) from None
    except PolyleafError:
        raise
    except Exception as error:
        # A template may do anything; its own frames carry its name and line.
        lines = [
            Where(paths[frame.filename], frame.lineno or 0)
            for frame in traceback.extract_tb(error.__traceback__)
            if frame.filename in paths
        ]
        if not lines and not isinstance(error, TemplateError):
            raise
        where = lines[-1] if lines else Where(paths[name])
        message = str(error) or type(error).__name__
        raise PolyleafError([Finding(where, "template", message)]) from None


@lru_cache(maxsize=8)
def _environment(edition: Edition) -> ImmutableSandboxedEnvironment:
    """Templates come from the edition's files alone, and reach nothing but what they are given."""
    return ImmutableSandboxedEnvironment(
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
