"""A plugin for pytest: the installed engine counts as verified, and only tests that draw are run.

`make test-engine-next` uses it. Tests that start the command meet the engine as users do: they fail
where it is refused.
"""

from __future__ import annotations

import pytest

from polyleaf import languages
from polyleaf.pdf import patches, verified
from polyleaf.pdf.patches.patch import Patch
from polyleaf.typography import fonts

NAMES = (*patches.CORRECTNESS, *patches.SPEED)


def pytest_configure(config: pytest.Config) -> None:
    fonts.show_only(languages.font_packages())  # before the engine, which patches import
    versions = verified.installed()
    config.stash[CHANGED] = {name: list(patches.changes(name, versions)) for name in NAMES}
    for patch in _patches():
        patch.verified = {**patch.verified, versions[patch.library]: "as installed"}
    verified.VERIFIED.update({library: (version,) for library, version in versions.items()})


def _patches() -> list[Patch]:
    """Those whose files can be imported."""
    found = list[Patch]()
    for name in NAMES:
        try:
            found += patches.patches(name)
        except ImportError:
            continue
    return found


def pytest_report_header(config: pytest.Config) -> list[str]:
    """What to read again before the versions are added to `polyleaf/pdf/verified.py`."""
    changed = [f"changed: {name}: {', '.join(x)}" for name, x in config.stash[CHANGED].items() if x]
    installed = " ".join(f"{name} {version}" for name, version in verified.installed().items())
    return [f"engine: {installed}", *(changed or ["changed: nothing that Polyleaf replaces"])]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Function]) -> None:
    drawing = [item for item in items if "engine" in item.fixturenames]
    config.hook.pytest_deselected(items=[item for item in items if item not in drawing])
    items[:] = drawing


CHANGED = pytest.StashKey[dict[str, list[str]]]()
