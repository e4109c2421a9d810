"""Catalogs of software, as the checks of a leaflet's messages see them."""

from __future__ import annotations

import zipfile
from dataclasses import astuple, replace
from pathlib import Path

import pytest

from bench import alarms, corpus, judged, software
from bench.corpus import Read, Refused
from bench.judged import Judged
from bench.measure import is_sentence, measure, sample
from polyleaf.model.unit import Unit

HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
TINY = (
    'msgid "Take 5 mg."\nmsgstr "Nehmen Sie 50 mg."\n\n'
    'msgid "Take 6 mg."\nmsgstr "Nehmen Sie 60 mg."\n\n'
    'msgid "Wash your hands."\nmsgstr "Waschen Sie die Hände."\n'
)
FORMS = 'msgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "{one}"\nmsgstr[1] "%d Tage"\n'


def package(folder: Path, messages: str, name: str = "locale/de/LC_MESSAGES/a.po") -> Path:
    file = folder / "some_package-1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as wheel:
        wheel.writestr(name, HEAD + messages)
    return file


def units(folder: Path, messages: str) -> list[Unit]:
    (one,) = corpus.read([package(folder, messages)])
    assert isinstance(one, Read)
    return list(software.units(one.catalog, one.language))


def test_findings_are_counted_and_drawn(tmp_path: Path) -> None:
    measured = measure(r for r in corpus.read([package(tmp_path, TINY)]) if isinstance(r, Read))
    assert len(measured.messages) == 3
    assert [found.key.code for found in measured.found] == ["number-changed"] * 2
    drawn = sample(measured.found, "number-changed", 1, seed=1)
    assert [found.key.source for found in drawn] in (["Take 5 mg."], ["Take 6 mg."])
    assert sample(measured.found, "number-changed", 9, seed=1)[0] == drawn[0]


def test_the_command_prints_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package(tmp_path, TINY)
    pins = tmp_path / "packages.txt"
    pins.write_text("some-package==1.0 --hash=sha256:00\n", "utf-8")
    alarms.main(["--packages", str(pins), "--cache", str(tmp_path)])
    table = capsys.readouterr().out
    assert table.startswith("3 messages in 1 languages: de 3\n")
    assert "| `number-changed` | error | 2 | 666.67 | de 2 |" in table


def test_a_catalog_that_is_refused_is_named_with_its_fault(tmp_path: Path) -> None:
    (refused,) = corpus.read([package(tmp_path, 'msgid "a\nmsgstr "b"\n')])
    assert isinstance(refused, Refused)
    assert refused.path == "some_package-1.0/locale/de/LC_MESSAGES/a.po"
    assert "po-syntax" in refused.why


@pytest.mark.parametrize("name", ["locale/en/LC_MESSAGES/a.po", "locale/hi_Latn/a.po", "de/a.txt"])
def test_other_files_are_left_alone(tmp_path: Path, name: str) -> None:
    assert list(corpus.read([package(tmp_path, TINY, name)])) == []


@pytest.mark.parametrize(
    ("value", "formatted", "plain"),
    [
        ("%(count)d of {total:>3} for ${name}", False, "{count} of {total} for {name}"),
        ("%s and {0}: 100%%", True, "{value} and {value}: 100%"),
        ("5% said %s", False, "5% said %s"),
        ("<b>Now</b><br/>call <a href='%(url)s'>us</a> &amp; ask", False, "Now call us & ask"),
        ("\n    One\n    two\n", False, "One\ntwo"),
        ("a < b and <5 mg", False, "a < b and <5 mg"),
    ],
)
def test_software_is_put_as_a_leaflet_would(value: str, formatted: bool, plain: str) -> None:
    assert software.plain(value, formatted) == plain


def test_the_form_of_one_is_of_the_singular_and_may_leave_the_number_out(tmp_path: Path) -> None:
    flag = "#, python-format\n"
    one, many = units(tmp_path, flag + FORMS.replace("{one}", "%d Tag"))
    assert (one.source, many.source) == ("{value} day", "{value} days")
    assert one.where != many.where
    (many,) = units(tmp_path, flag + FORMS.replace("{one}", "Ein Tag"))
    assert many.target == "{value} Tage"


def test_choices_lines_and_identifiers_are_left_out(tmp_path: Path) -> None:
    choice = 'msgid "{n, plural, one {# day} other {# days}}"\nmsgstr "{n, plural, other {#}}"\n'
    lines = 'msgid "One\\nTwo"\nmsgstr "Eins\\nZwei"\n'
    named = 'msgid "label_save"\nmsgstr "Sichern"\n'
    assert units(tmp_path, "\n".join((choice, lines, named))) == []


def test_the_rate_is_that_of_the_verdicts(tmp_path: Path) -> None:
    right = Judged(
        "number-lost", "error", "de", "p-1", "true", "", "lacks 5", "Take it 5 times a day.", ""
    )
    wrong = replace(right, verdict="false", source="O2")
    assert is_sentence(right.source)
    path = tmp_path / "judged.csv"
    judged.write(path, [right, wrong])
    assert judged.read(path) == [right, wrong]
    assert list(judged.table([right, wrong]))[-1] == (
        "| `number-lost` | error | 2 | 1 | 50% | 1 | 1 | 100% |"
    )


def test_what_was_judged_once_keeps_its_verdict(tmp_path: Path) -> None:
    reads = (r for r in corpus.read([package(tmp_path, TINY)]) if isinstance(r, Read))
    found = measure(reads).found
    (first, second) = (Judged(*row) for row in judged.rows(found, []))
    known = [replace(second, verdict="true", why="ten times as much")]
    assert [Judged(*row).verdict for row in judged.rows(found, known)] == ["", "true"]
    assert astuple(first) == next(judged.rows(found, known))
