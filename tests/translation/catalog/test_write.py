"""Files are laid out as gettext's own tools do it, so that no tool finds a line to change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from polyleaf.model.findings import ExitStatus, PolyleafError, Where
from polyleaf.translation import catalog
from polyleaf.translation.catalog import Catalog, Entry
from polyleaf.translation.catalog.messages import Previous

from ...conftest import ROOT
from ...strategies import HEADER, bare, catalogs, quick
from .po import gettext

LONG = "रोज़ेशिया चेहरे की त्वचा का एक आम और लंबे समय तक चलने वाला रोग है। " * 3


def catalog_of(*entries: Entry) -> Catalog:
    return Catalog("hi.po", Entry(msgid="", msgstr=(HEADER,)), entries)


def body(*entries: Entry) -> str:
    """What is written of the messages, without the header."""
    return catalog.write(catalog_of(*entries)).decode().split("\n\n", 1)[1]


@pytest.mark.slow
@given(catalogs())
@quick
def test_what_is_written_is_read_back(written: Catalog) -> None:
    assert bare(catalog.read(catalog.write(written), "x.po")) == bare(written)


@pytest.mark.slow
@given(catalogs())
@quick
def test_gettexts_own_tool_changes_no_byte(written: Catalog) -> None:
    data = catalog.write(written)
    done = gettext("msgcat", "--force-po", data=data)
    assert (done.returncode, done.stdout) == (0, data)


def test_an_entry_is_written_in_gettexts_order() -> None:
    entry = Entry(
        msgid='Say "no"\tnow',
        msgstr=("«नहीं» कहें",),
        msgctxt="how/step",
        comments=("मेरा नोट", ""),
        extracted=("step",),
        references=("content/hands.yaml:14",),
        flags=("fuzzy",),
        previous=Previous("how/list-item", "Say no", None),
    )
    assert body(entry) == (
        "# मेरा नोट\n#\n#. step\n#: content/hands.yaml:14\n#, fuzzy\n"
        '#| msgctxt "how/list-item"\n#| msgid "Say no"\n'
        'msgctxt "how/step"\nmsgid "Say \\"no\\"\\tnow"\nmsgstr "«नहीं» कहें"\n'
    )


def test_plural_forms_are_numbered() -> None:
    entry = Entry(msgid="day", msgid_plural="days", msgstr=("يوم", "يومان", "أيام"))
    assert body(entry) == (
        'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "يوم"\nmsgstr[1] "يومان"\nmsgstr[2] "أيام"\n'
    )


def test_what_is_obsolete_is_written_as_dead_and_without_its_places() -> None:
    entry = Entry(
        msgid="gone",
        msgstr=("走了",),
        extracted=("step",),
        references=("a.yaml:1",),
        previous=Previous(None, "go", None),
        obsolete=True,
    )
    assert body(entry) == '#~| msgid "go"\n#~ msgid "gone"\n#~ msgstr "走了"\n'


def test_long_text_is_wrapped_between_words() -> None:
    lines = body(Entry(msgid="a", msgstr=(LONG,))).splitlines()
    assert lines[1] == 'msgstr ""'
    assert len(lines) > 3
    assert all(line.endswith(' "') for line in lines[2:])


def test_a_catalog_without_messages_keeps_its_header() -> None:
    written = catalog.write(catalog_of())
    assert catalog.read(written, "hi.po").header.msgstr == (HEADER,)


@pytest.mark.parametrize("comment", ["C:\\", "ends in \\", "#", ".", "~ a", "| b", ", fuzzy"])
def test_no_comment_is_taken_for_anything_else(comment: str) -> None:
    entry = Entry(msgid="a", msgstr=("b",), comments=(comment,), extracted=(comment,))
    written = catalog_of(entry)
    assert bare(catalog.read(catalog.write(written), "hi.po")) == bare(written)


def test_a_file_name_with_spaces_stays_one_place() -> None:
    places = ("content/my leaflet.yaml:3", "a b", "c.yaml:1")
    entry = Entry(msgid="a", msgstr=("b",), references=places)
    assert body(entry).startswith("#: ⁨content/my leaflet.yaml⁩:3 ⁨a b⁩ c.yaml:1\n")


def test_catalogs_are_the_same_wherever_their_messages_are() -> None:
    one = catalog_of(Entry(msgid="a", msgstr=("क",), where=Where("hi.po", 9)))
    assert catalog.same(one, catalog_of(Entry(msgid="a", msgstr=("क",))))


def test_catalogs_are_the_same_whenever_their_texts_were_extracted() -> None:
    later = Entry(msgid="", msgstr=(HEADER.replace("2026-11-22 20:16", "2027-01-01 00:00"),))
    assert catalog.same(catalog_of(), replace(catalog_of(), header=later))


@pytest.mark.parametrize(
    "change",
    [
        {"msgstr": ("ख",)},
        {"flags": ("fuzzy",)},
        {"comments": ("c",)},
        {"extracted": ("c",)},
        {"references": ("a.yaml:2",)},
        {"previous": Previous(None, "b", None)},
        {"obsolete": True},
    ],
    ids=lambda change: next(iter(change)),
)
def test_any_other_change_counts(change: dict[str, Any]) -> None:
    entry = Entry(msgid="a", msgstr=("क",))
    assert not catalog.same(catalog_of(entry), catalog_of(replace(entry, **change)))


def test_a_change_in_the_header_counts() -> None:
    reviewed = HEADER.replace("Reviewed-By: ", "Reviewed-By: डॉ. राव")
    other = replace(catalog_of(), header=Entry(msgid="", msgstr=(reviewed,)))
    assert not catalog.same(catalog_of(), other)


def test_without_gettext_the_exit_status_is_that_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PolyleafError, match=r"error\[tool-missing\].*install gettext") as caught:
        catalog.write(catalog_of())
    assert caught.value.findings[0].exit_status is ExitStatus.MACHINE


def shipped() -> dict[str, bytes]:
    """Each shipped catalog's bytes, read once: they may be edited meanwhile."""
    files = sorted(
        path for path in (ROOT / "locales").rglob("*.po*") if path.suffix in (".po", ".pot")
    )
    assert len(files) >= 20, "found nothing to look at"
    return {str(path.relative_to(ROOT)): path.read_bytes() for path in files}


def test_shipped_catalogs_are_fit_for_gettext() -> None:
    refused = {
        name: done.stderr.decode()
        for name, data in shipped().items()
        if (done := gettext("msgfmt", "--check", "--output-file=/dev/null", data=data)).returncode
    }
    assert not refused, refused


@pytest.mark.slow
def test_writing_the_shipped_catalogs_again_changes_no_byte() -> None:
    files = shipped()
    changed = [n for n, data in files.items() if catalog.write(catalog.read(data, n)) != data]
    assert not changed, "write them as gettext does: msgcat FILE -o FILE"
