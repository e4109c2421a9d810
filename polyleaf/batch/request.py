"""What is asked of a build."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..jobs import Selection


@dataclass(frozen=True, slots=True)
class Request:
    """A build of the project in `root`."""

    root: Path
    output: Path | None = None  # none: output/ of the project
    selection: Selection = field(default_factory=Selection)
    release: bool = False
    allow_untranslated: bool = False
    force: bool = False  # also what is up to date
    verify: bool = False  # hash every output
    dry_run: bool = False  # say what would be made, and write nothing
    prune: bool = False  # remove outputs whose source is gone
    since: str | None = None  # only what differs from this commit

    @property
    def folder(self) -> Path:
        """Where it is built."""
        return (self.output or self.root.resolve() / "output").resolve()


@dataclass(frozen=True, slots=True)
class Started:
    """So many sheets are about to be made."""

    total: int
