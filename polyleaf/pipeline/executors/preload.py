"""Loads what sheets are made with when it is imported: once, in the fork server.

What cannot be loaded is left to the sheet that needs it, which says so.
"""

import atexit
import gc
import os
import shutil
from contextlib import suppress

from ...model.findings import PolyleafError

with suppress(ImportError, PolyleafError):
    from ... import pdf
    from ...typography import fonts
    from .. import recipe as recipe

    pdf.prepare()  # `fonts.show_only` was called by the process that started this one
    fonts.faces()
gc.collect()
gc.freeze()  # else each worker soon has a copy of all of it
# The folder of the server's socket has to go even if the process that made it was killed.
atexit.register(shutil.rmtree, os.environ.get("POLYLEAF_SOCKETS", ""), ignore_errors=True)
