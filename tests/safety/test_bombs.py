"""A file that is made to take for ever, or all memory, is an error within seconds."""

from __future__ import annotations

import time

import pytest

from polyleaf.model.findings import MAX_REPORTED, PolyleafError
from polyleaf.translation import catalog

from ..conftest import LEAFLET, Sandbox
from ..content.leaflets.test_parse import parse
from ..translation.catalog.po import HEAD

SECONDS = 6  # of the processor; one of them on an idle machine
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
    "one key many times": (LEAFLET + "title: x\n" * 30_000, "key-duplicate"),
    "many keys twice": ("".join(f"k{i}: x\n" for i in range(13_000)) * 2, "key-duplicate"),
    "unknown keys": (LEAFLET + "".join(f"k{i}: x\n" for i in range(10_000)), "key-unknown"),
    "wrong blocks": (LEAFLET.replace(BLOCK, "      - lst: x\n" * 8_000), "key-unknown"),
    "ids": (
        LEAFLET.replace(
            "sections:\n",
            "sections:\n" + "  - {id: how, heading: x, blocks: [{paragraph: x}]}\n" * 5_000,
        ),
        "id-duplicate",
    ),
    "a long text": (LEAFLET.replace("Wash your hands before", "x" * FULL), "text-long"),
    "a long text in lines": ("title:\n" + " x\n" * 250_000, "text-long"),
    "a long number": (LEAFLET.replace("2009,", "9" * 9_000 + ","), "type"),
    "controls": ("a: [" + '"\\e",' * 50_000 + "]", "yaml-control"),
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


@pytest.mark.slow
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
    with pytest.raises(PolyleafError, match=r"error\[many-more\]: 49,901 more like these"):
        parse(("a: [" + '"\\e",' * 50_000 + "]").encode())


DIGITS, DEEP = "9" * 5_000, "[" * 5_000
TOML = {
    "a long number": (f"max_pages = {DIGITS}", "2: error[edition-syntax]"),
    "a long hexadecimal number": (f"[paper]\ncolumns = 0x{DIGITS}", "3: error[edition-syntax]"),
    "brackets": (f"x = {DEEP}", "2: error[edition-syntax]"),
    "brackets in lines": ("x = " + "[\n" * 5_000, "error[edition-syntax]"),
    "a key of many parts": (f"[paper]\n{'a.' * 5_000}a = 1", "3: error[edition-syntax]"),
    "keys of many parts": (
        "[paper]\n" + "".join(f"{'a.' * 400}a{number} = 1\n" for number in range(100)),
        "error[key-unknown]",
    ),
    "a megabyte of parts": (f"{'a.' * 490_000}a = 1", "error[file-size]"),
    "more pages than there are": (f"max_pages = {'9' * 900}", "error[type]: max_pages"),
    "type of no size": (f"smallest_type = {'9' * 900}", "error[type]: smallest_type"),
    "columns without an end": (f"[paper]\ncolumns = {'9' * 900}", "error[type]: paper.columns"),
    "a name that is none": ("extends = {a = 1}", "error[type]: extends"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("text", "said"), TOML.values(), ids=TOML)
def test_settings_of_an_edition_that_grow_are_an_error(
    project: Sandbox, text: str, said: str
) -> None:
    """The other edition is built. Parsed to its end, one of these would take an hour."""
    project.write("templates/mine/edition.toml", f'format = "html"\n{text}\n')
    project.write("templates/mine/leaflet.html", "x")
    done = project.run("-e", "mine,web")
    assert done.stderr.startswith("templates/mine/edition.toml:")
    assert said in done.stderr
    assert done.stdout.splitlines()[-1] == "1 built, 1 error"
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        f"a = {DIGITS}",
        f"a = 0x{DIGITS}",
        f"a = {DEEP}",
        "a = " + "[\n" * 5_000,
        f"{'a.' * 5_000}a=1",
    ],
)
def test_a_lock_of_fonts_that_grows_is_an_error(project: Sandbox, text: str) -> None:
    project.write("fonts.lock", text)
    done = project.run("-e", "a4,web")
    assert "fonts.lock" in done.stderr
    assert "error[lock-syntax]" in done.stderr
    assert done.stdout.splitlines()[-1] == "1 built, 1 failed, 1 error"


@pytest.mark.slow
def test_a_template_with_a_long_number_is_an_error(project: Sandbox) -> None:
    project.write("templates/mine/edition.toml", 'format = "html"\n')
    project.write("templates/mine/leaflet.html", f"{{{{ {DIGITS} }}}}")
    done = project.run("-e", "mine,web")
    told = "templates/mine/leaflet.html:1:4: error[template]: a number has more than 4,300 digits"
    assert told in done.stderr
    assert done.stdout.splitlines()[-1] == "1 built, 1 failed, 1 error"
    done = project.run("catalogs", "-l", "es")
    assert told in done.stderr
    assert "bug" not in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("letter", ["x\u0301", "\u0915\u093f"])
def test_a_letter_with_hundreds_of_marks_is_an_error_and_no_bug(
    project: Sandbox, letter: str
) -> None:
    """Even where no check looks, in a pack for reviewers, it can be drawn."""
    project.edit("content/hands.yaml", "Rub them.", letter + letter[1:] * 200)
    done = project.run("-e", "a4,review")
    assert "content/hands.yaml:14:33: error[marks-stacked]: a letter has 201 marks" in done.stderr
    assert "bug" not in done.stderr
    assert (project.root / "output/en/hands_en_review.pdf").is_file()
