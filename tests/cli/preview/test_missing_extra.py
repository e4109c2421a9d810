"""`serve` without its libraries says which command installs them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ...conftest import Sandbox


@pytest.mark.slow
def test_the_one_command_that_is_missing_is_told(project: Sandbox, tmp_path: Path) -> None:
    fake = tmp_path / "without" / "starlette" / "__init__.py"
    fake.parent.mkdir(parents=True)
    fake.write_text("raise ModuleNotFoundError('no starlette', name='starlette')\n", "utf-8")
    done = project.start("serve", PYTHONPATH=str(fake.parent.parent))
    assert done.returncode == 3
    assert "error[preview-missing]: `serve` needs" in done.stderr
    assert f"install it: {sys.executable} -m pip install starlette uvicorn" in done.stderr
    assert "Traceback" not in done.stderr
