"""The small project, built once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ...conftest import Sandbox
from .projects import SHEETS, build, small


@pytest.fixture(scope="session")
def _built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sandbox = small(tmp_path_factory.mktemp("small") / "project")
    assert build(sandbox).made == SHEETS
    return sandbox.root


@pytest.fixture
def built(_built_once: Path, tmp_path: Path) -> Sandbox:
    """The small project with all that a build of it left, times of files included."""
    root = tmp_path / "project"
    shutil.copytree(_built_once, root)
    sandbox = Sandbox(root)
    build(sandbox)  # learns where it is now
    return sandbox
