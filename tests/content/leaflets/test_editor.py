"""An editor completes and underlines as `check` does: driven by its language server."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from polyleaf.content import clinic, leaflets

from ... import yaml_server
from ...conftest import LEAFLET, ROOT
from ...yaml_server import Editor
from .test_parse import LIST
from .test_schema_agreement import WHOLE

pytestmark = pytest.mark.slow
HERE = "file:///project/content/"


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    schemas = {}
    for schema, pattern in (
        (leaflets.schema(), "content/*.yaml"),
        (clinic.schema(), "clinic.yaml"),
    ):
        path = tmp_path_factory.mktemp("schema") / "schema.json"
        path.write_text(json.dumps(schema))
        schemas[path.as_uri()] = pattern
    with yaml_server.editor(schemas) as editor:
        yield editor


def test_it_underlines_nothing_that_is_right(editor: Editor) -> None:
    files = {path.name: path.read_text("utf-8") for path in (ROOT / "content").glob("*.yaml")}
    assert len(files) >= 3, "found no content"
    for name, text in {**files, "whole.yaml": WHOLE, "hands.yaml": LEAFLET}.items():
        assert editor.open(HERE + name, text) == [], name
    text = (ROOT / "clinic.yaml").read_text("utf-8")
    assert editor.open("file:///project/clinic.yaml", text) == []


@pytest.mark.parametrize(
    ("new", "line", "said"),
    [
        ("lsit: [a]", 13, "Property lsit is not allowed."),
        ("callout: {tone: loud, heading: a, text: b}", 13, "urgent"),
        ("paragraph: null", 13, "Incorrect type."),
        ("paragraph: {text: a, only: {country: [UK]}}", 13, "Value is not accepted."),
        ('paragraph: "a\\n\\nb"', 13, "expected a text of one paragraph"),
        ("form: {heading: a, columns: [b], rows: '5'}", 13, "integer"),
    ],
)
def test_it_underlines_what_check_refuses(editor: Editor, new: str, line: int, said: str) -> None:
    found = editor.open(f"{HERE}wrong{abs(hash(new))}.yaml", LEAFLET.replace(LIST, new))
    assert said in " ".join(each["message"] for each in found)
    assert {each["range"]["start"]["line"] for each in found} == {line}


def test_it_proposes_keys_with_what_they_mean(editor: Editor) -> None:
    text = LEAFLET.replace(f"- {LIST}", "- \n        ")
    editor.open(f"{HERE}new.yaml", text)
    line = text[: text.index("      - \n")].count("\n")
    blocks = editor.complete(f"{HERE}new.yaml", line, 8)
    assert {"paragraph", "list", "callout", "ask_back"} <= set(blocks)
    assert "numbered steps, which may have pictures" in blocks["steps"]
    assert not any("Shape" in each for each in (*blocks, *blocks.values()))
    top = editor.complete(f"{HERE}new.yaml", 0, 0)
    assert "a line below the title" in top["subtitle"]


def test_it_proposes_the_words_of_a_choice(editor: Editor) -> None:
    text = LEAFLET.replace(LIST, "callout: {heading: a, text: b, tone: }")
    editor.open(f"{HERE}choice.yaml", text)
    at = text.splitlines()[13].index("tone: ") + len("tone: ")
    assert set(editor.complete(f"{HERE}choice.yaml", 13, at)) >= {"info", "caution", "urgent"}
