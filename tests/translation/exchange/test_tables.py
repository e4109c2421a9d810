"""Tables for Excel and Word, and what these programs and the people at them make of them."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from ...conftest import Sandbox
from .agency import PO, SOAP, WORDS, codes, found, returned, sent, texts

pytestmark = pytest.mark.slow
Rows = list[list[str]]


def filled(path: Path) -> Rows:
    """The rows of the file with their translations, the head first."""
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    place = rows[0].index("target")
    for row in rows[1:]:
        row[place] = WORDS[row[rows[0].index("source")]]
    return rows


def table(rows: Rows, separator: str = ",", end: str = "\r\n") -> str:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows(rows)
    return stream.getvalue()


PROGRAMS: dict[str, Callable[[Rows], bytes]] = {
    "Excel in Germany": lambda rows: table(rows, ";").encode("utf-8-sig"),
    "Excel, code page": lambda rows: table(rows, ";").encode("cp1252"),
    "Excel, Unicode text": lambda rows: table(rows, "\t").encode("utf-16"),
    "sep=": lambda rows: b"sep=|\r\n" + table(rows, "|").encode(),
    "other columns": lambda rows: table([[row[3], "", row[2]] for row in rows]).encode(),
    "other rows": lambda rows: table([rows[0], *rows[:0:-1], ["", "", "", ""]]).encode(),
    "old line ends": lambda rows: table(rows, end="\r").encode(),
    "a title above": lambda rows: table([["Our leaflet"], [], *rows]).encode(),
}


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_csv_is_read_as_programs_write_it(program: str, project: Sandbox) -> None:
    path = sent(project, "csv")
    path.write_bytes(PROGRAMS[program](filled(path)))
    done = returned(project, path)
    assert (done.returncode, texts(project)) == (0, WORDS), done.stderr
    assert codes(done) == ({"exchange-encoding"} if program == "Excel, code page" else set())


def test_a_file_that_is_called_after_another_leaflet_goes_where_its_texts_are(
    project: Sandbox,
) -> None:
    leaflet = (project.root / "content/hands.yaml").read_text()
    project.write("content/feet.yaml", leaflet.replace("Washing hands", "Washing feet"))
    path = sent(project, "csv")
    path.with_name("feet.csv").write_bytes(table(filled(path)).encode())
    done = returned(project, path.with_name("feet.csv"))
    assert (done.returncode, texts(project)) == (0, WORDS), done.stderr


def test_a_cell_is_never_a_formula_and_comes_back_as_it_was(project: Sandbox) -> None:
    odd = ["=1+2 is no sum.", "-5 °C is cold.", "@home you rest.", "'=quoted' text."]
    listed = "".join(f'\n          - "{text}"' for text in odd)
    project.edit("content/hands.yaml", "[Wet your hands., Rub them., Dry them.]", listed)
    path = sent(project, "csv")
    cells = [cell for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if re.match(r"[=+\-@]", cell)]
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    for row in rows[1:]:
        row[3] = row[2]
    path.write_text(table(rows), "utf-8-sig")
    returned(project, path)
    assert all(entry.msgstr[0] == entry.msgid for entry in found(project).active)


@pytest.mark.parametrize(("text", "code"), [
    ("nothing,useful\n1,2\n", "exchange-table"),
    ('source,target\n"Rub them.","Fr"ote\n', "exchange-table"),
    ("source,target\nRub them.,Frote.\nRub them.,Frótelas.\n", "import-twice"),
    ("source,target\nSomething else.,Otra cosa.\n", "import-leaflet"),
    (f"source,target\n{SOAP},Use jabón.\n", "placeholder-lost"),
])  # fmt: skip
def test_a_csv_that_is_wrong_is_refused_at_its_line(text: str, code: str, project: Sandbox) -> None:
    path = project.write("back.csv", text)
    done = returned(project, path)
    assert (done.returncode, code in codes(done)) == (1, True), done.stderr
    assert re.search(r"back.csv:\d+: error", done.stderr)
    assert not (project.root / PO).exists()


def document(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        data: bytes = archive.read("word/document.xml")
    return data.decode()


def rewritten(path: Path, change: Callable[[str], str], *, bare: bool = False) -> Path:
    """The document with its text changed; a bare one has no properties any more."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = change(parts["word/document.xml"].decode()).encode()
    if bare:
        del parts["docProps/core.xml"]
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


CELL, ROW = re.compile(r"<w:tc>.*?</w:tc>", re.DOTALL), re.compile(r"<w:tr>.*?</w:tr>", re.DOTALL)


def with_words(
    xml: str, write: Callable[[str], str] = lambda text: f"<w:p>{run(text)}</w:p>"
) -> str:
    """The table filled in; `write` makes the paragraphs of a cell."""

    def row(match: re.Match[str]) -> str:
        cells = CELL.findall(match[0])
        source = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", cells[1]))
        if source not in WORDS:
            return match[0]
        return str(match[0]).replace(cells[2], f"<w:tc>{write(WORDS[source])}</w:tc>")

    return ROW.sub(row, xml)


def shuffled(xml: str) -> str:
    rows: list[str] = ROW.findall(xml)
    start, end = xml.index(rows[0]), xml.index(rows[-1]) + len(rows[-1])
    wide = "<w:tcPr><w:gridSpan w:val='3'/></w:tcPr>"
    extra = f"<w:tr><w:tc>{wide}<w:p>{run('Part two')}</w:p></w:tc></w:tr>"
    return xml[:start] + rows[0] + extra + "".join(rows[:0:-1]) + xml[end:]


def tracked(text: str) -> str:
    half = len(text) // 2
    gone = '<w:del w:id="1"><w:r><w:delText>old words</w:delText></w:r></w:del>'
    return f'<w:p>{run(text[:half])}{gone}<w:ins w:id="2">{run(text[half:])}</w:ins></w:p>'


def without_keys(xml: str) -> str:
    return ROW.sub(lambda row: row[0].replace(CELL.findall(row[0])[0], "", 1), xml)


HABITS: dict[str, Callable[[str], str]] = {
    "filled in": with_words,
    "other rows": lambda xml: shuffled(with_words(xml)),
    "tracked changes": lambda xml: with_words(xml, tracked),
    "two paragraphs": lambda xml: with_words(xml, lambda text: f"<w:p>{run(text)}</w:p><w:p/>"),
    "line breaks": lambda xml: with_words(xml).replace(" durante", "</w:t><w:br/><w:t>durante"),
    "no keys": lambda xml: without_keys(with_words(xml)),
    "spaces of Word": lambda xml: with_words(xml).replace("Wet your h", "Wet your\u00a0h"),
}  # fmt: skip


@pytest.mark.parametrize("habit", HABITS)
def test_a_word_table_is_read_as_people_return_it(habit: str, project: Sandbox) -> None:
    path = rewritten(sent(project, "docx-table"), HABITS[habit])
    done = returned(project, path)
    assert (done.returncode, done.stderr, texts(project)) == (0, "", WORDS)


def test_a_word_table_without_its_properties_is_still_known(project: Sandbox) -> None:
    path = rewritten(sent(project, "docx-table"), with_words, bare=True)
    path = path.rename(path.with_name("back.docx"))
    assert returned(project, path).returncode == 0
    assert texts(project) == WORDS
    done = project.run("import", str(path), "-l", "fr")
    assert codes(done) == {"import-language"}


def test_merged_cells_are_told_at_their_row(project: Sandbox) -> None:
    def merge(xml: str) -> str:
        rows = ROW.findall(with_words(xml))
        cells = CELL.findall(rows[3])
        one = (
            rows[3]
            .replace(cells[1], "")
            .replace("<w:tc>", "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>")
        )
        one = one.replace(
            cells[0].replace("<w:tc>", "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"), cells[0]
        )
        return with_words(xml).replace(rows[3], one)

    path = rewritten(sent(project, "docx-table"), merge)
    done = returned(project, path)
    assert (done.returncode, codes(done)) == (1, {"exchange-table"})
    assert f"{path.name}:4: error" in done.stderr


def test_urdu_is_set_as_word_needs_it(project: Sandbox) -> None:
    returned(project, rewritten(sent(project, "docx-table"), with_words))
    po = project.root / PO
    project.write("locales/ur/LC_MESSAGES/hands.po", po.read_text("utf-8").replace(": es", ": ur"))
    project.run("export", "hands", "-l", "ur", "--to", "docx-table")
    xml = document(project.root / "exchange/hands_ur.docx")
    for part in (
        "<w:bidi/>",
        "<w:rtl/>",
        'w:cs="Noto Nastaliq Urdu"',
        'w:bidi="ur-PK"',
        "<w:tblHeader/>",
    ):
        assert part in xml


def test_one_translation_for_several_places_is_fuzzy_in_each(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "heading: How to wash", "heading: Rub them.")
    path = project.write("back.csv", "source,target\nRub them.,Frótelas.\n")
    assert returned(project, path).returncode == 0
    rubs = [entry for entry in found(project).active if entry.msgid == "Rub them."]
    assert [(entry.msgstr, entry.fuzzy) for entry in rubs] == [(("Frótelas.",), True)] * 2
    row = "how/list-item,Rub them.,Frótelas.,translated"
    path = project.write("b.csv", f"context,source,target,state\n{row}\n")
    assert returned(project, path).returncode == 0
    assert texts(project) == {"Rub them.": "Frótelas."}
    assert sum(entry.translated for entry in found(project).active) == 1
