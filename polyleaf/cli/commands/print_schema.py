"""`polyleaf schema`: the JSON Schema of the content, for editors."""

from __future__ import annotations

import argparse
import json

SUMMARY = "print the JSON Schema of the content"
USAGE = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(options: argparse.Namespace) -> int:
    from ...content import leaflets

    print(json.dumps(leaflets.schema(), indent=2))
    return 0
