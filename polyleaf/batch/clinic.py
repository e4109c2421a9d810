"""What the record knows of clinic.yaml: the languages and editions that it names, as they are met.

A build that knows them need not read the file. They are learnt from each plan.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from ..state import Digests, Record
from ..state.sources import CLINIC, SURROUNDINGS

if TYPE_CHECKING:
    from ..plan import Plan
    from ..project import Project


def is_known(record: Record, digests: Digests) -> bool:
    """Whether clinic.yaml and Polyleaf are as they were when the record learnt what they name."""
    same = digests.of(CLINIC) == record.clinic
    return same and all(
        digests.of(source) == record.surroundings.get(source.name) for source in SURROUNDINGS
    )


def pairs(record: Record) -> set[tuple[str, str]]:
    """(language, edition) of all that clinic.yaml names."""
    tags = [record.tags[tag] for tag in record.languages if tag in record.tags]
    return set(product(tags, record.editions))


def learn(record: Record, digests: Digests, project: Project, plan: Plan) -> None:
    """Brings the record to what clinic.yaml names now, and to what the plan has met of it."""
    if not is_known(record, digests):
        record.tags, record.suffixes = {}, {}
    record.clinic = digests.of(CLINIC)
    record.languages = tuple(tag for tag, _ in project.languages)
    record.editions = tuple(name for name, _ in project.editions)
    record.tags |= plan.tags
    record.suffixes |= plan.suffixes
    record.surroundings = {source.name: digests.of(source) for source in SURROUNDINGS}
