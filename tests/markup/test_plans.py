"""Plans as they stand on a page: what a patient would be misled by."""

from __future__ import annotations

import re

import pytest

from polyleaf.content import project
from polyleaf.pipeline import plan, recipe

from ..conftest import Sandbox
from ..plans import PLANS, TAP


def page(sandbox: Sandbox, tag: str, edition: str = "web") -> str:
    sandbox.write("content/hands.yaml", PLANS)
    sandbox.write("content/tap.svg", TAP)
    sandbox.edit("clinic.yaml", "country: GB", "country: GB\naddress: [London]")
    found = project.read(sandbox.root)
    (task,) = plan.plan(found, ["hands"], [tag], [edition]).tasks
    return recipe.rendered_page(task)[0].html.text
