"""What is published holds what it needs and no more, and an installed copy builds a project."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from polyleaf import __version__

from .conftest import ROOT
from .first_hour import follow

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the wheel and the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    (file,) = dist.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel installed into a folder that is a project of Python's as well."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "pyproject.toml").write_text("[project]\nname = 'theirs'\nversion = '1'\n")
    options = ["--quiet", "--no-index", "--no-deps", "--target", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(wheel)], check=True)
    return folder


def test_the_wheel_has_the_templates_and_of_the_catalogs_the_interfaces(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("polyleaf", "templates"):
        files = {path for path in (ROOT / folder).rglob("*") if path.is_file()}
        inside = {
            path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts
        }
        assert {name if folder == "polyleaf" else f"polyleaf/{name}" for name in inside} <= names
    catalogs = {name for name in names if name.startswith("polyleaf/locales/")}
    assert catalogs == {
        "polyleaf/locales/interface.pot",
        *(
            f"polyleaf/{path.relative_to(ROOT).as_posix()}"
            for path in (ROOT / "locales").glob("*/*/interface.po")
        ),
    }
    assert {name.split("/")[0] for name in names} == {
        "polyleaf",
        f"polyleaf-{__version__}.dist-info",
    }


def test_the_wheel_says_whose_it_is_and_what_it_runs_on(wheel: Path) -> None:
    info = f"polyleaf-{__version__}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        metadata = Parser().parsestr(archive.read(f"{info}/METADATA").decode())
        licence = archive.read(f"{info}/licenses/LICENSE")
    assert licence == (ROOT / "LICENSE").read_bytes()
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Author"] == "The Polyleaf authors"
    pythons = [f"Programming Language :: Python :: 3.{minor}" for minor in range(11, 15)]
    assert set(pythons) <= set(metadata.get_all("Classifier", []))


def test_the_sdist_has_what_a_contributor_needs(dist: Path) -> None:
    (file,) = dist.glob("*.tar.gz")
    with tarfile.open(file) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = ("LICENSE", "content/LICENSE.md", "CONTRIBUTING.md", "Makefile", "scripts/setup.sh")
    assert {*wanted, "requirements.lock", "tests/conftest.py", "locales/interface.pot"} <= names
    assert not {name for name in names if name.split("/")[0] in (".venv", ".cache", ".git")}


def test_an_installed_copy_takes_a_clinic_through_its_first_day(site: Path, tmp_path: Path) -> None:
    environment = {"PYTHONPATH": str(site), "PATH": f"{site}/bin:{os.environ['PATH']}"}
    follow(tmp_path, environment)
    output = tmp_path / "leaflets/output"
    assert (output / "ur/blood-test_ur+en_bilingual.pdf").is_file()
    assert "Puntos clave" in (output / "es/blood-test_es_web.html").read_text("utf-8")
