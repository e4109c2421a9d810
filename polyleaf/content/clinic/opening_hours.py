"""Opening hours as they are written → Openings, and whatever contradicts itself in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ...model.clinic import DAY, Opening
from ...model.findings import Finding, PolyleafError, did_you_mean
from ..yaml import Scalar

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {name: number for names in (DAYS, FULL) for number, name in enumerate(names)}
CLOSED, ALWAYS = "closed", "24 hours"
TIME = r"(\d{1,2})[:.](\d{2})"
RANGE = re.compile(rf"{TIME}\s*[-–]\s*{TIME}", re.ASCII)
DASH = re.compile(r"\s*[-–]\s*")
HINT = 'such as mon-fri: "8:00-12:30, 14:00-18:00", sat: closed, or 24 hours'


def opening_hours(written: dict[Scalar, Scalar]) -> tuple[Opening, ...]:
    """The hours in the order of the file; raises PolyleafError with all that is wrong."""
    findings: list[Finding] = []
    found: list[Opening] = []
    seen: dict[int, Scalar] = {}
    for key, value in written.items():
        days, times = list(_days(key, findings)), list(_times(value, findings))
        findings += _again(key, days, seen)
        findings += _overlaps(value, times)
        found.append(Opening(tuple(days), tuple(times)))
    if findings:
        raise PolyleafError(findings)
    return tuple(found)


def _days(key: Scalar, findings: list[Finding]) -> Iterator[tuple[int, int]]:
    for part in key.split(","):
        names = [name.lower() for name in DASH.split(part.strip())]
        for name in names:
            if name not in NUMBERS:
                hint = did_you_mean(name, FULL if len(name) > 3 else DAYS)
                message = f'"{name}" is not a day'
                findings.append(Finding(key.where, "hours-day", message, hint))
        if len(names) > 2:
            message = f'"{part.strip()}" is not a range of days'
            findings.append(Finding(key.where, "hours-day", message, "such as mon-fri"))
        elif all(name in NUMBERS for name in names):
            yield NUMBERS[names[0]], NUMBERS[names[-1]]


def _times(value: Scalar, findings: list[Finding]) -> Iterator[tuple[int, int]]:
    if value.lower() in (CLOSED, ALWAYS):
        if value.lower() == ALWAYS:
            yield 0, DAY
        return
    for part in value.split(","):
        match = RANGE.fullmatch(part.strip())
        if match is None:
            message = f'"{part.strip()[:40]}" is not a range of times'
            findings.append(Finding(value.where, "hours-form", message, HINT))
            continue
        hour, minute, until_hour, until_minute = map(int, match.groups())
        start, end = hour * 60 + minute, until_hour * 60 + until_minute
        if max(minute, until_minute) > 59 or start >= DAY or end > DAY:
            message = f'"{part.strip()}" has a time that no clock shows'
            findings.append(Finding(value.where, "hours-form", message, "from 0:00 to 24:00"))
        elif end <= start:
            message = f'"{part.strip()}" ends before it begins'
            hint = "hours past midnight belong to the next day" if end < start else ""
            findings.append(Finding(value.where, "hours-order", message, hint))
        else:
            yield start, end


def _again(
    key: Scalar, days: Iterable[tuple[int, int]], seen: dict[int, Scalar]
) -> Iterator[Finding]:
    """Days that have hours already; a range may go past Sunday: sat-mon."""
    for first, last in days:
        for number in range(first, first + (last - first) % 7 + 1):
            day = number % 7
            if day in seen:
                message = f"{FULL[day].capitalize()} has hours already"
                hint = f'"{seen[day]}" on line {seen[day].where.line} has it'
                yield Finding(key.where, "hours-twice", message, hint)
            seen.setdefault(day, key)


def _overlaps(value: Scalar, times: list[tuple[int, int]]) -> Iterator[Finding]:
    for (_, end), (start, _) in pairwise(times):
        if start < end:
            message = f'"{value}": the hours overlap, or are not in order'
            yield Finding(value.where, "hours-order", message, "write the earlier ones first")
            return
