"""SARIF 2.1.0 (OASIS), which code scanners and editors read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from ... import __version__
from ...model.findings import Finding
from ...model.jobs import Report
from ..program import hint
from .presentation import Presentation
from .repository import Repository

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"  # the base that code hosts replace by their own copy of the repository


def lines(report: Report, presentation: Presentation) -> Iterator[str]:
    """The whole report as one document."""
    from ...checks import reference  # no other format loads the checks

    repository = Repository.around(presentation.project)
    rules = list(reference.rules(finding.code for finding in report.findings))
    run = {
        "tool": {"driver": {"name": "Polyleaf", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"uri": f"{_uri(repository.root.as_posix())}/"}},
        "results": [_result(finding, repository) for finding in report.findings],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(document, ensure_ascii=False, indent=1)


def _result(finding: Finding, repository: Repository) -> dict[str, object]:
    """SARIF wants no place for what is no file."""
    result: dict[str, object] = {
        "ruleId": finding.code,
        "level": str(finding.severity),
        "message": {"text": "; ".join(filter(None, (finding.message, hint(finding))))},
    }
    if path := repository.path(finding.where.path):
        region = {"startLine": finding.where.line or 1, "startColumn": finding.where.column or 1}
        place = {"artifactLocation": _artifact(path), "region": region}
        result["locations"] = [{"physicalLocation": place}]
    return result


def _artifact(path: str) -> dict[str, str]:
    """The file, from the repository's root where it is below it."""
    base = {} if PurePosixPath(path).is_absolute() else {"uriBaseId": ROOT}
    return {"uri": _uri(path), **base}


def _uri(path: str) -> str:
    """A path as a URI reference (RFC 3986); names are bytes, whatever they mean."""
    encoded = quote(path, errors="surrogateescape")
    return f"file://{encoded}" if encoded.startswith("/") else encoded
