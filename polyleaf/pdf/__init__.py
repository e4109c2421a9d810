"""Html → Pdf. The only package that imports WeasyPrint.

draw, loading, verified      what others call; which engine is loaded
document, complaints         a document on its way through the engine
first_page, page_pictures    pictures of it, for screens
fetch, finish, metadata      what it may read, and what it says about itself
text                         text that can be read out of a page again
inspect                      what the drawn pages show, for the checks
patches                      what is replaced in the engine, one file a patch
versions                     the system libraries that the engine stands on
"""

from .draw import draw, prepare, setting
from .first_page import first_page
from .page_pictures import page_pictures, page_sizes
from .versions import versions

__all__ = ["draw", "first_page", "page_pictures", "page_sizes", "prepare", "setting", "versions"]
