"""The messages of leaflets and templates: each with its context, its place and its comments."""

from __future__ import annotations

import pytest

from polyleaf.content import leaflets
from polyleaf.model.findings import Where
from polyleaf.model.leaflet import Asset, Leaflet
from polyleaf.translation import catalog
from polyleaf.translation.catalog import Entry

from ...conftest import LEAFLET
from .po import gettext

CREATED = "2026-11-22 20:16+0000"
LIST = "list: [Wet your hands., Rub them., Dry them.]"


def leaflet(text: str = LEAFLET) -> Leaflet:
    def picture(name: str, where: Where) -> Asset:
        return Asset(name, "image/svg+xml", b"<svg/>")

    return leaflets.parse(text.encode(), "content/hands.yaml", picture)


def extracted(block: str) -> list[Entry]:
    """The messages of a block in place of the list."""
    assert LIST in LEAFLET
    entries = catalog.of_leaflet(leaflet(LEAFLET.replace(LIST, block)))
    others = {"leaflet/title", "leaflet/key-point", "leaflet/written-by", "how/heading"}
    paragraph = "Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}."
    return [e for e in entries if e.msgctxt not in others and e.msgid != paragraph]


def test_a_leaflets_messages_come_in_the_order_of_the_page() -> None:
    found = list(catalog.of_leaflet(leaflet()))
    assert [entry.msgctxt for entry in found] == [
        *("leaflet/title", "leaflet/key-point", "leaflet/written-by"),
        *("how/heading", "how/paragraph", *["how/list-item"] * 3),
    ]
    # No line: else an author's new paragraph would change every message below it.
    assert {entry.references for entry in found} == {("content/hands.yaml",)}
    assert all(entry.msgstr == ("",) for entry in found)


def test_none_is_a_keyword_and_a_funder_is_a_message() -> None:
    funded = leaflet(LEAFLET.replace("funding: none", "funding: A firm"))
    assert "none" not in [entry.msgid for entry in catalog.of_leaflet(leaflet())]
    (funder,) = [e for e in catalog.of_leaflet(funded) if e.msgctxt == "leaflet/funding"]
    assert funder.msgid == "A firm"
    assert any("who paid" in comment for comment in funder.extracted)


def test_the_translator_sees_what_to_mind() -> None:
    (entry,) = extracted(
        "paragraph: {text: दवा न लें, safety: true, max_length: 40, comment: 'not: never'}"
    )
    assert entry.extracted == (
        "paragraph",
        "at most 40 characters",
        "safety: a wrong translation could harm",
        "not: never",
    )


def test_a_comment_of_several_lines_is_one_comment() -> None:
    entries = catalog.of_leaflet(
        leaflet(
            LEAFLET.replace(
                LIST,
                "paragraph:\n          text: a\n          comment: |\n            b\n            c",
            )
        )
    )
    assert [entry.extracted for entry in entries if entry.msgid == "a"] == [("paragraph", "b c")]


def test_a_comment_above_a_string_is_for_its_translator() -> None:
    entries = catalog.of_leaflet(
        leaflet(
            LEAFLET.replace(
                LIST,
                "list:\n"
                "          # A tap, not a bath.\n"
                "          # Cold water will do.\n"
                "          - a\n"
                "          - b\n"
                "\n      # Said loudly.\n"
                "      - paragraph: 'c' # not this\n"
                "      - paragraph:\n"
                "          # A name.\n"
                "          text: d\n"
                "          comment: Keep it.\n",
            ).replace("title:", "# The main title.\ntitle:")
        )
    )
    comments = {entry.msgid: entry.extracted[1:] for entry in entries}
    assert comments["a"] == ("A tap, not a bath. Cold water will do.",)
    assert comments["b"] == ()
    assert comments["c"] == ("Said loudly.",)
    assert comments["d"] == ("Keep it. A name.",)
    assert comments["Washing hands"] == ("The main title.",)


@pytest.mark.parametrize(
    "text",
    [
        "|\n            x\n            # y",
        ">-\n            x\n            # y",
        '"x\n          # y"',
    ],
)
def test_a_hash_inside_a_text_is_not_a_comment(text: str) -> None:
    block = f"paragraph:\n          comment: {text}\n          text: a"
    entries = catalog.of_leaflet(leaflet(LEAFLET.replace(LIST, block)))
    assert [entry.extracted for entry in entries if entry.msgid == "a"] == [("paragraph", "x # y")]


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Call {clinic.phone}", ("python-brace-format",)),
        ("**{clinic.name}**", ("python-brace-format",)),
        ("5% glucose", ()),
        ("{ open", ()),
        (r"\{clinic.phone\}", ()),
    ],
)
def test_only_placeholders_make_a_format(text: str, flags: tuple[str, ...]) -> None:
    (entry,) = extracted(f"paragraph: '{text}'")
    assert entry.flags == flags


def test_a_repeated_text_is_one_message_with_two_places() -> None:
    entries = [
        Entry(msgid="a", msgstr=("",), extracted=("step",), references=("x:1",)),
        Entry(msgid="b", msgstr=("",)),
        Entry(msgid="a", msgstr=("",), extracted=("step", "safety"), references=("x:9",)),
    ]
    first, second = catalog.template("x.pot", "x", entries, CREATED).entries
    assert (first.references, first.extracted) == (("x:1", "x:9"), ("step", "safety"))
    assert second.msgid == "b"


def test_the_same_text_in_two_places_of_different_meaning_is_two_messages() -> None:
    entries = [Entry(msgid="Cold", msgstr=("",), msgctxt=c) for c in ("how/step", "signs/term")]
    assert len(catalog.template("x.pot", "x", entries, CREATED).entries) == 2


def test_templates_give_messages_in_the_same_way() -> None:
    strings = [
        ("a4/leaflet.html", 3, None, "Sources", ""),
        ("a4/leaflet.html", 7, "evidence", "Page {page}", "at the foot"),
    ]
    plain, full = catalog.of_templates(strings)
    assert plain == Entry(msgid="Sources", msgstr=("",), references=("a4/leaflet.html",))
    assert full == Entry(
        msgid="Page {page}",
        msgstr=("",),
        msgctxt="evidence",
        extracted=("at the foot",),
        references=("a4/leaflet.html",),
        flags=("python-brace-format",),
    )


def test_a_template_is_fit_for_gettext() -> None:
    template = catalog.template("x.pot", "hands", catalog.of_leaflet(leaflet()), CREATED)
    data = catalog.write(template)
    assert gettext("msgfmt", "--check", "--output-file=/dev/null", data=data).returncode == 0
    assert gettext("msgcat", data=data).stdout == data
    assert catalog.same(catalog.read(data, "x.pot"), template)
    assert template.field("POT-Creation-Date") == CREATED
