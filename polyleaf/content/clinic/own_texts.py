"""The clinic's texts in one or several languages → OwnText."""

from __future__ import annotations

from ... import languages
from ...model.clinic import OwnText
from ...model.findings import Finding, PolyleafError, Where
from ...model.inline import one_line
from ...model.leaflet import Text
from ...model.sheet import Language
from ..yaml import Scalar

ONE_LINE = 90  # characters, about the width of a page of A4


def own_text(written: dict[Scalar, Scalar], role: str, source: Language) -> OwnText:
    """The text by language, a bare one in the source language.

    Raises PolyleafError for an unknown language, and if the source language is not among them.
    """
    found: dict[str, tuple[str, str, Text]] = {}
    findings: list[Finding] = []
    for key, value in written.items():
        try:
            language = languages.find(key, key.where) if key else source
        except PolyleafError as error:
            findings += error.findings
            continue
        text = Text(one_line(value), value.where, f"clinic/{role}")
        found[language.tag] = (language.tag, language.script, text)
    first = next((each for each in found.values() if _is(each, source)), None)
    if first is None and not findings:
        where = next(iter(written)).where
        findings.append(_sourceless(role, source, where))
    if first is None or findings:
        raise PolyleafError(findings)
    return OwnText(tuple(dict.fromkeys((first, *found.values()))))


def one_line_text(written: dict[Scalar, Scalar], role: str, source: Language) -> OwnText:
    """As `own_text`, of texts that must fit on a line; raises PolyleafError for longer ones."""
    findings = [
        Finding(
            value.where,
            "text-long",
            f'"{role}" has {len(value)} characters, and a line holds about {ONE_LINE}',
            "write less, or write it as a note",
        )
        for value in written.values()
        if len(value) > ONE_LINE
    ]
    if findings:
        raise PolyleafError(findings)
    return own_text(written, role, source)


def _is(found: tuple[str, str, Text], source: Language) -> bool:
    tag, script, _ = found
    return (tag.partition("-")[0], script) == (source.tag.partition("-")[0], source.script)


def _sourceless(role: str, source: Language, where: Where) -> Finding:
    message = f'"{role}" is not written in {source.english_name}, the language of your leaflets'
    hint = f"add {source.tag}: …, which is printed where another language is missing"
    return Finding(where, "source-missing", message, hint)
