"""Shells complete commands, options and their values."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from .calling import COMMANDS, call


@pytest.fixture(scope="module")
def bash(tmp_path_factory: pytest.TempPathFactory) -> Path:
    done = call("completion", "bash")
    assert (done.returncode, done.stderr) == (0, "")
    file = tmp_path_factory.mktemp("bash") / "completion"
    file.write_text(done.stdout)
    return file


def completed(bash: Path, *words: str) -> set[str]:
    """What bash offers for the last of the words."""
    line = " ".join(f"'{word}'" for word in ("polyleaf", *words))
    code = f"""
        set -e
        source {bash}
        COMP_WORDS=({line}); COMP_CWORD={len(words)}
        function=$(complete -p polyleaf | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
        $function polyleaf "${{COMP_WORDS[-1]}}" || true
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        ["bash", "-c", code], capture_output=True, text=True, check=True, cwd=bash.parent
    )
    return set(done.stdout.split())


def test_bash_takes_it(bash: Path) -> None:
    subprocess.run(["bash", "-n", bash], check=True)


def test_commands_options_and_values_are_completed(bash: Path) -> None:
    assert completed(bash, "") >= set(COMMANDS)
    assert completed(bash, "si") == {"sign"}
    assert completed(bash, "sign", "--m") == {"--method"}
    assert completed(bash, "sign", "--method", "machine") == {"machine", "machine-edited"}
    assert completed(bash, "check", "--format", "s") == {"sarif"}
    assert "--force" in completed(bash, "build", "--")
    assert "--force" not in completed(bash, "check", "--")


def test_folders_and_files_are_completed(bash: Path) -> None:
    (bash.parent / "clinic").mkdir()
    (bash.parent / "cli.csv").write_text("")
    assert completed(bash, "build", "--project", "cli") == {"clinic"}
    assert completed(bash, "build", "--batch", "cli") == {"clinic", "cli.csv"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_each_shell_has_a_script_of_its_own(shell: str) -> None:
    done = call("completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    assert all(command in done.stdout for command in COMMANDS)
    assert "python" not in done.stdout.partition("\n")[0]
