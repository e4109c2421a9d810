"""`promise-cure`, `promise-safety`, `promise-hype`, `promise-mechanism`, `promise-proof`,
`promise-comparison`, `promise-remedy`, `promise-story`, `promise-sale`: nothing promises or sells.

Wordings that advertisements of treatments use: a permanent cure, no side effects, natural and so
safe, a breakthrough, at the root, clinically proven, better than laser, thousands of happy
patients, book today; and effects that are said of stem cells, drips, detox and other remedies
without proof, as if they were certain. They are listed by language in `languages/promises`. What
is denied ("not permanent"), asked ("Is it permanent?"), quoted, or reported as a claim is none; nor
is a term that is graded as weak evidence or none. A safe, proven or better treatment may be called
so if the sentence cites a guideline, a review, a trial or a regulator. A claim that readers will
have heard stands in quotation marks, with what is known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ... import languages
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet
from ..shared.promises import promises
from ..shared.statements import GOOD, Statement, statements

# Kinds that are none if they are cited.
SOURCED = frozenset({"safety", "mechanism", "proof", "comparison", "remedy", "story"})
MOST = 4  # wordings beside the first that are named
QUOTE = "if readers will have heard it, quote it and say what is known; else say what is known"


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    language = languages.find(leaflet.language)
    headings = {section.id: section.heading.value for section in leaflet.sections}
    for statement in statements(leaflet):
        if statement.doubted:
            continue
        made: defaultdict[str, dict[str, None]] = defaultdict(dict)  # kind → wordings
        heading = f"{leaflet.title.value}. {headings.get(statement.section, '')}"
        topic = "" if leaflet.sources else heading  # advertisements cite nothing
        for promise, sentence in promises(statement.text.value, language, topic):
            if not _sourced(promise.name, sentence, statement, leaflet):
                made[promise.name][promise.shown] = None
        for kind, (first, *others) in made.items():
            named = ", ".join(f'"{other}"' for other in others[:MOST])
            also = f" (also {named})" if named else ""
            message = f'"{first}"{also} {languages.promise_says()[kind]}'
            code = f"promise-{kind}"
            yield Finding(statement.text.where, code, message, QUOTE, Severity.WARNING)


def _sourced(kind: str, sentence: str, statement: Statement, leaflet: Leaflet) -> bool:
    return kind in SOURCED and any(s.level in GOOD for s in statement.cited(sentence, leaflet))
