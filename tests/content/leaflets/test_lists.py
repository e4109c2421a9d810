"""A list may have a list below an item: from the file to every edition."""

from __future__ import annotations

import re

import pytest

from polyleaf.model.leaflet import Bullets
from polyleaf.translation import catalog

from ...conftest import LEAFLET, Sandbox
from ...tags import tree
from .test_parse import LIST, block, faults, parse

LONG = "list: [{text: Use, items: [soap, warm water]}, Dry., {text: Rest}]"
DASHES = """list:
          - Use
          - - soap
            - warm water
          - Dry.
          - Rest"""
WHOLE = LONG.replace("list: ", "list: {items: ") + ", key: true}"


def outline(written: str) -> list[tuple[str, list[str]]]:
    made = block(written)
    assert isinstance(made, Bullets)
    return [(item.text.value, [below.value for below in item.items]) for item in made.items]


@pytest.mark.parametrize("written", [LONG, DASHES, WHOLE], ids=["text", "dashes", "whole"])
def test_both_ways_to_write_it_are_one_list(written: str) -> None:
    assert outline(written) == [("Use", ["soap", "warm water"]), ("Dry.", []), ("Rest", [])]


def test_each_text_is_a_message_that_may_move_between_the_levels() -> None:
    messages = {
        entry.msgid: (entry.msgctxt, entry.extracted)
        for entry in catalog.of_leaflet(parse(LEAFLET.replace(LIST, LONG)))
    }
    assert messages["Use"] == ("how/list-item", ("list-item",))
    assert messages["soap"] == ("how/list-item", ("list-item", 'an item below "Use"'))


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("list: [[soap]]", "14:17 item-missing"),
        ("list: [Use, [soap], [water]]", "14:30 item-missing"),
        ("list: [{text: Use, items: [soap]}, [water]]", "14:45 item-missing"),
        ("list: [Use, []]", "14:21 length"),
        ("list: [{text: Use, items: []}]", "14:28 length"),
        ("list: [Use, [soap, [liquid]]]", "14:28 type"),
        ("list: [{items: [soap]}]", "14:16 key-missing"),
        ("list: [{text: Use, itmes: [soap]}]", "14:28 key-unknown"),
        ("list: [{Use: [soap]}]", "14:16 type"),
        ("list: [Use, ['']]", "14:22 value"),
    ],
)
def test_what_is_no_such_list_is_told_at_its_place(written: str, place: str) -> None:
    assert faults(LEAFLET.replace(LIST, written)) == [place]


@pytest.mark.slow
def test_it_is_drawn_read_and_heard_as_one(project: Sandbox) -> None:
    project.edit("content/hands.yaml", LIST, WHOLE)
    done = project.run("build", "-e", "a4,key-facts,web,text")
    assert done.returncode == 0, done.stderr
    output = project.root / "output/en"
    said = (output / "hands_en_text.txt").read_text("utf-8")
    assert "• Use\n  • soap\n  • warm water\n• Dry.\n" in said
    page = (output / "hands_en_web.html").read_text("utf-8")
    assert re.search(r"<li>Use\s*<ul><li>soap</li><li>warm water</li></ul></li>", page)
    for edition in ("a4", "key-facts"):
        tags = tree((output / f"hands_en_{edition}.pdf").read_bytes())
        items = [item for found in tags.all("L") for item in found.kids if "Use" in item.text]
        (body,) = (kid for kid in items[0].kids if kid.kind == "LBody")
        texts = [kid.text for found in body.all("L") for kid in found.kids]
        assert texts == ["–  soap", "–  warm water"]
