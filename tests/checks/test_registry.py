"""The register has each code that Polyleaf reports, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast, get_args, get_type_hints

import pytest

from bench import judged
from bench.alarms import JUDGED
from polyleaf import checks
from polyleaf.checks import privacy
from polyleaf.checks.registry import CHECKS, OTHERS, RULES, Level
from polyleaf.model.findings import Finding, Severity, Where
from polyleaf.model.task import Task

from . import codes
from .codes import PACKAGE, Module, Severities

FOLDERS = {name.partition(".")[0] for name in CHECKS}
SEVERITIES: dict[Level, Severities] = {
    Level.ERROR: frozenset({"error"}),
    Level.WARNING: frozenset({"warning"}),
    Level.EITHER: frozenset({"error", "warning"}),
    Level.NONE: frozenset(),
}
HINT = "polyleaf/checks/registry.py has a row for each code"


@cache
def modules() -> tuple[Module, ...]:
    found = tuple(codes.read())
    assert len(found) > 100, "nothing found to read"
    return found


def of_check(name: str) -> Module:
    return next(module for module in modules() if module.name == f"checks.{name}")


def reported() -> dict[str, set[str]]:
    """Each code with the modules that report it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for module in modules():
        for code in (*module.made, *(module.declared if module.unknown else ())):
            found[code].add(module.name)
    return found


@pytest.mark.slow
def test_every_code_is_registered() -> None:
    missing = {code: where for code, where in reported().items() if code not in RULES}
    assert missing == {}, HINT


def test_every_registered_code_is_reported() -> None:
    assert RULES.keys() - reported().keys() == set(), "take these rows out"


def test_no_code_stands_twice() -> None:
    rows = [rule.code for rule in chain(*CHECKS.values(), *OTHERS.values())]
    assert sorted(rows) == sorted(RULES)


@pytest.mark.slow
def test_only_checks_have_codes_that_cannot_be_followed() -> None:
    lost = {module.name: module.unknown for module in modules() if module.unknown}
    assert {name for name in lost if not name.startswith("checks.")} == set(), lost


def test_a_check_reports_its_own_codes_and_begins_with_them() -> None:
    for name, rows in CHECKS.items():
        module, own = of_check(name), {rule.code for rule in rows}
        assert set(module.declared) == own, name
        assert module.made.keys() <= own, name


def test_every_check_is_in_the_register() -> None:
    paths = chain.from_iterable((PACKAGE / "checks" / folder).glob("*.py") for folder in FOLDERS)
    found = {f"{path.parent.name}.{path.stem}" for path in paths if path.stem != "__init__"}
    assert found == set(CHECKS), "the pipeline runs what polyleaf/checks/registry.py names"


def is_as_the_register_says(code: str) -> bool:
    rule, made, later = RULES[code], set[str](), set[str]()
    for module in modules():
        if code in module.made:
            made |= module.made[code]
            later |= module.replaced
        elif module.unknown and code in module.declared:
            later |= module.severities
    draft = SEVERITIES[rule.draft] or SEVERITIES[rule.release]
    return made <= draft <= made | later


def test_severities_are_those_of_the_register() -> None:
    assert [code for code in RULES if not is_as_the_register_says(code)] == []


def runs(name: str) -> Iterator[tuple[str, Any]]:
    """The functions of a check that the pipeline may run."""
    every = vars(import_module(f"polyleaf.checks.{name}")).items()
    return ((key, value) for key, value in every if key.startswith("check"))


def test_a_check_is_run_with_the_parameters_that_it_has() -> None:
    given = get_type_hints(checks)
    for name in CHECKS:
        found = dict(runs(name))
        assert found, f"{name} has no function that begins with check_"
        for key, function in found.items():
            subject = key.removeprefix("check_").upper()
            assert subject in given, f"the pipeline runs no {key} of {name}"
            assert function in getattr(checks, subject), name
            ((parameters, result), *_) = map(get_args, get_args(given[subject]))
            hints = get_type_hints(function)
            assert hints.pop("return") == result, name
            assert list(hints.values()) == parameters, name


def test_a_release_is_as_strict_as_the_register_says() -> None:
    draft, release = (cast(Task, SimpleNamespace(release=given)) for given in (False, True))
    for code, rule in RULES.items():
        found = Finding(Where("x"), code, "", severity=Severity.WARNING)
        assert checks.escalate_for_release(draft, [found]) == (found,)
        ((_, _, _, _, severity, _),) = checks.escalate_for_release(release, [found])
        assert severity in SEVERITIES[rule.release], code


def test_codes_that_others_name_are_registered() -> None:
    assert RULES.keys() >= privacy.QUOTING_NOTHING
    assert {one.code for one in judged.read(JUDGED)} <= RULES.keys()


SOURCE = """
class Finding(NamedTuple):
    where: Where
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

class Fault(ValueError):
    def __init__(self, code, message, hint): ...

def _fault(where, kind, message):
    return Finding(where, f"{kind}-unknown", message, severity=Severity.WARNING)

def every(where, made):
    yield Finding(where, "plain", "")
    yield Finding(where, "mild" if made else "grave", "", "", Severity.WARNING)
    yield _fault(where, "leaflet", "")
    for cell, kind in ((1, "first"), (2, "second")):
        yield Finding(where, f"{kind}-cell", "")
    raise Fault("of-class", "", "")
"""


def test_no_way_to_make_a_finding_is_overlooked(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text(SOURCE, "utf-8")
    (module,) = codes.read(tmp_path)
    assert {code: set(found) for code, found in module.made.items()} == {
        "plain": {"error"},
        "mild": {"warning"},
        "grave": {"warning"},
        "leaflet-unknown": {"warning"},
        "first-cell": {"error"},
        "second-cell": {"error"},
        "of-class": {"error"},
    }
    assert module.unknown == []
