"""The house keeps its plan: imports point down, and each library has one door."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Sandbox

PACKAGE = Path(__file__).resolve().parent.parent / "polyleaf"
MODULES = sorted(PACKAGE.rglob("*.py"))

# From the top down. A module may import from layers below its own, never sideways or up.
LAYERS = (
    {"cli"},
    {"api"},
    {"copies", "batch"},
    {"checking"},
    {"pipeline", "machine", "outputs", "desk"},
    {"packs"},
    {"plan", "executors", "report", "manifest", "state"},
    {"inputs"},
    {"project"},
    {"content", "clinics", "catalog", "translate", "editions", "markup", "pdf", "checks"},
    {"typography", "pseudo"},
    {"fonts", "languages", "yamlfile", "inline", "scripts", "pictures", "changes"},
    {"files", "watch", "cores"},
    {"model"},
    {"jobs", "shipped"},
    {"problems"},
)
DOORS = {
    "weasyprint": {"pdf"},
    "pydyf": {"pdf"},
    "fontTools": {"pdf", "scripts"},
    "babel": {"languages"},
    "pyphen": {"languages"},
    "icu4py": {"typography"},
    "jinja2": {"markup"},
    "markupsafe": {"markup"},
    "zxingcpp": {"markup"},
    "yaml": {"yamlfile"},
    "pydantic": {"yamlfile"},
    "pydantic_core": {"yamlfile"},
    "rapidfuzz": {"catalog"},
    "tqdm": {"cli"},
    "PIL": {"pictures"},
    "watchfiles": {"watch"},
    "psutil": {"executors"},
    "distributed": {"executors"},
    "dask": {"executors"},
}


def layer(name: str) -> int:
    (number,) = (i for i, names in enumerate(LAYERS) if name in names)
    return number


def module_name(path: Path) -> str:
    """A package counts as one module: its parts may import each other."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """(dots, name) of everything a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((0, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.level, node.module
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.level, alias.name) for alias in node.names)


def own_imports(path: Path) -> Iterator[str]:
    """The modules of the package that a file imports from, itself apart."""
    depth = len(path.relative_to(PACKAGE).parts)
    for dots, name in imports(path):
        if dots == depth:  # as many dots as lead to the package itself
            imported = name.split(".")[0]
            if imported not in ("__version__", module_name(path)):
                yield imported


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    name = module_name(path)
    if name in ("__init__", "__main__"):
        return
    for imported in own_imports(path):
        assert layer(imported) > layer(name), f"{name} imports {imported}"


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


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["check"], {"weasyprint"}),
        (["catalogs"], {"weasyprint"}),
        (["-e", "web", "-l", "en"], {"weasyprint"}),
        (["--version"], {"weasyprint", "jinja2", "babel", "yaml", "pydantic", "psutil"}),
        (["-e", "web"], {"distributed", "dask"}),
    ],
    ids=["check", "catalogs", "web", "version", "no cluster"],
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
