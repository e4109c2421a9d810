"""Inline markup is whole and its links are safe, in the source and in its translations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from polyleaf.checks.text.inline_markup import check_message, check_text

from ..messages import reported
from ..sheets import clinic, leaflet

WRONG = [
    ("Use **soap.", 'markup-unclosed: "**" opens or closes nothing'),
    ("Use soap [@who-2009.", 'markup-unclosed: "[@" opens or closes nothing'),
    ("Read [on](https://who.int", 'markup-unclosed: "](" opens or closes nothing'),
    ("Take **5 mg* now", 'markup-unclosed: "**" opens or closes nothing'),
    ("Take 5 mg*** now", 'markup-unclosed: "***" opens or closes nothing'),
    ("Rest *now", 'markup-unclosed: "*" opens or closes nothing, and is printed'),
    ("Ibuprofen* helps", 'markup-unclosed: "*" opens or closes nothing, and is printed'),
    ("*a " * 20 + "b" + "*" * 20, "markup-nested: emphases stand in each other, more than 16 deep"),
    ("[on [@a]](https://x.org)", "markup-nested: a citation stands inside a link"),
    ("[ ](https://x.org)", "markup-nested: the link to https://x.org has no words"),
    ('[on](https://x.org "x")', 'markup-unclosed: "](" opens or closes nothing'),
    (
        "Read [on](javascript:x)",
        'link-address: "javascript:x" is not an address that a sheet may link to',
    ),
]


@pytest.mark.parametrize(("value", "finding"), WRONG)
def test_of_a_translation_it_is_reported(value: str, finding: str) -> None:
    assert reported(check_message, "Use soap.", value) == [finding]


@pytest.mark.parametrize(("value", "finding"), WRONG)
def test_of_the_source_it_is_reported_at_its_text(value: str, finding: str) -> None:
    title = replace(leaflet().title, value=value)
    (found,) = check_text(title, clinic())
    assert (f"{found.code}: {found.message}", found.where) == (finding, title.where)


@pytest.mark.parametrize(
    "value",
    [
        "**Soap** [@who-2009]",
        "[on](https://who.int)",
        "2 * 3 * 4",
        "[call](tel:112)",
        r"\*\*",
        r"Ibuprofen\*",
        r"\[\@a\](b)",
        "[a [b] c](https://x.org/y_(z))",
        "***5 mg***",
        "*foo **bar** baz*",
    ],
)
def test_whole_markup_is_right(value: str) -> None:
    assert reported(check_message, "Use soap.", value) == []
