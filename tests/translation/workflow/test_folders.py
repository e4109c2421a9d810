"""Folders of locales/ in the spelling of any tool, and what a new language begins with."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from polyleaf.translation import catalog

from ...conftest import Sandbox
from ...test_cli import translated

pytestmark = pytest.mark.slow


def filled(project: Sandbox, tag: str, folder: str, name: str) -> None:
    """Spanish texts, or for another language texts in none, in a folder of any name."""
    translated(project)
    text = (project.root / "locales/es/LC_MESSAGES/hands.po").read_text("utf-8")
    shutil.rmtree(project.root / "locales")
    text = text.replace("Language: es", f"Language: {name}")
    head, _, rest = text.partition("\n\n")
    if not tag.startswith("es"):
        rest = re.sub(r'(?<=^msgstr ")([^"]+)', _nonsense, rest, flags=re.MULTILINE)
    text = f"{head}\n\n{rest}"
    project.write(f"locales/{folder}/LC_MESSAGES/hands.po", text)
    project.edit("clinic.yaml", "languages: [en]", f"languages: [en, {tag}]")


def _nonsense(found: re.Match[str]) -> str:
    """The text with other words, but for placeholders and citations."""
    return re.sub(r"\{[^}]*\}|\[[^]]*\]|[^\W\d_]+", _another, found[1])


def _another(word: re.Match[str]) -> str:
    return word[0] if word[0][0] in "{[" else "xaq".ljust(len(word[0]), "q")


def folders(project: Sandbox) -> set[str]:
    return {path.name for path in (project.root / "locales").iterdir() if path.is_dir()}


@pytest.mark.parametrize(
    ("tag", "folder", "name"),
    [("es", "es-ES", "es-ES"), ("pt-BR", "pt", "pt"), ("sr-Latn", "sr@latin", "sr"),
     ("nb", "no", "nb_NO"), ("uz-Latn", "uz_UZ", "uz")],
)  # fmt: skip
def test_a_folder_is_read_and_written_as_it_is_called(
    project: Sandbox, tag: str, folder: str, name: str
) -> None:
    filled(project, tag, folder, name)
    done = project.run("-l", tag, "--allow-untranslated")
    assert "built " in done.stdout, done.stderr
    told = f'warning[language-read-as]: "{folder}" is read as '
    wanted = folder.replace("_", "-") != tag
    assert (f"locales/{folder}: {told}" in done.stderr) is wanted
    catalogs = project.run("catalogs", "-l", tag)
    assert folders(project) == {folder}, catalogs.stdout
    assert (told in catalogs.stderr) is wanted
    project.edit("content/hands.yaml", "Rub them.", "Rub them well.")
    assert f"written locales/{folder}/LC_MESSAGES/hands.po" in project.run("catalogs").stdout
    assert folders(project) == {folder}


@pytest.mark.parametrize(
    "place",
    ["locales/es/hands.po", "locales/es.po", "locales/hands/es.po", "locales/hands_es.po",
     "translations/hands.es.po", "locales/Español/LC_MESSAGES/hands.po",
     "locales/es/LC_MESSAGES/sub/hands.po", "locales/es/LC_MESSAGES/hands.po.txt"],
)  # fmt: skip
def test_a_catalog_in_another_place_is_named_and_gets_no_empty_twin(
    project: Sandbox, place: str
) -> None:
    translated(project)
    right = "locales/es/LC_MESSAGES/hands.po"
    project.write(place, (project.root / right).read_bytes())
    (project.root / right).unlink()
    told = f"{place}: error[catalog-misplaced]: not read here"
    for command in ("check", "catalogs"):
        done = project.run(command, "-l", "es")
        assert (done.returncode, told in done.stderr) == (1, True), done.stderr
        assert f"move it to {right}" in done.stderr
        assert not (project.root / right).exists()
    (project.root / right).parent.mkdir(parents=True, exist_ok=True)
    (project.root / place).rename(project.root / right)
    assert "catalog-misplaced" not in project.run("check", "-l", "es").stderr


def test_a_file_that_came_back_beside_the_catalog_is_told(project: Sandbox) -> None:
    translated(project)
    text = (project.root / "locales/es/LC_MESSAGES/hands.po").read_bytes()
    names = ("LC_MESSAGES/hands (1).po", "LC_MESSAGES/hands - copia.PO", "hands.po")
    for name in (*names, "LC_MESSAGES/hands.mo", "LC_MESSAGES/hands-old.po"):
        project.write(f"locales/es/{name}", text)
    told = re.findall(
        r"locales/es/(.*): warning\[catalog-unread\]", project.run("check", "-l", "es").stderr
    )
    assert sorted(told) == sorted(names)
    assert project.run("status", "-l", "es").returncode == 0


def test_two_folders_for_one_language_are_an_error_that_names_both(project: Sandbox) -> None:
    filled(project, "zh-Hans", "zh_CN", "zh_CN")
    project.write("locales/fr/LC_MESSAGES/hands.po", (
        project.root / "locales/zh_CN/LC_MESSAGES/hands.po").read_bytes().replace(b"zh_CN", b"fr")
    )  # fmt: skip
    assert "script-wrong" in project.run("check", "-l", "zh-Hans").stderr, "it is read"
    twin = project.root / "locales/zh_Hans/LC_MESSAGES"
    shutil.copytree(project.root / "locales/zh_CN/LC_MESSAGES", twin)
    said = "locales/zh_CN: error[language-twice]: locales/zh_CN and locales/zh_Hans are for one "
    before = {path: path.read_bytes() for path in (project.root / "locales").rglob("*.po")}
    for arguments in (("check", "-l", "zh-Hans"), ("catalogs",), ("status", "-l", "zh-Hans")):
        done = project.run(*arguments)
        assert done.returncode == 1
        assert done.stderr.count(said) == 1
    changed = {path for path, data in before.items() if path.read_bytes() != data}
    assert all("/fr/" in str(path) for path in changed), "the other languages are not held up"


def test_two_that_clinic_yaml_names_have_a_folder_each(project: Sandbox) -> None:
    filled(project, "pt, pt-BR", "pt", "pt")
    shutil.copytree(project.root / "locales/pt", project.root / "locales/pt_BR")
    done = project.run("check", "-l", "pt,pt-BR", "--allow-untranslated")
    assert (done.returncode, "language-" in done.stderr) == (0, False)


def test_a_tag_is_read_on_the_command_line_and_in_clinic_yaml(project: Sandbox) -> None:
    project.edit("clinic.yaml", "languages: [en]", "languages: [en, prs]")
    done = project.run("catalogs", "-l", "iw")
    assert 'command line: warning[language-read-as]: "iw" is read as he, Hebrew; write he' in (
        done.stderr
    )
    assert re.search(r'clinic\.yaml:\d+:\d+: warning\[language-read-as\]: "prs" is read as fa-AF, '
                     "Dari", done.stderr)  # fmt: skip
    assert folders(project) == {"he", "fa_AF"}
    again = project.run("status", "-l", "heb").stderr
    assert again.count("language-read-as") == 1


def test_clinic_yamls_languages_are_started_but_not_the_sources_own(project: Sandbox) -> None:
    project.edit("clinic.yaml", "languages: [en]", "languages: [en, en-GB, es, ht, xq]")
    done = project.run("catalogs")
    assert 'error[language-unknown]: no language has the tag "xq"' in done.stderr
    assert folders(project) == {"es", "ht"}
    assert project.run("catalogs", "-l", "en-GB").stdout.count("written locales/en_GB/") == 2


def test_words_of_pages_alone_can_be_started(project: Sandbox) -> None:
    done = project.run("catalogs", "interface", "-l", "tvl")
    assert done.stdout.splitlines()[:-1] == ["written locales/tvl/LC_MESSAGES/interface.po"]


def test_a_folder_with_nothing_but_words_of_pages_starts_no_leaflet(project: Sandbox) -> None:
    project.run("catalogs", "-l", "tvl")
    (project.root / "locales/tvl/LC_MESSAGES/hands.po").unlink()
    assert project.run("catalogs").stdout == "0 written, 2 unchanged\n"


@pytest.mark.parametrize(
    ("parent", "tag", "folder"), [("es", "es-419", "es_419"), ("es-419", "es-PE", "es_PE")]
)
def test_a_new_language_begins_with_the_texts_of_its_parent(
    project: Sandbox, parent: str, tag: str, folder: str
) -> None:
    path = f"locales/{parent.replace('-', '_')}/LC_MESSAGES/hands.po"
    filled(project, parent, parent.replace("-", "_"), parent)
    project.edit(path, 'msgstr "Frótelas."', 'msgstr ""')
    done = project.run("catalogs", "-l", tag)
    assert done.returncode == 0
    name = f"locales/{folder}/LC_MESSAGES/hands.po"
    assert f"written {name}" in done.stdout
    assert not (project.root / name).with_name("interface.po").exists(), "the parent's serves"
    found = {e.msgid: e for e in catalog.read((project.root / name).read_bytes(), name).entries}
    taken = found.pop("Dry them.")
    assert (taken.msgstr, taken.fuzzy) == (("Séquelas.",), True)
    assert taken.comments == (f"from {path}",)
    assert found["Rub them."].msgstr == ("",)
    assert "X-Polyleaf-Method: human" in (project.root / name).read_text("utf-8")
    for tool in (["msgfmt", "--check", "-o", "/dev/null"], ["msgattrib", "--only-fuzzy"]):
        subprocess.run([*tool, project.root / name], capture_output=True, check=True)
    assert project.run("catalogs").stdout.startswith("0 written")
    assert "fuzzy" in project.run("-l", tag).stderr, "nobody has read them yet"


def test_no_script_takes_texts_from_another(project: Sandbox) -> None:
    filled(project, "sr", "sr", "sr")
    project.run("catalogs", "-l", "sr-Latn")
    text = (project.root / "locales/sr_Latn/LC_MESSAGES/hands.po").read_text("utf-8")
    assert "Séquelas" not in text


def test_a_language_without_words_of_pages_is_told_before_anything_is_drawn(
    project: Sandbox,
) -> None:
    filled(project, "sm", "sm", "sm")  # Samoan, of which Polyleaf has no words
    told = "words of the page are not in Samoan"
    done = project.run("check", "-l", "sm")
    assert re.search(rf"error\[untranslated\]: \d+ of \d+ {told}", done.stderr)
    assert told in project.run("check", "-l", "sm", "--allow-untranslated").stderr
