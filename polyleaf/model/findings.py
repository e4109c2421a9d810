"""Findings: what is wrong, where, and what to do about it."""

from collections.abc import Iterable
from enum import IntEnum, StrEnum
from typing import NamedTuple

MAX_REPORTED = 100  # findings of one file that cannot be read


class Severity(StrEnum):
    """An error prevents a sheet from being written; a warning is only reported."""

    ERROR = "error"
    WARNING = "warning"


class ExitStatus(IntEnum):
    """What has to be mended. The value is the command's exit code."""

    INPUT = 1  # content, a catalog, a template, an output that could not be written
    CALL = 2  # the command line, or the project folder as a whole
    MACHINE = 3  # a library or a font is missing


class Where(NamedTuple):
    """A place in a file: path relative to the project; line and column from 1, 0 if unknown."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


class Finding(NamedTuple):
    """One problem. `code` is stable: scripts and waivers may depend on it."""

    where: Where
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    exit_status: ExitStatus = ExitStatus.INPUT

    def __str__(self) -> str:
        hint = f"; {self.hint}" if self.hint else ""
        return f"{self.where}: {self.severity}[{self.code}]: {self.message}{hint}"


class PolyleafError(Exception):
    """All findings of one input, collected and raised once."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        if not self.findings:
            raise ValueError("an error needs at least one finding")
        super().__init__("\n".join(map(str, self.findings)))

    def __reduce__(self) -> tuple[type["PolyleafError"], tuple[tuple[Finding, ...]]]:
        return type(self), (self.findings,)  # the default would pass the joined text to __init__


def machine_error(where: str, code: str, message: str, hint: str = "") -> PolyleafError:
    """Something on this machine, or on another, that is missing or does not answer."""
    finding = Finding(Where(where), code, message, hint, exit_status=ExitStatus.MACHINE)
    return PolyleafError([finding])


def raise_if_errors(findings: Iterable[Finding]) -> None:
    """Raise all findings, warnings too, if one of them is an error."""
    collected = tuple(findings)
    if any(finding.severity is Severity.ERROR for finding in collected):
        raise PolyleafError(collected)


def raise_if_call_is_wrong(findings: Iterable[Finding]) -> None:
    """Raise the findings about the call itself: without a valid call nothing can be made."""
    if wrong := [finding for finding in findings if finding.exit_status is ExitStatus.CALL]:
        raise PolyleafError(wrong)


def first_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Return the first findings and, if there are too many to read, one that counts the rest."""
    ordered = sorted(findings)
    if len(ordered) <= MAX_REPORTED:
        return ordered
    left = len(ordered) - MAX_REPORTED
    where = Where(ordered[MAX_REPORTED].where.path)
    hint = "fix these first"
    return [*ordered[:MAX_REPORTED], Finding(where, "many-more", f"{left:,} more like these", hint)]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint with the closest known word, or with all known words if they are few.

    It is also the one word that is longer: `blood-test` for `blood-test-leaflet-v3-final`.
    """
    import difflib  # loaded only if something is wrong

    words = sorted(known)
    if close := difflib.get_close_matches(word, words, n=1, cutoff=0.6):
        return f'did you mean "{close[0]}"?'
    if len(longer := [each for each in words if len(word) > 2 and each.startswith(word)]) == 1:
        return f'did you mean "{longer[0]}"?'
    return f"known: {', '.join(words)}" if 0 < len(words) <= 16 else ""
