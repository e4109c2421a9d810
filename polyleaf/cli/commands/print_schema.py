"""`polyleaf schema`: the JSON Schema of the content, or of clinic.yaml, for editors."""

from __future__ import annotations

import argparse
import json

from .. import options as shared

SUMMARY = "print the JSON Schema of the content"
USAGE = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("what to print")
    shared.switch(group, "--clinic", "that of clinic.yaml instead")


def run(options: argparse.Namespace) -> int:
    from ...content import clinic, leaflets

    schema = clinic.schema() if options.clinic else leaflets.schema()
    print(json.dumps(schema, indent=2))
    return 0
