"""Task × templates → the worksheet of its sheet, drawn, with the same as JSON beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ... import checks, languages, markup, pdf
from ...checks.shared.prose import shown
from ...checks.text.reading_ease import hardest
from ...model.findings import Finding, PolyleafError, raise_if_errors
from ...model.sheet import Edition, LocalizedLeaflet, Pdf, RenderedPage
from ...model.task import Outcome, OutputFile, Task, Work
from ...model.worksheet import Evidenced, ReadingNote, Worksheet
from .. import in_language, recipe
from .cdc_index import cdc_index
from .design_items import design
from .discern import discern
from .pemat import pemat
from .sheet_facts import SheetFacts, facts
from .worksheet_json import as_dict

NAME = "worksheet"
JSON = ".json"


@dataclass(frozen=True, slots=True)
class WorksheetMaker:
    """Makes the worksheets of tasks, in any process; `templates` are those of the worksheet."""

    templates: Edition

    def __call__(self, task: Task) -> Outcome:
        """The PDF, and the JSON as a further file; findings are those that prevent it."""
        try:
            sheet, found = in_language.localized(task, _go_on)
            page = recipe.page(task, sheet, found)
            drawn = pdf.draw(page.html)
            made = worksheet(task, facts(sheet, found), drawn)
            rendered, pages = self._drawn(task, sheet, made)
        except PolyleafError as error:
            return Outcome(task, None, 0, error.findings)
        text = json.dumps(as_dict(made), ensure_ascii=False, indent=1, sort_keys=True)
        other = OutputFile(f"{name_of(task)}{JSON}", f"{text}\n".encode(), 0)
        return Outcome(task, rendered, pages, (), others=(other,))

    def _drawn(self, task: Task, sheet: LocalizedLeaflet, made: Worksheet) -> tuple[bytes, int]:
        """Raises PolyleafError for what is wrong in a template or on the drawn page."""
        html = markup.worksheet_page(made, sheet.leaflet, self.templates, task.clinic)
        page = RenderedPage(sheet, None, self.templates, html, task.clinic)
        drawn = pdf.draw(html)
        raise_if_errors((*checks.written(page), *checks.drawn(page, drawn)))
        return drawn.data, drawn.pages


def name_of(task: Work) -> str:
    """Of its files, without what they end in: rosacea_hi_worksheet."""
    return f"{task.job.leaflet}_{task.job.language}_{NAME}"


def worksheet(task: Task, found: SheetFacts, drawn: Pdf) -> Worksheet:
    leaflet = found.leaflet
    words = sum(len(each.words) for each in found.prose)
    return Worksheet(
        leaflet=leaflet.name,
        title=leaflet.title.value,
        source_title=found.sheet.source.title.value,
        language=found.sheet.language,
        version=leaflet.version,
        published=str(leaflet.published),
        review_by=str(leaflet.review_by),
        edition=task.edition.name,
        pages=drawn.pages,
        sentences=len(found.prose),
        words=round(words / len(found.prose), 1) if found.prose else 0.0,
        readings=tuple(_readings(found)),
        hardest=tuple(
            Evidenced(each.text.where, shown(each.said))
            for each in hardest(found.prose, found.sheet.language)
        ),
        instruments=(
            cdc_index(found),
            pemat(found),
            discern(found),
            design(found, drawn, task.edition),
        ),
    )


def _readings(found: SheetFacts) -> Iterator[ReadingNote]:
    tag = found.sheet.language.tag
    read = languages.reading((each.words for each in found.prose), tag)
    if read is None:
        yield ReadingNote("", None, "", experimental=False, note=languages.no_formula(tag))
        return
    formula = read.formula
    side = "at most" if formula.easier == "below" else "at least"
    trial = "experimental: no limit is accepted; " if formula.experimental else ""
    limit = "" if formula.experimental else f"{side} {formula.limit:g}"
    note = f"{trial}{formula.source}"
    yield ReadingNote(formula.name, read.value, limit, formula.experimental, note)
    for name, value in read.others:
        yield ReadingNote(name, value, "", experimental=False, note="for comparison")


def _go_on(findings: Iterable[Finding]) -> None:
    """What is wrong in the texts is what a worksheet tells."""
