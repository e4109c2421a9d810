"""What is up to date: the digests of inputs, the record of what was built from them, the verdict.

Only the standard library is loaded: a build with nothing to do ends here. Inputs are judged by
their content, never by time stamps; for an output, its size and time may stand for its hash.
"""

from .digests import Digests, Source
from .inputs import environment, of_catalogue, of_fonts, of_job, options
from .judge import Judge
from .lock import Lock
from .record import Record, Sheet, Stamp
from .stored import NAME, load, save

__all__ = [
    "NAME",
    "Digests",
    "Judge",
    "Lock",
    "Record",
    "Sheet",
    "Source",
    "Stamp",
    "environment",
    "load",
    "of_catalogue",
    "of_fonts",
    "of_job",
    "options",
    "save",
]
