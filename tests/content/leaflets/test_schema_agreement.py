"""What the JSON Schema takes the reader takes, and the other way round.

Editors read YAML 1.2 with its core schema: `5` is a number there, `no` a text.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from jsonschema import Draft202012Validator

from polyleaf import languages
from polyleaf.content import clinic, leaflets
from polyleaf.model.findings import PolyleafError
from polyleaf.model.leaflet import Asset

from ...conftest import CLINIC, LEAFLET
from ...strategies import quick
from .from_schema import documents, written
from .test_parse import FAQ, LIST, any_picture

SCHEMA = leaflets.schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
# What a schema cannot say: how parts of a file fit each other, and what belongs to a spelling.
BEYOND = {
    "id-duplicate",
    "table-row",  # as many cells as columns
    "zones-order",
    "key-twice",
    "web-only",  # what must be on paper
    "item-missing",
    "dose-form",  # a range that goes down; more than three digits behind the point
    "language-unknown",  # the keys of `pages`
    "script-unsupported",
    "yaml-comment",
    "yaml-tag",
    "yaml-alias",
    "key-duplicate",
}
BLOCKS = """\
      - paragraph: {text: a, evidence: weak, only: {country: [GB]}, safety: true, max_length: 80}
      - steps: [a, {text: b, image: a.svg, alt: c}]
      - terms: [{term: a, text: b, evidence: none}]
      - table: {caption: a, columns: [b, c], rows: [[d, e], [f, g]]}
      - form: {heading: a, columns: [b], rows: 3, own_page: true}
      - callout: {tone: urgent, heading: a, text: b}
      - figure: {image: a.svg, alt: b, caption: c, labels: [d, e], size: half}
      - zones: [{tone: green, name: a, signs: [b], actions: [c]},
                {tone: red, name: d, signs: [e], actions: [f]}]
      - schedule: {rows: 1, medicines: [{name: a, for: b, days: [monday, friday],
                   doses: {morning: 1, noon: 2.5, evening: ½, bedtime: 1-2}}]}
      - ask_back: [a, b]
      - list: {items: [a, {text: b, items: [c]}, d, [e]], key: true}
"""
WHOLE = LEAFLET.replace(f"      - {LIST}\n", BLOCKS) + "pages: {en: 4, others: 6}\nsubtitle: s\n"
SPELLINGS = [
    *("5", "1.5", "true", "false", "null", "~", '""', "''", "'  '", '"5"', '"true"', "no", "1-2"),
    *("2026-11-22", "22.11.2026", "0", "-1", "100000", ".5", "GB", "a", '"a\\nb"', "[]", "{}"),
    *("[a]", "[[a]]", "{a: b}", "{text: a}", "monday", "urgent", "https://a.example", "½", "#"),
]
EACH = 3  # of them for each value of a file; all together take minutes


class Core(yaml.SafeLoader):
    """YAML 1.2 with its core schema."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", [*"-+0123456789"]),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", [*"-+.0123456789"]),
]:
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def refused(text: str) -> set[str]:
    """The codes of what the reader finds wrong with a leaflet."""
    try:
        leaflets.parse(text.encode(), "content/hands.yaml", any_picture)
    except PolyleafError as error:
        return {finding.code for finding in error.findings}
    return set()


@pytest.mark.slow
@given(documents(SCHEMA))
@settings(quick, max_examples=60, phases=[Phase.generate])
def test_what_the_schema_makes_is_read(document: Any) -> None:
    text = written(document)
    if VALIDATOR.is_valid(document):
        assert refused(text) <= BEYOND, text


def places(text: str) -> list[tuple[int, int]]:
    """Where each value of a file begins and ends."""

    def inside(node: yaml.Node) -> list[tuple[int, int]]:
        here = [(node.start_mark.index, node.end_mark.index)]
        if isinstance(node, yaml.MappingNode):
            return here + [place for _, value in node.value for place in inside(value)]
        if isinstance(node, yaml.SequenceNode):
            return here + [place for value in node.value for place in inside(value)]
        return here

    whole = yaml.compose(text, Core)
    assert whole
    return inside(whole)[1:]


FILES = [WHOLE, FAQ]


def changes(text: str) -> list[str]:
    """The file with each value changed to a few others, in turn."""
    found = []
    for number, (start, end) in enumerate(places(text)):
        end -= text[start:end].endswith("\n")
        for step in range(EACH):
            new = SPELLINGS[(number + step * len(SPELLINGS) // EACH) % len(SPELLINGS)]
            found.append(text[:start] + new + text[end:])
    return found


def valid(validator: Draft202012Validator, text: str) -> bool | None:
    """Whether an editor underlines nothing; None for what is no YAML."""
    try:
        return bool(validator.is_valid(yaml.load(text, Core)))
    except yaml.YAMLError:
        return None


@pytest.mark.parametrize("text", FILES, ids=["leaflet", "faq"])
def test_the_files_to_be_changed_are_right(text: str) -> None:
    assert VALIDATOR.is_valid(yaml.load(text, Core))
    assert refused(text) == set()


@pytest.mark.slow
@pytest.mark.parametrize("text", FILES, ids=["leaflet", "faq"])
def test_a_changed_value_is_right_for_both_or_for_none(text: str) -> None:
    differ = []
    for changed in changes(text):
        codes, right = refused(changed), valid(VALIDATOR, changed)
        if right is not None and (codes - BEYOND if right else not codes):
            differ.append((right, codes, changed))
    assert not differ


@pytest.mark.parametrize("schema", [SCHEMA, clinic.schema()], ids=["content", "clinic"])
def test_every_key_is_described(schema: dict[str, Any]) -> None:
    shapes = {"": schema, **schema["$defs"]}
    bare = [
        f"{name}.{key}"
        for name, shape in shapes.items()
        for key, value in shape.get("properties", {}).items()
        if not value.get("description")
    ]
    assert not bare
    assert all(not shape.get("title", "").endswith("Shape") for shape in shapes.values())


CLINICS = CLINIC + (
    "urgent_phone: 1\nemail: a@b.example\nsource_language: en\nnote: {en: a}\nfooter: b\nlines: 3\n"
    "hours: {mon-fri: 8:00-18:00}\ntelephones: [{label: urgent, number: 5}]\ncolumns: 1\n"
    "sites: [{name: a, address: [b], phone: c}]\ncolours: {accent: '#123456'}\npaper: a4\n"
    "mono: true\nabout: {show: [web, funding]}\nfont: Noto Sans\naddress: [a, b]\n"
)
OF_CLINICS = {
    *("language-unknown", "source-missing", "text-long", "colour-form", "web-address"),
    *("hours-day", "hours-form", "hours-order", "hours-twice"),
}


def refused_of_clinic(text: str) -> set[str]:
    try:
        shape, found = clinic.read(text.encode(), "clinic.yaml")
        clinic.clinic(shape, languages.find("en"), lambda *_: (Asset("", "", b""), 1.0))
    except PolyleafError as error:
        found = error.findings
    return {finding.code for finding in found}


@pytest.mark.slow
def test_a_changed_clinic_is_right_for_both_or_for_none() -> None:
    validator = Draft202012Validator(clinic.schema())
    assert (valid(validator, CLINICS), refused_of_clinic(CLINICS)) == (True, set())
    differ = []
    for changed in changes(CLINICS):
        codes, right = refused_of_clinic(changed), valid(validator, changed)
        if right is not None and (codes - OF_CLINICS - BEYOND if right else not codes):
            differ.append((right, codes, changed))
    assert not differ
