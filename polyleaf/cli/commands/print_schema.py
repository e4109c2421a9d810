"""`polyleaf schema`: the JSON Schema of the content, of clinic.yaml, or of what is written."""

from __future__ import annotations

import argparse
import json
from importlib import import_module

from .. import options as shared

SUMMARY = "print the JSON Schema of the content"
USAGE = ""
CONTENT = "content.leaflets"
OTHERS = {  # option → the module that has the schema, and what it is of
    "clinic": ("content.clinic", "clinic.yaml"),
    "worksheet": ("pipeline.worksheets", "the JSON of `worksheet`"),
    "ledger": ("pipeline.ledger.ledger_json", "the JSON of `ledger`"),
    "report": ("pipeline.report_rows", "a line of --format json"),
    "index": ("pipeline.catalogue.index_json", "index.json in the output folder"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("what to print")
    one = group.add_mutually_exclusive_group()
    for option, (_, what) in OTHERS.items():
        shared.switch(one, f"--{option}", f"that of {what} instead")


def run(options: argparse.Namespace) -> int:
    wanted = (module for option, (module, _) in OTHERS.items() if getattr(options, option))
    module = import_module(f"...{next(wanted, CONTENT)}", __package__)
    print(json.dumps(module.schema(), indent=2))
    return 0
