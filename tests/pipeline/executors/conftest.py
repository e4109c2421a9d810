"""A project whose sheets cost next to nothing, but for two."""

from __future__ import annotations

import pytest

from ...conftest import LEAFLET, Sandbox

NAMES = ("feet", "hands", "teeth")
PAGE = """\
<!DOCTYPE html>
<html lang="en"><title>{{ plain(leaflet.title) }}</title>
{% if leaflet.name == "zz-endless" %}
{% set long = "x" * 9000000 %}{% for a in range(90000) %}{{ (long|upper)|length }}{% endfor %}
{% elif leaflet.name == "zz-huge" %}
{% set times = 4000000000 %}{{ "x" * times }}
{% endif %}
</html>
"""


@pytest.fixture
def several(project: Sandbox) -> Sandbox:
    """Three leaflets on a page of the project's own, which some others are too much for."""
    for name in NAMES:
        project.write(f"content/{name}.yaml", LEAFLET)
    project.write("templates/web/leaflet.html", PAGE)
    return project
