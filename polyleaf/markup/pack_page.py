"""Pack × Edition → Html: messages as the sheet prints them, beside what they were."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from ..model import inline
from ..model.inline import SAFE_ADDRESS, Cite, Emphasis, Link, Node, Nodes, Placeholder, Run, Strong
from ..model.leaflet import Leaflet
from ..model.pack import Pack
from ..model.sheet import Clinic, Edition, Html, Language
from . import inline_html
from .fill import fill
from .render import Typesetter, references
from .word_changes import WordChange


@dataclass(frozen=True, slots=True)
class PackRenderer:
    """How texts of one language get onto a page."""

    language: Language
    typeset: Typesetter
    visible: Callable[[str], str]  # with codes for what cannot be drawn
    changes: Callable[
        [str, str], tuple[WordChange, ...]
    ]  # from the old text to the new one, by words


@dataclass(frozen=True, slots=True)
class PackTexts:
    """Writes the texts of one language for a pack's template, whatever is wrong with them."""

    voice: PackRenderer
    values: dict[str, str]  # of placeholders
    numbers: dict[str, int]  # of sources

    def text(self, value: str) -> Markup:
        """As the sheet prints it; markup that leads nowhere is shown as it was typed."""
        nodes = self._known(inline.parse(self.voice.visible(value)))
        return self._html(self.voice.typeset(nodes, self.values))

    def raw(self, value: str) -> Markup:
        """As it was typed, with the signs of its markup."""
        nodes = (Run(self.voice.visible(value)),)
        return self._html(self.voice.typeset(nodes, {}))

    def changes(self, old: str, new: str) -> Markup:
        """What is deleted and what is inserted between what stays."""
        found = self.voice.changes(inline.one_line(old), inline.one_line(new))
        spans = Markup('<span class="{}">{}</span>')
        return Markup("").join(
            self.raw(change.text)
            if change.kind == "kept"
            else spans.format(change.kind, self.raw(change.text))
            for change in found
        )

    def _html(self, nodes: Nodes) -> Markup:
        return inline_html.html(nodes, self.numbers, self.voice.language.direction)

    def _known(self, nodes: Iterable[Node]) -> Nodes:
        return tuple(map(self._known_node, nodes))

    def _known_node(self, node: Node) -> Node:
        match node:
            case Placeholder(name) if name not in self.values:
                return Run("{" + name + "}")
            case Cite(sources) if not self.numbers.keys() >= set(sources):
                return Run(f"[{'; '.join('@' + source for source in sources)}]")
            case Link(address, _) if not SAFE_ADDRESS.fullmatch(address):
                return Run(f"[{inline.plain((node,))}]({address})")
            case Strong() | Emphasis() | Link():
                return replace(node, children=self._known(node.children))
            case _:
                return node


def pack(
    shown: Pack,
    edition: Edition,
    clinic: Clinic,
    *,
    printed: Leaflet,
    source: PackRenderer,
    target: PackRenderer,
) -> Html:
    """The pack as one HTML document; raises PolyleafError for errors in templates.

    `printed` is what of the leaflet the clinic prints: its citations are numbered as there.
    """
    cited = references(shown.leaflet.sources, printed, shown.leaflet)
    numbers = {reference.source.id: reference.number for reference in cited}
    values = dict(clinic.values)
    css = edition.css
    families = tuple(dict.fromkeys((*source.language.families, *target.language.families)))
    variables = {
        "pack": shown,
        "leaflet": shown.leaflet,
        "language": shown.language,
        "clinic": clinic,
        "families": families,
        "references": cited,
        "version": f"{shown.leaflet.published} · {shown.leaflet.version}",
        "source": PackTexts(source, values, numbers),
        "target": PackTexts(target, values, numbers),
    }
    document = fill(edition, edition.template(f"{shown.leaflet.kind}.html"), variables)
    return Html(document, css, families, shown.leaflet.where)
