"""What Polyleaf replaces in WeasyPrint, pydyf and tinyhtml5: one file a patch.

Each file says what it replaces and why, where the fault is reported upstream, and which versions it
was verified with. `docs/upstream/` has a proposal for each patch that is of use to others.

- CORRECTNESS: without them a sheet is wrong, or its bytes are others. All are installed, or none
  and no sheet is drawn.
- SPEED: they change no byte. One whose replaced source is another than the verified one is left
  out, without a word: sheets are the same, and take longer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from .patch import Patch

CORRECTNESS = (
    "column_rest",
    "compression",
    "font_subset",
    "language_tags",
    "long_words",
    "readable_text",
    "tall_rows",
    "written_text",
)
SPEED = (
    "break_points",
    "first_word",
    "html_characters",
    "kept_layouts",
    "normal_flow",
    "reference_cycles",
    "repeated_lines",
    "right_to_left_lines",
    "shrink_to_fit",
    "strokes",
    "strut",
    "style_defaults",
    "used_lengths",
    "watched_pages",
)


def install(versions: Mapping[str, str]) -> list[str]:
    """Installs what fits the engine, of which these are the libraries and their versions.

    Returns what a correctness patch replaces and does not find as it was verified: then no patch is
    installed.
    """
    changed = {name: list(changes(name, versions)) for name in (*CORRECTNESS, *SPEED)}
    if unfit := [target for name in CORRECTNESS for target in changed[name]]:
        return unfit
    for name in (*CORRECTNESS, *SPEED):
        if not changed[name]:
            for patch in patches(name):
                patch.install()
    return []


def patches(name: str) -> tuple[Patch, ...]:
    """Those of one file, which belong together; raises ImportError if the engine lacks what the
    file uses.
    """
    found: tuple[Patch, ...] = import_module(f"{__name__}.{name}").PATCHES
    return found


def changes(name: str, versions: Mapping[str, str]) -> Iterator[str]:
    """What a file replaces and the engine lacks, or has in another form than was verified.

    The sources are compared only if the version is not one that the patch was verified with.
    """
    try:
        wanted = patches(name)
    except (ImportError, AttributeError) as error:
        yield str(error).partition(" (")[0]  # without the file
        return
    for patch in wanted:
        try:
            patch.look_up()
            known = patch.verified
            if versions[patch.library] not in known and patch.digest() not in known.values():
                yield patch.target
        except LookupError:
            yield patch.target
