"""What an executor is given, and what one sheet may take."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from ...model.findings import Finding
from ...model.jobs import Folder
from ...model.task import Outcome

Make = Callable[[Any], Outcome]
Mapper = Callable[[Make, Iterable[Any]], Iterable[Outcome | Finding]]

# A long Chinese leaflet takes some seconds and 200 MB: what takes these is no leaflet.
SECONDS = 120.0
MEGABYTES = 1500


@dataclass(frozen=True, slots=True)
class Limits:
    """What one sheet may take: seconds of the clock, and megabytes (10⁶ bytes) of its process.

    What the process had before its first sheet is not counted.
    """

    seconds: float = SECONDS
    megabytes: int = MEGABYTES

    @property
    def bytes(self) -> int:
        return self.megabytes * 1_000_000


class Scheduler(NamedTuple):
    """A Dask scheduler, and for tls:// the PEM files by which it and we know each other.

    Without any of the files, Dask's own settings say which to use.
    """

    address: str
    ca: Folder | None = None  # of who has signed the certificates
    cert: Folder | None = None  # ours
    key: Folder | None = None  # of ours, if it is in a file of its own
