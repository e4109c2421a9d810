"""The room for text on a page, which the first guess of a sheet's pages rests on."""

import pytest

from polyleaf.markup.text_area import text_area

A4 = {"--paper-size": "A4", "--paper-margin": "12mm 15.5mm 16mm", "--paper-columns": "2"}


@pytest.mark.parametrize(
    ("changes", "column", "height"),
    [
        ({"--paper-gap": "9mm"}, 85, 269),
        ({"--paper-size": "letter", "--paper-gap": "9mm"}, 87.95, 251.4),
        ({"--paper-columns": "1"}, 179, 269),
        ({"--paper-size": "A5 landscape", "--paper-columns": "1"}, 179, 120),
        (
            {"--paper-size": "8in 10in", "--paper-margin": "1in", "--paper-columns": "1"},
            152.4,
            203.2,
        ),
        ({"--paper-size": "15cm", "--paper-margin": "10mm 20mm", "--paper-gap": "10mm"}, 50, 130),
        ({"--paper-margin": "1cm 2cm 3cm 4cm", "--paper-columns": "1"}, 150, 257),
        ({"--paper-size": "ledger-ish", "--paper-margin": "0", "--paper-columns": "1"}, 210, 297),
        ({"--paper-margin": "400mm"}, 4.23, 4.23),  # never nothing: it divides
    ],
)
def test_the_room_for_text_is_that_of_the_paper(
    changes: dict[str, str], column: float, height: float
) -> None:
    area = text_area(A4 | changes)
    assert area.column == pytest.approx(column, 0.01)
    assert area.height == pytest.approx(height, 0.01)


def test_type_without_a_size_is_that_of_a4() -> None:
    assert text_area({}).size == pytest.approx(4.233, 0.001)
    assert text_area({"--type-body": "18pt"}).size == pytest.approx(6.35)
