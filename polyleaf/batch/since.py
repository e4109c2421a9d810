"""What differs from a commit, as git says: files changed, added and removed, tracked or not."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..problems import Blame, Finding, PolyleafError, Where
from ..shipped import PACKAGE
from ..state import Digests, Source

CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Since:
    """The files that differ, as absolute paths."""

    root: Path
    template_roots: tuple[Path, ...]
    paths: frozenset[str]

    def touches(self, sources: Iterable[Source]) -> bool:
        """Whether one of a sheet's inputs differs, or Polyleaf itself."""
        if any(path.startswith(f"{PACKAGE}{os.sep}") for path in self.paths):
            return True
        return any(map(self._differs, sources))

    def may_touch_pictures(self) -> bool:
        """Whether a file of the content differs that only a leaflet can say it shows."""
        folder = f"{self.root / CONTENT}{os.sep}"
        return any(p.startswith(folder) and not p.endswith(".yaml") for p in self.paths)

    def touches_pictures(self, names: Iterable[str]) -> bool:
        folder = self.root / CONTENT
        return any(os.path.realpath(folder / name) in self.paths for name in names)

    def _differs(self, source: Source) -> bool:
        if source.kind == "file":
            path = self.root / source.name
            return os.fspath(path) in self.paths or os.path.realpath(path) in self.paths
        if source.kind == "folder":  # also of files that are no longer there
            folders = (f"{root / source.name}{os.sep}" for root in self.template_roots)
            return any(path.startswith(folder) for folder in folders for path in self.paths)
        return False


def since(revision: str, digests: Digests) -> Since:
    """What differs from `revision`; raises PolyleafError if git cannot tell."""
    root = Path(digests.root)
    top = _git(root, "rev-parse", "--show-toplevel").rstrip("\n")
    named = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = _git(root, *named, wrong=f'there is no commit "{revision}"').strip()
    names = _git(Path(top), "diff", "--name-only", "--no-renames", "-z", commit, "--")
    names += _git(Path(top), "ls-files", "--others", "--exclude-standard", "-z")
    paths = frozenset(f"{top}{os.sep}{name}" for name in names.split("\0") if name)
    return Since(root, tuple(map(Path, digests.template_roots)), paths)


def _git(folder: Path, *arguments: str, wrong: str = "") -> str:
    import subprocess

    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            capture_output=True,
            text=True,
            errors="surrogateescape",
            check=False,
        )
    except OSError:
        raise _cannot("git, which knows what has changed, is missing", "") from None
    if done.returncode != 0:
        said = done.stderr.strip().splitlines()
        message = wrong or f"git cannot tell what has changed: {said[0] if said else 'no reason'}"
        raise _cannot(message, "name a commit of the repository that the project is in")
    return done.stdout


def _cannot(message: str, hint: str) -> PolyleafError:
    where = Where("--changed-since")
    return PolyleafError([Finding(where, "revision-unknown", message, hint, blame=Blame.CALL)])
