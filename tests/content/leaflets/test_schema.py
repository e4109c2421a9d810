"""The JSON Schema for editors agrees with the parser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from polyleaf.content import leaflets
from polyleaf.model.findings import PolyleafError

from ...conftest import LEAFLET, ROOT
from .test_parse import FAQ, LIST, any_picture, changed

SCHEMA = leaflets.schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


class Loader(yaml.SafeLoader):
    """YAML 1.1 with dates left as text, as editors read it."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(text: str) -> Any:
    return yaml.load(text, Loader)


def accepted(text: str) -> bool:
    return bool(VALIDATOR.is_valid(load(text)))


def test_the_schema_is_valid_draft_2020_12() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_shipped_file_keeps_to_it() -> None:
    files = sorted((ROOT / "content").glob("*.yaml"))
    assert len(files) >= 3, "found nothing to hold the schema against"
    faults = {
        path.name: [error.message for error in VALIDATOR.iter_errors(load(path.read_text("utf-8")))]
        for path in files
    }
    assert not any(faults.values()), faults


@pytest.mark.parametrize("text", [LEAFLET, FAQ], ids=["leaflet", "faq"])
def test_both_kinds_match_the_schema(text: str) -> None:
    assert accepted(text)


@pytest.mark.parametrize(
    "written",
    [
        "paragraph: त्वचा",
        "paragraph: {text: त्वचा, safety: true, comment: c, max_length: 80, evidence: weak}",
        "paragraph: {text: a, only: {country: [IN, GB]}}",
        "list: [الجلد, 皮肤]",
        "list: {items: [a], evidence: strong}",
        "steps: [a]",
        "steps: {items: [a]}",
        "terms: [{term: a, text: b, evidence: none}]",
        "terms: {items: [{term: a, text: b}]}",
        "table: {caption: a, columns: [b], rows: [[c], [d]]}",
        "form: {heading: a, columns: [b], rows: 7}",
        "callout: {tone: caution, heading: a, text: b}",
        "figure: {image: a.svg, alt: b, caption: c, labels: [d]}",
        "options: [{name: a, benefits: [b], risks: [c], unknown: [d]},"
        " {name: e, benefits: [f], risks: [g], unknown: [h], evidence: none}]",
        "list: {items: [a], key: true}",
        "steps: [a, {text: b, image: i.svg, alt: c}]",
        "form: {heading: a, columns: [b], own_page: true}",
        "callout: {tone: amber, heading: a, text: b}",
        "figure: {image: a.svg, alt: b, caption: c, size: half}",
        "schedule: {rows: 4}",
        "schedule: {medicines: [{name: a, strength: b, form: c, for: d, days: [monday],"
        " doses: {morning: 1, noon: 2.5, evening: ½, bedtime: 1-2}}]}",
        "zones: [{tone: green, name: a, signs: [b], actions: [c]},"
        " {tone: red, name: a, signs: [b], actions: [c]}]",
        "ask_back: true",
        "ask_back: [When]",
        "ask_back: {questions: [When], comment: a}",
        "options: {items: [{name: a, benefits: [b], risks: [c], unknown: [d]},"
        " {name: e, benefits: [f], risks: [g], unknown: [h]}]}",
    ],
)
def test_every_form_of_a_block_is_accepted_here_and_by_the_parser(written: str) -> None:
    text = changed(LIST, written)
    assert accepted(text)
    leaflets.parse(text.encode(), "content/hands.yaml", any_picture)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("written_by", "writen_by"),
        ("title: Washing hands\n", ""),
        ("kind: leaflet", "kind: flyer"),
        ("kind: leaflet", "kind: faq"),
        ("    heading:", "    note: a\n    heading:"),
        ("- paragraph: Use", "- parapraph: Use"),
        ("id: who-2009", "idd: who-2009"),
        ("id: how", "id: How"),
        ("2026-11-22", "22.11.2026"),
        ("level: guideline", "level: hearsay"),
        (LIST, "paragraph: {text: a, colour: b}"),
        (LIST, "list: [a]\n        steps: [b]"),
        (LIST, "{}"),
        (LIST, "list: []"),
        (LIST, "options: [{name: a, benefits: [b], risks: [c], unknown: [d]}]"),
        (LIST, "callout: {tone: loud, heading: a, text: b}"),
        (LIST, "paragraph: {text: a, evidence: sure}"),
        (LIST, "paragraph: {text: a, max_length: 0}"),
        (LIST, "paragraph: {text: a, only: {country: [United Kingdom]}}"),
        (LIST, "form: {heading: a, columns: [b], rows: 1000000}"),
        (LIST, "figure: {image: a.svg, alt: b, caption: c, size: huge}"),
        (LIST, "schedule: {medicines: [{name: a, doses: {dawn: 1}}]}"),
        (LIST, "schedule: {medicines: [{name: a, doses: {noon: 1}, days: [munday]}]}"),
        (LIST, "zones: [{tone: red, name: a, signs: [b], actions: [c]}]"),
        (LIST, "zones: [{tone: pink, name: a, signs: [b], actions: [c]}, {tone: red}]"),
        (LIST, "ask_back: []"),
        (LIST, "ask_back: false"),
        (LIST, "list: {items: [a], key: maybe}"),
        ("cite: WHO guidelines", "cite: WHO guidelines, short: the World Health Organization"),
    ],
)
def test_what_the_parser_refuses_is_refused_here_too(old: str, new: str) -> None:
    text = changed(old, new)
    assert not accepted(text)
    with pytest.raises(PolyleafError):
        leaflets.parse(text.encode(), "content/hands.yaml", any_picture)


def test_an_editor_finds_descriptions(tmp_path: Path) -> None:
    described = [
        field["description"]
        for shape in SCHEMA["$defs"].values()
        for field in shape.get("properties", {}).values()
        if "description" in field
    ]
    assert 'who paid for it, or "none"' in described
