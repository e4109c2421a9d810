"""A waiver is a comment that every editor keeps."""

from __future__ import annotations

from datetime import date

import pytest

from polyleaf.model.catalog import Waiver
from polyleaf.translation import catalog

from .po import one, read

MESSAGE = 'msgid "a"\nmsgstr "क"\n'
WAIVER = Waiver("number-changed", "3f2a91bc", "the day is a name here")


@pytest.mark.parametrize(
    ("comment", "waiver"),
    [
        ("waive number-changed [3f2a91bc]: the day is a name here", WAIVER),
        ("waive copied: a name", Waiver("copied", "", "a name")),
        ("waive copied []: a name", Waiver("copied", "", "a name")),
    ],
)
def test_a_comment_waives_a_finding(comment: str, waiver: Waiver) -> None:
    found = catalog.messages(_with_method(f"# {comment}\n{MESSAGE}")).found[None, "a"]
    assert found.waivers == (waiver,)


@pytest.mark.parametrize("comment", ["we waive nothing", "waive this", "waive: x"])
def test_other_comments_are_comments(comment: str) -> None:
    assert catalog.messages(_with_method(f"# {comment}\n{MESSAGE}")).found[None, "a"].waivers == ()


def test_a_written_waiver_is_read_back_and_replaces_an_older_one() -> None:
    old = one(f"# mind the tone\n# waive number-changed [00000000]: old\n{MESSAGE}")
    new = catalog.waived(old, WAIVER)
    assert new.comments == (
        "mind the tone",
        "waive number-changed [3f2a91bc]: the day is a name here",
    )


def _with_method(messages: str) -> catalog.Catalog:
    found = read(messages)
    return catalog.sign(found, "", date(2026, 11, 24), "", "human")
