"""The house keeps its plan: imports point down, and each library has one door."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from .conftest import Sandbox

PACKAGE = Path(__file__).resolve().parent.parent / "polyleaf"
MODULES = sorted(PACKAGE.rglob("*.py"))

# From the top down. A package may import from layers below its own, never sideways or up.
LAYERS = (
    {"cli"},
    {"api"},
    {"pipeline"},
    {"translation"},
    {"checks", "markup", "pdf", "imposition"},
    {"typography", "content"},
    {"languages", "files", "pictures"},
    {"model"},
)
DOORS = {
    "weasyprint": {"pdf"},
    "pydyf": {"pdf"},
    "pypdfium2": {"pdf"},
    "pikepdf": {"imposition"},
    "fontTools": {"pdf", "languages", "pictures"},
    "babel": {"languages"},
    "pyphen": {"languages"},
    "icu4py": {"typography"},
    "jinja2": {"markup"},
    "markupsafe": {"markup"},
    "tinyhtml5": {"markup", "content"},
    "mammoth": {"content"},
    "markdown_it": {"content"},
    "zxingcpp": {"markup"},
    "yaml": {"content"},
    "pydantic": {"content", "pipeline"},
    "pydantic_core": {"content"},
    "rapidfuzz": {"translation"},
    "docx": {"translation", "markup"},
    "tqdm": {"cli"},
    "shtab": {"cli"},
    "pycountry": {"languages"},
    "PIL": {"pictures"},
    "pi_heif": {"pictures"},
    "resvg_py": {"pictures"},
    "tinycss2": {"pictures"},
    "cssselect2": {"pictures"},
    "watchfiles": {"cli"},
    "starlette": {"cli"},
    "uvicorn": {"cli"},
    "psutil": {"pipeline"},
    "distributed": {"pipeline"},
    "dask": {"pipeline"},
}
MOST_NAMES, MOST_LAYERS, MOST_FRAMES = 14, 8, 14


def layer(name: str) -> int:
    (number,) = (i for i, names in enumerate(LAYERS) if name in names)
    return number


def module_name(path: Path) -> str:
    """A package counts as one module: its parts may import each other."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def imports(path: Path) -> list[tuple[int, str]]:
    """(dots, name) of everything a file imports, wherever in the file."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += ((0, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.level, node.module))
        elif isinstance(node, ast.ImportFrom):
            found += ((node.level, alias.name) for alias in node.names)
    return found


def own_imports(path: Path) -> Iterator[str]:
    """The modules of the package that a file imports from, itself apart."""
    depth = len(path.relative_to(PACKAGE).parts)
    for dots, name in imports(path):
        if dots == depth:  # as many dots as lead to the package itself
            imported = name.split(".")[0]
            if imported not in ("__version__", "__path__", module_name(path)):
                yield imported


def test_the_house_has_few_rooms() -> None:
    names = {module_name(path) for path in MODULES} - {"__init__", "__main__"}
    assert names == set[str]().union(*LAYERS)
    assert (len(names) <= MOST_NAMES, len(LAYERS) <= MOST_LAYERS) == (True, True)


def test_imports_point_down() -> None:
    upward = [
        f"{path.relative_to(PACKAGE)} imports {imported}"
        for path in MODULES
        if (name := module_name(path)) not in ("__init__", "__main__")
        for imported in own_imports(path)
        if layer(imported) <= layer(name)
    ]
    assert upward == []


def test_no_module_and_no_class_stands_for_two_things() -> None:
    names = [path.stem for path in MODULES if path.stem != "__init__"]
    assert sorted(name for name, count in Counter(names).items() if count > 1) == []
    classes = Counter(
        node.name
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    assert sorted(name for name, count in classes.items() if count > 1) == []


FRAMES = """\
import sys
from pathlib import Path
from polyleaf import cli
from polyleaf.pdf import draw
import polyleaf

package = str(Path(polyleaf.__file__).parent)
import weasyprint

def render(*arguments, **named):
    frame, ours = sys._getframe(1), []
    while frame:
        name = frame.f_code.co_filename
        if name.startswith(package):
            ours.append(f"{name[len(package) + 1:]}:{frame.f_code.co_name}")
        frame = frame.f_back
    print("FRAMES", *reversed(ours))
    raise SystemExit(0)

weasyprint.HTML.render = render
cli.main(sys.argv[1:], mapper=map)
"""


@pytest.mark.slow
def test_few_frames_stand_between_the_command_and_the_engine(project: Sandbox) -> None:
    project.edit("clinic.yaml", "[web]", "[a4]")
    command = [sys.executable, "-c", FRAMES, "--project", str(project.root)]
    done = subprocess.run(command, cwd=PACKAGE.parent, capture_output=True, text=True, check=False)
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("FRAMES")]
    frames = line.split()[1:]
    print("\n".join(frames))
    assert frames[0].startswith("cli/")
    assert frames[-1].startswith("pdf/")
    assert len(frames) <= MOST_FRAMES, frames


def test_building_and_checking_have_one_door() -> None:
    """Whoever builds or checks goes through `api`: nothing else runs tasks."""
    running = {
        path.relative_to(PACKAGE).as_posix()
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr)
        in {("builds", "build"), ("personal", "build"), ("check", "texts"), ("check", "pages")}
    }
    assert running == {"api.py"}


@pytest.mark.parametrize("library", DOORS)
def test_each_library_has_one_door(library: str) -> None:
    through = {
        module_name(path)
        for path in MODULES
        for dots, name in imports(path)
        if dots == 0 and name.split(".")[0] == library
    }
    assert through == DOORS[library]


def test_every_library_in_use_is_listed() -> None:
    used = {name.split(".")[0] for path in MODULES for dots, name in imports(path) if dots == 0}
    assert used - set(sys.stdlib_module_names) == set(DOORS)


def test_only_the_command_prints() -> None:
    printing = {
        module_name(path)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    }
    assert printing == {"cli"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["check"], {"weasyprint"}),
        (["catalogs"], {"weasyprint"}),
        (["-e", "web", "-l", "en"], {"weasyprint"}),
        (["--version"], {"weasyprint", "jinja2", "babel", "yaml", "pydantic", "psutil", "shtab"}),
        (["-e", "web"], {"distributed", "dask"}),
        (["new-leaflet", "--help"], {"weasyprint", "jinja2", "babel", "yaml", "pydantic"}),
    ],
    ids=["check", "catalogs", "web", "version", "no cluster", "help"],
)
def test_nothing_that_does_not_draw_loads_the_engine(
    arguments: list[str], unwanted: set[str], project: Sandbox
) -> None:
    code = (
        "import sys\n"
        "from polyleaf.cli import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit:\n    pass\n"
        f"loaded = [name for name in {sorted(unwanted)!r} if name in sys.modules]\n"
        "sys.exit(', '.join(loaded) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments, "--quiet", "--project", str(project.root)],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
