"""docs/clinic.md and the JSON Schema of clinic.yaml say what Polyleaf reads."""

from __future__ import annotations

import re

import pytest
import yaml
from jsonschema import Draft202012Validator

from polyleaf.content import clinic

from ...conftest import CLINIC, ROOT

PAGE = (ROOT / "docs/clinic.md").read_text("utf-8")
SCHEMA = clinic.schema()


def example() -> str:
    found = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize(
    "text", [CLINIC, (ROOT / "clinic.yaml").read_text("utf-8"), example()], ids=range(3)
)
def test_what_is_read_matches_the_schema(text: str) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(yaml.safe_load(text))
    assert clinic.read(text.encode(), "clinic.yaml")[1] == ()


def test_the_schema_refuses_what_is_not_read() -> None:
    for key, wrong in {"colours": {"glow": "#fff"}, "paper": "a5", "note": ["x"]}.items():
        written = yaml.safe_load(CLINIC) | {key: wrong}
        assert not Draft202012Validator(SCHEMA).is_valid(written)
        assert clinic.read(yaml.safe_dump(written).encode(), "clinic.yaml")[1]


def test_the_page_has_every_key() -> None:
    told = set(re.findall(r"`([a-z_]+)(?::[^`]*)?`", PAGE))
    assert SCHEMA["properties"].keys() <= told
