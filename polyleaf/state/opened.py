"""A folder that is held open.

The kernel finds a name below it in half the time that it takes for a path from the root, and a
build with nothing to do asks for two thousand.
"""

import contextlib
import os

from ..jobs import Folder


class Opened:
    """Its files by name. Where the folder is missing, so are they."""

    def __init__(self, folder: Folder) -> None:
        self.path = os.fspath(folder)
        self._handle: int | None = None
        with contextlib.suppress(OSError):
            self._handle = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY)

    def open(self, name: str) -> int:
        """A descriptor to read from; raises OSError."""
        return os.open(name, os.O_RDONLY, dir_fd=self._at(name))

    def stat(self, name: str) -> os.stat_result:
        """Raises OSError."""
        return os.stat(name, dir_fd=self._at(name))

    def _at(self, name: str) -> int | None:
        if self._handle is None and not os.path.isabs(name):
            raise FileNotFoundError(name)
        return self._handle

    def __del__(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
