"""`leaflet_languages` of clinic.yaml: leaflets that are in some of the clinic's languages only.

leaflet_languages:
  methotrexate: [en, es, ur]

So a leaflet can be handed out while its other translations are still to come, and a build says
nothing of them; `status` shows what has not been begun.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import languages
from ..model.findings import Finding, PolyleafError, did_you_mean
from ..model.sheet import Language
from .project import Project


def offers(project: Project, leaflet: str, language: Language) -> bool:
    """Whether clinic.yaml has a leaflet in a language; a leaflet that it does not name is in all.

    A pseudo-locale shows how any leaflet will fit.
    """
    for name, _, tags in project.leaflet_languages:
        if name == leaflet and not language.pseudo:
            return any(_same(tag, language, project.source) for tag, _ in tags)
    return True


def findings(project: Project) -> Iterator[Finding]:
    """Names of leaflets that are not there, and of languages that the clinic does not have."""
    known = project.leaflet_names()
    ours = [tag for written, _ in project.languages if (tag := _tag(written))]
    for name, where, tags in project.leaflet_languages:
        if name not in known:
            message = f'there is no leaflet "{name}"'
            yield Finding(where, "leaflet-unknown", message, did_you_mean(name, known))
        for written, place in tags:
            try:
                tag = languages.find(written, place).tag
            except PolyleafError as error:
                yield from error.findings
                continue
            if tag not in ours:
                message = f'"{written}" is not among the languages of the clinic'
                yield Finding(place, "value-unknown", message, "add it to: languages")


def _same(written: str, language: Language, source: Language) -> bool:
    """Whether a tag is that of the language; en is also that of en-US, which is the same text."""
    tag = _tag(written)
    return tag == language.tag or (tag == source.tag and languages.same_words(language, source))


def _tag(written: str) -> str:
    """The tag that is meant; empty for an unknown one, which `findings` and the reader report."""
    try:
        return languages.find(written).tag
    except PolyleafError:
        return ""
