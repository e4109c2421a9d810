"""Where the templates and catalogs are that Polyleaf brings."""

import os

PACKAGE = os.path.dirname(os.path.realpath(__file__))


def shipped(folder: str) -> str:
    """A folder that Polyleaf brings: beside the package in a checkout, inside it when installed."""
    beside = os.path.dirname(PACKAGE)
    checkout = os.path.isfile(os.path.join(beside, "pyproject.toml"))
    return os.path.join(beside if checkout else PACKAGE, folder)
