"""What many tests stand on: a small project to spoil, and the shipped one, built once."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from polyleaf import languages, pdf
from polyleaf.pipeline.cores import cores
from polyleaf.typography import fonts

from . import forked

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-quic",
                  "--disable-background-networking", "--disable-component-update",
                  "--disable-sync"]  # fmt: skip


# Tests that draw make millions of objects that stay: to look through them for garbage as often as
# Python does takes a seventh of their time.
gc.set_threshold(100_000, 20, 100)

# Hundreds of processes load the package: each would compile it anew where nothing may be kept.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: many tests wait for a process, a server or a time limit."""
    return cores() + 1


# Of the shipped leaflets in tests: from left to right, two from right to left, one without spaces.
SOME_LANGUAGES = ("en", "ur", "ar", "es", "zh-Hans")

LEAFLET = """\
kind: leaflet
title: Washing hands
summary:
  - Wash your hands before you eat.
published: 2026-11-22
review_by: 2199-11-22
written_by: A nurse
funding: none
sections:
  - id: how
    heading: How to wash
    blocks:
      - paragraph: Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}.
      - list: [Wet your hands., Rub them., Dry them.]
sources:
  - {id: who-2009, cite: WHO guidelines, url: "https://who.int/rub", year: 2009, level: guideline}
"""
CLINIC = """\
name: Test Clinic
phone: "+44 20 7946 0958"
web: https://clinic.example/{language}/{leaflet}
country: GB
languages: [en]
editions: [web]
"""


@dataclass
class Sandbox:
    """A project in a folder of its own, and the command run on it."""

    root: Path

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text("utf-8")
        assert old in text, f"{old!r} is not in {name}"
        self.write(name, text.replace(old, new))

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The command as a user runs it: its own process, output and exit code."""
        return forked.run([*arguments, "--project", str(self.root)])

    def start(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """The same in a new Python, for what depends on how one starts."""
        return subprocess.run(
            [sys.executable, str(ROOT / "build.py"), *arguments, "--project", str(self.root)],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
            env={**os.environ, "PYTHONWARNINGS": "error", **environment},
        )


@pytest.fixture(scope="session", autouse=True)
def _forks() -> Iterator[None]:
    """What the command is forked from ends with the tests."""
    yield
    forked.end()


@pytest.fixture(scope="session", autouse=True)
def _a_key_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Build records of tests are signed with a key that goes with them."""
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))


@pytest.fixture
def project(tmp_path: Path) -> Sandbox:
    """One leaflet in English, as a web page: the quickest project that builds."""
    sandbox = Sandbox(tmp_path / "project")
    sandbox.write("clinic.yaml", CLINIC)
    sandbox.write("content/hands.yaml", LEAFLET)
    return sandbox


@pytest.fixture(scope="session")
def engine() -> None:
    """This process may draw, with the fonts that every build sees."""
    fonts.show_only(languages.font_packages())
    pdf.prepare()


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the shipped content. Tests that use it share one worker process.

    The longest leaflet is in every language, the others in those of `SOME_LANGUAGES`; `make
    leaflets`, which CI runs too, draws and checks them all.
    """
    output = tmp_path_factory.mktemp("shipped")
    others = sorted(path.stem for path in (ROOT / "content").glob("*.yaml"))
    others.remove("rosacea")
    for chosen in (["rosacea"], [*others, "-l", ",".join(SOME_LANGUAGES)]):
        done = subprocess.run(
            [sys.executable, str(ROOT / "build.py"), *chosen, "--output", str(output)],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
        assert done.returncode == 0, done.stderr
    return output


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window; every test closes the pages that it opens."""
    from playwright.sync_api import sync_playwright  # only the tests that look at pages need it

    path = shutil.which("chromium")
    assert path, "scripts/setup.sh test installs Chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def copy_of_shipped(tmp_path: Path) -> Sandbox:
    """The shipped content, catalogs and templates, to be spoiled."""
    root = tmp_path / "shipped"
    for folder in ("content", "locales", "templates"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "clinic.yaml", root)
    return Sandbox(root)
