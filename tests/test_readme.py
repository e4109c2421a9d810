"""The README's commands do what it says."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from .conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"<!-- run -->\n```sh\n(.*?)```", README, re.DOTALL)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder to follow the README in, without writing into this one."""
    for name in ("build.py", ".venv"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def test_the_first_leaflet_and_the_first_language(checkout: Path) -> None:
    assert len(COMMANDS) == 2
    for command in COMMANDS:
        subprocess.run(["bash", "-euc", command], cwd=checkout, check=True, capture_output=True)
    assert (checkout / "my-clinic/output/en/hand-washing_en_a4.pdf").is_file()
    assert (checkout / "my-clinic/output/en/hand-washing_en_web.html").is_file()
    assert (checkout / "my-clinic/locales/es/LC_MESSAGES/hand-washing.po").is_file()
    assert not (checkout / "my-clinic/locales/es/LC_MESSAGES/interface.po").exists()


def test_the_error_that_is_shown_is_the_one_that_is_said(checkout: Path) -> None:
    subprocess.run(["bash", "-euc", COMMANDS[0]], cwd=checkout, check=True, capture_output=True)
    leaflet = checkout / "my-clinic/content/hand-washing.yaml"
    leaflet.write_text(leaflet.read_text().replace("steps:", "stepps:"))
    check = [".venv/bin/python", "build.py", "check", "--project", "my-clinic"]
    done = subprocess.run(check, cwd=checkout, capture_output=True, text=True, check=False)
    (said,) = done.stderr.splitlines()
    assert f"```\n{said}\n```" in README


def test_every_option_is_in_the_reference() -> None:
    command = [str(ROOT / ".venv/bin/python"), str(ROOT / "build.py"), "--help"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    options = set(re.findall(r"--[a-z]+", text)) - {"--help", "--version"}
    assert (
        options - {"--languages", "--editions"} == set(re.findall(r"`(--[a-z]+)", README)) & options
    )
