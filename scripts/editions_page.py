"""docs/editions.md: its table of pages, made anew by drawing the shipped leaflets."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/editions.md"
sys.path.insert(0, str(ROOT))

from polyleaf import languages, pdf  # noqa: E402 (the path comes first)
from polyleaf.content import project  # noqa: E402
from polyleaf.model.jobs import Selection  # noqa: E402
from polyleaf.model.sheet import Pdf  # noqa: E402
from polyleaf.pipeline import in_language, plan, recipe  # noqa: E402
from polyleaf.typography import fonts  # noqa: E402

BEGIN, END = "<!-- table -->\n", "<!-- end -->"


def main() -> None:
    fonts.show_only(languages.font_packages())
    tasks = plan.plan(project.read(str(ROOT), None), Selection((), (), ("a4",))).tasks
    cells = {(task.job.language, task.job.leaflet): _cell(_drawn(task)) for task in tasks}
    leaflets = sorted({leaflet for _, leaflet in cells})
    rows = ["| | " + " | ".join(leaflets) + " |", "|---" * (len(leaflets) + 1) + "|"]
    for tag in dict.fromkeys(language for language, _ in cells):
        name = languages.find(tag).english_name
        rows.append(
            f"| {name} | " + " | ".join(cells.get((tag, each), "–") for each in leaflets) + " |"
        )
    text = PAGE.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    table = "".join(f"{row}\n" for row in rows)
    PAGE.write_text(f"{before}{BEGIN}{table}{END}{rest.partition(END)[2]}", "utf-8")


def _drawn(task: plan.Task) -> Pdf:
    sheet, found = in_language.localized(task)
    return pdf.draw(recipe.page(task, sheet, found).html)


def _cell(drawn: Pdf) -> str:
    blank = max((foot.blank for foot in drawn.feet if not foot.forced), default=0.0)
    return f"{drawn.pages - drawn.own_pages} ({blank:.0f})"


if __name__ == "__main__":
    main()
