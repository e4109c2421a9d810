"""The register in words: for `check --explain`, for SARIF and for docs/checks.md."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from importlib import import_module

from ..model.findings import ExitStatus, Finding, PolyleafError, Where, did_you_mean
from .registry import CHECKS, OTHERS, RULES, Level, Rule

# Between these lines of docs/checks.md stands the table.
BEGIN, END = "<!-- begin of the table of codes -->", "<!-- end of the table of codes -->"
FOLDERS = {
    "text": "Texts, of the source and of its translations",
    "source": "Leaflets in their source language",
    "project": "Leaflets of a project against each other",
    "translation": "Translations",
    "page": "Pages as they are written",
    "drawn": "Drawn pages",
}


def explain(code: str) -> str:
    """What a code means, for a terminal; raises PolyleafError if there is no such code."""
    rule = RULES.get(code)
    if rule is None:
        message, hint = f'there is no code "{code}"', did_you_mean(code, RULES)
        where = Where("command line")
        raise PolyleafError(
            [Finding(where, "code-unknown", message, hint, exit_status=ExitStatus.CALL)]
        )
    return "\n".join((f"{code}: {_severity(rule)}", "", *_details(rule)))


def rules(codes: Iterable[str]) -> Iterator[dict[str, object]]:
    """SARIF's reportingDescriptor of each code."""
    for code in sorted(set(codes)):
        if (rule := RULES.get(code)) is None:
            yield {"id": code}
            continue
        yield {
            "id": code,
            "shortDescription": {"text": _sentence(rule.meaning)},
            "fullDescription": {"text": f"{_sentence(rule.meaning)} ({_severity(rule)})"},
            "help": {"text": "\n".join(_details(rule))},
            "defaultConfiguration": {"level": _level(rule)},
        }


def page(text: str) -> str:
    """The text of docs/checks.md with the table as the register has it now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return "\n".join((f"{before}{BEGIN}", "", *_table(), f"{END}{after}"))


def _table() -> Iterator[str]:
    """Every code in Markdown: a table for each folder of checks, and for what others report."""
    sections = [(title, _of_folder(folder)) for folder, title in FOLDERS.items()]
    for title, rows in (*sections, *OTHERS.items()):
        yield from (
            f"### {title}",
            "",
            "| code | meaning | severity | basis |",
            "|---|---|---|---|",
        )
        for rule in rows:
            cells = (f"`{rule.code}`", rule.meaning, _severity(rule), rule.basis)
            yield f"| {' | '.join(cells)} |"
        yield ""


def _of_folder(folder: str) -> list[Rule]:
    return [rule for name, rows in CHECKS.items() if name.startswith(f"{folder}.") for rule in rows]


def _severity(rule: Rule) -> str:
    if rule.draft is rule.release:
        return rule.draft
    return f"{rule.draft}; in a release {rule.release}"


def _level(rule: Rule) -> Level:
    """The graver one of what may be reported."""
    return Level.WARNING if Level.WARNING is rule.draft else Level.ERROR


def _details(rule: Rule) -> Iterator[str]:
    yield _sentence(rule.meaning)
    yield f"Basis: {rule.basis}"
    for name, those in CHECKS.items():
        if rule in those:
            module = import_module(f".{name}", __package__)
            yield from (f"Check: polyleaf/checks/{name.replace('.', '/')}.py", "")
            yield inspect.cleandoc(module.__doc__ or "")


def _sentence(meaning: str) -> str:
    return f"{meaning[0].upper()}{meaning[1:]}."
