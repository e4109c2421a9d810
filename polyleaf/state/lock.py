"""One build at a time in an output folder.

The lock is the kernel's (POSIX record lock): it ends with the process that holds it, however that
ends, and worker processes do not inherit it.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from types import TracebackType

from ..jobs import Folder

NAME = ".polyleaf-lock"
TRIES = 10  # to lock a file that stands: some network's file systems tell no two files apart


class Lock:
    """Held within a `with`. `waiting` is told the other process's number before a wait."""

    def __init__(self, output: Folder, waiting: Callable[[str], None]) -> None:
        self.path, self.waiting = os.path.join(output, NAME), waiting
        self._handle: int | None = None

    def __enter__(self) -> Lock:
        """A folder that cannot be written is locked by nobody: its errors come when it is."""
        for left in reversed(range(TRIES)):
            try:
                os.makedirs(os.path.dirname(self.path), exist_ok=True)
                handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
            except OSError:
                return self
            self._lock(handle)
            if not left or self._stands(handle):
                break
            os.close(handle)  # the folder was removed during the wait, and perhaps made anew
        self._handle = handle
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        return self

    def _lock(self, handle: int) -> None:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self.waiting(os.pread(handle, 32, 0).decode("ascii", "replace").strip() or "?")
            fcntl.lockf(handle, fcntl.LOCK_EX)

    def _stands(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), os.stat(self.path))
        except OSError:
            return False

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._handle is not None:
            os.close(self._handle)
