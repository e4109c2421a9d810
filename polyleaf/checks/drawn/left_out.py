"""`left-out`: an edition leaves out a part of the leaflet so that the sheet fits its pages.

The order is that of `drop` in the edition's table `fit`. Whoever hands the sheet out has to know
what is not on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model.findings import Finding, Severity
from ...model.sheet import Pdf, RenderedPage

HINT = "shorten the messages that it prints, or hand out the whole leaflet with it"
SECTIONS = "sections"  # the part whose sections a leaflet may name, so that they stay whole
# The parts of Polyleaf's own editions, as a person calls them.
WORDS = {
    "list": "the key list",
    "info": "boxes that inform",
    "strong": "treatments with strong evidence",
    "lines": "the lines to write on",
}
SAFETY = "safety-"  # and a number: safety texts from that one on


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    if dropped := pdf.setting.dropped:
        edition, hint = written.edition.name, HINT
        parts = list(_named(name for name in dropped if name != SECTIONS))
        if SECTIONS in dropped:
            source = written.sheet.source
            whole = source.named_sections((edition, *written.edition.extends))
            titles = (
                f"“{section.heading.value}” ({section.id})"
                for section in source.sections
                if section.id not in whole
            )
            parts.insert(0, f"parts of the sections {', '.join(titles)}")
            hint = (
                f"`editions: {{{edition}: {{sections: […]}}}}` names those it has whole; or {HINT}"
            )
        message = (
            f"{edition} in {written.sheet.language.english_name} leaves out:"
            f" {', '.join(parts)}; it would not fit its pages"
        )
        yield Finding(written.html.where, "left-out", message, hint, Severity.WARNING)


def _named(dropped: Iterable[str]) -> Iterator[str]:
    """What has fallen away, in words; of the safety texts the first one of all."""
    safety: list[int] = []
    for name in dropped:
        number = name.removeprefix(SAFETY)
        if name.startswith(SAFETY) and number.isdecimal():
            safety.append(int(number))
        else:
            yield WORDS.get(name, name)
    if safety:
        yield f"safety texts from number {min(safety)} on"
