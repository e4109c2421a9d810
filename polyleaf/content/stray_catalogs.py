"""A catalog that lies in another place than gettext's: es/hands.po, es.po, hands/es.po, Spanish/….

Tools and people lay catalogs out in their own ways. One that is not read must not become an empty
twin beside the full file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from .. import files, languages
from ..model.findings import Finding, Severity, Where
from ..model.sheet import Language
from .catalog_folders import MESSAGES

# The folders in which tools keep catalogs: gettext, Django, Symfony, Rails, Lokalise, GNOME.
PLACES = ("locales", "locale", "translations", "i18n", "lang", "languages", "po", "content")
ENDING = re.compile(r"\.(po|mo)(?:\.txt)?$", re.IGNORECASE)
PARTS = re.compile(r"[\s./()]+")
NOT_OURS = ("reviewed", "memory")  # signed copies, and what only offers come from


def find(root: Path, right: str, language: Language, domains: list[str]) -> Finding | None:
    """An error at the file that is probably the catalog that should lie at `right`.

    `domains` are all leaflets.
    """
    domain = PurePosixPath(right).stem
    for place in PLACES:
        for name in files.names(root / place):
            found = f"{place}/{name}"
            if found.rpartition("/")[0] == right.rpartition("/")[0] and name.endswith(".po"):
                continue  # that of a leaflet that is gone: `catalogs` goes on with it
            if (ending := ENDING.search(name)) and _is_of(name, domain, language, domains):
                message = f"not read here: it is probably the {language.english_name} catalog"
                hint = f"move it to {right}"
                if ending[1].lower() == "mo":
                    hint = f"ask for its PO file, or `msgunfmt '{found}' -o {right}`"
                return Finding(Where(found), "catalog-misplaced", message, hint)
    return None


def beside(root: Path, folder: str, domains: list[str]) -> Iterator[Finding]:
    """A warning for each file in a language's folder that looks like a second one of a catalog."""
    names = files.names(root / "locales" / folder)
    read = {f"{MESSAGES}/{domain}.po": domain for domain in domains}
    twins = (name for name in names if name not in read and name.lower().endswith((".po", ".txt")))
    for name in twins:
        path = PurePosixPath(name)
        of = {*_stems(ENDING.sub("", path.name), domains)} if path.parts[0] not in NOT_OURS else ()
        for right in (right for right, domain in read.items() if right in names and domain in of):
            message = f"not read: locales/{folder}/{right} is"
            hint = "`polyleaf import` takes what is new in it; then delete it"
            where = Where(f"locales/{folder}/{name}")
            yield Finding(where, "catalog-unread", message, hint, Severity.WARNING)


def _is_of(name: str, domain: str, language: Language, domains: list[str]) -> bool:
    path = PurePosixPath(name)
    if any(part in NOT_OURS for part in path.parts):
        return False
    stem = ENDING.sub("", path.name)
    said = [*path.parts[:-1], *_stems(stem, domains), *_of_both(stem, domain)]
    if not any(_means(part, language) for part in said):
        return False
    of = {part.casefold() for part in said} & {each.casefold() for each in domains}
    return of == {domain.casefold()} or (not of and domains == [domain])


def _stems(stem: str, domains: list[str]) -> Iterator[str]:
    """The parts of a file's name: hands.es, "hands (1)", es/hands are of hands."""
    if stem in domains:
        yield stem
    else:
        yield from PARTS.split(stem)


def _of_both(stem: str, domain: str) -> Iterator[str]:
    """A leaflet and a language in one name: hands_es, es-hands."""
    for mark in "_-":
        for rest in (stem.removeprefix(domain + mark), stem.removesuffix(mark + domain)):
            if rest != stem:
                yield from (domain, rest)


def _means(part: str, language: Language) -> bool:
    names = (language.own_name.casefold(), language.english_name.casefold())
    return languages.means(part, language) or part.casefold() in names
