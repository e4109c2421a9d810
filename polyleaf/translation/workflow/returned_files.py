"""Files that came back → their texts, by the leaflet and the language that they are for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from ... import files, languages
from ...content.project import CALL, Project, wrong_call
from ...model.findings import ExitStatus, Finding, PolyleafError, Severity, Where, did_you_mean
from ...model.jobs import GLOSSARY, INTERFACE
from ...model.sheet import Language
from .. import exchange
from ..exchange import ReturnedPart
from ..reader import find_language
from .text_matching import words_of
from .up_to_date import sources

COUNTRY = re.compile(r"-([A-Z]{2}|[0-9]{3})\b")
Groups = dict[tuple[str, str], tuple[Language, list[ReturnedPart]]]  # by leaflet and language


def read(
    project: Project, paths: Iterable[str], tags: Sequence[str], leaflet: str
) -> tuple[Groups, list[Finding]]:
    """The parts of all files, and what is wrong with files and warnings.

    `tags` are the languages that were named, `leaflet` the one that all files are of; both may be
    empty, if the files say it. Raises PolyleafError if the call is wrong.
    """
    asked = [find_language(tag, CALL, ExitStatus.CALL) for tag in tags]
    known = [*project.leaflet_names(), INTERFACE, GLOSSARY]
    if leaflet and leaflet not in known:
        hint = did_you_mean(leaflet, known)
        raise wrong_call("leaflet-unknown", f'there is no leaflet "{leaflet}"', hint)
    groups: Groups = {}
    findings: list[Finding] = []
    for path in dict.fromkeys(paths):
        try:
            parts = list(exchange.read(file_bytes(path), path, asked[0].tag if asked else ""))
            for language, part in list(_in_languages(project, parts, asked, findings)):
                domain = leaflet or _domain(project, part, path, known)
                group = groups.setdefault((domain, language.tag), (language, []))
                group[1].append(part)
                findings += part.findings
        except PolyleafError as error:
            findings += error.findings
    return groups, findings


def file_bytes(path: str) -> bytes:
    """A file that came from elsewhere; raises PolyleafError if it cannot be read."""
    where = Where(path)
    try:
        return files.read_bytes(Path(path), exchange.MAX_FILE)
    except files.TooLargeError:
        message = f"it has over {exchange.MAX_FILE:,} bytes"
        raise PolyleafError([Finding(where, "file-size", message)]) from None
    except (FileNotFoundError, NotADirectoryError, ValueError):
        message = "there is no such file"
        status = ExitStatus.CALL
        raise PolyleafError([Finding(where, "file-missing", message, exit_status=status)]) from None
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise PolyleafError([Finding(where, "file-unreadable", message)]) from None


def _in_languages(
    project: Project,
    parts: Sequence[ReturnedPart],
    asked: Sequence[Language],
    findings: list[Finding],
) -> Iterator[tuple[Language, ReturnedPart]]:
    """Each part with its language; raises PolyleafError if the file disagrees with the call.

    Of a file in several languages the others are passed over, and reported.
    """
    fits = [_language(project, part, asked) for part in parts]
    if not any(fits) and parts:
        raise PolyleafError([_disagrees(parts[0], asked)])
    for part, language in zip(parts, fits, strict=True):
        if language is None:
            findings.append(_disagrees(part, asked)._replace(severity=Severity.WARNING))
            continue
        if part.source_tag and not languages.akin(part.source_tag, project.source):
            english = languages.find(languages.ENGLISH)
            if not languages.akin(part.source_tag, english):  # of the interface
                message = f"the file is from {part.source_tag}, not from {project.source.tag}"
                raise PolyleafError([Finding(part.where, "import-language", message)])
        yield language, part


def _language(project: Project, part: ReturnedPart, asked: Sequence[Language]) -> Language | None:
    """The language of a part; None if it disagrees with the command line.

    Tools write es-ES for what clinic.yaml calls es.

    Raises PolyleafError if neither the file nor the command says it.
    """
    said = part.target_tag
    if not said:
        if len(asked) == 1:
            return asked[0]
        message, hint = "the file does not say its language", "name it with -l"
        raise PolyleafError([Finding(part.where, "import-language", message, hint)])
    if asked:
        return _nearest(said, asked)
    language = find_language(said, part.where, ExitStatus.INPUT)
    ours = [find_language(tag, where, ExitStatus.INPUT) for tag, where in project.languages]
    return _nearest(language.tag, [each for each in ours if each.script == language.script]) or (
        language
    )


def _nearest(said: str, those: Sequence[Language]) -> Language | None:
    """Of languages the very one, else one that a file may call so."""
    exact = [each for each in those if each.tag == said]
    return next(iter([*exact, *(each for each in those if _may_be(said, each))]), None)


def _may_be(said: str, language: Language) -> bool:
    """Whether a file may call the language so; two countries are two languages."""
    countries = [COUNTRY.search(languages.canonical(tag)) for tag in (said, language.tag)]
    named = {found[1] for found in countries if found}
    return languages.akin(said, language) and len(named) < 2


def _disagrees(part: ReturnedPart, asked: Sequence[Language]) -> Finding:
    named = " or ".join(each.tag for each in asked)
    message = f"the file is in {part.target_tag}, not in {named}"
    hint = "a reader would get the wrong language: take the right file, or name its language"
    return Finding(part.where, "import-language", message, hint)


def _domain(project: Project, part: ReturnedPart, path: str, known: Sequence[str]) -> str:
    """The leaflet of a part: as the file says, or the one with most of its texts; of several with
    as many, the one that the file is called after.

    Raises PolyleafError if it is of none.
    """
    said = PurePosixPath(part.domain.replace("\\", "/")).stem
    words = {words_of(text.source) for text in part.texts}
    hits = {name: _hits(project, name, words) for name in known}
    if said in known and (hits[said] or not any(hits.values())):  # its texts may all have changed
        return said
    named = _in_name(path, known)
    best = max([*named, *known], key=lambda name: hits[name])
    if not hits[best] and not (named and not words):
        message = "none of its texts is in any leaflet of this project"
        hint = "name the leaflet with --leaflet if all of its texts have changed"
        raise PolyleafError([Finding(part.where, "import-leaflet", message, hint)])
    return best


def _in_name(path: str, known: Iterable[str]) -> list[str]:
    """The leaflets that a file may be called after: rosacea_so (1).docx."""
    name = Path(path).name.lower()
    found = (each for each in known if re.match(rf"{re.escape(each)}(?![\w-])|{each}_", name))
    return sorted(found, key=len, reverse=True)


def _hits(project: Project, domain: str, words: set[str]) -> int:
    """How many texts are in a domain, whatever became of their codes."""
    return sum(words_of(source) in words for source in set(sources(project, domain)))
