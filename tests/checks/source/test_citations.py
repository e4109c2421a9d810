"""Every source that is cited is listed, and the reverse."""

from __future__ import annotations

from dataclasses import replace

from polyleaf.checks.source.citations import check_leaflet
from polyleaf.model.findings import Severity

from ..sheets import clinic, leaflet


def test_sources_that_are_listed_and_cited_are_right() -> None:
    assert list(check_leaflet(leaflet(), clinic())) == []


def test_a_source_that_is_not_listed_is_an_error_at_its_citation() -> None:
    title = replace(leaflet().title, value="Washing hands [@who-2010]")
    (finding,) = check_leaflet(replace(leaflet(), title=title), clinic())
    assert (finding.code, finding.where) == ("sources-unknown", title.where)
    assert finding.hint == 'did you mean "who-2009"?'


def test_a_source_that_is_not_cited_is_a_warning_at_its_entry() -> None:
    (listed,) = leaflet().sources
    other = replace(listed, id="who-2010")
    (finding,) = check_leaflet(replace(leaflet(), sources=(listed, other)), clinic())
    assert (finding.code, finding.severity) == ("sources-unused", Severity.WARNING)
    assert finding.hint.startswith("write [@who-2010] ")
    assert finding.where == other.where
