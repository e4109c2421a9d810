"""Html → Pdf. The only package that knows WeasyPrint.

    draw, loading                           load the engine and listen to it
    wrap                                    where a line that is too long ends
    lines, writer, clusters, composites     text that can be read out of a page again
    finish, metadata, tongues               what the document says of itself
    lost, overflow, extent, looks           what the pages show, for the checks
    subset                                  what is kept of a font
    faster                                  what the engine need not work out
    versions                                the libraries that the engine stands on

What replaces a part of WeasyPrint does so in a function `install`.
"""

from .draw import draw, prepare
from .versions import versions

__all__ = ["draw", "prepare", "versions"]
