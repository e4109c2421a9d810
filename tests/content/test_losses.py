"""What YAML would take from a text without a word is reported; honest YAML is not."""

from __future__ import annotations

import pytest

from polyleaf import languages
from polyleaf.model.findings import PolyleafError

from ..conftest import Sandbox
from .test_yaml import faults, read, reported

LINES = "title: a\nlines:\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: Tel. #5 for the nurse", ["1:13 yaml-comment"]),
        ("title: Rosacea  # keep short", ["1:17 yaml-comment"]),
        ("title: त्वचा # لا", ["1:14 yaml-comment"]),
        ("title: # 5 of them", ["1:8 yaml-comment"]),
        (f"{LINES}  - 5 # of days\n  - Tel. #5", ["3:7 yaml-comment", "4:10 yaml-comment"]),
        (f"{LINES}  - # 5 of them", ["3:5 yaml-comment"]),
        (f"{LINES}  - Call us on\n    the number # 5\n  - b", ["4:16 yaml-comment"]),
        (f"{LINES}  - Call us on\n    # 5\n  - b", ["4:5 yaml-comment"]),
        (f"{LINES}  - Call us on\r\n    # 5\r\n", ["4:5 yaml-comment"]),
        ("title: a\nlines: [Rest #1\n, b]", ["2:14 yaml-comment"]),
        ("title: a\nlines: [Rest, #1\n  b]", ["2:15 yaml-comment"]),
        ("title: a\nparts: [{word: {text: b #1\n}}]", ["2:25 yaml-comment"]),
        ("title: &Wash your hands", ["1:8 yaml-alias"]),
        (f"{LINES}  - &a Rest\n  - *a", ["3:5 yaml-alias", "4:5 yaml-alias"]),
        ("title: a\nlines: &l [b]", ["2:8 yaml-alias"]),
        ("title: !important Rest", ["1:8 yaml-tag"]),
        ("title: ! Rest", ["1:8 yaml-tag"]),
        ("title: !!str Rest", ["1:8 yaml-tag"]),
        ("title: !!python/object:os.system x", ["1:8 yaml-tag"]),
        ("title: a\nlines: !!seq [b]", ["2:8 yaml-tag"]),
        ("title: !a b\nlines: [c", ["1:8 yaml-tag", "2:8 yaml-syntax"]),
        ("title: a\nparts: [word: {<<: {text: b}}]", ["2:16 yaml-alias"]),
        ("title: |\n  one\n  two", ["1:8 text-lines"]),
        ("title: >\n  one\n\n  two", ["1:8 text-lines"]),
        ("title: one\n\n  two", ["1:8 text-lines"]),
        ('title: "one\\ntwo"', ["1:8 text-lines"]),
        ("title: >\n  Wash\n  - hands\n  - feet", ["3:3 text-lines"]),
        (f"{LINES}  - Wash\n    - hands\n    - feet", ["4:5 text-lines"]),
        ("title: Wash\n  • hands\n  • feet", ["2:3 text-lines"]),
        ('title: "Wash\n  1. hands\n  2. feet"', ["2:3 text-lines"]),
        ("title: a\nlines: [اغسل، جفف]", ["2:8 text-lines"]),
        ("title: a\nlines: [洗手，擦干]", ["2:8 text-lines"]),
        ("title: a\nlines: [手を洗う、拭く]", ["2:8 text-lines"]),
        ("title: a\nlines: [Take 1,5 mg, b]", ["2:15 text-lines"]),
        ("title: a\nlines: [कुल ०,५]", ["2:14 text-lines"]),
        ("title: a\nparts: [{word: {text: 2,5 mL}}]", ["2:24 text-lines", "2:25 key-unknown"]),
        ("title: a\n<b>: c", ["2:1 key-unknown"]),
        ("title: a\nparts: [<<: {word: b}]", ["2:9 yaml-alias"]),
        ("title: ~", ["1:8 type"]),
        ("title: a\nlines: [null, b]", ["2:9 type"]),
        ('title: a\ncount: "5"', ["2:8 type"]),
        ("title: a\ncount: 1_000", ["2:8 type"]),
        ("title: a\nsure: 'true'", ["2:7 type"]),
    ],
)
def test_what_a_text_loses_is_reported(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# of its own\ntitle: a\n",
        'title: "Tel. #5"  # in quotes\n',
        "title: Tel.#5\n",
        "title: a\nlines: # behind a key\n  - b\n  # between\n  - c\n  # at the end\n",
        "title: a\nlines: [b, c] # behind a list\n",
        "title: 1,5 mg\nlines: ['2,5 mL', 3, 4,b]\n",
        "title: a\nparts:\n  - word: b\n    # commented: out\n  - word: c\n",
        "title: a\nday: 2026-11-22 # soon\ncount: 2 # rows\nsure: true # yes\ntone: info # c\n",
        "title: >  # joined\n  one\n  two # three\n",
        "title: |\n  one line\n\n",
        "title: |-\n  # one line\n",
        "title: one\n  two\n# three\n",
        "title: a\nlines: ['洗手，擦干', b]\n",
        "title: a\nlines: [洗手，擦干, b]\n",
        "title: a\nlines: ['اغسل، جفف']\n",
        "title: the dose is 3\n  -1 or less\n",
        'title: "null"\n',
    ],
)
def test_honest_comments_and_lines_are_read(text: str) -> None:
    assert read(text).title.strip()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "title: Tel. #5",
            'a comment begins after "Tel.": what is behind the # is not printed; put quotes around'
            " the text, or the comment on a line of its own",
        ),
        ("title: &Wash hands", '"&Wash" names an anchor and is not printed; quote text'),
        ("title: !now a", '"!now" is a tag and is not printed; quote text that starts'),
        ("title: |\n  a\n  b", "to join them write > for |, without empty lines"),
        (f"{LINES}  - Note: rest", '": " makes "Note" a key: put quotes around the whole text'),
        (f"{LINES}  - {{clinic.phone}}", 'text that begins with "{" needs quotes'),
        (f"{LINES}  - [now] rest", "quote text that starts with a sign"),
        (f"{LINES}  - [now]", 'text that begins with "[" needs quotes'),
        (f"{LINES}  - a\n  -b", "a space belongs behind the dash"),
        ("title: a\nparts:\n  - word：b", "the colon is full-width (：): write : and a space"),
        ("title: a\nparts:\n  - word:\u00a0b", "the space behind the colon is no plain one"),
        ("title: a\nparts:\n  - word:\u3000b", "the space behind the colon is no plain one"),
        ("title: a\nparts:\n  - word:b", "a space belongs behind the colon"),
        ("title: a\nparts:\n  - word: {clinic.phone}", 'text that begins with "{" needs quotes'),
        ("title：a\ncount: 2", "the colon is full-width"),
        ("count: 2\ntitle：a\nsure: true", "the colon is full-width"),
        ("count: 2\ntitle:\u00a0a\nsure: true", "the space behind the colon is no plain one"),
        ("title: a\n\u00a0 count: 2", "the key has a space that is no plain one"),
        ('title: "Stop" now', "put quotes around the text as a whole"),
        ("title: 'It's'", "put quotes around the text as a whole|quotation mark"),
        ("title: > 5 mg", "quote text that starts with a sign"),
        ("title: %5", "quote text that starts with a sign"),
        ("title: `code`", "quote text that starts with a sign"),
        ("title: [our page](https://a.example)", "quote text that starts with a sign"),
        ("title: “a”: b", 'the quotes of YAML are straight: "…"'),
        ("lines: [a]\ntitle: Bring: b", 'quote text that contains ": "'),
        (f"{LINES}  * a\n  * b", "a dash (-) begins each item of a list"),
        (
            "title: a\nparts:\n  - word: b\n    word: c\n   -word: d",
            "a space belongs behind the dash",
        ),
        ("title: a\nparts:\n    word: b\n  - word: c\n", "a dash (-) belongs before each block"),
        ('title: "a\ncount: 2\nlines: ["b"]', "line 1 has one that nothing closes"),
        ("title: a\n---\ntitle: b", "take out the --- and what follows it"),
        ("title: a\n\u200fcount: 2", "it holds U+200F RIGHT-TO-LEFT MARK"),
        ("title: a\ncоunt: 2", "it holds U+043E CYRILLIC SMALL LETTER O"),
        ("title: a\nlines: [اغسل، جفف]", "write , between items, or quotes around the text"),
        ("title: a\nlines: [Street #3, London]\ncount: 2", "a # behind a space begins a comment"),
        ('title: "a\\d"', "write \\\\ for a backslash, or use single quotes"),
        ('title: "\\ud800"', "write the character itself"),
        ("<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> x", "an unfinished merge"),
        ("title: a\ntitle: # b", "first on line 1"),
        ("title: a\ncuont: 2\nzzz: 1", "known: count, day, lines, parts, sure, tone"),
        ("title: a\nlines: b, c", "write each item on a line of its own, behind a dash"),
        ('title: a\ncount: "5"', "write it without quotes"),
    ],
)
def test_the_cause_is_named(text: str, message: str) -> None:
    assert any(part in reported(text) for part in message.split("|")), reported(text)


def test_a_misspelt_file_is_no_silence(project: Sandbox) -> None:
    for name in ("x.yml", "y.YAML", "z.yaml.txt", "drafts/a.yaml", "notes.txt", "images/a.svg"):
        project.write(f"content/{name}", "kind: leaflet\n")
    said = project.run("check")
    assert said.returncode == 1
    assert [line.partition(": ")[0] for line in said.stderr.splitlines()] == [
        "content/drafts/a.yaml",
        "content/x.yml",
        "content/y.YAML",
        "content/z.yaml.txt",
    ]
    assert "content/x.yml: error[content-unread]" in said.stderr
    assert "name it x.yaml" in said.stderr
    assert "name it z.yaml" in said.stderr
    assert "content/drafts/a.yaml: warning[content-unread]" in said.stderr


def test_a_project_with_only_a_misspelt_file_is_told_so(project: Sandbox) -> None:
    (project.root / "content/hands.yaml").rename(project.root / "content/hands.yml")
    assert "content/hands.yml: name it hands.yaml" in project.run("check").stderr


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("dari", '"fa-AF"? (Dari)'),
        ("hindi", '"hi"? (Hindi)'),
        ("español", '"es"? (Spanish)'),
        ("jp", '"ja"? (Japanese)'),
        ("ua", '"uk"? (Ukrainian)'),
        ("punjbai", '"pa"? (Punjabi)'),
    ],
)
def test_a_language_by_another_name_is_proposed(tag: str, meant: str) -> None:
    with pytest.raises(PolyleafError) as caught:
        languages.find(tag)
    assert f"did you mean {meant}" in str(caught.value)


def test_unknown_keys_of_the_clinic_name_what_is_known(project: Sandbox) -> None:
    project.edit("clinic.yaml", "country:", "fotter: x\nzzz: 2\ncountry:")
    said = project.run("check").stderr
    assert '4:1: error[key-unknown]: unknown key "fotter"; did you mean "footer"?' in said
    assert 'unknown key "zzz"; known: about, address, colours,' in said
