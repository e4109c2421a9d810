"""A person may waive a finding, for one message and for as long as its texts stay."""

from __future__ import annotations

from polyleaf import checks
from polyleaf.model.catalog import Waiver
from polyleaf.model.unit import Translation, Unit, fingerprint

from .messages import unit

TEXT, LACKING = "Call {clinic.phone}.", "फ़ोन करें।"
SEAL = fingerprint("how/paragraph", TEXT, LACKING)


def hints(*waivers: Waiver, target: str = LACKING) -> list[str]:
    subject: Unit = unit(TEXT, target, waivers=waivers)
    found = checks.translation(Translation(subject.language, (subject,)))
    return [f"{finding.code}: {finding.hint}" for finding in found if "waive" in str(finding)]


def codes(*waivers: Waiver, target: str = LACKING) -> list[str]:
    subject = unit(TEXT, target, waivers=waivers)
    return [f.code for f in checks.translation(Translation(subject.language, (subject,)))]


def test_a_waived_finding_is_not_reported() -> None:
    assert codes() == ["placeholder-lost"]
    assert codes(Waiver("placeholder-lost", SEAL, "the number is next to it")) == []


def test_a_waiver_ends_when_a_text_changes() -> None:
    waiver = Waiver("placeholder-lost", SEAL, "the number is next to it")
    assert codes(waiver, target="हमें फ़ोन करें।") == ["placeholder-lost", "waiver-ended"]


def test_the_finding_names_a_waiver_that_has_ended() -> None:
    found = hints(Waiver("placeholder-lost", "00000000", "next to it"))
    assert found[0].endswith('waived once, for other texts: "next to it"')
    assert f"[{SEAL}]" in found[1]  # what to write if it still holds


def test_a_waiver_without_its_seal_waives_nothing() -> None:
    assert codes(Waiver("placeholder-lost", "", "next to it")) == [
        "placeholder-lost",
        "waiver-ended",
    ]


def test_a_waiver_waives_its_own_code_alone() -> None:
    assert codes(Waiver("link-lost", SEAL, "no")) == ["placeholder-lost", "waiver-unused"]


def test_of_two_waivers_the_one_that_holds_counts() -> None:
    old, new = (Waiver("placeholder-lost", s, "next to it") for s in ("00000000", SEAL))
    assert codes(old, new) == ["waiver-ended"]
