"""docs/editions.md says how many pages the shipped leaflets have."""

import json
import re
from pathlib import Path

import pytest

from .conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("shipped")]

OWN_PAGES = {"rosacea": 1}  # the diary


def test_the_table_of_pages_is_that_of_the_sheets(shipped: Path) -> None:
    text = (ROOT / "docs/editions.md").read_text("utf-8")
    head, _, *rows = re.findall(r"^\|.*\|$", text.partition("<!-- table -->")[2], re.MULTILINE)
    leaflets = [cell.strip() for cell in head.split("|")[2:-1]]
    stated = [
        # pages (blank foot); none where the leaflet is not in the language
        [int(cell.split("(")[0].replace("–", "0")) for cell in row.split("|")[2:-1]]
        for row in rows
    ]
    files = json.loads((shipped / "manifest.json").read_text("utf-8"))["files"]
    drawn = {
        (row["language"], row["leaflet"]): row["pages"] - OWN_PAGES.get(row["leaflet"], 0)
        for row in files
        if row["edition"] == "a4" and not row["file"].endswith("_form.pdf")
    }
    tags = dict.fromkeys(row["language"] for row in files)
    made = [[drawn.get((tag, leaflet)) for leaflet in leaflets] for tag in tags]
    assert len(made) == len(stated)
    # Of a leaflet that tests do not draw in a language, any number will do.
    for row in sorted(made, key=lambda row: row.count(None)):
        alike = [
            each
            for each in stated
            if all(pages in (number, None) for pages, number in zip(row, each, strict=True))
        ]
        assert alike, row
        stated.remove(alike[0])
