"""The benchmark of content reads plain texts, and says at which line what is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import claims

ADVERT = """\
Hair gel

# Why

- It works for everyone & [sic] {more}: "no" *risk*.
A miracle.
"""


def test_findings_stand_at_the_lines_of_the_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "advert.txt"
    path.write_text(ADVERT, "utf-8")
    claims.main([str(path), "--lines"])
    said = capsys.readouterr().out.splitlines()
    after = {line.split()[0]: said[n + 1].split()[0] for n, line in enumerate(said[:-1])}
    assert (after["5"], after["6"]) == ("promise-cure:", "promise-hype:")
    claims.main([str(tmp_path)])
    assert "| `promise-hype` | 1 | 1.00 | 1 |" in capsys.readouterr().out
