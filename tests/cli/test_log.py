"""`--log`, `--open` and the lines of JSON: what a run leaves for people and scripts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from ..conftest import Sandbox
from .calling import call

STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4} ")


def said(log: Path) -> list[str]:
    """The lines of a log, each of which has begun with a time."""
    lines = log.read_text("utf-8").splitlines()
    assert all(STAMP.match(line) for line in lines)
    return [STAMP.sub("", line) for line in lines]


@pytest.mark.slow
def test_a_log_tells_each_run_whatever_is_printed(project: Sandbox) -> None:
    log = project.root / "night.log"
    assert project.run("--quiet", "--log", str(log)).stdout == ""
    project.edit("content/hands.yaml", "title:", "tilte:")
    project.run("check", "--format", "json", "--log", str(log))
    first, second = "\n".join(said(log)).split("exit code 0\n")
    assert "built   en/hands_en_web.html\n1 built\n" in first
    assert 'content/hands.yaml:2:1: error[key-unknown]: unknown key "tilte"' in second
    assert second.endswith("exit code 1")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "last"),
    [
        (["catalogs", "-l", "es"], "written locales/es/LC_MESSAGES/hands.po"),
        (["new-leaflet", "feet"], "written content/feet.yaml: fill in"),
        (["import", "no.docx"], "no.docx"),
        (["status"], "status"),
        (["no-such-leaflet"], "error[leaflet-unknown]"),
        (["--dry-run"], "would build en/hands_en_web.html"),
    ],
)
def test_every_command_logs_what_it_did_and_its_end(
    project: Sandbox, words: list[str], last: str
) -> None:
    log = project.root / "night.log"
    done = project.run(*words, "--quiet", "--log", str(log))
    lines = said(log)
    assert lines[-1] == f"exit code {done.returncode}"
    assert [line for line in lines if line.startswith("exit code")] == lines[-1:]
    assert any(last in line for line in lines), lines


@pytest.mark.parametrize("wrong", ["clinic.yaml", ".", "no-folder/night.log"])
def test_a_log_spoils_no_other_file(project: Sandbox, wrong: str) -> None:
    before = (project.root / "clinic.yaml").read_bytes()
    done = project.run("check", "--log", str(project.root / wrong))
    assert "error[log-file]" in done.stderr
    assert done.returncode == 2
    assert (project.root / "clinic.yaml").read_bytes() == before


@pytest.mark.slow
def test_what_was_made_is_shown(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = project.write("shown", "")
    viewer = project.write("viewer", f'#!/bin/sh\necho "$1" >> "{shown}"\n')
    viewer.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{viewer} %s")
    project.run("--open")
    project.run("--open", "-e", "web,text")
    monkeypatch.setenv("BROWSER", "false")
    done = project.run("--open")
    output = project.root / "output"
    one, many = shown.read_text("utf-8").split()
    assert one == (output / "en/hands_en_web.html").as_uri()
    assert many == (output / "index.html").as_uri()
    assert f"it is {output / 'en/hands_en_web.html'}" in done.stderr


@pytest.mark.slow
def test_every_line_of_json_is_as_its_schema_says(project: Sandbox) -> None:
    schema = json.loads(call("schema", "--report").stdout)
    project.edit("content/hands.yaml", "title: Washing", "title: Wash")
    runs = [("--dry-run",), (), (), ("-e", "web,text", "--dry-run")]
    states = []
    for options in runs:
        for line in project.run("--format", "json", *options).stdout.splitlines():
            row = json.loads(line)
            jsonschema.validate(row, schema)
            states.append(row.get("state", "summary"))
            if "state" in row:
                assert (row["leaflet"], row["language"]) == ("hands", "en")
    assert {*states} == {"stale", "built", "up_to_date", "summary"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"file": "en/hands_en_web.html"}, schema)
