"""A wrong shape hides nothing else of a file: all its errors are told in one run."""

from __future__ import annotations

import pytest

from ...conftest import Sandbox

LIST = "[Wet your hands., Rub them., Dry them.]"
WRONG = '"Rub &nbsp; and __stop__ {clinic.fone} **now."'  # each of it is told
TOLD = {'"&nbsp;"': "U+00A0", '"__stop__"': "**word**", "{clinic.fone}": "clinic.phone", '"**"': ""}


@pytest.mark.parametrize(
    ("old", "new", "shape"),
    [
        ("published:", "publishd:", "key-unknown"),
        ("funding: none\n", "", "key-missing"),
        ("title: Washing hands", "title: Washing hands\ntitle: Hands", "key-duplicate"),
        ("- list:", "- lsit:", "key-unknown"),
        (", Dry them.]", ", Dry them.]\n        steps: [a]", "block-keys"),
        ("id: how\n", "id: How it is\n", "id-form"),
        ("2026-11-22", "22.11.2026", "type"),
        ("kind: leaflet", "kind: leflet", "value-unknown"),
        ("20 seconds", "20 # seconds", "yaml-comment"),
        ("year: 2009", "year: today", "type"),
    ],
)
def test_a_text_is_checked_beside_a_wrong_shape(
    project: Sandbox, old: str, new: str, shape: str
) -> None:
    project.edit("content/hands.yaml", "Rub them.", WRONG)
    project.edit("content/hands.yaml", old, new)
    said = project.run("check").stderr.splitlines()
    assert any(f"error[{shape}]" in line for line in said), said
    for words, hint in TOLD.items():
        found = [line for line in said if words in line and hint in line]
        assert len(found) == 1, (words, said)
        assert found[0].startswith("content/hands.yaml:1")  # at its own line and column


def test_a_picture_is_looked_for_beside_a_wrong_shape(project: Sandbox) -> None:
    figure = "figure: {image: hand.svg, alt: A hand, caption: Yours, siez: half}"
    project.edit("content/hands.yaml", f"list: {LIST}", figure)
    said = project.run("check").stderr
    assert 'unknown key "siez"; did you mean "size"?' in said
    assert 'there is no file "hand.svg"' in said


def test_what_is_no_text_is_not_read_as_one(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "published:", "publishd:")
    project.edit("content/hands.yaml", "https://who.int/rub", "https://who.int/_a_/b__c__d")
    said = project.run("check").stderr
    assert "markup-foreign" not in said
