"""What gettext's own tools make of our catalogs has the same meaning, entry by entry."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given

from polyleaf.translation import catalog
from polyleaf.translation.catalog import Catalog

from ...conftest import ROOT
from ...strategies import bare, catalogs, quick
from .po import gettext

SHIPPED = sorted((ROOT / "locales").glob("*/LC_MESSAGES/*.po"))


@pytest.mark.slow
@given(catalogs())
@quick
def test_msgattrib_keeps_every_entry(made: Catalog) -> None:
    done = gettext("msgattrib", "--force-po", data=catalog.write(made))
    assert done.returncode == 0, done.stderr
    assert bare(catalog.read(done.stdout, "x.po")) == bare(made)


@pytest.mark.slow
@given(catalogs())
@quick
def test_msgconv_keeps_every_entry(made: Catalog) -> None:
    done = gettext("msgconv", "--force-po", "--to-code=UTF-8", data=catalog.write(made))
    assert done.returncode == 0, done.stderr
    assert bare(catalog.read(done.stdout, "x.po")) == bare(made)


def test_there_are_catalogs_to_look_at() -> None:
    assert len(SHIPPED) >= 40


@pytest.mark.slow
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_msgmerge_with_the_template_changes_no_meaning(path: Path) -> None:
    template = ROOT / "locales" / f"{path.stem}.pot"
    done = subprocess.run(
        ["msgmerge", "--quiet", "--previous", "-o", "-", str(path), str(template)],
        capture_output=True,
        check=True,
    )
    merged = catalog.read(done.stdout, str(path))
    ours = catalog.read(path.read_bytes(), str(path))
    assert bare(merged)[1:] == bare(ours)[1:]
    fields = [sorted(c.header.msgstr[0].splitlines()) for c in (merged, ours)]
    assert fields[0] == fields[1]  # it moves the field Language


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_msgfmt_accepts_and_finds_every_translation(path: Path, tmp_path: Path) -> None:
    """Compiled and taken apart again, each message has the text that we read."""
    compiled = tmp_path / "x.mo"
    subprocess.run(["msgfmt", "--check", "-o", str(compiled), str(path)], check=True)
    done = subprocess.run(["msgunfmt", str(compiled)], capture_output=True, check=True)
    ours = catalog.read(path.read_bytes(), str(path))
    theirs = catalog.read(done.stdout, "x.po").index()
    assert {e.key: e.msgstr for e in ours.active if e.translated} == {
        key: entry.msgstr for key, entry in theirs.items()
    }
