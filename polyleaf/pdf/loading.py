"""Loads the engine, once, with what Polyleaf replaces in it."""

from __future__ import annotations

from functools import lru_cache

from ..model.findings import ExitStatus, Finding, PolyleafError, Where
from ..typography.fonts import SETUP
from . import patches, verified
from .patches.library_search import without_library_search


@lru_cache(maxsize=1)
def load() -> None:
    """Raises PolyleafError for what this machine lacks, or has in a version that does not fit."""
    if findings := list(verified.refused()):
        raise PolyleafError(findings)
    try:
        with without_library_search():
            import weasyprint  # noqa: F401
            from weasyprint.text import ffi
    except ImportError as error:
        raise _missing(f"the engine cannot be loaded: {error}", SETUP) from None
    except OSError as error:
        library = str(error).partition("'")[2].partition("'")[0] or str(error)
        raise _missing_library(library, "libpango-1.0-0 libpangoft2-1.0-0") from None
    if ffi.harfbuzz_subset is None:  # without it fonts are cut slowly, and bytes differ
        raise _missing_library("harfbuzz-subset", "libharfbuzz-subset0")
    if changed := patches.install(verified.installed()):
        raise PolyleafError([verified.changed(changed)])


def _missing_library(library: str, packages: str) -> PolyleafError:
    hint = f"{SETUP} (Debian: apt-get install {packages})"
    return _missing(f"the system library {library} is missing", hint)


def _missing(message: str, hint: str) -> PolyleafError:
    where = Where("system")
    return PolyleafError(
        [Finding(where, "library-missing", message, hint, exit_status=ExitStatus.MACHINE)]
    )
