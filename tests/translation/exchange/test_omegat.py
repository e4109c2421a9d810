"""A translator's round trip through OmegaT itself, without its window."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ...conftest import Sandbox
from .agency import WORDS, codes, returned, sent, texts

pytestmark = pytest.mark.slow

PROJECT = """<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir>
<target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>en</source_lang><target_lang>es</target_lang><sentence_seg>false</sentence_seg>
</project></omegat>"""
# The words around what OmegaT shows as a tag: "Use <f0>soap</f0> for 20 seconds <w1/>."
AROUND = {"soap": "jabón", " for 20 seconds ": " durante 20 segundos ", "Call ": "Llame al "}


def omegat(folder: Path, *options: str) -> None:
    """Runs one of its modes on the project in `folder`; its settings stay beside it."""
    home = folder.parent / "home"
    program = ("omegat", f"--config-dir={home}", *options, str(folder))
    subprocess.run(program, check=True, capture_output=True, timeout=200)


def translated(memory: str) -> str:
    """OmegaT's memory of a text that is its own translation, with Spanish in place of it."""
    words = WORDS | AROUND

    def spanish(match: re.Match[str]) -> str:
        text = WORDS.get(match[2], match[2])
        for old, new in words.items() if text == match[2] else ():
            text = text.replace(old, new)
        return match[1] + text

    return re.sub(r'(<tuv lang="ES"[^>]*>\s*<seg>)([^<]*)', spanish, memory, flags=re.IGNORECASE)


@pytest.mark.parametrize(
    "options", [("xliff", "--copy-source"), ("po",)], ids=lambda options: options[0]
)
def test_what_omegat_gives_back_is_the_translation(
    options: tuple[str, ...], project: Sandbox, tmp_path: Path
) -> None:
    assert shutil.which("omegat"), "`make setup-test` installs it"
    file = sent(project, *options)
    folder, memory = tmp_path / "job", tmp_path / "memory.tmx"
    for name in ("source", "target", "tm", "glossary", "dictionary", "omegat"):
        (folder / name).mkdir(parents=True)
    (folder / "omegat.project").write_text(PROJECT)
    shutil.copy(file, folder / "source")
    mode = "--mode=console-createpseudotranslatetmx"
    omegat(folder, mode, f"--pseudotranslatetmx={memory}", "--pseudotranslatetype=equal")
    (folder / "omegat/project_save.tmx").write_text(translated(memory.read_text("utf-8")), "utf-8")
    omegat(folder, "--mode=console-translate")
    done = returned(project, folder / "target" / file.name, "--method", "human")
    assert (done.returncode, codes(done)) == (0, set()), done.stderr
    assert texts(project) == WORDS
