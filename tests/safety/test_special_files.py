"""What is no regular file is reported at once, whatever its name promises; the rest is built.

Without that a named pipe would be waited for, /dev/zero read for ever, and 10 GB of holes read
whole: the command would take no end, or more memory than tests let it have.
"""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import CLINIC, LEAFLET, ROOT, Sandbox

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
FIGURE = "      - figure: {image: face.svg, alt: a face, caption: A face}\n      - list:"
KINDS: dict[str, Callable[[Path], object]] = {
    "fifo": os.mkfifo,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "socket": lambda path: listening(path),
    "folder": Path.mkdir,
    "hole": lambda path: hole(path),
    "ring": lambda path: path.symlink_to(path.name),
}
EACH_KIND = pytest.mark.parametrize("kind", KINDS)
SAID = {  # of a file that is read below the project's folder
    "fifo": "error[file-kind]: \"{}\" is a named pipe, not a file",
    "device": "error[outside-project]: \"{}\" leads outside the project",
    "socket": "error[file-kind]: \"{}\" is a socket, not a file",
    "folder": "error[file-kind]: \"{}\" is a folder, not a file",
    "hole": "-size]: \"{}\" has over ",
    "ring": "error[file-kind]: \"{}\" is a link, not a file",
}  # fmt: skip
COMMANDS = (
    ["build"],
    ["check"],
    ["catalogs"],
    ["status"],
    ["sign", "feet", "-l", "es", "--by", "A. Reader"],
    ["waive", "locales/es/LC_MESSAGES/hands.po:30", "number-changed", "it is right"],
    ["fonts"],
)


def listening(path: Path) -> None:
    """A socket, bound by a short name: its address has no room for a long one."""
    before = Path.cwd()
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(before)


def hole(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10_000_000_000)


def spoil(project: Sandbox, name: str, kind: str) -> None:
    path = project.root / name
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    KINDS[kind](path)


def run(project: Sandbox, *arguments: str) -> tuple[int, str]:
    """The exit code, and all that is printed: never a fault of ours."""
    done = project.run(*arguments)
    printed = done.stderr + done.stdout
    assert not any(word in printed for word in ("Traceback", "[bug]", "cannot go on"))
    return done.returncode, printed


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has a file of each kind, built once."""
    project = Sandbox(tmp_path_factory.mktemp("whole") / "project")
    project.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]") + "logo: logo.svg\n")
    project.write("logo.svg", SVG)
    for leaflet in ("hands", "feet", "face"):
        project.write(f"content/{leaflet}.yaml", LEAFLET)
    project.edit("content/face.yaml", "      - list:", FIGURE)
    project.write("content/face.svg", SVG)
    assert project.run("catalogs", "-l", "es").returncode == 0
    catalogs = project.root / "locales/es/LC_MESSAGES"
    shutil.copytree(catalogs, project.root / "locales/es/reviewed")
    shutil.copy(catalogs / "hands.po", catalogs / "glossary.po")
    shutil.copy(project.root / "locales/hands.pot", project.root / "locales/glossary.pot")
    shutil.copytree(ROOT / "templates/web", project.root / "templates/mine")
    shutil.copytree(ROOT / "templates/catalogue", project.root / "templates/catalogue")
    project.write("fonts.lock", "")
    project.write("copies.csv", "id,leaflet,language,edition\nanna,hands,en,web\n")
    assert project.run("-l", "en").returncode == 0
    return project.root


@pytest.fixture
def spoilt(whole: Path, tmp_path: Path) -> Sandbox:
    shutil.copytree(whole, tmp_path / "project")
    return Sandbox(tmp_path / "project")


@pytest.mark.slow
@EACH_KIND
def test_an_input_that_is_no_file_costs_what_is_made_from_it(spoilt: Sandbox, kind: str) -> None:
    names = {
        "content/x.yaml": "x.yaml",
        "templates/mine/style.css": "mine/style.css",
        "locales/es/LC_MESSAGES/hands.po": "locales/es/LC_MESSAGES/hands.po",
        "locales/es/reviewed/feet.po": "locales/es/reviewed/feet.po",
        "locales/es/LC_MESSAGES/glossary.po": "locales/es/LC_MESSAGES/glossary.po",
    }
    for name in names:
        spoil(spoilt, name, kind)
    spoil(spoilt, "content/face.svg", kind)
    code, printed = run(spoilt, "--force", "-e", "web,mine", "-l", "en,es")
    assert code == 1
    for name, said in names.items():
        line = next(line for line in printed.splitlines() if line.startswith(f"{name}: "))
        assert SAID[kind].format(said) in line
    assert "content/face.yaml:14:25: error[" in printed, "where the picture is named"
    assert "built   en/hands_en_web.html" in printed
    assert "built   en/feet_en_web.html" in printed


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "kind"),  # all are read by one function: each with some kinds
    [
        ("clinic.yaml", "fifo"),
        ("clinic.yaml", "folder"),
        ("logo.svg", "hole"),
        ("logo.svg", "device"),
        ("templates/catalogue/index.html", "ring"),
        ("templates/catalogue/index.html", "socket"),
    ],
)
def test_an_input_that_everything_needs_is_reported(spoilt: Sandbox, name: str, kind: str) -> None:
    spoil(spoilt, name, kind)
    code, printed = run(spoilt, "--force", "-l", "en")
    assert code == 1
    place = "clinic.yaml:7:7" if name == "logo.svg" else name
    assert f"{place}: error[" in printed
    assert SAID[kind].format(name.removeprefix("templates/")) in printed


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["fifo", "folder", "hole"])
def test_a_lock_of_fonts_that_is_no_file_stops_what_has_fonts(spoilt: Sandbox, kind: str) -> None:
    spoil(spoilt, "fonts.lock", kind)
    code, printed = run(spoilt, "hands", "--force", "-l", "en", "-e", "a4,web")
    assert code == 1
    assert "fonts.lock: error[" in printed
    assert SAID[kind].format("fonts.lock") in printed
    assert "built   en/hands_en_web.html" in printed


@pytest.mark.slow
@EACH_KIND
def test_personal_copies_are_not_read_from_what_is_no_file(spoilt: Sandbox, kind: str) -> None:
    spoil(spoilt, "copies.csv", kind)
    code, printed = run(spoilt, "--batch", str(spoilt.root / "copies.csv"))
    assert code == (1 if kind == "hole" else 2)
    assert "copies.csv: error[" in printed


@pytest.mark.slow
@EACH_KIND
def test_an_output_that_is_no_file_is_made_anew(spoilt: Sandbox, kind: str) -> None:
    """A folder alone cannot be replaced by a file, and that is an error."""
    names = (".polyleaf-record", "manifest.json", "index.html", "en/hands_en_web.html")
    for name in names:
        spoil(spoilt, f"output/{name}", kind)
    code, printed = run(spoilt, "-l", "en")
    assert code == (kind == "folder")
    for name in names:
        path = spoilt.root / "output" / name
        if kind == "folder":
            if name != "index.html":  # it lists what the manifest has
                assert f"output/{name}: error[output-unwritable]" in printed
        else:
            assert path.is_file()
            assert not path.is_symlink()
            assert path.stat().st_size < 1_000_000
    assert "built   en/feet_en_web.html" in printed, "without a record nothing is up to date"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "call"),
    [
        *((kind, ["-l", "en"]) for kind in ("fifo", "device", "socket", "folder", "ring", "link")),
        ("link", ["no-such-leaflet"]),
        ("link", ["-l", "en", "--force"]),
    ],
)
def test_nothing_but_a_file_is_a_lock(spoilt: Sandbox, kind: str, call: list[str]) -> None:
    victim = spoilt.write("../victim.txt", "mine")
    lock = spoilt.root / "output/.polyleaf-lock"
    if kind == "link":
        lock.unlink()
        lock.symlink_to("../../victim.txt")
    else:
        spoil(spoilt, "output/.polyleaf-lock", kind)
    code, printed = run(spoilt, *call)
    assert code == 2
    assert "output/.polyleaf-lock: error[file-kind]: a" in printed
    assert victim.read_text() == "mine"


@pytest.mark.slow
def test_a_lock_that_has_another_name_elsewhere_is_left_as_it_is(spoilt: Sandbox) -> None:
    victim = spoilt.write("../victim.txt", "mine")
    (spoilt.root / "output/.polyleaf-lock").unlink()
    os.link(victim, spoilt.root / "output/.polyleaf-lock")
    code, _ = run(spoilt, "-l", "en", "--force")
    assert (code, victim.read_text()) == (0, "mine")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "kind"),
    [
        *((command, "fifo") for command in COMMANDS),  # which one waits for without an end
        *((command, kind) for command in COMMANDS[:3] for kind in ("device", "hole")),
    ],
    ids=lambda each: each if isinstance(each, str) else each[0],
)
def test_every_command_ends_whatever_the_project_holds(
    spoilt: Sandbox, command: list[str], kind: str
) -> None:
    names = [path.relative_to(spoilt.root) for path in spoilt.root.rglob("*") if path.is_file()]
    assert len(names) > 25
    for name in names:
        if name.name not in ("clinic.yaml", "logo.svg", ".polyleaf-lock"):
            spoil(spoilt, str(name), kind)
    run(spoilt, *command)


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["content", "templates", "locales", "output", "output/en"])
def test_folders_that_are_links_in_a_ring_are_reported(spoilt: Sandbox, folder: str) -> None:
    spoil(spoilt, folder, "ring")
    code, printed = run(spoilt)
    assert code in (1, 2)
    assert "error[" in printed


@pytest.mark.slow
def test_links_that_stay_inside_are_followed(spoilt: Sandbox) -> None:
    moved = {
        "content/hands.yaml": "hands.yaml",
        "content/face.svg": "face.svg",
        "templates/mine/style.css": "style.css",
        "locales/es/LC_MESSAGES/hands.po": "hands.po",
        "clinic.yaml": "the clinic.yaml",
    }
    for name, new in moved.items():
        path = spoilt.write(f"elsewhere/{new}", (spoilt.root / name).read_bytes())
        (spoilt.root / name).unlink()
        (spoilt.root / name).symlink_to(path)
    inside = {name for name in moved if not name.startswith(("content", "templates"))}
    for name in moved.keys() - inside:  # these have a folder of their own to stay in
        path = spoilt.write(f"{name}.kept", (spoilt.root / name).read_bytes())
        (spoilt.root / name).unlink()
        (spoilt.root / name).symlink_to(path)
    code, printed = run(spoilt, "--force", "-l", "en", "-e", "web,mine")
    assert (code, printed.splitlines()[-1]) == (0, "6 built")
