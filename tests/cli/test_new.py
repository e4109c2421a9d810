"""A new project and a new leaflet: what is there at once, and what is refused."""

from __future__ import annotations

import gzip
import io
import json
import os
import pty
import re
import subprocess
from pathlib import Path

import jsonschema
import pytest
import yaml
from PIL import Image

from polyleaf.cli.commands import begin_leaflet
from polyleaf.content import new_project

from ..conftest import ROOT
from ..forked import BUILD
from .calling import call

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    '<rect width="10" height="10" fill="{}"/><rect width="3" height="10" fill="#111"/></svg>'
)
KINDS = begin_leaflet.KINDS


def test_the_kinds_that_help_names_are_those_that_can_be_begun() -> None:
    assert begin_leaflet.KINDS == new_project.KINDS
    there = {file.stem for file in (ROOT / "polyleaf/content/new_project/kinds").iterdir()}
    assert {*KINDS} == there


def new(folder: Path, *options: str) -> tuple[int, str, str]:
    done = call("new", folder, *options)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("country", "tags", "paper"),
    [("GB", "en,es,ur", "a4"), ("US", "en", "letter"), ("NO", "en", "a4")],
)
def test_a_new_project_builds_without_a_finding(
    tmp_path: Path, country: str, tags: str, paper: str
) -> None:
    options = ("--name", 'Dr "O’Neil": #1', "--country", country, "--languages", tags)
    assert new(tmp_path / "clinic", *options)[0] == 0
    done = call("--project", tmp_path / "clinic")
    assert (done.returncode, done.stderr) == (0, "")
    tag = tags.split(",")[0]
    assert (tmp_path / f"clinic/output/{tag}/hand-washing_{tag}_{paper}.pdf").is_file()
    page = (tmp_path / f"clinic/output/{tag}/hand-washing_{tag}_web.html").read_text("utf-8")
    assert "Dr &#34;O’Neil&#34;: #1" in page


def test_every_key_of_the_clinic_is_explained_and_its_example_is_right(tmp_path: Path) -> None:
    new(tmp_path, "--name", "A", "--country", "GB", "--languages", "en,es")
    text = (tmp_path / "clinic.yaml").read_text("utf-8")
    schema = json.loads((tmp_path / "schemas/clinic.schema.json").read_text("utf-8"))
    examples: dict[str, object] = {}
    for key in schema["properties"]:
        assert f"\n# {key}: " in text, key
        (line,) = [
            line for line in text.splitlines() if line.removeprefix("# ").startswith(f"{key}: ")
        ][-1:]
        examples |= yaml.safe_load(line.removeprefix("# "))
    jsonschema.validate(examples, schema)
    jsonschema.validate(yaml.safe_load(text), schema)


@pytest.mark.parametrize(("colour", "accent"), [("#0b5fa5", "#0"), ("#ffd400", "#6"), ("#777", "")])
def test_headings_have_the_colour_of_the_logo(tmp_path: Path, colour: str, accent: str) -> None:
    logo = tmp_path / "our logo.svg"
    logo.write_text(LOGO.format(colour))
    assert new(tmp_path / "clinic", "--name", "A", "--logo", str(logo))[0] == 0
    written = yaml.safe_load((tmp_path / "clinic/clinic.yaml").read_text("utf-8"))
    assert (tmp_path / "clinic" / written["logo"]).is_file()
    assert written.get("colours", {}).get("accent", "").startswith(accent)
    assert ("colours" in written) == bool(accent)
    done = call("check", "--project", tmp_path / "clinic")
    assert (done.returncode, done.stderr) == (0, ""), "dark enough to be read"


@pytest.mark.parametrize("name", ["logo.svg", "Crest.SVGZ", "logo.png"])
def test_the_logo_is_the_clinics_own_file_byte_for_byte(tmp_path: Path, name: str) -> None:
    drawing = LOGO.format("#0b5fa5").replace("<rect", "<!-- ours -->\n<rect", 1).encode()
    made = {".svg": drawing, ".svgz": gzip.compress(drawing), ".png": deep_png()}
    logo = tmp_path / name
    logo.write_bytes(made[logo.suffix.lower()])
    done = new(tmp_path / "clinic", "--name", "A", "--logo", str(logo))
    assert done[0] == 0, done
    (copied,) = (tmp_path / "clinic").glob("logo.*")
    assert copied.read_bytes() == logo.read_bytes()
    assert call("check", "--project", tmp_path / "clinic").returncode == 0


def deep_png() -> bytes:
    """A picture with 16 bits a channel, which is drawn with eight."""
    file = io.BytesIO()
    Image.new("I;16", (20, 10), 40_000).save(file, "PNG")
    return file.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("tags", ["en-US,es", "en-AU,en-NZ", "mi,en-NZ"])
def test_any_english_has_the_first_leaflet_written_and_built(tmp_path: Path, tags: str) -> None:
    assert new(tmp_path, "--name", "A", "--languages", tags, "--country", "US")[0] == 0
    written = yaml.safe_load((tmp_path / "clinic.yaml").read_text("utf-8"))
    assert written["languages"] == tags.split(",")
    assert written.get("source_language", "en") == "en"
    english = [tag for tag in tags.split(",") if tag.startswith("en")]
    assert written["leaflet_languages"] == {"hand-washing": english}
    done = call("--project", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    for tag in english:
        assert (tmp_path / f"output/{tag}/hand-washing_{tag}_letter.pdf").is_file()


@pytest.mark.parametrize(("paper", "means"), [("A4", "a4"), ("Letter", "letter"), (" a4 ", "a4")])
def test_paper_is_named_in_any_case(tmp_path: Path, paper: str, means: str) -> None:
    assert new(tmp_path, "--name", "A", "--country", "GB", "--paper", paper)[0] == 0
    assert yaml.safe_load((tmp_path / "clinic.yaml").read_text("utf-8"))["paper"] == means


def test_it_asks_on_a_terminal(tmp_path: Path) -> None:
    controller, terminal = pty.openpty()
    os.write(controller, b"Hillside Surgery\n+44 20 7946 0000\nIN\nhi,en\n\n")
    words = [*BUILD, "new", str(tmp_path / "clinic")]
    code = subprocess.run(words, stdin=terminal, capture_output=True, check=False).returncode
    os.close(controller)
    os.close(terminal)
    written = yaml.safe_load((tmp_path / "clinic/clinic.yaml").read_text("utf-8"))
    assert code == 0
    assert (written["name"], written["phone"]) == ("Hillside Surgery", "+44 20 7946 0000")
    assert (written["country"], written["languages"]) == ("IN", ["hi", "en"])
    assert "source_language" not in written, "there is English"


def test_on_a_terminal_what_is_wrong_is_asked_again_and_only_that(tmp_path: Path) -> None:
    controller, terminal = pty.openpty()
    answers = ("", "", "UK", "english and urdu", "", "Hillside", "gb", "en ur", "")
    os.write(controller, "".join(f"{answer}\n" for answer in answers).encode())
    words = [*BUILD, "new", str(tmp_path / "clinic")]
    done = subprocess.run(words, stdin=terminal, capture_output=True, text=True, check=False)
    os.close(controller)
    os.close(terminal)
    assert done.returncode == 0, done.stderr
    assert "'UK' is no country of ISO 3166; did you mean GB?" in done.stderr
    assert 'did you mean "en"? (English)' in done.stderr
    assert done.stderr.count("Telephone, as it is printed") == 1
    written = yaml.safe_load((tmp_path / "clinic/clinic.yaml").read_text("utf-8"))
    assert (written["name"], written["country"]) == ("Hillside", "GB")
    assert written["languages"] == ["en", "ur"]


def test_a_terminal_that_ends_writes_nothing(tmp_path: Path) -> None:
    controller, terminal = pty.openpty()
    os.write(controller, b"Hillside\n\x04")
    words = [*BUILD, "new", str(tmp_path / "clinic")]
    done = subprocess.run(
        words, stdin=terminal, capture_output=True, text=True, check=False, timeout=60
    )
    os.close(controller)
    os.close(terminal)
    assert (done.returncode, (tmp_path / "clinic").exists()) == (130, False)
    assert "Traceback" not in done.stderr


def test_what_is_an_example_is_said_and_the_address_is_that_of_a_page(tmp_path: Path) -> None:
    _, said, _ = new(tmp_path / "a", "--name", "A")
    assert "a telephone and an address of pages to be replaced" in said
    _, said, _ = new(tmp_path / "b", "--name", "A", "--phone", "020 7946 0123")
    assert "has an address of pages to be replaced" in said
    text = (tmp_path / "b/clinic.yaml").read_text("utf-8")
    assert (text.count("REPLACE"), said.count("telephone")) == (1, 0)
    assert call("-e", "web", "--project", tmp_path / "b").returncode == 0
    page = yaml.safe_load(text)["web"].format(language="en", leaflet="hand-washing")
    published = page.removeprefix("https://clinic.example/leaflets/")
    assert (tmp_path / "b/output" / published).is_file()


def test_whoever_writes_in_another_language_finds_the_parts_to_fill_in(tmp_path: Path) -> None:
    _, said, _ = new(tmp_path, "--name", "A", "--country", "IN", "--languages", "hi,ta")
    assert "content/first-leaflet.yaml has parts to fill in, in Hindi" in said
    problems = call("check", "-l", "hi", "--project", tmp_path).stderr
    codes = {*re.findall(r"error\[([a-z-]+)\]", problems)}
    assert codes == {"markup-foreign", "script-wrong"}, "there are only words to write, in Hindi"


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    options = ("--name", " ", "--country", "ZZ", "--languages", "en,x1", "--paper", "a9")
    code, _, told = new(tmp_path / "clinic", *options, "--logo", str(tmp_path / "no.png"))
    for option in ("--name", "--country", "--languages", "--paper", "--logo"):
        assert f"{option}: error[" in told
    assert (code, (tmp_path / "clinic").exists()) == (2, False)


def test_nothing_that_is_there_is_lost(tmp_path: Path) -> None:
    mine = tmp_path / "clinic.yaml"
    mine.write_text("name: Mine\n")
    code, _, told = new(tmp_path, "--name", "A")
    assert f"{mine}: error[new-exists]" in told
    assert (code, mine.read_text(), list(tmp_path.iterdir())) == (2, "name: Mine\n", [mine])
    code, _, told = new(mine, "--name", "A")
    assert (code, mine.read_text()) == (2, "name: Mine\n")
    assert "error[new-exists]" in told


def test_without_a_terminal_the_name_is_asked_for_by_its_option(tmp_path: Path) -> None:
    code, _, told = new(tmp_path / "clinic")
    assert (code, "--name" in told) == (2, True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_leaflet_lacks_nothing_but_its_words(tmp_path: Path, kind: str) -> None:
    new(tmp_path, "--name", "A")
    done = call("new-leaflet", "hay-fever", "--kind", kind, "--project", tmp_path)
    assert done.returncode == 0, done.stderr
    file = tmp_path / "content/hay-fever.yaml"
    problems = call("check", "hay-fever", "--project", tmp_path).stderr.splitlines()
    assert problems
    assert all('error[markup-foreign]: "[add ' in line for line in problems), problems
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"\[add ([^]]*)\]", r"the \1", text))
    filled = call("check", "hay-fever", "--project", tmp_path)
    assert "error[" not in filled.stderr


@pytest.mark.parametrize("name", ["../evil", "Hay Fever", "con", "हाथ", "a/b", "-x", "interface"])
def test_a_name_that_cannot_be_one_is_refused(tmp_path: Path, name: str) -> None:
    new(tmp_path / "clinic", "--name", "A")
    before = sorted(tmp_path.rglob("*"))
    done = call("new-leaflet", "--project", tmp_path / "clinic", "--", name)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert sorted(tmp_path.rglob("*")) == before
    call("new-leaflet", "hay-fever", "--project", tmp_path / "clinic")
    again = call("new-leaflet", "hay-fever", "--project", tmp_path / "clinic")
    assert "content/hay-fever.yaml: error[new-exists]" in again.stderr


def test_the_files_of_other_tools_are_sound(tmp_path: Path) -> None:
    new(tmp_path, "--name", "A")
    for name in ("crowdin.yml", ".github/workflows/leaflets.yml"):
        assert yaml.safe_load((tmp_path / name).read_text("utf-8"))
    for name in ("weblate.json", ".vscode/settings.json", ".vscode/extensions.json"):
        assert json.loads((tmp_path / name).read_text("utf-8"))
    agencies = (ROOT / "docs/agencies.md").read_text("utf-8")
    for line in (tmp_path / "crowdin.yml").read_text("utf-8").splitlines():
        assert line in agencies, "it is what the page about agencies says"
