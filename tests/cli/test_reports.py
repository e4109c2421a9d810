"""Problems for code hosts and editors: at their line, in the repository that holds the project."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urljoin, urlsplit

import pytest

from ..conftest import CLINIC, LEAFLET, Sandbox

NAMES = {"plain": "clinic", "deep": "leaflets/north", "awkward": "a 50%, b: ñ"}


@pytest.fixture(params=NAMES.values(), ids=list(NAMES))
def within(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Sandbox]:
    """A repository, and a project in one of its folders with an error on its second line."""
    (tmp_path / "repository/.git").mkdir(parents=True)
    sandbox = Sandbox(tmp_path / "repository" / request.param)
    sandbox.write("clinic.yaml", CLINIC)
    sandbox.write("content/hands.yaml", LEAFLET.replace("title:", '"ti%,:tle":'))
    return tmp_path / "repository", sandbox


def sarif(project: Sandbox, *arguments: str) -> dict[str, Any]:
    (run,) = json.loads(project.run("check", "--format", "sarif", *arguments).stdout)["runs"]
    assert isinstance(run, dict)
    return run


def resolved(run: dict[str, Any], result: dict[str, Any]) -> Path:
    """The file that a viewer would open."""
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    base = run["originalUriBaseIds"][artifact["uriBaseId"]]["uri"]
    uri = urlsplit(urljoin(base, artifact["uri"]))
    assert (uri.scheme, uri.netloc, uri.query, uri.fragment) == ("file", "", "", "")
    return Path(unquote_to_bytes(uri.path).decode())


def test_github_gets_the_path_from_the_repositorys_root(within: tuple[Path, Sandbox]) -> None:
    repository, project = within
    lines = project.run("check", "--format", "github").stdout.splitlines()
    folder = project.root.relative_to(repository).as_posix()
    escaped = folder.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    place = f"file={escaped}/content/hands.yaml,line=2,col=1,title=key-unknown"
    assert f'::error {place}::unknown key "ti%25,:tle"; did you mean "title"?' in lines


def test_sarif_leads_to_the_file(within: tuple[Path, Sandbox]) -> None:
    _, project = within
    run = sarif(project)
    file = project.root / "content/hands.yaml"
    assert {resolved(run, result) for result in run["results"]} == {file}
    uris = [r["locations"][0]["physicalLocation"]["artifactLocation"] for r in run["results"]]
    assert all(not set(uri["uri"]) & set(" :ñ,") for uri in uris)
    regions = [r["locations"][0]["physicalLocation"]["region"] for r in run["results"]]
    assert {"startLine": 2, "startColumn": 1} in regions
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {
        result["ruleId"] for result in run["results"]
    }


@pytest.mark.slow
def test_without_a_repository_paths_count_from_the_project(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "title:", "titel:")
    (line, *_) = project.run("check", "--format", "github").stdout.splitlines()
    assert line.startswith("::error file=content/hands.yaml,line=")
    run = sarif(project)
    assert resolved(run, run["results"][0]) == project.root / "content/hands.yaml"


@pytest.mark.slow
def test_what_is_no_file_has_no_place(project: Sandbox) -> None:
    (line,) = project.run("check", "feet", "--format", "github").stdout.splitlines()
    assert line.startswith('::error title=leaflet-unknown::there is no leaflet "feet"')
    (result,) = sarif(project, "feet")["results"]
    assert (result["ruleId"], "locations" in result) == ("leaflet-unknown", False)


@pytest.mark.slow
def test_a_file_outside_the_repository_is_named_whole(project: Sandbox, tmp_path: Path) -> None:
    (project.root / ".git").mkdir()
    jobs = tmp_path / "my jobs.csv"
    jobs.write_text("leaflet,language,edition\n")
    (line, *_) = project.run(
        "check", "--batch", str(jobs), "--format", "github"
    ).stdout.splitlines()
    assert line.startswith(f"::error file={jobs},line=1,col=1,title=batch-")
    (result, *_) = sarif(project, "--batch", str(jobs))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": jobs.as_uri()}


def test_a_text_cannot_begin_a_command_of_the_runner(project: Sandbox) -> None:
    printed = project.run("check", "x\r\n::stop-commands::x", "--format", "github").stdout
    (line,) = printed.splitlines()
    assert "x%0D%0A::stop-commands::x" in line
