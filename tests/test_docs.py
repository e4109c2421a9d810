"""The pages of docs/: a site without a broken link, and commands that the program takes."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from polyleaf.cli import parser

from .conftest import ROOT

PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
SHELL = re.compile(r"^```(?:sh|bash)?\n(.*?)^```", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"`([^`\n]+)`")
CALL = re.compile(r"(?:\S*python\S* )?(?:\S*build\.py|-m polyleaf|polyleaf)(?= |$)")
REST = re.compile(r" {2,}.*| \| .*| > .*| … .*")  # a remark, or another place for output
LISTED = " ..."  # in the list of commands, which says what they may be given


def commands(page: Path) -> list[str]:
    """The calls of the command on a page, in its blocks and in its lines."""
    text = page.read_text("utf-8")
    blocks = (block.replace("\\\n", " ") for block in SHELL.findall(text))
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    lines += SPAN.findall(SHELL.sub("", text))
    return [REST.sub("", line) for line in lines if CALL.match(line) and LISTED not in line]


def exit_code(words: list[str]) -> object:
    """Of the parser; it leaves at --help and --version, too."""
    try:
        parser.parse(words)
    except SystemExit as left:
        return left.code or 0
    return 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_on_it_is_one_that_the_program_takes(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in commands(page):
        words = shlex.split(CALL.sub("", command, count=1), comments=True)
        assert exit_code(words) == 0, f"{command}: {capsys.readouterr().err}"


def test_many_commands_are_looked_at() -> None:
    assert sum(len(commands(page)) for page in PAGES) > 40


@pytest.mark.slow
def test_the_site_has_no_link_that_leads_nowhere_and_fetches_nothing(tmp_path: Path) -> None:
    call = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html"]
    done = subprocess.run(
        [*call, "-d", str(tmp_path / "trees"), str(ROOT / "docs"), str(tmp_path / "site")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for page in (tmp_path / "site").rglob("*.html"):
        text = page.read_text("utf-8")
        assert not re.search(r'<(?:script|img|iframe)[^>]+src="(?:https?:)?//', text), page
        assert not re.search(r'<link[^>]+rel="stylesheet"[^>]+href="(?:https?:)?//', text), page
