"""The pages to choose a sheet from: templates × words of one language → HTML.

Their style sheet and script stand in the page, named by their hashes in its policy, so that a page
that is opened from a folder works in every browser and runs nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from .. import languages, typography
from ..model.clinic import Clinic
from ..model.findings import Finding, PolyleafError, Where
from ..model.sheet import Edition, Language
from . import english_words
from .fill import fill
from .strict_page import hashed
from .template_strings import strings
from .text_renderer import Lookup

FOLDER = "catalogue/"
STYLES = ("style.css",)
SCRIPTS = ("search.js", "cards.js", "shards.js", "page.js", "keys.js", "offline.js")
# What would end a script element, or a line of a script in old browsers.
ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
POLICY = (
    "default-src 'none'; script-src 'self' '{script}'; style-src '{style}'; img-src 'self' data:; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """`pages` and `languages` are what staff and patients can read: mappings with a `tag`, the
    `own` and the `english` name, the `direction`, and where to go.
    """

    templates: Edition
    clinic: Clinic
    source: Language
    pages: list[dict[str, str]]
    languages: list[dict[str, object]]
    editions: tuple[str, ...]  # names of those that are there

    def fill(
        self,
        name: str,
        language: Language,
        lookup: Lookup,
        more: Mapping[str, object],
        *,
        scripts: Iterable[str] = SCRIPTS,
        styles: Iterable[str] = STYLES,
    ) -> str:
        """The page of a template in a language; words that it lacks are in English, marked.

        Raises PolyleafError for what is wrong in the template.
        """
        script, css = "".join(map(self.text, scripts)), "".join(map(self.text, styles))
        words = words_in(language, lookup)
        variables = {
            "clinic": self.clinic,
            "source": self.source,
            "pages": self.pages,
            "languages": self.languages,
            "language": language,
            "css": Markup(css),
            "script": Markup(script),
            "policy": POLICY.format(script=hashed(script), style=hashed(css)),
            "pgettext": words,
            "_": partial(words, None),
            "data": _data,
            "edition_words": partial(_edition_words, self.editions),
            **more,
        }
        return english_words.marked(fill(self.templates, name, variables))

    def text(self, name: str) -> str:
        """A file of the folder; raises PolyleafError."""
        if (text := self.templates.text(f"{FOLDER}{name}")) is not None:
            return text
        where = Where(f"templates/{FOLDER}{name}")
        raise PolyleafError([Finding(where, "template", "it is missing")])


def words_in(language: Language, lookup: Lookup) -> Callable[[str | None, str], str]:
    """What `pgettext` is for a page in this language."""
    return partial(_words, lookup, language)


def catalogue_words(templates: Edition) -> Iterator[tuple[str | None, str]]:
    """(msgctxt, msgid) of all words of the pages; raises PolyleafError."""
    own = tuple(file for file in templates.files if file.name.startswith(FOLDER))
    return ((context, msgid) for _, _, context, msgid, _ in strings(own))


def escaped(value: object) -> str:
    """JSON that can stand in a script and in a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.translate(ESCAPED)


def _data(value: object) -> Markup:
    return Markup(escaped(value))


def _edition_words(names: Iterable[str], macro: Callable[[str], Markup]) -> dict[str, str]:
    """What each edition is called."""
    return {name: Markup(macro(name)).unescape().strip() for name in names}


def _words(lookup: Lookup, language: Language, context: str | None, msgid: str) -> str:
    if (found := lookup(context, msgid)) is not None:
        return typography.typeset_phrase(found, language, paper=False)
    english = languages.find(languages.ENGLISH)
    return english_words.between(typography.typeset_phrase(msgid, english, paper=False))
