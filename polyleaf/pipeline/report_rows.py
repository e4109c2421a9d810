"""The rows of a report that scripts read, and their JSON Schema (`polyleaf schema --report`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_type_hints

from ..model.findings import Finding
from ..model.jobs import Built


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """What is wrong, and where. Line and column are 0 where it has none."""

    path: str
    line: int
    column: int
    severity: str
    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One sheet. `language` is a tag or a pair; `copy` is the id of a personal copy, else empty.

    `untranslated` is null for a sheet that this run has not made.
    """

    file: str
    leaflet: str
    language: str
    edition: str
    copy: str
    state: Literal["built", "failed", "up_to_date", "stale"]
    why: str
    built: bool
    pages: int
    untranslated: int | None
    findings: list[FindingRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryLine:
    """The last line. `built` has the rows of the manifest; the other lists have files."""

    built: list[dict[str, Any]]
    copies: list[str]
    failed: list[str]
    left: list[str]
    up_to_date: list[str]
    stale: list[str]
    removed: list[str]
    findings: list[FindingRow]
    exit_code: int


def finding_row(finding: Finding, hint: str) -> FindingRow:
    """A finding with its hint as it is shown."""
    return FindingRow(
        path=finding.where.path,
        line=finding.where.line,
        column=finding.where.column,
        severity=str(finding.severity),
        code=finding.code,
        message=finding.message,
        hint=hint,
    )


def schema() -> dict[str, Any]:
    """JSON Schema of a line: of a sheet, or of the summary."""
    from pydantic import TypeAdapter, create_model  # a build with nothing to do needs no schema

    columns: dict[str, Any] = {name: (kind, ...) for name, kind in get_type_hints(Built).items()}
    found = TypeAdapter(SheetLine | SummaryLine).json_schema()
    found["$defs"]["BuiltRow"] = create_model("BuiltRow", **columns).model_json_schema()
    found["$defs"]["SummaryLine"]["properties"]["built"]["items"] = {"$ref": "#/$defs/BuiltRow"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of Polyleaf's report",
        **found,
    }
