"""How tags and names of folders go together: one language, one script, or a parent's words."""

from __future__ import annotations

from dataclasses import replace

from ..model.findings import Finding, Severity, Where
from ..model.sheet import Language
from . import inheritance, tags


def read_as(written: str, language: Language, where: Where, hint: str = "") -> Finding | None:
    """A warning that a tag, or a folder's name, is not spelled as the language it is read as."""
    if language.pseudo or tags.same_spelling(written, language.tag):
        return None
    message = f'"{written}" is read as {language.tag}, {language.english_name}'
    hint = hint or f"write {language.tag}"
    return Finding(where, "language-read-as", message, hint, severity=Severity.WARNING)


def means(written: str, language: Language) -> bool:
    """Whether a folder's name means the written language: zh_CN of zh-Hans, es-ES of es."""
    ours, theirs = tags.read(language.tag), tags.read(written)
    same = ours is not None and theirs is not None
    return same and inheritance.identity(ours) == inheritance.identity(theirs)


def same_words(one: Language, other: Language) -> bool:
    """Whether two tags are of one language in one script, as two countries write it."""
    return (one.locale.partition("_")[0], one.script) == (
        other.locale.partition("_")[0],
        other.script,
    )


def akin(written: str, language: Language) -> bool:
    """Whether a catalog's header may name a language so: without its script, or its country.

    gettext's own templates have LANGUAGE there, which says nothing.
    """
    if written == "LANGUAGE":
        return True
    ours, theirs = tags.read(language.tag), tags.read(written)
    if ours is None or theirs is None:
        return written.replace("-", "_").lower() == language.locale.lower()
    one, other = inheritance.identity(ours)[:2], inheritance.identity(theirs)[:2]
    bare = not (theirs.script or theirs.territory)
    return one == other or (bare and one[0] == other[0])


def distance(written: str, language: Language) -> int | None:
    """How far another tag is from a language, in words: 0 of the language itself, 1 of one that it
    takes words from (es for es-MX), 2 of another country's. None in another language or script.
    """
    ours, theirs = tags.read(language.tag), tags.read(written)
    if ours is None or theirs is None:
        return None
    one, other = inheritance.identity(ours), inheritance.identity(theirs)
    if one == other:
        return 0
    if one[:2] != other[:2]:
        return None
    return 1 if other in map(inheritance.identity, inheritance.parents(ours)) else 2


def canonical(written: str) -> str:
    """The tag that a spelling means, in the form of BCP 47; empty if it is no language's."""
    meant = tags.read(written)
    return meant.text if meant else ""


def lineage(language: Language) -> tuple[Language, ...]:
    """The language and those that it takes words from, nearest first: es-MX, es-419, es.

    They have the same script. CLDR's parent locales, but for those in another language.
    """
    meant = tags.read(language.tag)
    if meant is None:
        return (language,)
    parents = (
        replace(language, tag=each.text, locale=each.locale) for each in inheritance.parents(meant)
    )
    return (language, *parents)


def with_country(text: str) -> str:
    """A known language's tag with the country in which most of its readers live: ur-PK, zh-CN.

    A script stays where CLDR expects another one.
    """
    tag = tags.read(text)
    if tag is None:
        return text
    script, territory = tag.script, tag.territory or inheritance.likely(tag)[1]
    if inheritance.likely(inheritance.Tag(tag.language, "", territory))[0] == script:
        script = ""
    return "-".join(filter(None, (tag.language, script, territory)))
