"""`font-narrow`: a sheet has too many pages for want of a narrow face.

An edition may ask for one (`condensed` in its table `fit`) where a sheet would have more pages
than it should. On a machine without that font the sheet is drawn all the same, in its usual one.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import languages
from ...model.findings import Finding, Severity
from ...model.sheet import Pdf, RenderedPage
from ...typography import fonts


def check_drawn(written: RenderedPage, pdf: Pdf) -> Iterator[Finding]:
    asked, fitting = written.edition.fitting, written.html.fitting
    if not asked or not asked.condensed or not fitting or fitting.condensed:
        return
    if pdf.pages - pdf.own_pages <= fitting.pages and not pdf.setting.dropped:
        return
    packages = languages.font_packages(frozenset(written.sheet.language.condensed))
    for found in fonts.missing(packages):
        language = written.sheet.language.english_name
        message = f"{found.message}: {language} might fit its pages in it"
        yield Finding(written.html.where, "font-narrow", message, found.hint, Severity.WARNING)
