"""What a tag on the command line or in clinic.yaml asks for: a language, or a pair (ur+hi)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .. import languages
from ..languages import pseudo_messages
from ..model.findings import ExitStatus, Finding, PolyleafError, Severity, Where
from ..model.jobs import PAIR
from ..model.sheet import Language


class AskedLanguages(NamedTuple):
    """A language, or the two of a sheet with both, the reader's first."""

    asked: str  # as it is written
    languages: tuple[Language, ...]
    where: Where
    exit_status: ExitStatus

    @property
    def tag(self) -> str:
        """What names it in files: ur, ur+hi."""
        return PAIR.join(language.tag for language in self.languages)


def read(
    asked: str, where: Where, exit_status: ExitStatus, *, draft: bool = False
) -> tuple[AskedLanguages, tuple[Finding, ...]]:
    """What is asked for, and warnings of tags that are not spelled as they are read.

    Raises PolyleafError with all that is wrong with it.
    """
    tags, wrong, notes = asked.split(PAIR), list[Finding](), list[Finding]()
    found = list[Language]()
    for tag in filter(None, tags):
        try:
            language = find_language(tag, where, exit_status, draft=draft)
        except PolyleafError as error:
            wrong += error.findings
        else:
            found.append(language)
            note = languages.read_as(tag, language, where)
            notes += [note] if note else []
    wrong += _no_pair(asked, tags, found, where, exit_status)
    if wrong:
        raise PolyleafError(wrong)
    return AskedLanguages(asked, tuple(found), where, exit_status), tuple(notes)


def _no_pair(
    asked: str, tags: list[str], found: list[Language], where: Where, exit_status: ExitStatus
) -> Iterator[Finding]:
    """What is wrong with a pair as such."""
    hint = "write two with + between them, the reader's first: ur+hi; or one alone, which stands"
    hint += " beside the language of the source: ur"
    if len(tags) > 2 or (len(tags) == 2 and "" in tags):
        number = sum(map(bool, tags))
        has = f"{number or 'no'} language{'' if number == 1 else 's'}"
        message = f'"{asked}" has {has}, and a pair has two'
        yield Finding(where, "pair-form", message, hint, Severity.ERROR, exit_status)
    elif len(found) == 2 and is_one(*found):
        message = f'"{asked}" has {found[0].english_name} twice'
        yield Finding(where, "pair-form", message, hint, Severity.ERROR, exit_status)


def is_one(language: Language, other: Language) -> bool:
    """Whether they have the same words, so that they are no pair; a pseudo-locale has its own."""
    return language.pseudo == other.pseudo and languages.same_words(language, other)


def find_language(
    tag: str, where: Where, exit_status: ExitStatus, *, draft: bool = False
) -> Language:
    """The language of a tag; only drafts from the command line may use a pseudo-locale."""
    language = languages.find(tag, where, exit_status)
    if draft and exit_status is ExitStatus.CALL:
        return language
    return pseudo_messages.refuse(language, where, exit_status)
