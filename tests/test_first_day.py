"""docs/first-day.md does what it says."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, Sandbox
from .first_hour import CATALOGS, IMPORT, PAGE, START, STEPS, follow

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("first-day")]


@pytest.fixture(scope="module")
def hour(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[int, str]]:
    folder = tmp_path_factory.mktemp("hour")
    command = folder / "bin/polyleaf"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m polyleaf "$@"\n')
    command.chmod(0o755)
    environment = {"PATH": f"{command.parent}:{os.environ['PATH']}"}
    return folder / "leaflets", follow(folder, environment)


def test_every_step_of_the_page_is_followed(hour: tuple[Path, dict[int, str]]) -> None:
    project, said = hour
    assert len(said) == len(STEPS)
    assert "an address of pages to be replaced" in said[START]
    assert " check blood-test lists what to write" in said[IMPORT]
    assert "written locales/ur/LC_MESSAGES/blood-test.po" in said[CATALOGS]
    named = re.findall(r"^\| `(blood-test_\S+)`", PAGE, re.MULTILINE)
    assert len(named) == 3
    for name in ("en/blood-test_en_a4.pdf", "es/blood-test_es_web.html", *named):
        folder = "" if "/" in name else "ur"
        assert (project / "output" / folder / name).is_file(), name
    page = (project / "output/es/blood-test_es_web.html").read_text("utf-8")
    assert "Análisis de sangre" in page
    assert "Puntos clave" in page


def test_the_files_that_the_page_lists_are_those_of_a_new_project(
    hour: tuple[Path, dict[int, str]],
) -> None:
    listed = PAGE.partition("| file | what it is |")[2].partition("\n\n")[0]
    columns = "".join(line.split("|")[1] for line in listed.splitlines()[2:])
    names = re.findall(r"`([\w./-]+)`", columns)
    assert len(names) > 6
    for name in names:
        assert (hour[0] / name).exists(), name


def test_the_leaflet_and_the_mistake_on_the_page(project: Sandbox) -> None:
    path, text = re.findall(r"<!-- (content/\S+) -->\n```yaml\n(.*?)```", PAGE, re.DOTALL)[0]
    project.write(path, text)
    assert project.run(Path(path).stem).returncode == 0
    project.write(path, text.replace("steps:", "stepps:"))
    (said,) = project.run("check", Path(path).stem).stderr.splitlines()
    assert f"```\n{said}\n```" in PAGE
