"""Which sheet is looked at, and what there is to choose from."""

from __future__ import annotations

from typing import Any, NamedTuple

from ... import languages
from ...content import editions
from ...content.project import Project
from ...model.jobs import PAIR
from ...model.sheet import Language


class Choice(NamedTuple):
    """A sheet by the names that a build would be called with."""

    leaflet: str
    language: str  # or a pair, as clinic.yaml has it
    edition: str


def offered(project: Project) -> dict[str, Any]:
    """The names of leaflets, languages and editions; those of clinic.yaml come first."""
    source = project.source
    tags = [source.tag, *(spoken for spoken, _ in project.asked_languages)]
    own = [name for name, _ in project.editions]
    return {
        "clinic": project.clinic.name,
        "leaflets": project.leaflet_names(),
        "languages": [_spoken(tag) for tag in dict.fromkeys(tags)],
        "editions": list(dict.fromkeys((*own, *editions.names(project.template_roots)))),
    }


def field(language: Language) -> dict[str, Any]:
    """How text in the language is written in a field."""
    return {
        "tag": language.tag,
        "own": language.own_name,
        "english": language.english_name,
        "dir": language.direction,
        "families": list(language.families),
        "lineHeight": language.line_height,
    }


def _spoken(asked: str) -> dict[str, str]:
    found = [languages.find(tag) for tag in asked.split(PAIR)]
    own = " + ".join(each.own_name for each in found)
    english = " + ".join(each.english_name for each in found)
    return {"tag": asked, "name": own if own == english else f"{own} · {english}"}
