"""`ledger`: what is claimed, on what it rests, and what falls with a source."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest

from .cli.calling import call
from .conftest import LEAFLET, Sandbox

OTHER = LEAFLET.replace("Washing hands", "Drying hands").replace(
    "- paragraph: Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}.",
    "- paragraph: A towel dries well [@cdc]. Germs go with the water [@cdc] [@trial]. Rest.\n"
    "      - terms:\n"
    "          items:\n"
    "            - {term: Air, text: It dries slowly. Nobody measured it in India in May 2020., "
    "evidence: weak}",
)
SOURCES = """\
sources:
  - {id: cdc, cite: CDC. Hands., url: "http://dx.doi.org/10.1000/ABC", year: 2010, level: guideline}
  - {id: trial, cite: A trial., url: "https://x.org/t", year: 2011, level: trial, short: Trial}
"""


@pytest.fixture
def two(project: Sandbox) -> Sandbox:
    hands = re.sub(r'url: "[^"]*"', 'url: "https://doi.org/10.1000/abc"', LEAFLET)
    project.write("content/hands.yaml", hands)
    project.write("content/drying.yaml", OTHER.partition("sources:")[0] + SOURCES)
    return project


@pytest.mark.slow
def test_each_claim_has_its_place_evidence_sources_country_and_date(two: Sandbox) -> None:
    done = two.run("ledger", "drying", "--format", "json")
    assert done.returncode == 0, done.stderr
    ledger = json.loads(done.stdout)
    jsonschema.validate(ledger, json.loads(call("schema", "--ledger", cwd=two.root).stdout))
    towel, germs, air = ledger["claims"]
    assert towel["claim"] == "A towel dries well."
    assert towel["where"] == "content/drying.yaml:13"
    assert [source["id"] for source in germs["sources"]] == ["cdc", "trial"]
    assert (air["about"], air["evidence"], air["sources"]) == ("Air", "weak", [])
    assert (air["countries"], air["dates"]) == (["India"], ["May 2020"])


def test_a_withdrawn_source_takes_its_claims_with_it_in_every_leaflet(two: Sandbox) -> None:
    """It is called who-2009 in one leaflet and cdc in the other, with one DOI."""
    for name in ("who-2009", "cdc", "10.1000/abc", "https://doi.org/10.1000/ABC"):
        done = two.run("ledger", "--if-withdrawn", name, "--format", "json")
        gone = json.loads(done.stdout)["withdrawal"]
        assert [each["leaflet"] for each in gone["works"]] == ["drying", "hands"], name
        falls = [(each["leaflet"], each["claim"]) for each in gone["falls"]]
        assert falls == [("drying", "A towel dries well."), ("hands", "Use soap for 20 seconds.")]
        (weak,) = gone["weakened"]
        assert [source["id"] for source in weak["left"]] == ["trial"]
    said = two.run("ledger", "--if-withdrawn", " cdc ").stdout
    assert "2 claims fall, having no other source:" in said
    assert "1 claim is weakened, keeping other sources:" in said
    assert "content/hands.yaml:13: Use soap for 20 seconds." in said


def test_a_source_that_nobody_lists_is_told_with_the_nearest(two: Sandbox) -> None:
    done = two.run("ledger", "--if-withdrawn", "who-2008")
    assert done.returncode == 2
    assert 'error[source-unknown]: no leaflet has the source "who-2008"' in done.stderr
    assert 'did you mean "who-2009"?' in done.stderr
    nothing = two.run("ledger", "--if-withdrawn", "")
    assert (nothing.returncode, "error[source-unknown]" in nothing.stderr) == (2, True)


def test_an_id_that_stands_for_two_works_has_to_be_told_apart(two: Sandbox) -> None:
    two.edit("content/drying.yaml", "id: trial", "id: who-2009")
    two.edit("content/drying.yaml", "[@trial]", "[@who-2009]")
    done = two.run("ledger", "--if-withdrawn", "who-2009")
    assert (done.returncode, "source-ambiguous" in done.stderr) == (2, True)
    named = two.run("ledger", "--if-withdrawn", "drying:who-2009", "--format", "json")
    gone = json.loads(named.stdout)["withdrawal"]
    assert (len(gone["falls"]), len(gone["weakened"])) == (0, 1)


def test_a_broken_leaflet_is_told_and_the_others_are_shown(two: Sandbox) -> None:
    two.edit("content/drying.yaml", "kind: leaflet", "kind: letter")
    done = two.run("ledger")
    assert done.returncode == 1
    assert "Use soap for 20 seconds." in done.stdout
    assert "content/drying.yaml" in done.stderr
    gone = two.run("ledger", "--if-withdrawn", "trial").stderr
    assert "source-unknown" in gone
    assert "content/drying.yaml" in gone
