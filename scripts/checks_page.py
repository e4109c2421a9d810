"""docs/checks.md: its table of codes, made anew from the register."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/checks.md"
sys.path.insert(0, str(ROOT))

from polyleaf.checks import reference  # noqa: E402 (the path comes first)


def main() -> None:
    PAGE.write_text(reference.page(PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
