"""CSV and JSON lines are read as rows of cells with their places."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.model.findings import Finding, PolyleafError
from polyleaf.pipeline.personal.batch_records import BatchRecord, read

CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=8)
NAMES = st.lists(st.from_regex("[a-z]{1,6}", fullmatch=True), min_size=1, max_size=4, unique=True)


def rows(text: str, suffix: str = ".csv") -> list[dict[str, str]]:
    found = read(text, "jobs", suffix)
    return [{n.text: v.text for n, v in r.cells} for r in found if isinstance(r, BatchRecord)]


def problems(text: str, suffix: str = ".csv") -> list[str]:
    try:
        found = [each for each in read(text, "jobs", suffix) if isinstance(each, Finding)]
    except PolyleafError as error:
        found = list(error.findings)
    return [f"{each.where}: {each.message}" for each in found]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_first_row_has_the_names_whatever_the_delimiter(delimiter: str) -> None:
    text = f'a{delimiter}b\r\n1{delimiter}"x{delimiter} ""y"""\r\n{delimiter}\r\n'
    assert rows(text) == [{"a": "1", "b": f'x{delimiter} "y"'}]


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\r\na;b\r\n1;2\r\n",
        '"sep=\t"\na\tb\n1\t2\n',
        "SEP=,\na,b\n1,2\n",
        "sep=|\na|b\n1|2\n",
        "sep=^\na^b\n1^2\n",
        "a;b;\r\n1;2;\r\n;;\r\n",  # a column that was emptied
        "a,b,,\n1,2,,\n",
        "a,b\n1,2,,,\n",  # and one that only some rows have
        '"a","b"\n"1","2",""\n',
    ],
)
def test_a_file_is_read_as_spreadsheets_write_it(text: str) -> None:
    assert rows(text) == [{"a": "1", "b": "2"}]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_name_in_quotation_marks_may_hold_another_delimiter(delimiter: str) -> None:
    text = f'"a, c; d"{delimiter}b\n1{delimiter}2\n'
    assert rows(text) == [{"a, c; d": "1", "b": "2"}]


def test_text_below_no_name_is_kept_to_be_reported() -> None:
    assert rows("a,\n1,2\n") == [{"a": "1", "": "2"}]
    assert problems("a\n1,2\n") == ["jobs:2: the row has 2 cells for 1 columns"]


def test_a_cell_has_its_place_after_a_cell_of_several_lines() -> None:
    (record,) = read('a,b,c\n"1\n2",three,"4"\n', "jobs", ".csv")
    assert isinstance(record, BatchRecord)
    assert [str(value.where) for _, value in record.cells] == ["jobs:2:1", "jobs:3:4", "jobs:3:10"]
    assert str(record.where) == "jobs:2"


@given(NAMES, st.data())
def test_csv_that_python_writes_is_read(names: list[str], data: st.DataObject) -> None:
    wanted = data.draw(st.lists(st.lists(CELL, min_size=len(names), max_size=len(names))))
    stream = io.StringIO()
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows([names, *wanted])
    kept = [dict(zip(names, row, strict=True)) for row in wanted if any(row)]
    assert rows(stream.getvalue()) == kept


@pytest.mark.slow
@given(st.lists(st.dictionaries(CELL, CELL, min_size=1)))
def test_json_that_python_writes_is_read(wanted: list[dict[str, str]]) -> None:
    for ascii_only in (True, False):
        text = "\n".join(json.dumps(row, ensure_ascii=ascii_only) for row in wanted)
        assert rows(text, ".jsonl") == wanted


@given(st.text(), st.sampled_from([".csv", ".jsonl"]))
def test_any_text_is_read_or_reported(text: str, suffix: str) -> None:
    problems(text, suffix)


def test_only_text_whole_numbers_and_null_are_cells() -> None:
    assert rows('{"id": 17, "note": null}', ".jsonl") == [{"id": "17", "note": ""}]
    for odd in ("1.5", "true", "[1]", '{"a": "b"}'):
        assert problems(f'{{"id": "a", "note": {odd}}}', ".jsonl") == ["jobs:1:21: expected text"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('a,b\n1,"x\n', "jobs:2:3: this quotation mark is never closed"),
        ('a,b\n1,"x"y\n', "jobs:2:6: there is text after a closing quotation mark"),
        ("a,b\n1\n", "jobs:2: the row has 1 cells for 2 columns"),
    ],
)
def test_broken_csv_is_reported_at_its_place(text: str, problem: str) -> None:
    assert problems(text) == [problem]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('["a"]', "jobs:2:1: not JSON: expected {"),
        ('{"a": "b",}', 'jobs:2:11: not JSON: expected "'),
        ('{"a" "b"}', "jobs:2:6: not JSON: expected :"),
        ('{"a": }', "jobs:2:7: not JSON: Expecting value"),
        ('{"a": "b"} {}', "jobs:2:12: not JSON: text after the object"),
        ('{"a": ' + "9" * 5000 + "}", "jobs:2: a number is too long, or the nesting too deep"),
        ('{"a": ' + "[" * 100_000, "jobs:2: a number is too long, or the nesting too deep"),
    ],
)
def test_a_broken_line_of_json_is_reported_and_the_others_are_read(line: str, problem: str) -> None:
    text = f'{{"a": "1"}}\n{line}\n\n{{"a": "2"}}'
    assert problems(text, ".jsonl") == [problem]
    assert rows(text, ".jsonl") == [{"a": "1"}, {"a": "2"}]
