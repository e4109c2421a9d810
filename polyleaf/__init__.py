"""Printable patient leaflets from YAML, in every language their gettext catalogs hold.

The folder tells the way of the data, each step a plain function from one frozen type to the next:

    content     YAML text            → Leaflet
    clinics     clinic.yaml          → Clinic
    catalog     PO bytes             → Messages
    translate   Leaflet × Messages   → LocalizedLeaflet
    typography  inline text          → inline text that no layout engine can reorder
    markup      LocalizedLeaflet     → Html
    pdf         Html                 → Pdf

Below them stand the data and readers that several steps need: `languages`, `fonts` and `scripts`
tell what is known of a language, of this machine's fonts and of a character; `inline`, `yamlfile`,
`pictures` and `files` read; `pseudo` makes the messages of a language that nobody reads. `checks`
look at what each step made.

`plan` makes tasks of what is asked for, and `pipeline` takes one task through the steps. `batch`
has it make what, as `state` judges, is not up to date, as far as this `machine` can draw it, and
has `outputs` write it down; `checking` only looks. `copies` makes personal copies from a batch
file, `desk` serves whoever translates. `api` is for scripts, `cli` is the only module that prints,
`model` holds the types, `jobs` those of them that name a sheet and what became of it, `problems`
what is said when something is wrong. Imports point down:
`cli → api → batch → pipeline → stages → model → problems`.

For scripts, the package itself offers `build`, `check` and what they return and raise. None of it
is loaded before it is asked for.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import build, check
    from .model import Built, Outcome, Report
    from .problems import Finding, PolyleafError, Severity, Where

__version__ = "0.1.0"
__all__ = [
    "Built",
    "Finding",
    "Outcome",
    "PolyleafError",
    "Report",
    "Severity",
    "Where",
    "build",
    "check",
]
HOMES = {
    "build": ".api",
    "check": ".api",
    "Built": ".model",
    "Outcome": ".model",
    "Report": ".model",
}

if not TYPE_CHECKING:  # it would take any name for one that is there

    def __getattr__(name):
        """What the package offers, from where it is."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(HOMES.get(name, ".problems"), __name__), name)
