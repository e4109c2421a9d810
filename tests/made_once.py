"""Tools that tests need beside the locked packages: made once, and kept below .cache/."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path


def made_once(cache: Path, digest: str, make: Callable[[Path], Path]) -> Path:
    """The folder of this digest in `cache`; made if it is missing, when older ones go.

    Several test processes may ask at once: one makes it, in another place, and the others wait.
    """
    ready = cache / digest
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.is_dir():
            for old in cache.glob("*/"):
                shutil.rmtree(old)
            make(cache / "unfinished").rename(ready)
    return ready
