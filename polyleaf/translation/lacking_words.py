"""Words of templates that no catalog has in a language, reported once for each catalog."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.catalog import Messages
from ..model.findings import Finding, Severity, Where
from ..model.sheet import Language
from .catalog import Key
from .localize import untranslated

SHOWN = 6  # words that a finding names


def lacking_words(
    words: Messages, printed: Iterable[Key], language: Language, *, allowed: bool
) -> Iterator[Finding]:
    """A finding for each catalog that lacks words, if a page that has `printed` lacks any.

    It reports all that the catalog lacks, so that it is the same for every page. `allowed` words
    are printed in English, which is a warning.
    """
    missing = {key: words.found[key] for key in words.found if not words.found[key].usable}
    nowhere = next((m.where for m in missing.values() if not m.where.line), Where(words.path))
    places = {key: message.where for key, message in missing.items()}
    places = {key: nowhere for key in printed if key not in places} | places
    if not any(key in places for key in printed):
        return
    whole = len({*words.found, *places})
    for path in dict.fromkeys(where.path for where in places.values()):
        those = [key for key, where in places.items() if where.path == path]
        if len(those) == 1:
            key = those[0]
            found = untranslated(key[1], missing.get(key), places[key])
        else:
            shown = ", ".join(f'"{msgid}"' for _, msgid in those[:SHOWN])
            more = f" and {len(those) - SHOWN} more" if len(those) > SHOWN else ""
            count = f"{len(those)} of {whole} words of the page"
            message = f"{count} are not in {language.english_name}: {shown}{more}"
            added = any(not places[key].line for key in those)
            hint = f"`polyleaf catalogs -l {language.tag}` adds them" if added else "translate them"
            hint += "" if allowed else "; --allow-untranslated prints them in English, marked"
            found = Finding(Where(path), "untranslated", message, hint)
        yield found._replace(severity=Severity.WARNING) if allowed else found
