"""`evidence-unexplained`: a page with marks of evidence has their key.

The shipped templates print it above the first section; a template of one's own may have lost it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.findings import Finding, Severity
from ...model.sheet import RenderedPage

MARK = re.compile(r'class="[^"]*\bevidence-(?:strong|moderate|weak|none)\b')
KEY = re.compile(r'class="[^"]*\bkey-to-marks\b')


def check_page(written: RenderedPage) -> Iterator[Finding]:
    text = written.html.text
    if written.sheet is not None and MARK.search(text) and not KEY.search(text):
        message = "the page has marks of evidence, but not their key"
        hint = "call key_to_marks() of shared/blocks.html in the template"
        where = written.sheet.source.where
        yield Finding(where, "evidence-unexplained", message, hint, Severity.WARNING)
