"""On a machine with another version of the engine: a finding, never a traceback or other bytes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from polyleaf.pdf import patches, verified

from ..conftest import CLINIC, LEAFLET, ROOT, Sandbox

CHILDREN = "_break_waiting_children"
NAMES = {"weasyprint": "WeasyPrint"}  # the others write theirs as it is installed


@dataclass
class Machine:
    """A project, and a folder in which Python looks for libraries first."""

    project: Sandbox
    libraries: Path

    def claim(self, library: str, version: str) -> None:
        """Have the installed library, under another version."""
        info = self.libraries / f"{library}-{version}.dist-info"
        info.mkdir(parents=True)
        line = f"Version: {version}\n" if version else ""
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {library}\n{line}", "utf-8")

    def change(self, library: str, changes: dict[str, str]) -> None:
        """Have the installed library, but for changes in its text: the new by the old."""
        spec = find_spec(library)
        assert spec
        assert spec.origin
        copy = self.libraries / library
        shutil.copytree(Path(spec.origin).parent, copy)
        texts = {file: file.read_text("utf-8") for file in copy.rglob("*.py")}
        for old, new in changes.items():
            found = [file for file, text in texts.items() if old in text]
            assert found
            for file in found:
                texts[file] = texts[file].replace(old, new)
                file.write_text(texts[file], "utf-8")

    def build(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        done = self.project.start(*arguments, PYTHONPATH=str(self.libraries))
        assert "Traceback" not in done.stderr
        return done

    def sheet(self) -> bytes | None:
        file = self.project.root / "output/en/hands_en_a4.pdf"
        return file.read_bytes() if file.exists() else None


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    project = Sandbox(tmp_path / "project")
    project.write("clinic.yaml", CLINIC.replace("[web]", "[a4, web]"))
    project.write("content/hands.yaml", LEAFLET)
    return Machine(project, tmp_path / "libraries")


@pytest.fixture(scope="module")
def verified_sheet(tmp_path_factory: pytest.TempPathFactory) -> bytes | None:
    """The sheet that the installed engine draws."""
    project = Sandbox(tmp_path_factory.mktemp("verified"))
    project.write("clinic.yaml", CLINIC.replace("[web]", "[a4]"))
    project.write("content/hands.yaml", LEAFLET)
    done = project.run()
    assert done.returncode == 0, done.stderr
    return Machine(project, project.root).sheet()


@pytest.mark.slow
@pytest.mark.parametrize(
    "versions",
    [
        {"weasyprint": "69.0", "pydyf": "0.11.0"},
        {"weasyprint": "71.0", "pydyf": "1.0.0", "tinyhtml5": "3.0.0"},
        {"weasyprint": ""},
    ],
    ids=["older", "newer", "without a version"],
)
def test_each_version_that_cannot_fit_is_refused_with_what_to_install(
    machine: Machine, versions: dict[str, str]
) -> None:
    for library, version in versions.items():
        machine.claim(library, version)
    done = machine.build()
    assert (done.returncode, done.stderr.count("error[engine-version]")) == (3, len(versions))
    for library, version in versions.items():
        name = f"{NAMES.get(library, library)} {version or 'unknown'}"
        assert f"system: error[engine-version]: Polyleaf does not draw with {name}: " in done.stderr
        (wanted,) = verified.VERIFIED[library]
        assert f"verified with {wanted}; install what was verified: " in done.stderr
        assert f"pip install {library}=={wanted}" in done.stderr
    assert machine.sheet() is None
    assert (machine.project.root / "output/en/hands_en_web.html").exists()  # needs no engine


@pytest.mark.slow
def test_an_engine_that_cannot_be_loaded_is_reported(machine: Machine) -> None:
    machine.libraries.mkdir()
    (machine.libraries / "pydyf.py").write_text("raise ImportError('it is half installed')")
    done = machine.build()
    assert done.returncode == 3
    expected = "error[library-missing]: the engine cannot be loaded: it is half installed; "
    assert expected in done.stderr
    assert machine.sheet() is None


@pytest.mark.slow
@pytest.mark.parametrize("version", ["70.0.post1", "70.1rc1"])
def test_a_newer_version_with_the_same_sources_draws_the_same_sheet(
    machine: Machine, verified_sheet: bytes, version: str
) -> None:
    machine.claim("weasyprint", version)
    machine.claim("pydyf", "0.14.0")
    machine.claim("tinyhtml5", "2.1.1")
    done = machine.build()
    assert (done.returncode, done.stderr.count("engine-version")) == (0, 0)
    assert machine.sheet() == verified_sheet


@pytest.mark.slow
@pytest.mark.parametrize(
    "changes",
    [
        [  # an argument of what is replaced, and of what calls it
            ("def split_text_box(context", "def split_text_box(state", "split_text_box"),
            ("def split_inline_box(context", "def split_inline_box(state", CHILDREN),
        ],
        [(CHILDREN, "_break_children", CHILDREN)],
    ],
    ids=["arguments", "a name"],
)
def test_a_newer_version_that_changed_what_keeps_sheets_right_is_refused(
    machine: Machine, changes: list[tuple[str, str, str]]
) -> None:
    machine.claim("weasyprint", "70.1")
    machine.change("weasyprint", {old: new for old, new, _ in changes})
    done = machine.build()
    assert done.returncode == 3
    assert "error[engine-version]: WeasyPrint 70.1 changed what Polyleaf replaces: " in done.stderr
    for *_, replaced in changes:
        assert f"weasyprint.layout.inline:{replaced}" in done.stderr
    assert "pip install weasyprint==70.0" in done.stderr
    assert machine.sheet() is None


@pytest.mark.slow
def test_a_newer_version_that_changed_what_saves_time_draws_the_same_sheet(
    machine: Machine, verified_sheet: bytes
) -> None:
    """An argument, a name, and a name that a patch uses."""
    machine.claim("weasyprint", "70.1")
    machine.change("weasyprint", {
        "def strut(style):": "def strut(style, cached=True):",
        "get_next_linebox": "next_linebox",
        "PHYSICAL_FUNCTIONS": "LOGICAL_FUNCTIONS",
    })  # fmt: skip
    done = machine.build()
    assert (done.returncode, done.stderr.count("engine-version")) == (0, 0)
    assert machine.sheet() == verified_sheet


@pytest.mark.slow
def test_the_patches_were_made_for_the_sources_of_the_verified_versions() -> None:
    """In a process of its own, where none is installed. What fails is to be read again: does the
    patch still do what it says? Then its digest is the one that is printed.
    """
    code = (
        "from polyleaf.pdf import patches, verified\n"
        "for name in (*patches.CORRECTNESS, *patches.SPEED):\n"
        "    for patch in patches.patches(name):\n"
        "        version = verified.installed()[patch.library]\n"
        "        if patch.verified.get(version) != patch.digest():\n"
        "            print(name, patch.target, version, patch.digest())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert (done.stdout, done.stderr) == ("", "")


def test_every_patch_file_is_in_one_list() -> None:
    names = {file.stem for file in Path(str(patches.__file__)).parent.glob("[!_]*.py")}
    assert set(patches.CORRECTNESS) | set(patches.SPEED) == names - {"patch", "library_search"}
