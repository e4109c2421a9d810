"""`python -m polyleaf` is the same command."""

import sys

from .cli import command

sys.exit(command())
