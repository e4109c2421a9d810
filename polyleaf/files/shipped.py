"""Where the templates and interface catalogs are that Polyleaf brings.

A wheel holds them inside the package; in a checkout they stand next to it, where people edit them.
For a package in a folder `__path__` is what `importlib.resources` itself looks at; loading that
module would take 10 ms of each build that has nothing to do (6 where pathlib is loaded anyway).
"""

import os

from .. import __path__ as locations

PACKAGE = os.path.realpath(locations[0])
INSTALLED = os.path.isdir(os.path.join(PACKAGE, "templates"))


def shipped(folder: str) -> str:
    """The folder `templates` or `locales` that Polyleaf brings."""
    return os.path.join(PACKAGE if INSTALLED else os.path.dirname(PACKAGE), folder)
