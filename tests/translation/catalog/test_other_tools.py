"""Files as other tools, editors and git leave them: taken, or named with a hint that works."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from polyleaf.model.findings import PolyleafError
from polyleaf.translation import catalog

from ...conftest import Sandbox
from ...test_cli import translated
from .po import HEAD, one, read

PO = "locales/es/LC_MESSAGES/hands.po"
DAY = date(2026, 11, 24)


def hint(data: bytes, path: str) -> str:
    """The command in the hint of the first finding."""
    with pytest.raises(PolyleafError) as caught:
        catalog.read(data, path)
    return caught.value.findings[0].hint


@pytest.mark.parametrize(
    ("charset", "text", "folder"),
    [
        ("cp1252", "Lávese las manos", "es"),
        ("cp1251", "Мойте руки", "ru"),
        ("cp1256", "اغسل يديك", "ar"),
        ("gb18030", "洗手", "zh_Hans"),
        ("utf-16", "Lávese las manos", "es"),
        ("utf-16-le", "हाथ धोएँ", "hi"),
        ("utf-16-be", "हाथ धोएँ", "hi"),
        ("utf-32", "Lávese las manos", "es"),
    ],
)
def test_the_command_in_the_hint_makes_a_wrong_encoding_right(
    charset: str, text: str, folder: str, tmp_path: Path
) -> None:
    path = f"locales/{folder}/LC_MESSAGES/hands.po"
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_bytes((HEAD + f'msgid "a"\nmsgstr "{text}"\n').encode(charset))
    command = re.search("`(iconv .*)`", hint(file.read_bytes(), path))
    assert command
    subprocess.run(command[1], shell=True, check=True, cwd=tmp_path)
    (entry,) = catalog.read((tmp_path / "NEW").read_bytes(), path).entries
    assert entry.msgstr == (text,)


@pytest.mark.parametrize("name", ["ISO_8859-15", "latin9", "windows-1252", "iso8859-1", "Latin1"])
def test_a_charset_is_known_by_any_of_its_names(name: str) -> None:
    data = HEAD.replace("UTF-8", name) + 'msgid "a"\nmsgstr "café"\n'
    (entry,) = catalog.read(data.encode("latin-1"), "fr.po").entries
    assert entry.msgstr == ("café",)


@pytest.mark.parametrize("said", ["CHARSET", "UTF-8;", "utf8", '\\"UTF-8\\"', " utf-8 "])
def test_a_charset_that_says_utf_8_or_nothing_is_written_as_utf_8(said: str) -> None:
    data = HEAD.replace("=UTF-8", f"={said}") + 'msgid "a"\nmsgstr "café"\n'
    written = catalog.write(catalog.read(data.encode(), "fr.po")).decode()
    assert re.search(r"charset=utf-8 ?\\n.*café", written, re.IGNORECASE | re.DOTALL)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"\xde\x12\x04\x95" + bytes(40), "a compiled catalog (MO)"),
        (b"\x95\x04\x12\xde" + bytes(40), "a compiled catalog (MO)"),
        (b"PK\x03\x04\xd3\xff", "a ZIP archive"),
        (b'<?xml version="1.0"?>\n<xliff version="1.2">', "an XLIFF file"),
        (
            b'<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx>',
            "a translation memory",
        ),
        (b"\xef\xbb\xbf<!DOCTYPE html><title>Sign in</title>", "a web page"),
        (b'{"Wash": "Lave"}', "a JSON file"),
        (b"{\\rtf1\\ansi Lave}", "a rich text file (RTF)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word or Excel file"),
        (b"--- a/es.po\n+++ b/es.po\n@@ -1 +1 @@\n", "a patch"),
    ],
)
def test_a_file_of_another_format_is_named(data: bytes, named: str) -> None:
    with pytest.raises(PolyleafError, match=re.escape(f"the file is {named}")):
        catalog.read(data, "es.po")


def test_line_ends_and_unseen_marks_of_editors_are_no_faults() -> None:
    text = HEAD + 'msgid "a"\nmsgstr "b"\n'
    for other in (
        text.replace("\n", "\r"),
        text.replace("\n", "\r\n"),
        "\ufeff\ufeff" + text,
        text.replace("msgstr", "\u200bmsgstr"),
    ):
        (entry,) = catalog.read(other.encode(), "hi.po").entries
        assert entry.msgstr == ("b",)


def test_the_marks_of_a_merge_are_named_on_windows_too_and_where_half_of_them_is_left() -> None:
    both = HEAD + 'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> it\n'
    with pytest.raises(PolyleafError, match="an unfinished merge: two versions"):
        catalog.read(both.replace("\n", "\r\n").encode(), "hi.po")
    half = HEAD + 'msgid "a"\nmsgstr "b"\n=======\n'
    assert "a mark of an unfinished merge" in hint(half.encode(), "hi.po")


def test_a_file_without_a_header_is_read_once_the_hint_is_followed() -> None:
    body = 'msgctxt "x"\nmsgid "a"\nmsgstr "é"\n'
    lines = re.search(r'(msgid "") and (msgstr ".*")', hint(body.encode(), "fr.po"))
    assert lines
    (entry,) = catalog.read(f"{lines[1]}\n{lines[2]}\n\n{body}".encode(), "fr.po").entries
    assert entry.msgstr == ("é",)


def test_one_bad_byte_in_a_file_of_utf_8_does_not_make_it_another() -> None:
    data = (HEAD + f'msgid "a"\nmsgstr "{"तà" * 30}"\n').encode() + b"# \xe9\n"
    assert hint(data, "hi.po") == "write the word again: the rest of the file is UTF-8"


def test_decomposed_text_is_normalised_and_found_under_its_normal_source() -> None:
    text = 'msgid "Café"\nmsgstr "Lávese"\n\nmsgid "b"\nmsgstr "جد\u0651\u064b\u0627 ড়"\n'
    first, second = read(
        unicodedata.normalize("NFD", text.partition("\n\n")[0]) + "\n\n" + text.partition("\n\n")[2]
    ).entries
    assert (first.msgid, first.msgstr) == ("Café", ("Lávese",))
    assert second.msgstr == ("جد\u0651\u064b\u0627 ড়",), "marks stay in the order of keyboards"


def test_flags_of_other_tools_stay_and_so_do_sticky_ones() -> None:
    text = (
        '#, fuzzy, python-brace-format, my-flag, max: 9\n#= c-format\nmsgid "a {b}"\nmsgstr "c"\n'
        '\n#, theirs\n#~ msgid "gone"\n#~ msgstr "d"\n'
    )
    before = read(text)
    written = catalog.write(before)
    for line in ("#, fuzzy, python-brace-format, my-flag, max: 9", "#= c-format", "#, theirs"):
        assert line in written.decode().splitlines()
    after = catalog.read(written, "hi.po")
    assert catalog.same(before, after)
    assert catalog.write(after) == written
    assert catalog.merge(after, read('#, python-brace-format\nmsgid "a {b}"\nmsgstr ""\n'))[
        0
    ].entries[0].sticky == ("c-format",)


def test_contexts_that_a_tool_dropped_are_put_in_again() -> None:
    template = read(
        'msgctxt "how/step"\nmsgid "Rub."\nmsgstr ""\n\n'
        'msgctxt "how/heading"\nmsgid "Cold"\nmsgstr ""\n\n'
        'msgctxt "signs/term"\nmsgid "Cold"\nmsgstr ""\n'
    )
    bare = read('msgid "Rub."\nmsgstr "मलें।"\n\nmsgid "Cold"\nmsgstr "ठंडा"\n')
    rub, *cold = catalog.merge(bare, template)[0].entries
    assert (rub.msgctxt, rub.translated) == ("how/step", True)
    assert [(entry.msgstr, entry.fuzzy) for entry in cold] == [(("ठंडा",), True)] * 2, "which one?"


def test_a_signed_copy_gives_back_what_a_tool_dropped() -> None:
    signed = catalog.sign(read('msgid "a"\nmsgstr "क"\n'), "Dr Rao", DAY, "2026 · 1", "human")
    dropped = read('msgid "a"\nmsgstr "क"\n')
    origin = catalog.provenance(dropped, signed)
    assert (origin.method, origin.reviewed_by, origin.reviewed) == ("human", "Dr Rao", True)
    changed = replace(dropped, entries=(replace(one('msgid "a"\nmsgstr "ख"\n')),))
    assert catalog.provenance(changed, signed).method == "untold"


def test_an_unfinished_merge_is_named_at_its_place(project: Sandbox) -> None:
    ours, theirs = 'msgstr "Frótelas."', 'msgstr "Frote."'
    marks = f"<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> w-es"
    name = translated(project)
    project.edit(name, ours, marks)
    line = (project.root / name).read_text("utf-8").partition("<<<<<<<")[0].count("\n") + 1
    project.edit(
        "content/hands.yaml",
        "kind: leaflet\n",
        "<<<<<<< HEAD\nkind: leaflet\n=======\nkind: sheet\n>>>>>>> b\n",
    )
    told = project.run("check", "-l", "es").stderr
    assert (
        "content/hands.yaml:1: error[merge-unfinished]: an unfinished merge: two versions" in told
    )
    project.edit(
        "content/hands.yaml",
        "<<<<<<< HEAD\nkind: leaflet\n=======\nkind: sheet\n>>>>>>> b\n",
        "kind: leaflet\n",
    )
    told = project.run("check", "-l", "es").stderr
    assert f"{name}:{line}: error[merge-unfinished]" in told
    assert "po-syntax" not in told


def test_two_files_in_one_are_named_and_msguniq_mends_them(tmp_path: Path) -> None:
    file = tmp_path / "hi.po"
    both = HEAD + 'msgid "a"\nmsgstr "क"\n\n' + HEAD + 'msgid "a"\nmsgstr "ख"\n'
    file.write_text(both, "utf-8")
    with pytest.raises(PolyleafError) as caught:
        catalog.read(both.encode(), "hi.po")
    header, message = caught.value.findings
    assert (header.code, header.where.line) == ("po-merged", HEAD.count("\n") + 4)
    assert header.hint == 'delete this one, from msgid "" to the next empty line'
    lines = both.splitlines(keepends=True)
    del lines[header.where.line - 1 : header.where.line + 3]
    file.write_text("".join(lines), "utf-8")
    assert message.code == "po-duplicate"
    command = re.search("`(msguniq [^`]*)`", message.hint)
    assert command
    subprocess.run(command[1].replace("FILE", "hi.po"), shell=True, check=True, cwd=tmp_path)
    (entry,) = catalog.read(file.read_bytes(), "hi.po").entries
    assert entry.msgstr == ("क",)


def test_what_msgcat_put_together_is_named(tmp_path: Path) -> None:
    for name, method, text in (("one.po", "human", "क"), ("two.po", "machine", "ख")):
        head = HEAD.rstrip() + f'\n"X-Polyleaf-Method: {method}\\n"\n\n'
        (tmp_path / name).write_text(head + f'msgid "a"\nmsgstr "{text}"\n', "utf-8")
    both = subprocess.run(
        ["msgcat", "one.po", "two.po"], cwd=tmp_path, capture_output=True, check=True
    )
    with pytest.raises(PolyleafError, match=r"po-merged.*the header has the texts of two"):
        catalog.read(both.stdout, "hi.po")
    first = subprocess.run(
        ["msgcat", "--use-first", "one.po", "two.po"], cwd=tmp_path, capture_output=True, check=True
    )
    assert catalog.read(first.stdout, "hi.po").field("X-Polyleaf-Method") == "human"


@pytest.mark.slow
def test_an_authors_catalogs_and_a_translators_save_merge_in_git(project: Sandbox) -> None:
    """The author puts a paragraph in; the translator corrects a text, and checks a fuzzy one."""

    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b", *words],
            cwd=project.root,
            check=True,
            capture_output=True,
        )

    name = translated(project)
    text = (project.root / name).read_text("utf-8")
    rub = text.index('msgctxt "how/list-item"\nmsgid "Rub them."')
    project.write(name, text[:rub] + "#, fuzzy\n" + text[rub:])
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "begin")
    git("checkout", "-qb", "es")
    project.edit(name, "#, fuzzy\n", "")
    project.edit(name, "Séquelas.", "Séquelas bien.")
    text = (project.root / name).read_text("utf-8")
    project.write(
        name, re.sub(r"PO-Revision-Date: [^\\]*", "PO-Revision-Date: 2026-12-02 10:00+0100", text)
    )
    git("commit", "-qam", "translator")
    git("checkout", "-q", "main")
    project.edit("content/hands.yaml", "summary:\n", "summary:\n  - Clean hands stop germs.\n")
    assert project.run("catalogs").returncode == 0
    git("commit", "-qam", "author")
    git("merge", "-q", "es")
    merged = catalog.read((project.root / name).read_bytes(), name)
    assert {e.msgid for e in merged.active if not e.translated} == {"Clean hands stop germs."}
    assert project.run("catalogs").stdout.startswith("0 written")


def test_long_lines_stay_whole_if_their_tool_does_not_break_them() -> None:
    text = " ".join(["हाथ धोएँ"] * 30)
    whole = catalog.write(read(f'msgid "a"\nmsgstr "{text}"\n'))
    assert f'msgstr "{text}"\n' in whole.decode()
    broken = catalog.write(read(f'msgid "a"\nmsgstr ""\n"{text[:90]}"\n"{text[90:100]}"\n'))
    assert 'msgstr ""\n' in broken.decode()


def test_a_draft_says_nothing_of_an_origin_that_is_not_told(project: Sandbox) -> None:
    project.edit(translated(project), "X-Polyleaf-Method: human\\n", "X-Other: x\\n")
    done = project.run("-l", "es", "-e", "web")
    assert (done.returncode, "po-method" in done.stderr) == (0, True), done.stderr
    made = (project.root / "output/es/hands_es_web.html").read_text("utf-8")
    assert "Nadie ha revisado este texto todavía." in made
    assert "la hizo" not in made, "neither a machine nor a person"
