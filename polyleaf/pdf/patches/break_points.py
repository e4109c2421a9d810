"""Whether a line may end between two letters is asked of Pango once.

Why: where an element begins or ends, the engine asks whether the two letters there may be parted,
and has Pango read them each time.

What: the answer is remembered in the process, for some thousand pairs of letters and languages.

Upstream: docs/upstream/22-break-points.md.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from .patch import Patch

PAIR = 2  # letters; longer texts do not come back


@lru_cache(maxsize=4096)
def _between(text: str, language: Any) -> bool:
    return bool(BREAK.original(text, language))


def _can_break_text(text: str, language: Any) -> Any:
    ask = _between if len(text or "") <= PAIR else BREAK.original
    return ask(text, language)


BREAK = Patch(
    "weasyprint.layout.inline:can_break_text",
    _can_break_text,
    verified={"70.0": "22e09bfa813acc0a"},
    relies_on=(
        "weasyprint.text.line_break:get_next_break_point_from_text",
        "weasyprint.text.line_break:get_log_attrs",
    ),
)
PATCHES = (BREAK,)
