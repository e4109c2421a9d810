"""YAML is read as it is written, and every fault is reported at its place."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AfterValidator, Field

from polyleaf.content import yaml
from polyleaf.content.yaml import (
    Day,
    Fault,
    Mapping,
    Number,
    OneKey,
    Scalar,
    Sequence,
    Shape,
    ShortForm,
    Truth,
    Written,
)
from polyleaf.languages import normalised
from polyleaf.model.findings import PolyleafError, Where

from ..strategies import any_bytes, any_text, phrases, spoiled, thorough


def _loud(value: Scalar) -> Scalar:
    if not value.isupper():
        raise Fault("quiet", f'"{value}" is quiet', "shout")
    return value


class Long(Shape):
    text: Written
    loud: Annotated[Written, AfterValidator(_loud)] | None = None


ABSENT: Any = Field(None, validate_default=False)


class Part(OneKey):
    word: Annotated[Long, ShortForm("text")] = ABSENT
    words: Annotated[tuple[Written, ...], Field(min_length=2)] = ABSENT


class Note(Shape):
    """A shape with one field of every kind."""

    title: Written
    tone: Literal["info", "urgent"] = "info"
    day: Day | None = None
    count: Number = 0
    sure: Truth = False
    lines: tuple[Written, ...] = ()
    parts: tuple[Part, ...] = ()


def read(text: str) -> Note:
    return yaml.read(text.encode(), "n.yaml", Note)


def faults(data: str | bytes) -> list[str]:
    """The findings in a file, as "line:column code"."""
    with pytest.raises(PolyleafError) as caught:
        yaml.read(data if isinstance(data, bytes) else data.encode(), "n.yaml", Note)
    assert all(finding.where.path == "n.yaml" for finding in caught.value.findings)
    return [
        f"{str(finding.where).removeprefix('n.yaml').lstrip(':')} {finding.code}".strip()
        for finding in caught.value.findings
    ]


def reported(text: str) -> str:
    with pytest.raises(PolyleafError) as caught:
        read(text)
    return str(caught.value)


@pytest.mark.parametrize("word", ["no", "yes", "21:00", "0x10", "1e3", "off", "nil", "2026-11-22"])
def test_a_scalar_is_read_as_text(word: str) -> None:
    assert read(f"title: {word}").title == word


def test_every_string_knows_its_place() -> None:
    note = read('title: "त्वचा: 皮肤"\nlines: [الجلد, "😀", a]\n')
    assert note.title == "त्वचा: 皮肤"
    assert note.title.where == Where("n.yaml", 1, 8)
    assert [line.where.column for line in note.lines] == [9, 16, 21]


def test_values_get_their_types() -> None:
    note = read("title: a\nday: 2026-11-22\ncount: 12\nsure: true\ntone: urgent\n")
    assert (note.day, note.count, note.sure, note.tone) == (date(2026, 11, 22), 12, True, "urgent")
    assert note.day is not None
    assert note.day.where == Where("n.yaml", 2, 6)


def test_a_short_form_stands_for_the_mapping() -> None:
    short = read("title: a\nparts: [word: दवा]").parts[0].value
    long = read("title: a\nparts: [word: {text: दवा}]").parts[0].value
    assert short == long == Long(text=Scalar("दवा"))


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter() -> None:
    note = yaml.read(b"\xef\xbb\xbftitle: a\r\ncount: 2\r\n", "n.yaml", Note)
    assert (note.title, note.count) == ("a", 2)
    assert note.title.where == Where("n.yaml", 1, 8)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: a\n\tcount: 1", ["2:1 yaml-syntax"]),
        ("lines:\n  - a\n - b", ["3:2 yaml-syntax"]),
        ('title: "त्वचा', ["1:8 yaml-syntax"]),
        (
            "title: a\u2028b\nlines: [a\u2029, b]\n\ufeffcount: 2",
            [
                "1:9 yaml-control",
                "2:10 yaml-control",
                "3:1 yaml-control",
            ],
        ),
        ('title: "\\u2028a"', ["1:8 yaml-control"]),
        ("title: त्वचा: लाल", ["1:13 yaml-syntax"]),
        ("title: **bold**", ["1:9 yaml-syntax"]),
        ("title: @who", ["1:8 yaml-syntax"]),
        ("title: a\n---\ntitle: b", ["2:1 yaml-syntax"]),
        ("title: a\nlines: [皮肤, \x01]", ["2:13 yaml-syntax"]),
        ("title: !x!y a", ["1:8 yaml-syntax"]),
        ('title: "a\\0b"', ["1:8 yaml-control"]),
        ('title: "\\u0085 \\t \\n ok"\nlines: ["\\e"]', ["2:9 yaml-control"]),
        ("title: &t a\nlines: [*t]", ["1:8 yaml-alias", "2:9 yaml-alias"]),
        ("title: *really", ["1:8 yaml-alias"]),
        ("lines: " + "[" * 30 + "]" * 30, ["1:31 yaml-depth"]),
        ("", ["yaml-empty"]),
        ("# nothing but this", ["yaml-empty"]),
        ("title: a\ntitle: b", ["2:1 key-duplicate"]),
        ("? [a]\n: b", ["1:3 yaml-key"]),
        ("title: a\n'': b", ["2:1 yaml-key"]),
        ("?", ["1:2 yaml-key"]),
        ("<<: {title: a}\ntitle: b", ["1:1 yaml-alias"]),
        ("- title", ["1:1 type"]),
        ("count: 2", ["1:1 key-missing"]),
        ("title:", ["1:7 value"]),
        ("title: '  '", ["1:8 value"]),
        ("title: [a]", ["1:1 type"]),
        ("title: a\nday: 22.11.2026", ["2:6 type"]),
        ("title: a\nday: 2026-02-30", ["2:6 type"]),
        ("title: a\nday: 2026-W47-7", ["2:6 type"]),
        ("title: a\ncount: १२ दिन", ["2:8 type"]),
        ("title: a\nsure: yes", ["2:7 type"]),
        ("title: a\ntone: urgnt", ["2:7 value-unknown"]),
        ("title: a\ntone: [info]", ["2:1 type"]),
        ("title: a\nlines: b", ["2:8 type"]),
        ("title: a\nlines: [b, '']", ["2:12 value"]),
        ("title: a\nparts: [word]", ["2:9 type"]),
        ("title: a\nparts:\n  -", ["3:4 type"]),
        ("title: a\nparts: [{}]", ["2:9 block-keys"]),
        ("title: a\nparts: [{word: b, words: [c, d]}]", ["2:9 block-keys"]),
        ("title: a\nparts: [words: [c]]", ["2:9 length"]),
        ("title: a\nparts: [words: ['', c]]", ["2:17 value"]),
        ("title: a\nparts: [word: {text: b, loud: c}]", ["2:31 quiet"]),
        ("title: a\nparts: [word: {txet: b}]", ["2:9 key-missing", "2:16 key-unknown"]),
        ("titel: a\ncount: x", ["1:1 key-missing", "1:1 key-unknown", "2:8 type"]),
    ],
)
def test_a_fault_is_reported_at_its_place(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


def test_all_faults_of_a_file_that_is_no_yaml_are_reported_in_one_run() -> None:
    text = """title: Hands: clean
tone: @info
parts:
  - word: "one" two
  - words: [a
  - word: fine
  - word: !x b
    word: twice
  - words: - a
lines:
  - "open
  - and so on: "as: said"
  - b: c: d
"""
    assert faults(text) == [
        "1:13 yaml-syntax",
        "2:7 yaml-syntax",
        "4:17 yaml-syntax",
        "5:12 yaml-syntax",
        "7:11 yaml-tag",
        "8:5 key-duplicate",
        "9:12 yaml-syntax",
        "11:5 yaml-syntax",
        "13:9 yaml-syntax",
    ]


def test_bytes_that_are_not_utf8_are_reported_by_line_and_character() -> None:
    assert faults("title: त्वचा ".encode() + b"\xe9") == ["1:14 encoding"]
    assert faults("title: a".encode("utf-16")) == ["1:1 encoding"]


def test_a_file_may_not_be_huge() -> None:
    assert faults("title: a\n#" + "x" * 1_000_000) == ["file-size"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titel: a", 'error[key-unknown]: unknown key "titel"; did you mean "title"?'),
        ("title: a\ntitle: b", 'the key "title" is written twice; first on line 1'),
        ("title: a: b", 'quote text that contains ": "'),
        ("title: a\n\tcount: 1", "indent with spaces"),
        ("title: **bold**", "quote text that starts with a sign"),
        ("title: *really", "quote text that starts with a sign"),
        ("title: a\ntone: urgnt", 'unknown tone "urgnt"; did you mean "urgent"?'),
        ("title: a\ntone: zzz", 'unknown tone "zzz"; known: info, urgent'),
        ("title: a\ntone: {b: c}", '"tone" must be one of info, urgent, not a mapping'),
        ("title: a\nday: soon", '"day" must be a date such as 2026-11-22, not "soon"'),
        ("title: a\nsure: हाँ", '"sure" must be true or false, not "हाँ"'),
        ("title: a\ncount: {b: c}", '"count" must be a whole number, not a mapping'),
        ("title: a\nlines:", '"lines" must be a list, not nothing'),
        ("title: a\nparts: [words: [c]]", '"words" needs at least 2 of them, not 1'),
        ("title: a\nparts: [{}]", "expected exactly one key of: word, words; one list item (-)"),
        ("title: a\nparts: [word: {text: b, loud: c}]", '"c" is quiet; shout'),
    ],
)
def test_a_fault_says_what_to_do(text: str, message: str) -> None:
    assert message in reported(text)


def test_json_schema_says_a_block_has_one_key() -> None:
    part = yaml.json_schema(Part)
    assert (part["minProperties"], part["maxProperties"]) == (1, 1)


def survives(data: bytes) -> None:
    try:
        yaml.read(data, "n.yaml", Note)
    except PolyleafError as error:
        places = {finding.where.path for finding in error.findings}
    else:
        places = {"n.yaml"}
    assert places == {"n.yaml"}


@given(any_bytes | any_text.map(str.encode) | phrases.map(str.encode))
@thorough
def test_any_bytes_bring_only_findings(data: bytes) -> None:
    survives(data)


FULL = """\
title: "त्वचा"
tone: urgent
day: 2026-11-22
count: 3
sure: true
lines: [الجلد, 皮肤]
parts:
  - word: {text: दवा, loud: "TAKE"}
  - words: [a, b]
  - word: >
      two
      lines
""".encode()
PIECES = tuple(
    b"\n|  |\t|: |- |[|]|{|}|*a|&a |'|\"|null|? |title: |word: |parts: |\x00".split(b"|")
)


@given(st.data())
@thorough
def test_a_spoiled_file_brings_only_findings(data: st.DataObject) -> None:
    survives(data.draw(spoiled(FULL, PIECES)))


def test_the_file_that_is_spoiled_is_whole() -> None:
    note = yaml.read(FULL, "n.yaml", Note)
    assert [part.value for part in note.parts][2].text == "two lines\n"


tree = st.recursive(
    phrases.filter(str.strip),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(st.sampled_from(["title", "क", "皮"]), inner, min_size=1)
    ),
    max_leaves=8,
)


def flow(value: object) -> str:
    """A tree as YAML, every text in single quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return "'" + str(value).replace("'", "''") + "'"


@pytest.mark.slow
@given(tree)
@thorough
def test_a_tree_that_is_written_is_read_with_its_places(value: object) -> None:
    text = flow(value)
    loaded = yaml.load(text.encode(), "n.yaml")
    assert flow(loaded) == normalised(text)
    for node in _nodes(loaded):
        where = yaml.where_of(node, Where(""))
        assert where.line == 1
        assert text[where.column - 1] in ("{", "[", "'", *"tक皮")


def _nodes(node: object) -> list[object]:
    if isinstance(node, Mapping):
        return [node, *node, *(inner for value in node.values() for inner in _nodes(value))]
    if isinstance(node, Sequence):
        return [node, *(inner for value in node for inner in _nodes(value))]
    return [node]
