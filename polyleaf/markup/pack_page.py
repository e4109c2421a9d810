"""Pack × Edition → Html: messages as the sheet prints them, and their changes since the review."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup

from ..model import inline
from ..model.inline import SAFE_ADDRESS, Cite, Link, Node, Nodes, Parent, Placeholder, Run
from ..model.leaflet import Leaflet
from ..model.pack import Pack
from ..model.sheet import Clinic, Edition, Html, Language
from . import inline_html
from .fill import fill
from .render import references
from .text_renderer import Typesetter
from .word_changes import WordChange


@dataclass(frozen=True, slots=True)
class PackRenderer:
    """How a pack shows texts of one language."""

    language: Language
    typeset: Typesetter
    visible: Callable[[str], str]  # replaces characters that cannot be drawn by their codes
    changes: Callable[[str, str], tuple[WordChange, ...]]  # from an old text to a new one


@dataclass(frozen=True, slots=True)
class PackTexts:
    """Renders the texts of one language for a pack's template, whatever is wrong with them."""

    renderer: PackRenderer
    values: dict[str, str]  # of placeholders
    numbers: dict[str, int]  # of cited sources

    def text(self, value: str) -> Markup:
        """Return a text as the sheet prints it; markup that leads nowhere appears as typed."""
        return self._html(self._known(inline.parse(self.renderer.visible(value))))

    def raw(self, value: str) -> Markup:
        """Return a text as it was typed, with the signs of its markup."""
        return self._html((Run(self.renderer.visible(value)),))

    def changes(self, old: str, new: str) -> Markup:
        """Show which words were deleted and inserted between those that were kept."""
        found = self.renderer.changes(inline.one_line(old), inline.one_line(new))
        spans = Markup('<span class="{}">{}</span>')
        return Markup("").join(
            self.raw(change.text)
            if change.kind == "kept"
            else spans.format(change.kind, self.raw(change.text))
            for change in found
        )

    def _html(self, nodes: Nodes) -> Markup:
        typeset = self.renderer.typeset(nodes, self.values)
        return inline_html.html(typeset, self.numbers, self.renderer.language.direction)

    def _known(self, nodes: Nodes) -> Nodes:
        return tuple(map(self._known_node, nodes))

    def _known_node(self, node: Node) -> Node:
        match node:
            case Placeholder(name) if name not in self.values:
                return Run("{" + name + "}")
            case Cite(sources) if not self.numbers.keys() >= set(sources):
                return Run(f"[{'; '.join('@' + source for source in sources)}]")
            case Link(address, _) if not SAFE_ADDRESS.fullmatch(address):
                return Run(f"[{inline.plain((node,))}]({address})")
        if isinstance(node, Parent):
            return replace(node, children=self._known(node.children))
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
    """Return the pack as one HTML document; raise PolyleafError for errors in templates.

    `printed` is the part of the leaflet that the clinic prints: citations have its numbers.
    """
    cited = references(shown.leaflet.sources, printed, shown.leaflet)
    numbers = {reference.source.id: reference.number for reference in cited}
    values = dict(clinic.values)
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
    return Html(document, edition.css, families, shown.leaflet.where)
