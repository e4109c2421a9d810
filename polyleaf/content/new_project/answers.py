"""Who the clinic is and what it wants, as it is asked or given, checked at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ... import files, languages, pictures
from ...model.findings import ExitStatus, Finding, PolyleafError, Where, did_you_mean
from ...model.leaflet import Asset
from ...model.look import Paper
from ...model.sheet import ENGLISH, Language
from ..clinic import papers

MOST_BYTES = 10_000_000  # of a logo
LONGEST = 200  # characters of a name


@dataclass(frozen=True, slots=True)
class Logo:
    """A file as the clinic has it, and what is drawn of it."""

    name: str  # of the file in the project
    data: bytes
    drawn: Asset


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of a new clinic. Without a telephone an example stands in the file."""

    name: str
    country: str  # ISO 3166
    languages: tuple[Language, ...]
    paper: Paper
    phone: str = ""
    logo: Logo | None = None

    @property
    def english(self) -> tuple[Language, ...]:
        """Those of the languages that are English, of any country."""
        return tuple(each for each in self.languages if each.tag.split("-")[0] == ENGLISH)

    @property
    def source(self) -> Language:
        """The language that leaflets are written in: English if it is among them."""
        return languages.find(ENGLISH) if self.english else self.languages[0]


def checked(
    name: str, country: str, tags: tuple[str, ...], paper: str, phone: str, logo: str
) -> Answers:
    """The answers; raises PolyleafError with all that is wrong with them, by their options."""
    wrong = list(_of_words(name, phone))
    country = country.strip().upper()
    if not languages.is_country(country):
        message = f"{country!r} is no country of ISO 3166"
        wrong.append(_finding("--country", message, languages.country_hint(country)))
    paper = paper.strip().lower()
    if paper and paper not in papers.SIZES:
        hint = did_you_mean(paper, papers.SIZES) or f"write {' or '.join(papers.SIZES)}"
        wrong.append(_finding("--paper", f"there is no paper called {paper!r}", hint))
    found, faults = _languages(tags)
    wrong += faults
    found_logo = None
    if logo:
        try:
            found_logo = _logo(Path(logo))
        except PolyleafError as error:
            wrong += error.findings
    if wrong:
        raise PolyleafError(wrong)
    sheet: Paper = "letter" if (paper or papers.usual(country)) == "letter" else "a4"
    return Answers(name.strip(), country, found, sheet, phone.strip(), found_logo)


def _of_words(name: str, phone: str) -> Iterator[Finding]:
    for option, text in (("--name", name), ("--phone", phone)):
        if len(text) > LONGEST or not text.isprintable():
            message = f"it is longer than {LONGEST} characters, or holds a control character"
            yield _finding(option, message, "write it as it is to be printed, on one line")
    if not name.strip():
        yield _finding("--name", "the clinic has no name", "give the name that patients know")


def _languages(tags: tuple[str, ...]) -> tuple[tuple[Language, ...], list[Finding]]:
    found: dict[str, Language] = {}
    wrong: list[Finding] = []
    for tag in tags:
        try:
            language = languages.find(tag, Where("--languages"), ExitStatus.CALL)
        except PolyleafError as error:
            wrong += error.findings
        else:
            found.setdefault(language.tag, language)
    if not tags:
        wrong.append(_finding("--languages", "no language is named", "write en, or en,es,ur"))
    return tuple(found.values()), wrong


def _logo(file: Path) -> Logo:
    where = Where("--logo")
    try:
        data = files.read_bytes(file, MOST_BYTES)
    except OSError as error:
        message = f"{file} cannot be read: {error.strerror or error}"
        raise PolyleafError([_finding("--logo", message, "name a PNG, JPEG or SVG file")]) from None
    drawn = pictures.read(file.name, data, where)
    return Logo(f"logo{file.suffix.lower()}", data, drawn)


def _finding(option: str, message: str, hint: str) -> Finding:
    return Finding(Where(option), "new-answer", message, hint, exit_status=ExitStatus.CALL)
