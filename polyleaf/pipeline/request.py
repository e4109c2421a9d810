"""What is asked of a build. Nothing that reads or draws is loaded here."""

from __future__ import annotations

import os
from typing import NamedTuple

from ..model.jobs import Duplex, Folder, Selection


class Request(NamedTuple):
    """A build of the project in `root`."""

    root: Folder
    output: Folder | None = None  # none: output/ of the project
    selection: Selection = Selection()
    release: bool = False
    allow_untranslated: bool = False
    force: bool = False  # also what is up to date
    verify: bool = False  # hash every output
    dry_run: bool = False  # say what would be made, and write nothing
    prune: bool = False  # remove outputs whose source is gone
    mono: bool = False  # for black-and-white printers
    duplex: Duplex | None = None  # how the printer turns sheets that are folded

    @property
    def folder(self) -> str:
        """Where it is built."""
        return os.path.realpath(self.output or os.path.join(os.path.realpath(self.root), "output"))

    @property
    def options(self) -> str:
        """Those options that change what a sheet is, or whether there is one, in words."""
        words = (
            "release" if self.release else "draft",
            *["untranslated"] * self.allow_untranslated,
            *["mono"] * self.mono,
            *filter(None, [self.duplex]),
        )
        return " ".join(words)


class Started(NamedTuple):
    """So many sheets are about to be made."""

    total: int
