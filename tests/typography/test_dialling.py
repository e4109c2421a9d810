"""A tap on a number dials what is printed, or nothing."""

from __future__ import annotations

import pytest

from polyleaf.typography import dialling


@pytest.mark.parametrize(
    ("printed", "dialled"),
    [
        ("+44 20 7946 0958", "tel:+442079460958"),
        ("+44\u00a0(0)20\u00a07946‑0958", "tel:+442079460958"),
        ("+39 (0)6 1234 5678", "tel:+390612345678"),
        ("(020) 7946.0958", "tel:02079460958"),
        ("999", "tel:999"),
        ("0044 20 7946 0958", "tel:00442079460958"),
        ("٠٢٠ ٧٩٤٦ ٠٩٥٨", "tel:02079460958"),
        ("leaflets@riverside.example", "mailto:leaflets@riverside.example"),
        # Nobody can be sure what to dial.
        ("112 / 999", ""),
        ("030/1234", ""),
        ("112, 999", ""),
        ("0800 DOCTORS", ""),
        ("+1 800 555 0100 ext 5", ""),
        ("0044 (0)20 7946 0958", ""),
        ("12", ""),
        ("1234 5678 9012 3456", ""),
        ("Riverside", ""),
        ("", ""),
    ],
)
def test_a_value_has_the_address_that_it_shows_or_none(printed: str, dialled: str) -> None:
    assert dialling.address(printed) == dialled
