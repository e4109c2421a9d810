"""What people are told to type where a library or a font is missing."""

from __future__ import annotations

import re
import shutil
import sys

import pytest

from polyleaf.files import system_packages

from ..conftest import ROOT

# kind|name of it, as it is looked for|Debian's package|Homebrew's
NEEDS = re.compile(r"^  echo '(?:lib|cmd|font) [^|]*\|([^|]*)\|([^']*)'", re.MULTILINE)


def needed() -> list[tuple[str, str]]:
    """The packages that sheets need, as the set-up of a checkout has them."""
    setup = (ROOT / "scripts/setup.sh").read_text("utf-8")
    build, found, _ = setup.partition('  if [ "$purpose" = test ]')
    assert found
    return NEEDS.findall(build)


def test_an_installed_copy_names_what_the_set_up_installs() -> None:
    debian = {package for package, _ in needed()}
    casks = {name for _, row in needed() if row.startswith("--cask ") for name in row.split()[1:]}
    kegs = {row for _, row in needed() if row and not row.startswith("--cask ")}
    assert debian == {*system_packages.DEBIAN}
    assert kegs == {*system_packages.HOMEBREW}
    assert casks == {*system_packages.HOMEBREW_FONTS}


@pytest.mark.parametrize(
    ("platform", "apt", "command"),
    [
        ("linux", True, "`sudo apt-get install libpango-1.0-0 "),
        ("linux", False, "install Pango, HarfBuzz"),
        ("darwin", False, "`brew install pango "),
        ("win32", False, "`wsl --install -d Debian`"),
    ],
)
def test_each_system_has_its_own_command(
    monkeypatch: pytest.MonkeyPatch, platform: str, apt: bool, command: str
) -> None:
    monkeypatch.setattr(system_packages, "SETUP", ROOT / "no such file")
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if apt else None)
    assert system_packages.how_to_install("fontconfig").startswith(command)
