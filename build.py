"""The command, from a checkout: `python build.py --help`."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 — any Python may be asked to run this
    sys.exit("Polyleaf needs Python 3.11 or later; run `make leaflets`, which finds one")

from polyleaf.cli import command

if __name__ == "__main__":
    sys.exit(command())
