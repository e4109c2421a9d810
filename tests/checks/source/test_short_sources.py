"""Each source has a short name that is its own."""

from __future__ import annotations

from dataclasses import replace

from polyleaf.checks.source.short_sources import check_leaflet
from polyleaf.content import leaflets
from polyleaf.model.findings import Severity
from polyleaf.model.leaflet import Asset, Leaflet

from ...conftest import LEAFLET
from ..sheets import clinic, leaflet


def citing(cite: str) -> Leaflet:
    text = LEAFLET.replace("cite: WHO guidelines", f'cite: "{cite}"')
    return leaflets.parse(text.encode(), "content/hands.yaml", lambda *_: Asset("", "", b""))


def test_a_source_that_begins_with_an_author_needs_no_short_name() -> None:
    assert list(check_leaflet(citing("Hampton PJ, Duarte C. Title. BMJ 2009."), clinic())) == []


def test_a_source_that_begins_with_a_title_is_a_warning_at_its_entry() -> None:
    made = citing("The role of soap in washing. BMJ 2009.")
    (finding,) = check_leaflet(made, clinic())
    assert (finding.code, finding.severity) == ("short-missing", Severity.WARNING)
    assert finding.where == made.sources[0].where
    assert "“The role of soap in… 2009”" in finding.hint


def test_two_sources_with_one_name_are_a_warning_at_the_second() -> None:
    (listed,) = leaflet().sources
    other = replace(listed, id="who-2009-b", where=listed.where._replace(line=17))
    (finding,) = check_leaflet(replace(leaflet(), sources=(listed, other)), clinic())
    assert (finding.code, finding.where.line) == ("short-twice", 17)
