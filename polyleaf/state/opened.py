"""A folder that is held open.

The kernel finds a name below it in half the time that it takes for a path from the root, and a
build with nothing to do asks for two thousand.
"""

import contextlib
import os

from ..jobs import Folder


class Opened:
    """Its files by name. A folder that cannot be opened, as one that may not be listed, is gone
    through by whole paths."""

    def __init__(self, folder: Folder) -> None:
        self.path = os.fspath(folder)
        self._handle: int | None = None
        with contextlib.suppress(OSError):
            self._handle = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY)

    def open(self, name: str) -> int:
        """A descriptor to read from; raises OSError."""
        return os.open(self._name(name), os.O_RDONLY, dir_fd=self._handle)

    def stat(self, name: str) -> os.stat_result:
        """Raises OSError."""
        return os.stat(self._name(name), dir_fd=self._handle)

    def _name(self, name: str) -> str:
        return os.path.join(self.path, name) if self._handle is None else name

    def __del__(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
