"""The README does what it says, and so does the page about scripts."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, Sandbox

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("readme")]

README = (ROOT / "README.md").read_text("utf-8")
BATCH = (ROOT / "docs/batch.md").read_text("utf-8")
(COMMANDS,) = re.findall(r"<!-- run -->\n```sh\n(.*?)```", README, re.DOTALL)
HANDS = """\
kind: leaflet
title: Washing your hands
summary: [Soap and 20 seconds keep most germs away.]
published: 2026-11-22
review_by: 2028-11-22
written_by: The nurses
funding: none
sections:
  - id: how
    heading: How to wash
    blocks:
      - paragraph: "Call {clinic.phone}."
"""


def test_it_is_short_and_begins_with_a_sentence_a_picture_and_three_commands() -> None:
    title, sentence, picture, *_ = README.split("\n\n")
    assert title == "# Polyleaf"
    assert sentence.count(". ") == 0
    (file,) = re.findall(r"^!\[[^]]+\]\((\S+)\)$", picture)
    assert (ROOT / file).is_file()
    assert len(COMMANDS.splitlines()) == 3
    assert len(README) < 6_000


def test_the_commands_make_a_project_and_show_its_sheets(tmp_path: Path) -> None:
    """But for the first, which installs: tests/test_wheel.py does."""
    command = tmp_path / "bin/polyleaf"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m polyleaf "$@"\n')
    command.chmod(0o755)
    install, script = COMMANDS.split("\n", 1)
    assert install.startswith("pipx install ")
    environment = {**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}"}
    environment["BROWSER"] = "true"
    subprocess.run(["bash", "-euc", script], cwd=tmp_path, check=True, env=environment)
    output = tmp_path / "my-leaflets/output"
    assert (output / "en/hand-washing_en_a4.pdf").is_file()
    assert (output / "index.html").is_file()


def test_its_figures_are_those_of_what_is_there() -> None:
    catalogs = [path.stem for path in (ROOT / "locales").glob("*/LC_MESSAGES/*.po")]
    made = len(list((ROOT / "content").glob("*.yaml"))) + len(catalogs)
    sheets = made - catalogs.count("interface") - catalogs.count("glossary")
    assert f"{sheets} PDFs and {sheets} web" in " ".join(README.split())
    assert f"in {catalogs.count('rosacea') + 1} languages, methotrexate" in README
    assert catalogs.count("methotrexate") + 1 == 5
    assert f"in {catalogs.count('interface')} languages" in README


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the project that the page about scripts has."""
    for name in ("build.py", ".venv"):
        (tmp_path / name).symlink_to(ROOT / name)
    call = [str(ROOT / ".venv/bin/python"), "build.py", "new", "my-clinic", "--name", "A"]
    subprocess.run(call, cwd=tmp_path, check=True, capture_output=True)
    (tmp_path / "my-clinic/content/hand-washing.yaml").write_text(HANDS)
    return tmp_path


def test_the_page_about_scripts_does_what_it_says(checkout: Path) -> None:
    (script,) = re.findall(r"<!-- run -->\n```python\n(.*?)```", BATCH, re.DOTALL)
    (jobs,) = re.findall(r"<!-- jobs.csv -->\n```csv\n(.*?)```", BATCH, re.DOTALL)
    python = [str(ROOT / ".venv/bin/python")]
    done = subprocess.run(
        [*python, "-c", script],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("en/hand-washing_en_web.html 0 ")
    content = checkout / "my-clinic/content/hand-washing.yaml"
    filled = "{copy.patient}, come on {copy.appointment}. Call"
    content.write_text(content.read_text().replace('"Call', f'"{filled}'))
    (checkout / "jobs.csv").write_text(jobs, "utf-8")
    command = [*python, "build.py", "--batch", "jobs.csv", "--project", "my-clinic"]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True)
    assert (checkout / "my-clinic/output/en/hand-washing_en_a4_2027-0117.pdf").is_file()
    assert (checkout / "my-clinic/output/en/hand-washing_en_web_2027-0118.html").is_file()


def test_every_key_of_the_stream_is_on_the_page_about_scripts(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "who-2009].", "who-2008].")
    done = project.run("--format", "json")
    sheet, summary = map(json.loads, done.stdout.splitlines())
    _, of_sheet, of_summary = re.split(r"\| of (?:a sheet|the summary) ", BATCH)
    of_summary, of_finding = of_summary.split("A finding has")
    for keys, text in ((sheet, of_sheet), (summary, of_summary)):
        assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == list(keys)
    keys = list(sheet["findings"][0])
    assert [name for name in re.findall(r"`(\w+)`", of_finding) if name in keys][
        : len(keys)
    ] == keys
