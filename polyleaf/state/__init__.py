"""What is up to date: the digests of inputs, the record of what was built from them, the verdict.

Only the standard library is loaded: a build with nothing to do ends here. Inputs are judged by
their content, never by time stamps; for an output, its size and time may stand for its hash.

    sources       a job              → what its sheet is made from
    digests       a source           → the digest of its content
    hashing       text and files → SHA-256
    fontfiles     fonts → digests, by their tables
    surroundings  Polyleaf and the libraries, as one of the sources
    record        what was built from what
    stored        the record         ↔ a file of the output folder
    judge         record × digests   → the verdict
    keys          a task that was read → the exact key of its sheet
    lock          one build at a time
    opened        a folder, in which files are found in half the time
"""

from .digests import Digests, Source
from .judge import Judge
from .lock import Lock
from .opened import Opened
from .record import Record, Sheet, Stamp
from .sources import environment, of_catalogue, of_fonts, of_job, options
from .stored import NAME, load, save

__all__ = [
    "NAME",
    "Digests",
    "Judge",
    "Lock",
    "Opened",
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
