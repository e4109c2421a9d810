"""The README's commands do what it says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import ROOT, Sandbox

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("readme")]

README = (ROOT / "README.md").read_text("utf-8")
BATCH = (ROOT / "docs/batch.md").read_text("utf-8")
COMMANDS = re.findall(r"<!-- run -->\n```sh\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the README was followed, without writing into this one."""
    folder = tmp_path_factory.mktemp("readme")
    for name in ("build.py", ".venv"):
        (folder / name).symlink_to(ROOT / name)
    assert len(COMMANDS) == 2
    for command in COMMANDS:
        subprocess.run(["bash", "-euc", command], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture
def checkout(followed: Path, tmp_path: Path) -> Path:
    """The same, to be spoiled."""
    return Path(shutil.copytree(followed, tmp_path / "checkout", symlinks=True))


def test_the_first_leaflet_and_the_first_language(checkout: Path) -> None:
    assert (checkout / "my-clinic/output/en/hand-washing_en_a4.pdf").is_file()
    assert (checkout / "my-clinic/output/en/hand-washing_en_web.html").is_file()
    assert (checkout / "my-clinic/locales/es/LC_MESSAGES/hand-washing.po").is_file()
    assert not (checkout / "my-clinic/locales/es/LC_MESSAGES/interface.po").exists()


def test_the_error_that_is_shown_is_the_one_that_is_said(checkout: Path) -> None:
    leaflet = checkout / "my-clinic/content/hand-washing.yaml"
    leaflet.write_text(leaflet.read_text().replace("steps:", "stepps:"))
    check = [".venv/bin/python", "build.py", "check", "--project", "my-clinic"]
    done = subprocess.run(check, cwd=checkout, capture_output=True, text=True, check=False)
    (said,) = done.stderr.splitlines()
    assert f"```\n{said}\n```" in README


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
    (checkout / "jobs.csv").write_text(jobs)
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


def test_every_option_is_in_the_reference() -> None:
    command = [str(ROOT / ".venv/bin/python"), str(ROOT / "build.py"), "--help"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    options = set(re.findall(r"--[a-z]+", text)) - {"--help", "--version"}
    assert (
        options - {"--languages", "--editions"} == set(re.findall(r"`(--[a-z]+)", README)) & options
    )
