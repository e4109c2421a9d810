"""Loads the engine when it is imported. If that fails, the sheet that needs it says so."""

import gc
from contextlib import suppress

from ...model.findings import PolyleafError

with suppress(ImportError, PolyleafError):
    from ... import pdf
    from ...typography import fonts

    pdf.prepare()  # `fonts.show_only` was called by the process that started this one
    fonts.faces()
gc.collect()
gc.freeze()  # else each worker that is forked soon has a copy of all of it
