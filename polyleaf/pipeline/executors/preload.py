"""Loads what sheets are made with when it is imported: in the fork server, else in each worker."""

import atexit
import os
import shutil

from .. import recipe as recipe

SOCKETS = "POLYLEAF_SOCKETS"  # names the fork server's own folder, which must go if we are killed

if SOCKETS in os.environ:
    atexit.register(shutil.rmtree, os.environ[SOCKETS], ignore_errors=True)
