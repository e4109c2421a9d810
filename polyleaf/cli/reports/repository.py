"""Where files are in the repository that holds the project: what code hosts count from."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ... import files


class Repository(NamedTuple):
    """The folder that has .git in it, or the project's own, and the project below it."""

    root: Path
    project: Path

    @classmethod
    def around(cls, project: str) -> Repository:
        folder = files.resolved(project)
        above = (parent for parent in (folder, *folder.parents) if (parent / ".git").exists())
        return cls(next(above, folder), folder)

    def path(self, path: str) -> str:
        """A finding's path from the root, or absolute if it is elsewhere; "" for what is no file.

        Findings also name the command line, a font or a scheduler's address.
        """
        if "://" in path or not ("/" in path or "." in path):
            return ""
        file = self.project / path
        return (file.relative_to(self.root) if file.is_relative_to(self.root) else file).as_posix()
