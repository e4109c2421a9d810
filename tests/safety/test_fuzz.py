"""Whatever stands in a project's files, what comes of it is a sheet or findings, never a crash."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyleaf import checks
from polyleaf.model.findings import PolyleafError
from polyleaf.model.unit import Translation
from polyleaf.translation import catalog

from .. import forked
from ..checks.messages import unit
from ..conftest import CLINIC, LEAFLET
from ..strategies import any_text, phrases, quick, spoiled
from ..translation.catalog.po import HEAD

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))  # more of them, by hand
few = settings(quick, max_examples=EXAMPLES or 12)
many = settings(quick, max_examples=EXAMPLES or 80)
PO = "locales/es/LC_MESSAGES/hands.po"
PIECES = tuple(
    b'\n| |"|\\|{|}|[|]|*|**|#|: |- |<|>|&|%|\xd9\xa0|\xe2\x80\x8f|msgid |msgstr "x"|#, fuzzy\n'
    b"|#~ |null|9999999999|2026-11-22|[@who-2009]|{clinic.phone}|[x](y)|kind: faq\n".split(b"|")
)
COMMANDS = (
    ["check"],
    ["status"],
    ["status", "--format", "json"],
    ["catalogs"],
    ["sign", "hands", "-l", "es", "--by", "A"],
    ["waive", f"{PO}:12", "number-changed", "why"],
    ["-e", "web", "--format", "sarif"],
    ["-e", "web", "--allow-untranslated", "--format", "github"],
)
SIGNS = st.text(st.sampled_from("*[](){}@;.\\ \n\"'“„«»،٥5-/:<>&é皮ا\u200f\u0301😀"), max_size=30)
texts = st.one_of(phrases, any_text, SIGNS)


def built(files: dict[str, bytes], *commands: list[str]) -> list[str]:
    """What the commands print of a project with these files. Whatever they raise is a failure."""
    said = []
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for command in commands:
            done = forked.run([*command, "--project", folder])
            assert done.returncode in (0, 1, 2)
            said.append(done.stdout + done.stderr)
            assert "a bug in Polyleaf; please report" not in said[-1], said[-1]
            assert "Traceback" not in said[-1], said[-1]
    return said


@st.composite
def leaflets(draw: st.DrawFn) -> bytes:
    """A leaflet of the right shape, with any strings (JSON is YAML)."""
    text = texts.filter(str.strip)
    several = st.lists(text, min_size=1, max_size=3)
    block = st.one_of(
        text.map(lambda t: {"paragraph": t}),
        several.map(lambda t: {"list": t}),
        several.map(lambda t: {"steps": t}),
        st.builds(lambda a, b: {"terms": [{"term": a, "text": b}]}, text, text),
        st.builds(lambda a, b: {"table": {"caption": a, "columns": b, "rows": [b]}}, text, several),
        st.builds(
            lambda a, b: {"callout": {"tone": "urgent", "heading": a, "text": b}}, text, text
        ),
        st.builds(
            lambda a, b: {"options": [{"name": a, "benefits": b, "risks": b, "unknown": b}] * 2},
            text,
            several,
        ),
    )
    blocks = st.lists(block, min_size=1, max_size=4)
    shape = {
        "kind": "leaflet",
        **{name: draw(text) for name in ("title", "subtitle", "written_by", "funding")},
        "summary": draw(several),
        "published": "2026-11-22",
        "review_by": "2199-11-22",
        "sections": [{"id": "how", "heading": draw(text), "blocks": draw(blocks)}],
        "sources": [
            {
                "id": "who-2009",
                "cite": draw(text),
                "url": "https://www.who.int",
                "year": "2009",
                "level": "guideline",
            }
        ],
    }
    return json.dumps(shape, ensure_ascii=draw(st.booleans())).encode("utf-8", "replace")


@pytest.mark.slow
@given(leaflets(), texts.filter(str.strip))
@few
def test_any_leaflet_becomes_a_page_or_findings(leaflet: bytes, name: str) -> None:
    clinic = CLINIC.replace("Test Clinic", json.dumps(name, ensure_ascii=False))
    files = {"clinic.yaml": clinic.encode("utf-8", "replace"), "content/hands.yaml": leaflet}
    (said,) = built(files, [])
    assert "1 built" in said or "error[" in said


@cache
def translated() -> bytes:
    """The catalog of the small leaflet, with translations of a kind."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("clinic.yaml", CLINIC), ("content/hands.yaml", LEAFLET)):
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        assert forked.run(["catalogs", "-l", "es", "--project", folder]).returncode == 0
        whole = Path(folder, PO).read_bytes()
    return whole.replace(b'msgstr ""\n\n', 'msgstr "Lávese las manos"\n\n'.encode())


@pytest.mark.slow
@given(st.data())
@few
def test_no_spoiled_project_brings_anything_but_findings(data: st.DataObject) -> None:
    files = {
        "clinic.yaml": CLINIC.replace("[en]", "[en, es]").encode(),
        "content/hands.yaml": LEAFLET.encode(),
        PO: translated(),
        "output/manifest.json": b'{"files": [{"file": "en/x.html", "findings": []}]}',
        "templates/web/edition.toml": b'format = "html"\n',
    }
    name = data.draw(st.sampled_from(sorted(files)))
    files[name] = data.draw(spoiled(files[name], PIECES))
    built(files, *data.draw(st.lists(st.sampled_from(COMMANDS), min_size=3, max_size=3)))


@given(texts, texts, st.sampled_from(["hi", "ar", "fr", "zh-Hans", "th", "he", "de", "km", "fa"]))
@many
def test_every_check_has_an_answer_for_any_text(source: str, target: str, tag: str) -> None:
    made = unit(source, target, tag, safety=True, max_length=10)
    found = list(checks.translation(Translation(made.language, (made, made))))
    assert all(finding.where == made.where for finding in found)


@given(st.one_of(any_text, SIGNS, st.text(st.sampled_from('#|~," \\msgidtrx[0]1\n'))))
@many
def test_any_lines_are_a_catalog_or_findings(lines: str) -> None:
    with contextlib.suppress(PolyleafError):
        catalog.write(catalog.read((HEAD + lines).encode(), "hi.po"))
