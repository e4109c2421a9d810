"""What somebody may have meant by a word that is no command, or an option that is not taken."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from ..model.findings import Finding
from .commands import MODULES
from .program import MARK


def with_commands(findings: Iterable[Finding], called: argparse.Namespace) -> tuple[Finding, ...]:
    """The findings; where a word was taken for a leaflet, with the command that may be meant.

    A word that is no command is a leaflet: `polyleaf chekc` asks for the sheets of `chekc`.
    """
    word = "" if called.command else next(iter(called.names), "")
    return tuple(_with_command(finding, word) if word else finding for finding in findings)


def not_taken(name: str, unknown: Sequence[str], takers: Mapping[str, Iterable[str]]) -> str:
    """What is wrong with arguments that a command does not take.

    `takers` has the flags of every command.
    """
    flag = next((word.partition("=")[0] for word in unknown if word.startswith("-")), "")
    if owners := [command for command, flags in takers.items() if flag in flags]:
        which = f"command {owners[0]}" if len(owners) == 1 else f"commands {' and '.join(owners)}"
        return f"{flag} belongs to the {which}"
    close = _close(flag, [known for known in takers[name] if known.startswith("--")])
    return f"unrecognized arguments: {' '.join(unknown)}" + (close and f"; did you mean {close}?")


def _with_command(finding: Finding, word: str) -> Finding:
    taken = finding.code == "leaflet-unknown" and f'"{word}"' in finding.message
    if not taken and finding.code != "project-missing":
        return finding
    if close := _close(word, [*MODULES, "help"]):
        command = f"did you mean the command {MARK}{close}`?"
    elif finding.hint.startswith("did you mean"):
        return finding
    else:
        command = f"{MARK}--help` lists the commands"
    return finding._replace(hint="; ".join(filter(None, (finding.hint, command))))


def _close(word: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(word, list(known), n=1)), "")
