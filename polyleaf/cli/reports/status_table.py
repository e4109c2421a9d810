"""Where every leaflet stands → a table for people, JSON for scripts, a line a language."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from operator import attrgetter

from ...model.catalog import TranslationStatus
from ...model.findings import Finding
from ...model.jobs import INTERFACE
from . import words_to_translate
from .columns import aligned
from .json_report import finding_dict

HEAD = ("leaflet", "language", "translated", "fuzzy", "copied", "words", "safety", "review", "due")
SIGNATURES = {
    "none": "not reviewed",
    "unproved": "signed, but no copy of the texts",
    "outdated": "texts changed since",
    "current": "reviewed",
}


def table(rows: Sequence[TranslationStatus]) -> Iterator[str]:
    """A line a catalog under a head, its columns aligned; then the line that sums up.

    Nothing of nothing: a head without rows would stand before the error that says why.
    """
    if not rows:
        return
    yield from aligned([HEAD, *map(_cells, rows)])
    yield ""
    yield from words_to_translate.table(rows)
    yield from (badge(tag, group) for tag, group in _by_language(rows))
    notes = [(where, text) for row in rows for where, text in row.notes]
    if notes:
        yield ""
        yield f"Translators ask ({len(notes)}); a comment `# author: …` below a note answers it:"
        yield from (f"  {where}: {text}" for where, text in dict.fromkeys(notes))


def badge(tag: str, rows: Sequence[TranslationStatus]) -> str:
    """How far a language is: hi: 98 % translated, 812 of 830 words, 2 of 4 reviewed."""
    return f"{tag}: {_summary(rows)}"


def as_json(rows: Sequence[TranslationStatus], findings: Iterable[Finding], exit_code: int) -> str:
    """All of it, with a badge a language as shields' endpoint takes it (schemaVersion 1)."""
    return json.dumps(
        {
            "rows": [_dict(row) for row in rows],
            "badges": {
                tag: {
                    "schemaVersion": 1,
                    "label": tag,
                    "message": _summary(group),
                    "color": _colour(group),
                }
                for tag, group in _by_language(rows)
            },
            "to_translate": words_to_translate.as_dicts(rows),
            "findings": [finding_dict(finding) for finding in findings],
            "exit_code": exit_code,
        },
        ensure_ascii=False,
        default=str,
    )


def _cells(row: TranslationStatus) -> tuple[str, ...]:
    return (
        row.leaflet,
        row.language,
        f"{row.translated}/{row.messages}",
        str(row.fuzzy or "-"),
        str(row.copied or "-"),
        f"{row.translated_words}/{row.words}",
        f"{row.safety_missing} missing" if row.safety_missing else "-",
        _review(row),
        _due(row),
    )


def _review(row: TranslationStatus) -> str:
    origin = row.provenance
    if origin.method == "source":
        return "source, reviewed" if row.source_reviewed else "source, not reviewed"
    if row.state != "begun":
        return "not begun" if row.state == "not begun" else "cannot be read: see below"
    said = SIGNATURES[origin.signature]
    if origin.signature != "none":
        of = f", of {origin.reviewed_version}" if origin.reviewed_version else ""
        said += f" ({origin.reviewed_by}, {origin.reviewed_on}{of})"
    return f"{said}, {'origin not told' if origin.method == 'untold' else origin.method}"


def _due(row: TranslationStatus) -> str:
    if row.review_by is None:
        return "-"
    return f"{row.review_by}, past" if row.due else str(row.review_by)


def _summary(rows: Sequence[TranslationStatus]) -> str:
    """Of the leaflets alone: the words of templates are ready in most languages before a leaflet is
    begun. A sheet needs them too, so that it is said if they are not.
    """
    words = [row for row in rows if row.leaflet == INTERFACE]
    rows = [row for row in rows if row.leaflet != INTERFACE] or rows
    total, done = sum(r.words for r in rows), sum(r.translated_words for r in rows)
    # Rounded down: 100 % is everything.
    whole = not any(row.missing for row in rows)
    percent = 100 if whole else min(done * 100 // total if total else 0, 99)
    parts = [f"{percent} % translated, {done:,} of {total:,} words"]
    if rows[0].provenance.method == "source":
        parts = [f"source, {sum(r.source_reviewed for r in rows)} of {len(rows)} reviewed"]
    else:
        parts.append(f"{sum(r.provenance.reviewed for r in rows)} of {len(rows)} reviewed")
    if lacking := sum(row.safety_missing for row in rows):
        parts.append(f"{lacking} safety texts missing")
    if words and rows[0].leaflet != INTERFACE and not words[0].releasable:
        lacks = "not translated in full" if words[0].missing else "not reviewed"
        parts.append(f"words of the page {lacks}")
    if due := sum(row.due for row in rows):
        parts.append(f"{due} past review")
    return ", ".join(parts)


def _colour(rows: Sequence[TranslationStatus]) -> str:
    if any(row.safety_missing or row.due for row in rows):
        return "red"
    return "green" if all(row.releasable for row in rows) else "yellow"


def _dict(row: TranslationStatus) -> dict[str, object]:
    notes = [{"where": str(where), "text": text} for where, text in row.notes]
    derived = {"missing": row.missing, "due": row.due, "releasable": row.releasable}
    counted = {"to_translate": words_to_translate.as_dict(row.to_translate)}
    return asdict(row) | derived | {"notes": notes} | counted


def _by_language(
    rows: Iterable[TranslationStatus],
) -> Iterator[tuple[str, list[TranslationStatus]]]:
    for tag, group in groupby(sorted(rows, key=attrgetter("language")), attrgetter("language")):
        yield tag, list(group)
