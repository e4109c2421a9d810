"""The one way to files: every input is opened here, every output is written here.

opening   a path → a descriptor of a regular file, and nothing else
reading   a name below a folder → bytes, or a finding that says what is wrong
noting    which files a value was made from, also through caches
writing   bytes → a file that is whole or not there
"""

from .merge_marks import is_merge_mark
from .noting import ABSENT, Digest, Input, Inputs, Noted, note, noted, recall
from .opening import (
    UNREADABLE,
    NotRegularError,
    TooLargeError,
    file_digest,
    open_regular,
    read_bytes,
    resolved,
    text_digest,
)
from .reading import (
    decode,
    exists,
    folder_digest,
    folders,
    inside_digest,
    is_file,
    names,
    read_inside,
    toml,
    unmerged,
)
from .writing import stays_inside, sweep, write_atomically

__all__ = [
    "ABSENT",
    "UNREADABLE",
    "Digest",
    "Input",
    "Inputs",
    "NotRegularError",
    "Noted",
    "TooLargeError",
    "decode",
    "exists",
    "file_digest",
    "folder_digest",
    "folders",
    "inside_digest",
    "is_file",
    "is_merge_mark",
    "names",
    "note",
    "noted",
    "open_regular",
    "read_bytes",
    "read_inside",
    "recall",
    "resolved",
    "stays_inside",
    "sweep",
    "text_digest",
    "toml",
    "unmerged",
    "write_atomically",
]
