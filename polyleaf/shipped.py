"""Where the templates and catalogs are that Polyleaf brings."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def shipped(folder: str) -> Path:
    """A folder that Polyleaf brings: beside the package in a checkout, inside it when installed."""
    beside = PACKAGE.parent / folder
    return beside if (PACKAGE.parent / "pyproject.toml").is_file() else PACKAGE / folder
