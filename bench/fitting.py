"""What it costs that sheets are made to fit their pages.

python -m bench.fitting layouts               the layouts of each shipped sheet, in a4 and letter
python -m bench.fitting against CHECKOUT      processor time of a4 against another checkout's
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from polyleaf import languages, pdf
from polyleaf.content import project
from polyleaf.model.jobs import Selection
from polyleaf.model.sheet import Pdf
from polyleaf.model.task import Task
from polyleaf.pipeline import in_language, plan, recipe
from polyleaf.typography import fonts

from .turns import ROOT, Served

EDITIONS = ("a4", "letter")


def layouts() -> None:
    fonts.show_only(languages.font_packages())
    made: dict[str, list[Pdf]] = {edition: [] for edition in EDITIONS}
    for task, drawn in _drawn():
        made[task.job.edition].append(drawn)
        feet = [foot.blank for foot in drawn.feet if not foot.forced]
        setting = dict(drawn.setting.properties)
        print(
            f"{task.title}: {drawn.pages - drawn.own_pages} pages, {drawn.layouts} layouts,"
            f" feet to {max(feet, default=0):.0f} mm, leading {setting['--fit-leading']}"
            f"{', narrow' if drawn.setting.condensed else ''}"
        )
    for edition, sheets in made.items():
        extra = [drawn.layouts - 1 for drawn in sheets]
        feet = [foot.blank for drawn in sheets for foot in drawn.feet if not foot.forced]
        print(
            f"{edition}: {mean(extra):.2f} extra layouts a sheet, at most {max(extra)};"
            f" {extra.count(0)} of {len(extra)} have none;"
            f" blank feet {mean(feet):.1f} mm on average, at most {max(feet):.0f} mm"
        )


def _drawn() -> Iterator[tuple[Task, Pdf]]:
    for task in plan.plan(project.read(str(ROOT), None), Selection((), (), EDITIONS)).tasks:
        sheet, found = in_language.localized(task)
        yield task, pdf.draw(recipe.page(task, sheet, found).html)


def against(other: Path, turns: int) -> None:
    """Each checkout makes its own shipped leaflets, sheet by sheet, by turns; the least counts."""
    with Served("polyleaf", ROOT) as ours, Served("polyleaf", other, other) as theirs:
        both = (ours, theirs)
        for way in both:
            way.make(0)  # the engine is loaded
        spent = [0.0, 0.0]
        for name in ours.sheets:
            if not name.endswith(" a4"):
                continue
            numbers = [way.sheets.index(name) for way in both]
            for at, (way, number) in enumerate(zip(both, numbers, strict=True)):
                spent[at] += min(way.make(number)[1] for _ in range(turns))
            print(f"{name}: {spent[0]:.1f} s and {spent[1]:.1f} s until here", flush=True)
    print(f"{spent[0]:.1f} s and {spent[1]:.1f} s of processor: {spent[0] / spent[1]:.2f}×")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    kinds = parser.add_subparsers(dest="kind", required=True)
    kinds.add_parser("layouts")
    compared = kinds.add_parser("against")
    compared.add_argument("checkout", type=Path)
    compared.add_argument("--turns", type=int, default=1)
    options = parser.parse_args()
    if options.kind == "layouts":
        layouts()
    else:
        against(options.checkout.resolve(), options.turns)


if __name__ == "__main__":
    main()
