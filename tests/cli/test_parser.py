"""What may be called: commands, their options, and what is said of a call that is wrong."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from polyleaf import api
from polyleaf.cli import main
from polyleaf.model.findings import Finding
from polyleaf.model.task import Outcome, Task
from polyleaf.pipeline.executors import Make

from ..conftest import ROOT, Sandbox
from .calling import COMMANDS, MODULE, call


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["help"], ["-l", "en", "--help"]])
def test_help_names_every_command_and_the_exit_codes(words: list[str]) -> None:
    done = call(*words)
    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= 80
    _, _, commands = done.stdout.partition("\ncommands:\n")
    assert re.findall(r"^    ([a-z-]+)", commands.partition("\n\n")[0], re.M) == list(COMMANDS)
    assert re.findall(r"^  (\d+) ", done.stdout, re.M) == ["0", "1", "2", "3", "130"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_fits_eighty_columns(command: str) -> None:
    done = call(command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"usage: python build.py {command} ")
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert done.stdout == call("help", command).stdout == call("--quiet", command, "-h").stdout


def test_help_of_sign_has_its_own_options_alone() -> None:
    text = call("sign", "--help").stdout
    for option in ("--by NAME", "--on DATE", "--method {human,machine,machine-edited}"):
        assert option in text
    for option in ("--force", "--layout", "--jobs", "--accept-unchanged", "--editions", "--output"):
        assert option not in text


def test_help_tells_the_defaults_of_the_limits() -> None:
    text = call("build", "--help").stdout
    for name in ("time_limit", "memory_limit"):
        default = inspect.signature(api.build).parameters[name].default
        flag = f"--{name.replace('_', '-')}"
        assert re.search(rf"{flag} \w+\s[^-]*\({default:g}\)$", text, re.M), flag


REFUSED = {
    ("sign", "--force"): "--force belongs to the command build",
    ("build", "--layout"): "--layout belongs to the command check",
    ("status", "--jobs", "2"): "--jobs belongs to the commands build and check",
    ("check", "--by=me"): "--by belongs to the command sign",
    ("catalogs", "-e", "web"): "-e belongs to the commands build and check",
    ("check", "--relaese"): "unrecognized arguments: --relaese; did you mean --release?",
    ("fonts", "hands"): "unrecognized arguments: hands",
    ("schema", "--project", "x"): "--project belongs to the commands new-leaflet and build",
    ("--method", "human"): "--method belongs to the commands sign and import",
    ("--quiet", "--verbose"): "argument --verbose: not allowed with argument --quiet",
    ("--color", "mauve"): "argument --color: invalid choice: 'mauve'",
    ("sign", "--on", "soon"): "argument --on: no date: 'soon'; write 2026-11-22",
    ("--jobs", "0"): "argument --jobs: at least 1",
    ("completion", "fish"): "argument SHELL: invalid choice: 'fish'",
    ("--tls-ca", "nowhere.pem"): "argument --tls-ca: there is no file nowhere.pem",
    ("--tls-ca", "build.py"): "need --scheduler tls://host:port",
    ("--scheduler", "tcp://h:1", "--tls-ca", "build.py"): "need --scheduler tls://host:port",
    ("check", "--scheduler", "tls://h:1", "--tls-key", "build.py"): "go together",
    ("--batch", "jobs.csv", "hands"): "--batch: the file says which leaflets",
    ("check", "--batch", "jobs.csv", "--scheduler", "tcp://h:1"): "are not sent to other machines",
}


@pytest.mark.parametrize(("words", "says"), REFUSED.items(), ids=str)
def test_what_a_command_does_not_take_is_refused(words: tuple[str, ...], says: str) -> None:
    done = call(*words)
    assert (done.returncode, done.stdout) == (2, "")
    usage, error = done.stderr.splitlines()
    assert usage.startswith("usage: python build.py ")
    assert says in error


MEANT = {
    "chekc": "did you mean the command `python -m polyleaf check`?",
    "stauts": "did you mean the command `python -m polyleaf status`?",
    "hepl": "did you mean the command `python -m polyleaf help`?",
    "init": "`python -m polyleaf --help` lists the commands",
}


@pytest.mark.slow
@pytest.mark.parametrize(("word", "hint"), MEANT.items(), ids=MEANT)
def test_a_word_that_is_no_command_is_met_with_one_that_is(
    project: Sandbox, tmp_path: Path, word: str, hint: str
) -> None:
    done = call(word, by=MODULE, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "1 error\n")
    assert f"{tmp_path} has no clinic.yaml; name the project's folder with --project; " in (
        done.stderr
    )
    assert done.stderr.endswith(f"; {hint}\n")
    done = call(word, "--project", project.root, by=MODULE)
    assert done.returncode == 2
    assert f'there is no leaflet "{word}"; known: hands; {hint}\n' in done.stderr


@pytest.mark.slow
def test_a_leaflet_that_is_misspelt_is_met_with_a_leaflet(project: Sandbox) -> None:
    for words in (["hans"], ["build", "hans"], ["check", "hans"]):
        assert project.run(*words).stderr.endswith('no leaflet "hans"; did you mean "hands"?\n')
    named = project.run("build", "chekc")
    assert named.stderr.endswith('there is no leaflet "chekc"; known: hands\n')


@pytest.mark.slow
def test_a_leaflet_may_be_called_as_a_command_nearly_is(project: Sandbox) -> None:
    for name in ("chekc", "help"):
        project.write(f"content/{name}.yaml", (project.root / "content/hands.yaml").read_bytes())
    assert project.run("chekc").stdout.splitlines()[-1] == "1 built"
    assert project.run("build", "help", "--explain").stdout.splitlines()[-1] == "1 built"
    assert project.run("hands", "chekc", "--dry-run").stdout.splitlines()[-1] == (
        "1 to be built, 1 up to date"
    )


@pytest.mark.slow
def test_options_may_stand_before_the_command_and_between_names(project: Sandbox) -> None:
    project.write("content/feet.yaml", (project.root / "content/hands.yaml").read_bytes())
    for words in (["--quiet", "check"], ["check", "--quiet"], ["-l", "en", "check"]):
        done = project.run(*words)
        assert (done.returncode, (project.root / "output").exists()) == (0, False)
    assert project.run("hands", "-l", "en", "feet").stdout.splitlines()[-1] == "2 built"
    folder = project.root.rename(project.root.with_name("check"))
    done = call("--project", "check", "status", "hands", cwd=folder.parent)
    assert done.stdout.splitlines()[-1] == "en: source, 0 of 1 reviewed"


def test_languages_and_editions_that_are_named_one_by_one_add_up(project: Sandbox) -> None:
    done = project.run("-l", "en", "-e", "web", "--dry-run", "-l", "qps-ploc", "-e", "a4")
    assert set(re.findall(r"would build (\S+)", done.stdout)) == {
        f"{language}/hands_{language}_{edition}"
        for language in ("en", "qps-ploc")
        for edition in ("a4.pdf", "web.html")
    }


@pytest.mark.slow
def test_an_output_folder_that_leads_elsewhere_matters_to_builds_alone(
    project: Sandbox, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (project.root / "output").symlink_to(tmp_path / "elsewhere")
    assert "error[outside-project]" in project.run().stderr
    for command in ("catalogs", "status", "fonts"):
        assert (project.run(command).returncode, project.run(command).stderr) == (0, "")


def test_the_schema_is_printed() -> None:
    assert json.loads(call("schema").stdout)["title"] == "Polyleaf content"


def test_every_option_of_every_command_is_in_the_reference() -> None:
    page = (ROOT / "docs/command.md").read_text("utf-8")
    reference = page.partition("\n## Output\n")[0]
    options = {
        option
        for command in COMMANDS
        for option in re.findall(r"^  (?:-\w [^-]*)?(--[a-z-]+)", call(command, "-h").stdout, re.M)
    }
    assert len(options) > 30
    missing = {option for option in options if f"`{option}" not in reference}
    assert missing <= {"--help", "--version", "--languages", "--editions"}
    unknown = set(re.findall(r"`(--[a-z-]+)", reference)) - options
    assert unknown == set()
    for command in COMMANDS:
        assert re.search(rf"polyleaf {command}\b", reference) or command == "build"


def test_main_returns_whatever_the_call_is(project: Sandbox) -> None:
    for words, code in (
        (["--version"], 0),
        (["sign", "--help"], 0),
        (["--no-such"], 2),
        (["--batch", "jobs.csv", "hands"], 2),
        (["feet", "--project", str(project.root)], 2),
    ):
        assert main(words) == code


def test_scripts_choose_who_makes_the_sheets(project: Sandbox) -> None:
    made: list[str] = []

    def one_by_one(make: Make, tasks: Iterable[Task]) -> Iterator[Outcome | Finding]:
        for task in tasks:
            made.append(task.file)
            yield make(task)

    words = ["--quiet", "--project", str(project.root)]
    assert main(words, mapper=one_by_one) == 0
    assert main(["check", "--layout", *words], mapper=one_by_one) == 0
    assert made == ["en/hands_en_web.html", "index.html", "en/hands_en_web.html"]


def test_check_explains_a_code(tmp_path: Path) -> None:
    done = call("check", "--explain", "number-changed", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "number-changed" in done.stdout
    unknown = call("check", "--explain", "number-changd", cwd=tmp_path)
    assert (unknown.returncode, "Traceback" in unknown.stderr) == (2, False)
