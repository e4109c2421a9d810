"""Which folder of locales/ has the catalogs of a language, however its name is spelled.

Tools name folders in their own way: zh_CN, es-ES, sr@latin, iw. Each is read as the language that
it means. Two for one language are an error: one of them would never be read, or be empty beside a
full one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from .. import files, languages
from ..model.findings import Finding, PolyleafError, Where
from ..model.sheet import Language

MESSAGES = "LC_MESSAGES"


def find(locales: Path, language: Language, named: Iterable[str] = ()) -> str:
    """The name of the language's folder, whether or not it is there.

    `named` are tags as clinic.yaml has them: where it names both, two languages that differ in
    nothing but the country that is expected anyway (pt and pt-BR) have a folder each. Raises
    PolyleafError if several folders mean the language.
    """
    usual = language.locale
    # While the usual one is there, what else comes does not make sheets stale.
    here = (locales / usual / MESSAGES).is_dir()
    all_ = files.noted(lambda: names(locales)).value if here else names(locales)
    found = [name for name in all_ if languages.means(name, language)]
    if len(found) < 2:
        return found[0] if found else usual
    tags = list(map(languages.canonical, found))
    both = set(map(languages.canonical, named))
    if language.tag in tags and len(set(tags)) == len(tags) and both.issuperset(tags):
        return found[tags.index(language.tag)]
    raise PolyleafError([_twice(found)])


def names(locales: Path) -> list[str]:
    """The folders below locales/ that hold catalogs; raises PolyleafError."""
    return [name for name in files.folders(locales) if (locales / name / MESSAGES).is_dir()]


def read_as(folder: str, language: Language) -> Iterator[Finding]:
    """A warning if a folder's name is not the one that the language's catalogs usually have."""
    hint = f"rename it locales/{language.locale}, or leave it so: it is read and written"
    if found := languages.read_as(folder, language, Where(f"locales/{folder}"), hint):
        yield found


def _twice(found: list[str]) -> Finding:
    others = " and ".join(f"locales/{name}" for name in found)
    message = f"{others} are for one language, {languages.canonical(found[0])}"
    hint = "move the catalogs into one of them (msgcat --use-first joins two files)"
    return Finding(Where(f"locales/{found[0]}"), "language-twice", message, hint)
