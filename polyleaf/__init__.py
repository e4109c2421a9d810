"""Printable patient leaflets from YAML, in every language their gettext catalogs hold.

A request becomes tasks, a task a sheet in its language, a page, a file: docs/architecture.md draws
it. Imports point down: cli → api → pipeline → translation → checks, markup, pdf → typography,
content → languages, files → model. `build`, `check` and their types load when they are asked for.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import build, check
    from .model.findings import Finding, PolyleafError, Severity, Where
    from .model.jobs import Built, Decision, Report
    from .model.task import Outcome
    from .pipeline.request import Started

__version__ = "0.1.0"
__all__ = [
    "Built",
    "Decision",
    "Finding",
    "Outcome",
    "PolyleafError",
    "Report",
    "Severity",
    "Started",
    "Where",
    "build",
    "check",
]
HOMES = {
    "build": ".api",
    "check": ".api",
    "Built": ".model.jobs",
    "Decision": ".model.jobs",
    "Started": ".pipeline.request",
    "Outcome": ".model.task",
    "Report": ".model.jobs",
}

if not TYPE_CHECKING:  # it would take any name for one that is there

    def __getattr__(name):
        """What the package offers, from where it is."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(HOMES.get(name, ".model.findings"), __name__), name)
