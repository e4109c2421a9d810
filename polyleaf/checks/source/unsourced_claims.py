"""`claim-unsourced`, `claim-overstated`, `approval-missing`: a claim has a source that bears it.

A statement of an effect, a frequency, a comparison or of safety cites a source: itself, or the
paragraph right before its list or table (DISCERN 4). A leaflet that cites nothing at all is
reported once. A grade `strong` or `moderate`, or a wording such as "proven" or "works", needs more
than laboratory work, a case report or an advertisement. A product that regulators warn of, such as
stem cells or exosomes, comes with a word on its approval.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import languages
from ...languages import as_compared
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.inline import Cite, parse, walk
from ...model.leaflet import Evidence, Leaflet, Option, Options, Term, Terms
from ...model.walk import parts, texts
from ..shared.promises import QUESTION, without_quotations
from ..shared.sentences import sentences
from ..shared.statements import GOOD, Statement, statements

CITE = "cite it, such as [@who-2009], or take the claim out"


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    if not languages.content_words(languages.find(leaflet.language)):
        return
    every = list(statements(leaflet))
    bare = [(s, claim) for s in every if not s.sources(leaflet) for claim in _claim(s, leaflet)]
    if any("[@" in text.value for text in texts(leaflet)):
        yield from (_unsourced(s, f'no source for "{claim}"') for s, claim in bare)
    elif bare:
        first, claim = bare[0]
        more = f" and {len(bare) - 1} more claims" if len(bare) > 1 else ""
        yield _unsourced(first, f'the leaflet cites no source, for "{claim}"{more}')
    yield from _graded(leaflet)
    for statement in every:
        yield from _overstated(statement, leaflet)
    yield from _unapproved(every, leaflet)


def _unsourced(statement: Statement, message: str) -> Finding:
    return Finding(statement.text.where, "claim-unsourced", message, CITE, Severity.WARNING)


def _claim(statement: Statement, leaflet: Leaflet) -> Iterator[str]:
    """The first claim of a text, if it makes one that it does not doubt."""
    words = languages.content_words(languages.find(leaflet.language))
    if statement.doubted or not statement.section:
        return  # what the summary says is said again below
    for sentence in sentences(without_quotations(statement.text.value)):
        line = as_compared(sentence.text)
        match = words["claim"].first(line)
        if match and not QUESTION.search(line) and not words["unsure"].first(line):
            yield match.shown
            return


def _graded(leaflet: Leaflet) -> Iterator[Finding]:
    """Terms and options with a good grade, and sources that do not bear it."""
    terms = (item for block in parts(leaflet, Terms) for item in block.items)
    options = (item for block in parts(leaflet, Options) for item in block.items)
    known = {source.id: source for source in leaflet.sources}
    graded: list[Term | Option] = [*terms, *options]
    for item in graded:
        if item.evidence not in (Evidence.STRONG, Evidence.MODERATE):
            continue
        where = item.term.where if isinstance(item, Term) else item.name.where
        cited = [known[name] for name in _names(item) if name in known]
        if not cited:
            message = f'"{item.evidence}" evidence without a source'
            yield Finding(where, "claim-unsourced", message, CITE, Severity.WARNING)
        elif not any(source.level in GOOD for source in cited):
            levels = ", ".join(sorted({source.level for source in cited}))
            message = f'"{item.evidence}" evidence rests on {levels} alone'
            hint = "call it weak, or cite a guideline, a review or a trial"
            yield Finding(where, "claim-overstated", message, hint, Severity.WARNING)


def _names(item: Term | Option) -> Iterator[str]:
    for text in texts(item):
        for node in walk(parse(text.value)):
            if isinstance(node, Cite):
                yield from node.sources


def _overstated(statement: Statement, leaflet: Leaflet) -> Iterator[Finding]:
    """A sentence that sounds certain, and cites only what is not."""
    words = languages.content_words(languages.find(leaflet.language))
    if statement.doubted:
        return
    for sentence in sentences(statement.text.value):
        cited = statement.cited(sentence.raw, leaflet)
        line = as_compared(without_quotations(sentence.text))
        if not cited or any(source.level in GOOD for source in cited):
            continue
        match = words["sure"].first(line)
        if match and not words["unsure"].first(line):
            levels = ", ".join(sorted({source.level for source in cited}))
            message = f'"{match.shown}" rests on {levels} alone'
            hint = "say how it was seen: in one person, in cells"
            where = statement.text.where
            yield Finding(where, "claim-overstated", message, hint, Severity.WARNING)


def _unapproved(every: list[Statement], leaflet: Leaflet) -> Iterator[Finding]:
    words = languages.content_words(languages.find(leaflet.language))
    lines = [(s, as_compared(s.text.value)) for s in every]
    if any(words["approval"].first(line) for _, line in lines):
        return
    hint = "say for each country what its regulator says, and when"
    for kind in (words["unapproved"], words["material"]):
        found = ((statement.text, kind.first(line)) for statement, line in lines)
        text, match = next(((t, m) for t, m in found if m), (None, None))
        if text and match:
            message = f'"{match.shown}", and no word on whether it is approved'
            yield Finding(text.where, "approval-missing", message, hint, Severity.WARNING)
