"""A clinic's translation in Word fills the catalog of its leaflet, and says how sure it is."""

from __future__ import annotations

import io
import re
import subprocess

import docx
import pytest

from polyleaf.translation import catalog
from polyleaf.translation.catalog import Entry

from ...conftest import Sandbox

PO = "locales/es/LC_MESSAGES/knee.po"
LEAFLET = """\
kind: leaflet
title: Your knee operation
summary:
  - Do not eat for 6 hours before the operation.
published: 2026-11-22
review_by: 2028-11-22
written_by: A. Author
reviewed_by: []
funding: none
sections:
  - id: before
    heading: Before the operation
    blocks:
      - paragraph: >-
          Stop ibuprofen 7 days before the operation, because it can make you bleed
          [@nice-2021]. Call {clinic.phone} if you take warfarin.
      - list:
          - Bring your tablets and your glasses.
          - Wash your leg with soap, but do not shave it.
      - callout:
          tone: caution
          heading: When to call us
          text: Call us if you have a cough or a fever in the 2 days before.
  - id: after
    heading: After the operation
    blocks:
      - paragraph: You may take 2 tablets of paracetamol 500 mg, at most 4 times a day.
      - paragraph: Most people walk with a stick for 3 weeks. Do **not** drive for 6 weeks.
sources:
  - id: nice-2021
    cite: NICE. Joint replacement. 2021.
    year: 2021
    level: guideline
"""
SPANISH = """\
# Su operación de rodilla

No coma durante 6 horas antes de la operación.

## 1. Antes de la operación

Deje de tomar ibuprofeno 7 días antes de la operación, porque puede hacerle sangrar. Llame al \
+44 20 7946 0958 si toma warfarina.

- Traiga sus pastillas y sus gafas.
- Lávese la pierna con jabón, pero no se la afeite.

## Después de la operación

Puede tomar 2 pastillas de paracetamol de 500 mg, como mucho 4 veces al día.

La mayoría de las personas camina con bastón durante 3 semanas. **No** conduzca durante 6 semanas.

## Cuándo llamarnos

Llámenos si tiene tos o fiebre en los 2 días anteriores.

Este folleto se imprime en papel reciclado y puede pedirse en letra grande en la recepción.
"""


@pytest.fixture
def clinic(project: Sandbox) -> Sandbox:
    project.write("content/knee.yaml", LEAFLET)
    return project


def taken(
    project: Sandbox, text: str | bytes = SPANISH, *more: str, name: str = "rodilla.md"
) -> subprocess.CompletedProcess[str]:
    file = project.write(name, text)
    options = more or ("-l", "es")
    return project.run("import", str(file), "--translation-of", "knee", *options)


def entries(project: Sandbox) -> dict[str, Entry]:
    """The messages that have a translation, by their source text."""
    found = catalog.read((project.root / PO).read_bytes(), PO)
    return {entry.msgid: entry for entry in found.active if any(entry.msgstr)}


def test_each_message_gets_its_own_translation_as_fuzzy(clinic: Sandbox) -> None:
    done = taken(clinic)
    assert (done.returncode, f"written {PO}" in done.stdout) == (0, True), done.stderr
    found = entries(clinic)
    assert all(entry.fuzzy for entry in found.values())
    texts = {source: entry.msgstr[0] for source, entry in found.items()}
    assert texts["Your knee operation"] == "Su operación de rodilla"
    dose = "You may take 2 tablets of paracetamol 500 mg, at most 4 times a day."
    assert texts[dose] == (
        "Puede tomar 2 pastillas de paracetamol de 500 mg, como mucho 4 veces al día."
    )
    item = "Bring your tablets and your glasses."
    assert texts[item] == "Traiga sus pastillas y sus gafas."
    (bold,) = (text for source, text in texts.items() if "**not**" in source)
    assert bold.endswith("**No** conduzca durante 6 semanas.")


def test_the_clinics_number_and_the_source_are_put_back_and_the_origin_is_said(
    clinic: Sandbox,
) -> None:
    taken(clinic)
    (entry,) = (e for source, e in entries(clinic).items() if "warfarin" in source)
    assert entry.msgstr[0].endswith("Llame al {clinic.phone} si toma warfarina [@nice-2021].")
    (origin,) = (line for line in entry.comments if line.startswith("from "))
    found = re.fullmatch(r"from rodilla\.md, block 4, sureness (\d+)", origin)
    assert found
    assert 95 <= int(found[1]) < 100


def test_nothing_of_the_document_is_lost(clinic: Sandbox) -> None:
    done = taken(clinic)
    moved = "Call us if you have a cough or a fever in the 2 days before."
    assert re.search(rf'may translate "{moved}".*: "Llámenos si tiene tos', done.stderr)
    assert 'no place in the leaflet: "Este folleto se imprime' in done.stderr
    said = done.stderr + "\n".join(entry.msgstr[0] for entry in entries(clinic).values())
    words = set(re.findall(r"[^\W\d_]{4,}", SPANISH))
    assert words - set(re.findall(r"[^\W\d_]{4,}", said)) == set()


def test_a_text_that_is_missing_leaves_its_message_empty(clinic: Sandbox) -> None:
    dose = "Puede tomar 2 pastillas de paracetamol de 500 mg, como mucho 4 veces al día.\n"
    done = taken(clinic, SPANISH.replace(dose, ""))
    assert not any("paracetamol" in source for source in entries(clinic))
    assert 'nothing in it translates "You may take 2 tablets' in done.stderr


def test_another_dose_is_never_written(clinic: Sandbox) -> None:
    done = taken(clinic, SPANISH.replace("500 mg", "50 mg"))
    assert not any("paracetamol" in source for source in entries(clinic))
    assert re.search(r"warning\[import-unsure\].*may translate \"You may take.*50 mg", done.stderr)


def test_what_is_translated_already_stays(clinic: Sandbox) -> None:
    taken(clinic)
    path = clinic.root / PO
    text = path.read_text("utf-8").replace("Su operación de rodilla", "Operación de su rodilla")
    title = 'msgctxt "leaflet/title"'
    path.write_text(text.replace(f"#, fuzzy\n{title}", title), "utf-8")
    done = taken(clinic)
    assert entries(clinic)["Your knee operation"].msgstr[0] == "Operación de su rodilla"
    assert "warning[import-kept]" in done.stderr


def test_a_dry_run_writes_nothing(clinic: Sandbox) -> None:
    done = taken(clinic, SPANISH, "-l", "es", "--dry-run")
    assert ("nothing was written" in done.stdout, (clinic.root / PO).exists()) == (True, False)


def test_a_word_file_is_taken_alike(clinic: Sandbox) -> None:
    document = docx.Document()
    for line in filter(None, SPANISH.replace("**", "").splitlines()):
        level = len(line) - len(line.lstrip("#"))
        if level:
            document.add_heading(line.lstrip("# "), level)
        else:
            style = "List Bullet" if line.startswith("- ") else None
            document.add_paragraph(line.removeprefix("- "), style=style)
    file = io.BytesIO()
    document.save(file)
    done = taken(clinic, file.getvalue(), name="rodilla.docx")
    found = entries(clinic)
    assert done.returncode == 0
    assert found["Bring your tablets and your glasses."].msgstr[0] == (
        "Traiga sus pastillas y sus gafas."
    )


OTHER = "# Fiebre del heno\n\n" + "\n\n".join(
    f"{text} El polen de los árboles provoca estornudos a muchas personas en primavera."
    for text in ("Cierre las ventanas.", "Use gafas de sol.", "Dúchese al volver a casa.")
)
FRENCH = """\
# Votre opération du genou

Arrêtez l’ibuprofène avant l’opération, parce que vous pouvez saigner. Appelez-nous si vous prenez
de la warfarine. Apportez vos médicaments et vos lunettes. Ne rasez pas votre jambe. La plupart des
gens marchent avec une canne pendant des semaines. Nous vous dirons quand vous pouvez conduire.
"""


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        (FRENCH, ("-l", "es"), "error[import-language]: it reads like French, not like Spanish"),
        (SPANISH, ("-l", "ar"), "error[import-language]: it reads like Latin script"),
        (OTHER, ("-l", "es"), 'error[import-leaflet]: it is hardly a translation of "knee"'),
        ("", ("-l", "es"), "error[import-leaflet]: there is no text in it"),
        (SPANISH, ("-l", "en"), "error[import-language]: en is the language of the leaflet itself"),
        (SPANISH, ("-l", "es,fr"), "one document in one language"),
        (SPANISH, ("--dry-run",), "name its language with -l"),
    ],
)
def test_what_is_no_translation_is_refused_and_nothing_written(
    text: str, options: tuple[str, ...], said: str, clinic: Sandbox
) -> None:
    done = taken(clinic, text, *options)
    assert (said in done.stderr, done.returncode != 0) == (True, True), done.stderr
    assert list(clinic.root.glob("locales/*/LC_MESSAGES/knee.po")) == []


def test_an_unknown_leaflet_and_a_missing_file_are_said(clinic: Sandbox) -> None:
    done = clinic.run("import", "x.docx", "--translation-of", "kne", "-l", "es")
    assert 'error[leaflet-unknown]: there is no leaflet "kne"' in done.stderr
    done = clinic.run("import", "x.docx", "--translation-of", "knee", "-l", "es")
    assert "error[file-missing]" in done.stderr
