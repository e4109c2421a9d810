"""`short-missing`, `short-twice`: each source can be named in a few words, and by them alone.

Where there is little room a sheet lists its sources as “Hampton 2021”, made from the author and the
year of `cite`. Where `cite` begins with a long name or a title, `short` has to say what to call it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet
from ...model.clinic import Clinic


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    named: dict[str, str] = {}
    for source in leaflet.sources:
        first = named.setdefault(source.short.casefold(), source.id)
        if source.cut:
            message = f'no short name can be made of the source "{source.id}"'
            hint = f"add one, such as short: NRS 2017; now it is “{source.short}”"
            yield Finding(source.where, "short-missing", message, hint, Severity.WARNING)
        elif first != source.id:
            message = f'the sources "{first}" and "{source.id}" are both called {source.short}'
            hint = "give one of them a `short` of its own"
            yield Finding(source.where, "short-twice", message, hint, Severity.WARNING)
