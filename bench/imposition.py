"""How long it takes to put pages on sheets for the printer, beside drawing the pages.

python -m bench.imposition [PROJECT]    each leaflet in each folded edition, in two languages
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from polyleaf import languages, pdf
from polyleaf.content import project
from polyleaf.imposition import impose
from polyleaf.model.jobs import Selection
from polyleaf.pipeline import in_language, plan, recipe
from polyleaf.typography import fonts

from .turns import ROOT

T = TypeVar("T")
LANGUAGES, EDITIONS = ("en", "ur"), ("booklet", "trifold")
TURNS = 7
LIMIT = 20.0  # milliseconds a sheet


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("project", type=Path, nargs="?", default=ROOT)
    folder = parser.parse_args().project
    fonts.show_only(languages.font_packages())
    pdf.prepare()
    worst = 0.0
    selection = Selection((), LANGUAGES, EDITIONS)
    for task in plan.plan(project.read(folder, None), selection).tasks:
        sheet, found = in_language.localized(task)
        page = recipe.page(task, sheet, found)
        drawing, drawn = spent(lambda html=page.html: pdf.draw(html))  # type: ignore[misc]
        how, rtl = task.edition.imposition, task.language.direction == "rtl"
        assert how
        panels = drawn.panels[: drawn.pages - drawn.own_pages]

        def folded(data=drawn.data, how=how, panels=panels, rtl=rtl):  # type: ignore[no-untyped-def]
            return impose(data, how, panels, right_to_left=rtl)

        least, files = min((spent(folded) for _ in range(TURNS)), key=lambda each: each[0])
        sheets = sum(file.sides for file in files) / 2
        worst = max(worst, least / sheets)
        print(
            f"{task.title}: {least:.1f} ms for {sheets:.0f} sheets, {least / sheets:.1f} each;"
            f" {least / drawing:.1%} of drawing"
        )
    print(f"at most {worst:.1f} ms a sheet, of {LIMIT:g} that it may take: {worst / LIMIT:.2f}×")


def spent(work: Callable[[], T]) -> tuple[float, T]:
    """Milliseconds of processor time."""
    start = time.process_time()
    made = work()
    return (time.process_time() - start) * 1000, made


if __name__ == "__main__":
    main()
