"""What we may not read or write is reported and costs itself alone; what we write is the user's.

Root may read everything: as root, the command runs as a user without rights.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import psutil
import pytest

from ..conftest import CLINIC, LEAFLET, ROOT, Sandbox
from .test_templates import LOOP

pytestmark = pytest.mark.slow
NOBODY = 65534
AS_NOBODY = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
Run = Callable[..., tuple[int, str]]


def as_user(command: list[str]) -> list[str]:
    return [*(AS_NOBODY if os.geteuid() == 0 else ()), *command]


@cache
def can_load() -> bool:
    done = subprocess.run(as_user([sys.executable, "-c", "import weasyprint"]), check=False)
    return done.returncode == 0


@pytest.fixture
def project() -> Iterator[Sandbox]:
    """Two leaflets, in a folder that every user may look into."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        sandbox = Sandbox(Path(folder) / "project")
        sandbox.write("clinic.yaml", CLINIC)
        sandbox.write("content/hands.yaml", LEAFLET)
        sandbox.write("content/feet.yaml", LEAFLET)
        yield sandbox
        subprocess.run(["chmod", "-R", "u+rwX", folder], check=True)


@pytest.fixture
def run(project: Sandbox) -> Run:
    """The command, run by a user to whom the project belongs: its exit code, and all it prints."""
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("root may read everything, and there is no setpriv to be another user")
    home = project.root.parent
    if not can_load():
        pytest.skip("this Python belongs to root alone")
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", str(home)], check=True)

    def command(*arguments: str, **environment: str) -> tuple[int, str]:
        folders = {name: f"{home}/{name}" for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME")}
        done = subprocess.run(
            as_user(
                [sys.executable, str(ROOT / "build.py"), *arguments, "--project", str(project.root)]
            ),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            cwd=ROOT,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONWARNINGS": "error",
                "POLYLEAF_START_METHOD": "fork",  # nothing draws: no engine is loaded
                **folders,
                **environment,
            },
        )
        assert not any(word in done.stdout for word in ("Traceback", "[bug]", "cannot go on"))
        return done.returncode, done.stdout

    return command


@pytest.mark.parametrize("command", ["build", "check", "catalogs", "status"])
def test_a_content_file_that_we_may_not_read_costs_itself(
    project: Sandbox, run: Run, command: str
) -> None:
    (project.root / "content/feet.yaml").chmod(0)
    code, printed = run(command)
    assert code == 1
    message = 'error[file-unreadable]: "feet.yaml" cannot be read: Permission denied'
    assert f"content/feet.yaml: {message}" in printed
    made = {"build": "output/en/hands_en_web.html", "catalogs": "locales/hands.pot"}
    assert (project.root / made.get(command, "clinic.yaml")).is_file()


@pytest.mark.parametrize("folder", ["content", "templates/web"])
def test_a_folder_that_we_may_not_list_is_not_an_empty_one(
    project: Sandbox, run: Run, folder: str
) -> None:
    """Else the shipped templates would be printed in the place of the project's own."""
    (project.root / folder).mkdir(exist_ok=True, parents=True)
    (project.root / folder).chmod(0)
    code, printed = run()
    assert code == 1
    assert f"{project.root / folder}: error[file-unreadable]: cannot be listed" in printed


@pytest.mark.parametrize(
    ("name", "mode", "shown"),
    [
        ("output", 0, "output/en/hands_en_web.html"),
        ("output", 0o555, "output/manifest.json"),
        ("output/en", 0o555, "output/en/hands_en_web.html"),
    ],
)
def test_an_output_folder_that_is_closed_is_reported(
    project: Sandbox, run: Run, name: str, mode: int, shown: str
) -> None:
    assert run()[0] == 0
    project.edit("content/hands.yaml", "Washing hands", "Hands")
    (project.root / name).chmod(mode)
    code, printed = run("--force")
    assert code == 1
    assert f"{shown}: error[output-unwritable]: cannot be written: Permission denied" in printed


def test_a_lock_of_fonts_that_cannot_be_written_is_reported(project: Sandbox, run: Run) -> None:
    (project.root).chmod(0o555)
    code, printed = run("fonts")
    assert code == 1
    assert "fonts.lock: error[output-unwritable]: cannot be written: Permission denied" in printed


def test_a_catalog_that_cannot_be_written_is_named(project: Sandbox, run: Run) -> None:
    (project.root / "locales").mkdir()
    (project.root / "locales").chmod(0o555)
    code, printed = run("catalogs")
    assert code == 1
    assert "locales/hands.pot: error[output-unwritable]: cannot be written" in printed


def test_a_user_without_a_home_builds_without_a_record(project: Sandbox, run: Run) -> None:
    """There is no place for a key: each build draws everything, and says why."""
    nowhere = {"HOME": "/nonexistent", "XDG_STATE_HOME": "", "XDG_CACHE_HOME": ""}
    for _ in range(2):
        code, printed = run(**nowhere)
        assert code == 0
        assert "system: warning[record-unsigned]" in printed
        assert printed.splitlines()[-1] == "2 built, 1 warning"


def modes(folder: Path) -> dict[str, int]:
    return {
        str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode)
        for path in folder.rglob("*")
    }


def test_what_is_written_has_the_modes_that_the_user_asks_for(project: Sandbox) -> None:
    """umask 077: for nobody else; umask 0: for all, but for personal copies and the key."""
    project.write("copies.csv", "id,leaflet,language,edition\nanna,hands,en,web\n")
    copies = ("--batch", str(project.root / "copies.csv"))
    before = modes(project.root.parent).keys()
    for mask in (0o077, 0):
        old = os.umask(mask)
        try:
            for call in ([], ["fonts"], ["catalogs", "-l", "es"], copies):
                state = str(project.root.parent / "state")
                done = project.start(*call, XDG_STATE_HOME=state, POLYLEAF_START_METHOD="fork")
                assert done.returncode == 0
        finally:
            os.umask(old)
        made = {name: m for name, m in modes(project.root.parent).items() if name not in before}
        for name in ("output/.polyleaf-record", "output/.polyleaf-lock", "output/manifest.json",
                     "output/en/hands_en_web.html", "locales/hands.pot", "fonts.lock"):  # fmt: skip
            assert made[f"project/{name}"] == 0o666 & ~mask
        private = {name for name in made if name.endswith(("_anna.html", "polyleaf/key"))}
        assert {made[name] for name in private} == {0o600}
        assert len(private) == 2
        if mask:
            assert not any(mode & mask for mode in made.values())
        shutil.rmtree(project.root / "output")
        shutil.rmtree(project.root / "locales")
        (project.root / "fonts.lock").unlink()


@pytest.mark.skipif(sys.platform != "linux", reason="limits of another process are Linux's to tell")
def test_a_worker_leaves_no_image_of_itself(project: Sandbox) -> None:
    """It may hold a personal copy. Of a process that crashes, nothing is kept."""
    project.write("templates/mine/edition.toml", 'format = "html"\n')
    project.write("templates/mine/leaflet.html", LOOP)
    command = [sys.executable, str(ROOT / "build.py"), "-e", "mine", "--jobs", "1", "--project"]
    with subprocess.Popen([*command, str(project.root)], cwd=ROOT) as building:
        try:
            assert busiest(building.pid).rlimit(psutil.RLIMIT_CORE) == (0, 0)
        finally:
            building.kill()  # and its worker ends with it


def busiest(parent: int) -> psutil.Process:
    """The worker that draws for ever: the process that has taken some seconds of a processor."""
    while True:
        for process in psutil.Process(parent).children(recursive=True):
            if sum(process.cpu_times()[:2]) > 3:
                return process
        time.sleep(0.05)
