"""What a page for a screen knows besides its text: where it is, and what it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from .. import languages
from ..model.clinic import Clinic
from ..model.sheet import Edition, LocalizedLeaflet
from ..model.task import Sibling
from .catalogue import escaped
from .structured_data import structured_data
from .text_renderer import TextRenderer
from .web_addresses import Address

if TYPE_CHECKING:
    from .render import Reference


def on_screen(
    sheet: LocalizedLeaflet,
    edition: Edition,
    clinic: Clinic,
    renderer: TextRenderer,
    references: Sequence[Reference],
    siblings: tuple[Sibling, ...],
    file: str,
) -> dict[str, object]:
    """Variables of a template. `pages` are the sheet itself and the same in other languages."""
    address = Address(clinic.site, file)
    own = Sibling(file, sheet.language, edition.name)
    others = [each for each in siblings if each.edition == edition.name]

    def data() -> Markup:
        sources = [reference.source for reference in references]
        return Markup(escaped(structured_data(sheet, clinic, renderer, address, siblings, sources)))

    return {
        "address": address,
        "pages": [own, *others],
        "translations": others,
        "printed": sorted(_printed(siblings), key=_usual_first),
        "as_text": [each for each in siblings if each.file.endswith(".txt")],
        "script": Markup(edition.script),
        "structured_data": data,
        "with_country": languages.with_country,
    }


def _printed(siblings: Iterable[Sibling]) -> Iterator[Sibling]:
    return (each for each in siblings if each.file.endswith(".pdf"))


def _usual_first(sheet: Sibling) -> tuple[bool, bool]:
    """What most people print, then what is for some, then what is in two languages."""
    return sheet.edition not in ("a4", "letter"), sheet.beside is not None
