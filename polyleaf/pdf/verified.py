"""The versions of the engine that Polyleaf was verified with, and what is done with others.

Polyleaf replaces parts of the engine, and promises the same bytes for the same input. A version
that is verified is taken as it is. For a newer one of the same major version the sources decide
(`patches`). Any other is refused before it is loaded: up to WeasyPrint 68 the style sheets are not
understood, and 69 writes other bytes at each run.

To verify another version: `make test-engine-next`, then add it here and to each patch.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import metadata

from ..problems import Blame, Finding, Where

VERIFIED = {"weasyprint": ("70.0",), "pydyf": ("0.13.0",), "tinyhtml5": ("2.1.0",)}
NAMES = {"weasyprint": "WeasyPrint"}


def installed() -> dict[str, str]:
    """library → version, empty if it is not installed. The engine is not loaded for that."""
    return {library: _version(library) for library in VERIFIED}


def refused() -> Iterator[Finding]:
    """What is installed and may not be used, or is not installed."""
    for library, version in installed().items():
        verified = VERIFIED[library]
        if not version:
            yield _finding(f"{NAMES.get(library, library)} is not installed", [library])
        elif not _may_fit(version, verified):
            message = f"Polyleaf does not draw with {_named(library)}"
            yield _finding(f"{message}: it was verified with {' and '.join(verified)}", [library])


def changed(targets: Iterable[str]) -> Finding:
    """The finding for what a patch replaces, and the engine has no longer as it was verified."""
    unknown = [name for name, version in installed().items() if version not in VERIFIED[name]]
    names = " and ".join(map(_named, unknown or VERIFIED))
    message = f"{names} changed what Polyleaf replaces: {', '.join(targets)}"
    return _finding(message, unknown or VERIFIED)


def _finding(message: str, libraries: Iterable[str]) -> Finding:
    wanted = " ".join(f"{library}=={VERIFIED[library][-1]}" for library in libraries)
    hint = f"install what was verified: python -m pip install {wanted}"
    return Finding(Where("system"), "engine-version", message, hint, blame=Blame.MACHINE)


def _version(library: str) -> str:
    """Empty if it is not installed, `unknown` if its metadata do not say."""
    try:
        found = metadata.metadata(library)
    except metadata.PackageNotFoundError:
        return ""
    return str(found["Version"]) if "Version" in found else "unknown"


def _named(library: str) -> str:
    return f"{NAMES.get(library, library)} {_version(library)}"


def _may_fit(version: str, verified: tuple[str, ...]) -> bool:
    """Whether it is verified, or no older than what is and of the same major version."""
    found, known = _release(version), [_release(each) for each in verified]
    return version in verified or (found[:1] == known[-1][:1] and found >= min(known))


def _release(version: str) -> tuple[int, ...]:
    """70.1rc1 → (70, 1); empty for what is no version."""
    numbers = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(map(int, numbers[0].split("."))) if numbers else ()
