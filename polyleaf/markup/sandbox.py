"""The sandbox that templates run in: they reach nothing but what they are given.

How long a template may take, and how much memory, is the business of the process that fills it:
each sheet, and the page to choose one from, is made by a worker with limits.
"""

from __future__ import annotations

from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment

# They make something else each time, and the same inputs give the same bytes.
NOT_THE_SAME_TWICE = ("lipsum", "random")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's own sandbox, without what gives another text each time."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        for name in NOT_THE_SAME_TWICE:
            self.filters.pop(name, None)
            self.globals.pop(name, None)
