"""A source's short name: made of its author or body and its year, or written by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.content.leaflets.short_names import LONGEST, beginning, made

from ...conftest import LEAFLET
from ...strategies import any_text, quick
from .test_parse import faults, parse

ENTRY = "cite: WHO guidelines, "


@pytest.mark.parametrize(
    ("cite", "name"),
    [
        ("Hampton PJ, Berth-Jones J, et al. Guidelines. Br J Dermatol 2021.", "Hampton 2021"),
        ("van Zuuren EJ, Fedorowicz Z. Interventions.", "van Zuuren 2021"),
        ("Dal’Forno-Dini T, Birck MS. Exosomes.", "Dal’Forno-Dini 2021"),
        ("Whittaker L (reviewed by Coulson I). Triggers.", "Whittaker 2021"),
        ("Smith, J. A., & Doe, B. (2021). Title.", "Smith 2021"),
        ("Müller-Schmidt J-P. Titel.", "Müller-Schmidt 2021"),
        ("Иванов ИИ, Петров АА. Розацеа.", "Иванов 2021"),
        ("王小明, 李四. 研究.", "王小明 2021"),
        ("European Commission. EudraLex volume 4.", "European Commission 2021"),
        ("Medicines and Healthcare products Regulatory Agency (MHRA). Gel.", "MHRA 2021"),
        ("NICE. Acne vulgaris: management.", "NICE 2021"),
        ("WHO guidelines", "WHO guidelines 2021"),
        ("Report of 2021", "Report of 2021"),
    ],
)
def test_a_name_is_made_of_an_author_or_a_body(cite: str, name: str) -> None:
    assert made(cite, 2021) == name


@pytest.mark.parametrize(
    "cite",
    [
        "Medicines and Healthcare products Regulatory Agency. Brimonidine gel.",
        "Impact of ultraviolet radiation on rosacea. J Cosmet Dermatol 2021.",
        "The role of oxidative stress. Lijec Vjesn 2012.",
        "Regulation (EC) No 1223/2009 on cosmetic products. Annex II.",
        "World Health Organization. Guidelines on hand hygiene.",
        "Rosacea. NHS website.",
        "研究报告. 中华皮肤科杂志.",
        "ميثوتريكسات. دليل المريض.",
    ],
)
def test_no_name_is_made_of_a_title_or_of_a_long_body(cite: str) -> None:
    assert made(cite, 2021) is None


@given(any_text, st.integers(-9999, 9999))
@quick
def test_a_name_is_short_whatever_the_citation(cite: str, year: int) -> None:
    assert len(made(cite, year) or "") <= LONGEST
    assert len(beginning(cite, year)) <= LONGEST


def test_a_written_name_is_taken_as_it_is() -> None:
    (source,) = parse(LEAFLET.replace(ENTRY, f"{ENTRY}short: WHO hands, ")).sources
    assert (source.short, source.cut) == ("WHO hands", False)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (f"short: {'W' * 40}", ["16:49 text-long"]),
        ("short: ''", ["16:49 value"]),
        ("short: [WHO]", ["16:42 type"]),
        ("short: {a: b}", ["16:42 type"]),
        ("shrt: WHO", ["16:42 key-unknown"]),
    ],
)
def test_a_name_that_is_none_is_reported_at_its_place(written: str, expected: list[str]) -> None:
    assert faults(LEAFLET.replace(ENTRY, f"{ENTRY}{written}, ")) == expected
