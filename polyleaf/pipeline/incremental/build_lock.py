"""One build at a time in an output folder.

The lock is the kernel's (POSIX record lock): it ends with the process that holds it, however that
ends, and worker processes do not inherit it.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable

from ...files import open_regular
from ...files.opening import NotRegularError
from ...model.findings import ExitStatus, Finding, PolyleafError, Where
from ...model.jobs import Folder

NAME = ".polyleaf-lock"
TRIES = 10  # to lock a file that stands: some network file systems cannot compare two files


class BuildLock:
    """Held within a `with`. `waiting` is called with the other process's number before a wait."""

    def __init__(self, output: Folder, waiting: Callable[[str], None], shown: str = "") -> None:
        """`shown` is the output folder as problems name it."""
        self.path, self.waiting = os.path.join(output, NAME), waiting
        self.shown = os.path.join(shown or output, NAME)
        self._handle: int | None = None

    def __enter__(self) -> BuildLock:
        """Locks the folder. One that cannot be written is not locked: its errors come later.

        Raises PolyleafError if a link, a pipe or the like stands in the place of the lock.
        """
        for left in reversed(range(TRIES)):
            try:
                os.makedirs(os.path.dirname(self.path), exist_ok=True)
                handle = open_regular(self.path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW)
            except NotRegularError as error:
                raise self._not_a_lock(str(error.strerror)) from None
            except OSError:
                return self
            self._lock(handle)
            if not left or self._stands(handle):
                break
            os.close(handle)  # the folder was removed during the wait, and perhaps made anew
        self._handle = handle
        if os.fstat(handle).st_nlink == 1:  # else it has another name, perhaps elsewhere
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

    def _not_a_lock(self, what: str) -> PolyleafError:
        message, hint = f"{what} is in the place of the lock", "remove it, and build again"
        where = Where(self.shown)
        return PolyleafError(
            [Finding(where, "file-kind", message, hint, exit_status=ExitStatus.CALL)]
        )

    def __exit__(self, *_: object) -> None:
        if self._handle is not None:
            os.close(self._handle)
