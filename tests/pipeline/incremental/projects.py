"""A project of two leaflets in two languages, as web pages, and builds of it in this process."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import polyleaf
from polyleaf.content import project
from polyleaf.model.findings import PolyleafError
from polyleaf.model.jobs import Decision, Report
from polyleaf.pipeline.executors import Mapper
from polyleaf.translation import catalog
from polyleaf.translation.workflow import update

from ...conftest import CLINIC, LEAFLET, ROOT, Sandbox

SHEETS = {f"{tag}/{name}_{tag}_web.html" for tag in ("en", "es") for name in ("feet", "hands")}
SPANISH = {sheet for sheet in SHEETS if sheet.startswith("es/")}
HANDS = {sheet for sheet in SHEETS if "/hands_" in sheet}
FEET = SHEETS - HANDS
FIGURE = """\
      - paragraph: {text: Only where feet are bare., only: {country: [IN]}}
      - figure: {image: images/foot.svg, alt: A foot., caption: Your foot.}
sources:"""
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>{}</title>'
    '<path d="M0 0h9v9z"/></svg>'
)
WORDS = {
    "Washing hands": "Lavarse las manos",
    "Washing feet": "Lavarse los pies",
    "Wash your hands before you eat.": "Lávese las manos antes de comer.",
    "Wash your feet before you eat.": "Lávese los pies antes de comer.",
    "A nurse": "Una enfermera",
    "How to wash": "Cómo lavarse",
    "Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}.": (
        "Use **jabón** durante 20 segundos [@who-2009]. Llame al {clinic.phone}."
    ),
    "Wet your hands.": "Mójese las manos.",
    "Wet your feet.": "Mójese los pies.",
    "Rub them.": "Frótelos bien.",
    "Dry them.": "Séquelos bien.",
    "Only where feet are bare.": "Solo donde los pies van desnudos.",
    "A foot.": "Un pie.",
    "Your foot.": "Su pie.",
    "soap": "jabón",
}
GLOSSARY = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "soap"
msgstr ""
"""


@dataclass(frozen=True)
class Built:
    """What one build did."""

    report: Report
    decisions: dict[str, Decision]  # by file

    @property
    def made(self) -> set[str]:
        return {row.file for row in self.report.built}

    @property
    def codes(self) -> set[str]:
        return {finding.code for finding in self.report.findings}

    def told(self, code: str) -> list[str]:
        return [str(finding) for finding in self.report.findings if finding.code == code]

    def why(self, name: str) -> set[str]:
        return {v.why for file, v in self.decisions.items() if f"/{name}_" in file}


def build(
    sandbox: Sandbox,
    leaflets: tuple[str, ...] = (),
    languages: tuple[str, ...] = (),
    editions: tuple[str, ...] = (),
    mapper: Mapper = map,
    **asked: Any,
) -> Built:
    """Builds as the command does; raises PolyleafError as it does."""
    decisions: dict[str, Decision] = {}

    def note(step: object) -> None:
        if isinstance(step, Decision):
            decisions[step.file] = step

    names = (leaflets, languages, editions)
    report = polyleaf.build(sandbox.root, *names, mapper=mapper, progress=note, **asked)
    return Built(report, decisions)


def wrong(sandbox: Sandbox, **asked: Any) -> list[str]:
    """The problems of a build that the call or the project keeps from starting."""
    try:
        build(sandbox, **asked)
    except PolyleafError as error:
        return [str(finding) for finding in error.findings]
    raise AssertionError("it was built")


def small(root: Path) -> Sandbox:
    """The project, never built."""
    sandbox = Sandbox(root)
    clinic = CLINIC.replace("[en]", "[en, es]") + "logo: logo.svg\n"
    sandbox.write("clinic.yaml", clinic)
    sandbox.write("logo.svg", SVG.format("logo"))
    sandbox.write("content/hands.yaml", LEAFLET)
    feet = LEAFLET.replace("hands", "feet").replace("sources:", FIGURE)
    sandbox.write("content/feet.yaml", feet)
    sandbox.write("content/images/foot.svg", SVG.format("foot"))
    shutil.copytree(ROOT / "templates", sandbox.root / "templates")
    sandbox.write("locales/glossary.pot", GLOSSARY)
    folder = "locales/es/LC_MESSAGES"
    (sandbox.root / folder).mkdir(parents=True)
    shutil.copy(ROOT / folder / "interface.po", sandbox.root / folder)
    update.update(project.read(sandbox.root, None), [], ["es"])
    for name in ("hands", "feet", "glossary"):
        translate(sandbox, f"{folder}/{name}.po")
    for name in ("hands", "feet"):
        sandbox.edit(f"{folder}/{name}.po", "X-Polyleaf-Method: ", "X-Polyleaf-Method: human")
    return sandbox


def translate(sandbox: Sandbox, name: str) -> None:
    """Every message of a catalog in Spanish."""
    found = catalog.read((sandbox.root / name).read_bytes(), name)
    entries = tuple(
        replace(entry, msgstr=(WORDS[entry.msgid],) if entry.msgid else entry.msgstr)
        for entry in found.entries
    )
    sandbox.write(name, catalog.write(replace(found, entries=entries)))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, but for what the build keeps for itself."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".polyleaf-")
    }
