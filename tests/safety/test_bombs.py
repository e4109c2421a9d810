"""A file that is made to take for ever, or all memory, is an error within seconds."""

from __future__ import annotations

import time

import pytest

from polyleaf.model.findings import MAX_REPORTED, PolyleafError
from polyleaf.translation import catalog

from ..conftest import LEAFLET, Sandbox
from ..content.leaflets.test_parse import parse
from ..translation.catalog.po import HEAD

SECONDS = 15  # of the processor; some three of them on an idle machine
PO_SECONDS = 6  # these are smaller than they may be
BLOCK = "      - list: [Wet your hands., Rub them., Dry them.]\n"
FULL = 900_000  # bytes: what a content file may have, nearly
LINES = 200_000
YAML = {
    "lists in lists": ("a: " + "[" * FULL, "yaml-depth"),
    "mappings in mappings": ("{a: " * 200_000, "yaml-depth"),
    "items in items": ("- " * 400_000, "yaml-depth"),
    "keys in keys": ("? " * 400_000, "yaml-depth"),
    "aliases": ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]", "yaml-alias"),
    "documents": ("a: b\n---\n" * 100_000, "yaml-syntax"),
    "one key many times": (LEAFLET + "title: x\n" * 90_000, "key-duplicate"),
    "many keys twice": ("".join(f"k{i}: x\n" for i in range(40_000)) * 2, "key-duplicate"),
    "unknown keys": (LEAFLET + "".join(f"k{i}: x\n" for i in range(30_000)), "key-unknown"),
    "wrong blocks": (LEAFLET.replace(BLOCK, "      - lst: x\n" * 25_000), "key-unknown"),
    "ids": (
        LEAFLET.replace(
            "sections:\n",
            "sections:\n" + "  - {id: how, heading: x, blocks: [{paragraph: x}]}\n" * 15_000,
        ),
        "id-duplicate",
    ),
    "a long text": (LEAFLET.replace("Wash your hands before", "x" * FULL), "text-long"),
    "a long text in lines": ("title:\n" + " x\n" * 250_000, "text-long"),
    "a long number": (LEAFLET.replace("2009,", "9" * 9_000 + ","), "type"),
    "controls": ("a: [" + '"\\e",' * 150_000 + "]", "yaml-control"),
    "tags": ("%TAG ! tag:x,2000:\n" * 40_000 + "---\na: b", "yaml-syntax"),
    "too many bytes": ("# " + "x" * 1_000_000, "file-size"),
}
PO = {
    "a long line": (f'msgid "{"x" * 1_500_000}"\nmsgstr ""\n', "a string has 1,500,000"),
    "a long line of escapes": ('msgid "' + "\\n" * 800_000 + '"\nmsgstr ""\n', "a string has"),
    "a long line of bytes": ('msgid "' + "\\303\\251" * 350_000 + '"\nmsgstr ""\n', "a string has"),
    "a line without an end": ('msgid "' + "\\" * 1_499_999, "does not end|backslash|no plural|msg"),
    "a text of many lines": ('msgid ""\n' + '"x"\n' * LINES + 'msgstr ""\n', "a string has"),
    "broken lines": ("x\n" * LINES, "cannot read"),
    "comments": ("# x\n" * LINES + 'msgid "x"\nmsgstr "y"\nx', "cannot read"),
    "one message many times": ('msgid "x"\nmsgstr ""\n\n' * 40_000, "twice"),
    "plural forms": (
        'msgid "x"\nmsgid_plural "y"\n' + 'msgstr[999] "x"\n' * 80_000,
        "a second msgstr|not consecutive",
    ),
    "places": ("#: " + "x:1 " * 200_000 + '\nmsgid "x"\nmsgstr ""\nx', "cannot read"),
}


def told(text: str) -> list[str]:
    began = time.process_time()
    with pytest.raises(PolyleafError) as caught:
        parse(text.encode())
    assert time.process_time() - began < SECONDS
    return [finding.code for finding in caught.value.findings]


@pytest.mark.slow
@pytest.mark.parametrize(("text", "code"), YAML.values(), ids=YAML)
def test_a_content_file_that_grows_is_an_error(text: str, code: str) -> None:
    codes = told(text)
    assert code in codes
    assert len(codes) <= MAX_REPORTED + 1


@pytest.mark.slow
@pytest.mark.parametrize(("text", "said"), PO.values(), ids=PO)
def test_a_catalog_that_grows_is_an_error(text: str, said: str) -> None:
    began = time.process_time()
    with pytest.raises(PolyleafError, match=said) as caught:
        catalog.read((HEAD + text).encode(), "hi.po")
    assert len(caught.value.findings) <= MAX_REPORTED + 1
    assert time.process_time() - began < PO_SECONDS


@pytest.mark.parametrize(
    "name",
    [
        "clinic.yaml",
        "content/hands.yaml",
        "locales/es/LC_MESSAGES/hands.po",
        "templates/web/style.css",
        "templates/web/edition.toml",
    ],
)
def test_no_more_is_read_of_a_file_than_it_may_have(project: Sandbox, name: str) -> None:
    """It has 100 GB, all of them holes."""
    project.edit("clinic.yaml", "[en]", "[en, es]")
    with project.write(name, "").open("r+b") as file:
        file.truncate(100_000_000_000)
    done = project.run()
    assert f"{name}: error[file-size]" in done.stderr
    assert done.returncode == 1


@pytest.mark.slow
def test_the_rest_of_a_thousand_findings_is_counted() -> None:
    with pytest.raises(PolyleafError, match=r"error\[many-more\]: 49,900 more like these"):
        parse(("a: [" + '"\\e",' * 50_000 + "]").encode())
