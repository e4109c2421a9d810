"""`python -m polyleaf` is the same command."""

import sys

from .cli import command

if __name__ == "__main__":
    sys.exit(command())
