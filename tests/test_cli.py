"""The command, run as a user runs it: what it builds, what it says, how it ends."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from .conftest import CLINIC, LEAFLET, ROOT, Sandbox
from .reading import pdfium

PAGE = "output/en/hands_en_web.html"


@pytest.mark.slow
def test_a_leaflet_is_built(project: Sandbox) -> None:
    done = project.run()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["built   en/hands_en_web.html", "1 built"]
    assert "Washing hands" in (project.root / PAGE).read_text("utf-8")


@pytest.mark.slow
def test_the_manifest_has_a_row_for_each_file(project: Sandbox) -> None:
    project.run()
    (row,) = json.loads((project.root / "output/manifest.json").read_text("utf-8"))["files"]
    assert row["file"] == "en/hands_en_web.html"
    assert (row["leaflet"], row["language"], row["edition"]) == ("hands", "en", "web")
    assert (row["review_by"], row["translation"], row["findings"]) == ("2199-11-22", "source", [])
    assert len(row["sha256"]) == len(row["key"]) == 64


@pytest.mark.slow
def test_the_key_changes_with_what_goes_in_and_with_nothing_else(project: Sandbox) -> None:
    def key() -> str:
        assert project.run("--quiet").returncode == 0
        manifest = json.loads((project.root / "output/manifest.json").read_text("utf-8"))
        return str(manifest["files"][0]["key"])

    first = key()
    os.utime(project.root / "clinic.yaml", (1, 1))
    assert key() == first
    project.edit("content/hands.yaml", "20 seconds", "30 seconds")
    assert key() != first


@pytest.mark.slow
def test_quiet_says_nothing_when_all_is_well(project: Sandbox) -> None:
    done = project.run("--quiet")
    assert (done.stdout, done.stderr) == ("", "")


@pytest.mark.slow
def test_json_streams_a_line_a_sheet_and_a_summary(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "who-2009].", "who-2008].")
    project.write("content/feet.yaml", LEAFLET)
    done = project.run("--format", "json", "--jobs", "1")
    *sheets, summary = map(json.loads, done.stdout.splitlines())
    assert {sheet["file"]: sheet["built"] for sheet in sheets} == {
        "en/feet_en_web.html": True,
        "en/hands_en_web.html": False,
    }
    assert summary["exit_code"] == done.returncode == 1
    assert summary["failed"] == ["en/hands_en_web.html"]
    assert {f["code"] for f in summary["findings"]} == {"sources-unknown", "sources-unused"}


@pytest.mark.slow
def test_a_name_that_is_no_text_is_reported_and_printed(project: Sandbox) -> None:
    name = "hands\udcff"  # the byte FF
    for form in ("text", "json", "sarif", "github"):
        done = project.start("check", name, "--format", form, PYTHONIOENCODING="utf-8:strict")
        assert done.returncode == 2
        assert r"hands\udcff" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_one_bad_leaflet_never_stops_the_rest(project: Sandbox) -> None:
    project.write("content/broken.yaml", "kind: leaflet\ntitle: [\n")
    project.write("content/typo.yaml", LEAFLET.replace("paragraph:", "paragraf:"))
    done = project.run()
    assert done.returncode == 1
    assert (project.root / PAGE).is_file()
    assert "content/broken.yaml:3:1: error[yaml-syntax]" in done.stderr
    assert 'content/typo.yaml:13:9: error[key-unknown]: unknown key "paragraf"' in done.stderr
    assert done.stdout.splitlines()[-1] == "1 built, 2 failed, 2 errors"
    assert "Traceback" not in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a b", "name-form"),
        ("Hands", "name-form"),
        ("interface", "name-taken"),
        ("glossary", "name-taken"),
    ],
)
def test_a_file_that_cannot_name_a_leaflet_is_reported(
    project: Sandbox, name: str, code: str
) -> None:
    project.write(f"content/{name}.yaml", LEAFLET)
    for command in ("build", "catalogs"):
        done = project.run(command)
        assert f"content/{name}.yaml: error[{code}]" in done.stderr
        assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert (project.root / PAGE).is_file()


@pytest.mark.slow
def test_a_failed_build_keeps_the_good_file(project: Sandbox) -> None:
    project.run()
    good = (project.root / PAGE).read_bytes()
    project.edit("content/hands.yaml", "{clinic.phone}", "{clinic.fone}")
    assert project.run().returncode == 1
    assert (project.root / PAGE).read_bytes() == good


HANDS = "content/hands.yaml"
GLOSSARY = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

#. what is at the end of an arm
msgid "hand"
msgstr ""
"""
FIGURE = "- figure: {{image: {}, alt: a, caption: c}}\n      - list:"
BAD_INPUT = {
    "country": (
        ("clinic.yaml", "country: GB", "country: UK"),
        "4:10: error[country-unknown]",
    ),
    "language": (
        ("clinic.yaml", "[en]", "[en, xq]"),
        '5:17: error[language-unknown]: no language has the tag "xq"',
    ),
    "edition": (
        ("clinic.yaml", "[web]", "[webb]"),
        '6:12: error[edition-unknown]: no edition is called "webb"; did you mean "web"?',
    ),
    "clinic key": (
        ("clinic.yaml", "phone:", "phon:"),
        '2:1: error[key-unknown]: unknown key "phon"; did you mean "phone"?',
    ),
    "logo": (
        ("clinic.yaml", "name: Test Clinic", "name: Test Clinic\nlogo: ../logo.svg"),
        "2:7: error[outside-project]",
    ),
    "placeholder": (
        (HANDS, "{clinic.phone}", "{clinic.fone}"),
        "13:20: error[placeholder-unknown]: unknown placeholder {clinic.fone}; did you mean",
    ),
    "source": (
        (HANDS, "@who-2009]", "@who-2008]"),
        '13:20: error[sources-unknown]: no source "who-2008"; did you mean "who-2009"?',
    ),
    "markup": ((HANDS, "**soap**", "**soap"), "13:20: error[markup-unclosed]"),
    "link": ((HANDS, "**soap**", "[soap](javascript:x)"), "13:20: error[link-address]"),
    "no picture": (
        (HANDS, "- list:", FIGURE.format("none.svg")),
        '14:25: error[file-missing]: there is no file "none.svg"',
    ),
    "picture outside": (
        (HANDS, "- list:", FIGURE.format("../clinic.yaml")),
        "14:25: error[outside-project]",
    ),
    "not a picture": (
        (HANDS, "- list:", FIGURE.format("hands.yaml")),
        "14:25: error[picture-type]",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("change", "problem"), BAD_INPUT.values(), ids=BAD_INPUT)
def test_bad_input_is_reported_at_its_place(
    project: Sandbox, change: tuple[str, str, str], problem: str
) -> None:
    project.edit(*change)
    done = project.run()
    assert f"{change[0]}:{problem}" in done.stderr
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["nobody"], 'error[leaflet-unknown]: there is no leaflet "nobody"'),
        (["-l", "xq"], 'error[language-unknown]: no language has the tag "xq"'),
        (["-e", "../a4"], 'error[edition-unknown]: no edition is called "../a4"'),
    ],
)
def test_a_wrong_call_builds_nothing(project: Sandbox, arguments: list[str], problem: str) -> None:
    done = project.run(*arguments)
    assert problem in done.stderr
    assert done.returncode == 2
    assert not (project.root / "output").exists()


def test_an_empty_content_folder_is_a_wrong_project(project: Sandbox) -> None:
    (project.root / "content/hands.yaml").unlink()
    done = project.run()
    assert done.returncode == 2
    assert "content/: error[content-empty]: there is no leaflet" in done.stderr


def test_a_folder_that_is_no_project_says_so(tmp_path: Path) -> None:
    done = Sandbox(tmp_path).run()
    assert done.returncode == 2
    assert "clinic.yaml: error[project-missing]" in done.stderr
    assert " new my-leaflets` begins one" in done.stderr


@pytest.mark.parametrize(
    ("projects", "at", "meant"),
    [
        (["our leaflets"], ".", "there is one: --project 'our leaflets'"),
        (["."], "content/images", "there is one: --project ../.."),
        (["a", "b"], ".", " begins one"),
    ],
)
def test_a_project_that_is_near_is_named(
    tmp_path: Path, projects: list[str], at: str, meant: str
) -> None:
    (tmp_path / at).mkdir(parents=True, exist_ok=True)
    for name in projects:
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "clinic.yaml").write_text("name: A\n")
    assert meant in Sandbox(tmp_path / at).run("check").stderr


@pytest.mark.slow
def test_an_output_folder_that_cannot_be_written(project: Sandbox) -> None:
    project.write("output", "a file stands where the folder should be")
    done = project.run()
    assert done.returncode == 1
    assert "output/en/hands_en_web.html: error[output-unwritable]: cannot be written" in done.stderr
    assert (project.root / "output").read_text() == "a file stands where the folder should be"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder(project: Sandbox) -> None:
    (project.root / "output").mkdir(mode=0o500)
    done = project.run()
    assert (done.returncode, "output-unwritable" in done.stderr) == (1, True)


@pytest.mark.slow
def test_a_release_refuses_what_is_past_its_date(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "review_by: 2199-11-22", "review_by: 2020-01-31")
    draft = project.run()
    assert draft.returncode == 0
    assert "hands.yaml:6:12: warning[review-due]: the review was due on 2020-01-31" in draft.stderr
    release = project.run("--release")
    assert release.returncode == 1
    assert "error[review-due]" in release.stderr


def test_a_release_refuses_an_unreviewed_translation() -> None:
    arguments = ["check", "rosacea", "-l", "es", "-e", "web", "--release"]
    done = Sandbox(ROOT).run(*arguments)
    assert done.returncode == 1
    assert "locales/es/LC_MESSAGES/rosacea.po: error[unreviewed]" in done.stderr


@pytest.mark.slow
def test_a_language_without_a_catalog_is_shown_how_to_start(project: Sandbox) -> None:
    done = project.run("-l", "es")
    assert done.returncode == 1
    assert (
        "locales/es/LC_MESSAGES/hands.po: error[catalog-missing]: there is no Spanish catalog; "
        "`python build.py catalogs -l es` starts one"
    ) in done.stderr


@pytest.mark.slow
def test_a_missing_system_library_is_reported_with_its_package(project: Sandbox) -> None:
    project.edit("clinic.yaml", "[web]", "[web, a4]")
    # ctypes and cffi find libraries through the loader: this name makes it find none.
    blocker = project.write(
        "blocker/sitecustomize.py",
        "import cffi\n"
        "real = cffi.FFI.dlopen\n"
        "def dlopen(self, name, *rest):\n"
        "    if name and 'pango-1' in str(name):\n"
        "        raise OSError(f\"cannot load library '{name}': no such file\")\n"
        "    return real(self, name, *rest)\n"
        "cffi.FFI.dlopen = dlopen\n",
    )
    done = project.start(PYTHONPATH=str(blocker.parent))
    assert done.returncode == 3
    assert "error[library-missing]: the system library" in done.stderr
    assert "apt-get install libpango-1.0-0" in done.stderr
    assert (project.root / PAGE).is_file(), "what needs no drawing is still built"
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_missing_font_is_reported_and_the_rest_is_built(project: Sandbox) -> None:
    project.edit("clinic.yaml", "[web]", "[web, a4]")
    listed = "Some Other Font\\tRegular\\t/x.ttf\\t0\\t20-7e\\n"
    fake = project.write("bin/fc-list", f"#!/bin/sh\nprintf '{listed}'\n")
    fake.chmod(0o755)
    done = project.start(PATH=f"{fake.parent}:{os.environ['PATH']}")
    assert done.returncode == 3
    assert 'error[font-missing]: the font "Noto Sans" is not installed' in done.stderr
    assert "apt-get install fonts-noto-core" in done.stderr
    assert (project.root / PAGE).is_file()
    assert not (project.root / "output/en/hands_en_a4.pdf").exists()


@pytest.mark.slow
def test_a_glyph_that_no_font_has_is_reported_at_its_message(project: Sandbox) -> None:
    project.edit("clinic.yaml", "[web]", "[a4]")
    project.edit("content/hands.yaml", "[Wet your hands.", "[Wet your 手.")
    done = project.run()
    assert done.returncode == 1
    assert (
        "content/hands.yaml:14:16: error[glyph-missing]: no font of the English sheet has "
        '手 (U+624B CJK UNIFIED IDEOGRAPH-624B); write it otherwise: only "Noto Sans CJK SC" '
        "(fonts-noto-cjk) has it, a font of other scripts"
    ) in done.stderr
    assert not (project.root / "output/en/hands_en_a4.pdf").exists()


@pytest.mark.slow
def test_a_templates_quotation_has_the_marks_of_the_language(project: Sandbox) -> None:
    shutil.copytree(ROOT / "templates", project.root / "templates")
    project.edit("templates/shared/frame.html", "<h1>{{", "<h1><q>{{")
    project.edit("templates/shared/frame.html", "}}</h1>", "}}</q></h1>")
    project.edit("clinic.yaml", "[web]", "[a4]")
    assert project.run("-l", "en").returncode == 0
    file = project.root / "output/en/hands_en_a4.pdf"
    assert "“Washing hands”" in pdfium(file.read_bytes())


@pytest.mark.slow
def test_fonts_are_locked_and_a_changed_one_is_reported(project: Sandbox) -> None:
    project.edit("clinic.yaml", "[web]", "[a4]")
    done = project.run("fonts")
    assert (done.returncode, done.stdout) == (0, "written fonts.lock: 8 fonts of 5 families\n")
    assert project.run("fonts").stdout == "fonts.lock is up to date: 8 fonts of 5 families\n"
    assert "font-changed" not in project.run().stderr
    project.edit("fonts.lock", "sha256:", "sha256:0")
    done = project.run()
    assert done.returncode == 0
    assert done.stderr.count("warning[font-changed]") == 8


@pytest.mark.slow
def test_a_template_error_names_the_templates_line(project: Sandbox) -> None:
    project.write("templates/mine/edition.toml", 'format = "html"\n')
    project.write("templates/mine/leaflet.html", "<p>\n{{ leaflet.titel }}\n</p>\n")
    project.edit("clinic.yaml", "[web]", "[web, mine]")
    done = project.run()
    assert done.returncode == 1
    assert "templates/mine/leaflet.html:2: error[template]" in done.stderr
    assert "has no attribute 'titel'" in done.stderr
    project.write("templates/mine/leaflet.html", "<p>\n\n{% if %}\n</p>\n")
    assert "templates/mine/leaflet.html:3: error[template]" in project.run().stderr


@pytest.mark.slow
def test_a_template_outside_the_project_is_refused(project: Sandbox) -> None:
    secret = project.write("../secret.html", "secret")
    project.write("templates/mine/edition.toml", 'format = "html"\n')
    (project.root / "templates/mine/leaflet.html").symlink_to(secret)
    project.edit("clinic.yaml", "[web]", "[mine]")
    done = project.run()
    assert done.returncode == 1
    assert "templates/mine/leaflet.html: error[outside-project]" in done.stderr
    (project.root / "templates/mine/leaflet.html").unlink()
    project.write("templates/mine/leaflet.html", '{% include "../../../secret.html" %}')
    assert "templates/mine/leaflet.html:1: error[template]" in project.run().stderr


@pytest.mark.slow
def test_a_template_runs_no_code(project: Sandbox) -> None:
    project.write("templates/mine/edition.toml", 'format = "html"\n')
    attack = "{{ leaflet.__class__.__mro__[1].__subclasses__() }}"
    project.write("templates/mine/leaflet.html", attack)
    project.edit("clinic.yaml", "[web]", "[mine]")
    done = project.run()
    assert "templates/mine/leaflet.html:1: error[template]: access to attribute" in done.stderr


DAMAGE = {
    "unquoted": (
        ('msgstr "Lávese', "msgstr Lávese"),
        ":{line}:1: error[po-syntax]: cannot read",
    ),
    "unterminated": (
        ('antes de comer."', "antes de comer."),
        ":{line}: error[po-syntax]: the string does not end",
    ),
    "placeholder": (
        ("al {clinic.phone}.", "ya."),
        ":{line}: error[placeholder-lost]: the translation lacks {{clinic.phone}}",
    ),
    "citation": (
        (" [@who-2009]. Llame", ". Llame"),
        ":{line}: error[citation-lost]: the translation lacks [@who-2009]",
    ),
    "charset": (
        ("charset=UTF-8", "charset=ISO-8859-1"),
        ":9: error[po-encoding]: the header declares the charset ISO-8859-1, but the file is UTF-8",
    ),
    "encoding": (
        ("comer.", "com\udce9r."),
        ":{line}:38: error[po-encoding]: the byte 0xE9 is not UTF-8",
    ),
    "duplicate": (
        (
            'msgctxt "how/heading"',
            'msgctxt "leaflet/title"\nmsgid "Washing hands"\nmsgstr "x"\n\nmsgctxt "how/heading"',
        ),
        ':{line}: error[po-duplicate]: the message "Washing hands" is in the file twice',
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("damage", "problem"), DAMAGE.values(), ids=DAMAGE)
def test_a_broken_catalog_is_reported_at_its_line(
    project: Sandbox, damage: tuple[str, str], problem: str
) -> None:
    name = translated(project)
    assert project.run("-l", "es", "--quiet").returncode == 0
    text = (project.root / name).read_text("utf-8")
    at = text.index(damage[0])
    damaged = text.replace(*damage, 1)
    project.write(name, damaged.encode("utf-8", "surrogateescape"))
    done = project.run("-l", "es,en")
    place = problem.format(line=_message_line(text, at))
    assert f"{name}{place}" in done.stderr
    assert done.returncode == 1
    assert (project.root / PAGE).is_file(), "the other language is still built"
    assert "Traceback" not in done.stderr


def _message_line(text: str, at: int) -> int:
    """The line that holds `at`, or where its msgstr begins if the string goes over several."""
    line = text.count("\n", 0, at)
    lines = text.split("\n")
    while lines[line].startswith('"'):
        line -= 1
    return line + 1


def translated(project: Sandbox) -> str:
    """Gives the project a whole Spanish catalog; returns its path."""
    assert project.run("catalogs", "-l", "es").returncode == 0
    name = "locales/es/LC_MESSAGES/hands.po"
    project.edit(name, "X-Polyleaf-Method: ", "X-Polyleaf-Method: human")
    words = {
        "Washing hands": "Lavarse las manos",
        "Wash your hands before you eat.": "Lávese las manos antes de comer.",
        "A nurse": "Una enfermera",
        "How to wash": "Cómo lavarse",
        "Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}.":
            "Use **jabón** durante 20 segundos [@who-2009]. Llame al {clinic.phone}.",
        "Wet your hands.": "Mójese las manos.",
        "Rub them.": "Frótelas.",
        "Dry them.": "Séquelas.",
    }  # fmt: skip
    for source, translation in words.items():
        project.edit(
            name, f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{translation}"'
        )
    return name


def glossed(project: Sandbox, forms: str) -> str:
    """Gives the Spanish leaflet a glossary of one term; returns its path and the term's line."""
    translated(project)
    project.write("locales/glossary.pot", GLOSSARY)
    assert project.run("catalogs").returncode == 0
    name = "locales/es/LC_MESSAGES/glossary.po"
    project.edit(name, 'msgid "hand"\nmsgstr ""', f'msgid "hand"\nmsgstr "{forms}"')
    text = (project.root / name).read_text("utf-8")
    return f"{name}:{text.count(chr(10), 0, text.index(forms)) + 1}"


@pytest.mark.slow
def test_what_the_glossary_calls_otherwise_is_reported_with_both_places(project: Sandbox) -> None:
    place = glossed(project, "mano*")
    assert "term-missing" not in project.run("check", "-l", "es").stderr
    po = "locales/es/LC_MESSAGES/hands.po"
    project.edit(po, "Mójese las manos.", "Mójese los dedos.")
    text = (project.root / po).read_text("utf-8")
    line = text.count("\n", 0, text.index("los dedos")) + 1
    done = project.run("check", "-l", "es")
    assert (
        f'{po}:{line}: warning[term-missing]: the glossary calls "hand" "mano*", and the '
        f"translation does not; write it so, or add a form at {place}; "
        "the source is content/hands.yaml:14:16"
    ) in done.stderr.splitlines()
    assert done.stderr.count("term-missing") == 1
    assert done.returncode == 0


@pytest.mark.slow
def test_a_glossary_that_is_wrong_keeps_its_language_from_being_built(project: Sandbox) -> None:
    place = glossed(project, "mano* |")
    done = project.run("-l", "es,en")
    assert f'{place}: error[glossary-form]: "hand" has an empty form' in done.stderr
    assert done.stderr.count("error[") == 1
    assert done.returncode == 1
    assert not (project.root / "output/es").exists()
    assert (project.root / PAGE).is_file(), "the other language is still built"


@pytest.mark.slow
def test_a_sheet_is_never_half_translated(project: Sandbox) -> None:
    name = translated(project)
    project.edit(name, 'msgstr "Frótelas."', 'msgstr ""')
    dry = 'msgctxt "how/list-item"\nmsgid "Dry them."'
    project.edit(name, dry, f"#, fuzzy\n{dry}")
    done = project.run("-l", "es")
    assert done.returncode == 1
    assert 'error[untranslated]: "Rub them." is not translated' in done.stderr
    assert 'error[untranslated]: "Dry them." is fuzzy' in done.stderr
    assert not (project.root / "output/es").exists()


@pytest.mark.slow
def test_only_for_one_country(project: Sandbox) -> None:
    text = "- paragraph: {text: Ring the NHS., only: {country: [GB]}}\n      - list:"
    project.edit("content/hands.yaml", "- list:", text)
    project.run()
    assert "Ring the NHS." in (project.root / PAGE).read_text("utf-8")
    project.write("clinic.yaml", CLINIC.replace("GB", "IN"))
    project.run()
    assert "Ring the NHS." not in (project.root / PAGE).read_text("utf-8")


@pytest.mark.slow
def test_a_worker_that_is_killed_costs_one_sheet(project: Sandbox) -> None:
    project.write("content/feet.yaml", LEAFLET)
    project.write("content/nails.yaml", LEAFLET.replace("Washing hands", "KILL ME"))
    killer = project.write(
        "killer/sitecustomize.py",
        "import os, signal\n"
        "from polyleaf import markup\n"
        "real = markup.render\n"
        "def render(sheet, *rest, **more):\n"
        "    if sheet.leaflet.title.value == 'KILL ME':\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return real(sheet, *rest, **more)\n"
        "markup.render = render\n",
    )
    done = project.start("--jobs", "2", PYTHONPATH=f"{killer.parent}:{ROOT}")
    assert done.returncode == 1
    assert "content/nails.yaml: error[worker-died]" in done.stderr
    assert done.stdout.splitlines()[-1] == "2 built, 1 failed, 1 error"
