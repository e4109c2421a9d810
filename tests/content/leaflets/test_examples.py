"""The examples of the page about content are right."""

from __future__ import annotations

import re
import textwrap

import pytest

from polyleaf.model.leaflet import Steps
from polyleaf.model.plans import AskBack, Schedule, Zones

from ...conftest import ROOT
from .test_parse import block

PAGE = (ROOT / "docs/content.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(("number", "kind"), [(0, Schedule), (1, Zones), (2, AskBack), (3, Steps)])
def test_an_example_is_a_block(number: int, kind: type) -> None:
    assert len(EXAMPLES) == 4
    assert isinstance(block(textwrap.indent(EXAMPLES[number], " " * 8).strip()), kind)
