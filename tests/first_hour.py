"""docs/first-day.md, followed step by step in an empty folder, by the `polyleaf` on PATH."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import docx

from .conftest import ROOT

PAGE = (ROOT / "docs/first-day.md").read_text("utf-8")
STEPS = re.findall(r"<!-- run -->\n```sh\n(.*?)```", PAGE, re.DOTALL)
START, IMPORT, LOOK, CATALOGS, TRANSLATED, PRINT = range(6)
LEVEL = "[add its kind: guideline, review, trial …]"


def follow(folder: Path, environment: dict[str, str]) -> dict[int, str]:
    """Do all of it; returns what each step printed."""
    _document().save(str(folder / "Blood test.docx"))
    project = folder / "leaflets"
    said = {START: _run(STEPS[START], folder, environment)}
    said[IMPORT] = _run(STEPS[IMPORT], project, environment)
    leaflet = project / "content/blood-test.yaml"
    text = leaflet.read_text("utf-8").replace(LEVEL, "guideline")
    text = re.sub(r"\[add ([^]]*)\]", r"the \1", text)
    leaflet.write_text(re.sub(r"^ *# look: .*\n", "", text, flags=re.MULTILINE), "utf-8")
    said[LOOK] = _run(STEPS[LOOK], project, environment)
    said[CATALOGS] = _run(STEPS[CATALOGS], project, environment)
    for tag, title in (("es", "Análisis de sangre"), ("ur", "خون کا ٹیسٹ")):
        _translate(project / f"locales/{tag}/LC_MESSAGES/blood-test.po", title)
    said[TRANSLATED] = _run(STEPS[TRANSLATED], project, environment)
    said[PRINT] = _run(STEPS[PRINT], project, environment)
    return said


def _translate(catalog: Path, title: str) -> None:
    """Fill in the title and nothing else, as a translator who has just begun."""
    words = catalog.read_text("utf-8").replace("Polyleaf-Method: ", "Polyleaf-Method: human")
    empty = '"Having a blood test"\nmsgstr "'
    assert empty in words
    catalog.write_text(words.replace(empty, f"{empty}{title}"), "utf-8")


def _run(step: str, folder: Path, environment: dict[str, str]) -> str:
    """What a block of commands prints; it fails at the first that fails."""
    done = subprocess.run(
        ["bash", "-euc", step],
        cwd=folder,
        env={**os.environ, "BROWSER": "true", "PYTHONWARNINGS": "error", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{step}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def _document() -> docx.document.Document:
    """What a practice has in Word."""
    made = docx.Document()
    made.add_heading("Having a blood test", 0)
    made.add_heading("Before your test", 1)
    made.add_paragraph("Drink water as usual.", style="List Bullet")
    made.add_paragraph("For a fasting test, do not eat for 8 hours.", style="List Bullet")
    table = made.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ("Test", "Ready after", "HbA1c", "3 days"), strict=True):
        cell.text = words
    made.add_heading("Afterwards", 1)
    made.add_paragraph("Call 999 if you bleed and it does not stop after 10 minutes of pressure.")
    made.add_paragraph("Call us on 020 7946 0123 with questions.")
    made.add_paragraph("Written by: The nurses")
    made.add_paragraph("Review date: March 2028")
    return made
