"""Marks of evidence on a page have their key, also in templates of one's own."""

from __future__ import annotations

import shutil

import pytest

from ...conftest import ROOT, Sandbox

TERMS = "- terms: [{term: Soap, text: 'It helps [@who-2009].', evidence: weak}]"
KEY = "{{ blocks.key_to_marks() }}\n"


@pytest.mark.slow
def test_a_template_that_lost_the_key_is_told(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "- list: [", f"{TERMS}\n      - list: [")
    shutil.copytree(ROOT / "templates", project.root / "templates")
    done = project.run("--force")
    assert (done.returncode, "evidence-unexplained" in done.stderr) == (0, False)
    project.edit("templates/web/page.html", KEY, "")
    assert "content/hands.yaml: warning[evidence-unexplained]" in project.run("--force").stderr
