"""Loads the engine, once, with what Polyleaf replaces in it."""

from __future__ import annotations

from functools import lru_cache

from ..files.system_packages import how_to_install
from ..model.findings import ExitStatus, Finding, PolyleafError, Where
from . import patches, verified
from .patches.library_search import without_library_search

PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0")  # Debian's packages


def load() -> None:
    """Raises PolyleafError for what this machine lacks, or has in a version that does not fit."""
    if findings := _loaded():
        raise PolyleafError(findings)


@lru_cache(maxsize=1)  # also of an engine that is missing: to look for it takes as long as a sheet
def _loaded() -> tuple[Finding, ...]:
    """What keeps the engine from being loaded; nothing once it is."""
    if findings := tuple(verified.refused()):
        return findings
    try:
        with without_library_search():
            import weasyprint  # noqa: F401
            from weasyprint.text import ffi
    except ImportError as error:
        return (_missing(f"the engine cannot be loaded: {error}", how_to_install(*PANGO)),)
    except OSError as error:
        library = str(error).partition("'")[2].partition("'")[0] or str(error)
        return (_missing_library(library, *PANGO),)
    if ffi.harfbuzz_subset is None:  # without it fonts are cut slowly, and bytes differ
        return (_missing_library("harfbuzz-subset", "libharfbuzz-subset0"),)
    if changed := patches.install(verified.installed()):
        return (verified.changed(changed),)
    return ()


def _missing_library(library: str, *packages: str) -> Finding:
    return _missing(f"the system library {library} is missing", how_to_install(*packages))


def _missing(message: str, hint: str) -> Finding:
    where = Where("system")
    return Finding(where, "library-missing", message, hint, exit_status=ExitStatus.MACHINE)
