"""Pack × Edition → Html: messages as the sheet prints them, and their changes since the review."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from markupsafe import Markup

from .. import languages, typography
from ..model import inline
from ..model.clinic import Clinic
from ..model.inline import SAFE_ADDRESS, Cite, Link, Node, Nodes, Parent, Placeholder, Run
from ..model.leaflet import Leaflet, for_paper
from ..model.pack import Pack
from ..model.sheet import Edition, Html, Language
from ..typography import fonts
from . import inline_html, word_changes
from .fill import fill
from .render import references

OVERRIDES = range(0x202A, 0x202F)  # they would reorder the text around them


@dataclass(frozen=True, slots=True)
class PackTexts:
    """Renders the texts of one language for a pack's template, whatever is wrong with them."""

    language: Language
    values: dict[str, str]  # of placeholders
    numbers: dict[str, int]  # of cited sources
    source_names: dict[str, str]  # what is said of each cited source

    def text(self, value: str) -> Markup:
        """Return a text as the sheet prints it; markup that leads nowhere appears as typed."""
        return self._html(self._known(inline.parse(self._visible(value))))

    def raw(self, value: str) -> Markup:
        """Return a text as it was typed, with the signs of its markup."""
        return self._html((Run(self._visible(value)),))

    def changes(self, old: str, new: str) -> Markup:
        """Show which words were deleted and inserted between those that were kept."""
        words = (
            typography.split_words(inline.one_line(text), self.language) for text in (old, new)
        )
        spans = Markup('<span class="{}">{}</span>')
        return Markup("").join(
            self.raw(change.text)
            if change.kind == "kept"
            else spans.format(change.kind, self.raw(change.text))
            for change in word_changes.between(*words)
        )

    def _html(self, nodes: Nodes) -> Markup:
        nodes = typography.written_out(nodes, self.values, self.language)
        typeset = typography.typeset(nodes, self.language, self.values, paper=True)
        return inline_html.html(
            typeset, self.numbers, self.language.direction, names=self.source_names
        )

    def _visible(self, text: str) -> str:
        """Replace characters that cannot be drawn, or would reorder the pack, by their codes."""
        odd = {c for c in text if unicodedata.category(c) == "Cc" or ord(c) in OVERRIDES} - {"\n"}
        drawn = (c for c in text if unicodedata.category(c) not in ("Cc", "Cf"))
        odd.update(fonts.without_glyph(drawn, self.language.families))
        return text.translate({ord(c): f"[U+{ord(c):04X}]" for c in odd})

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


def pack(shown: Pack, edition: Edition, clinic: Clinic, printed: Leaflet) -> Html:
    """Return the pack as one HTML document; raise PolyleafError for errors in templates.

    `printed` is the part of the leaflet that the clinic prints: citations have its numbers.
    """
    cited = references(shown.leaflet.sources, for_paper(printed), printed, shown.leaflet)
    numbers = {reference.source.id: reference.number for reference in cited}
    names = {each.source.id: f"Source {each.number}: {each.source.short}" for each in cited}
    values = dict(clinic.values)
    source, target = languages.find(shown.leaflet.language), shown.language
    families = tuple(dict.fromkeys((*source.families, *target.families)))
    variables = {
        "pack": shown,
        "leaflet": shown.leaflet,
        "language": target,
        "clinic": clinic,
        "families": families,
        "references": cited,
        "version": f"{shown.leaflet.published} · {shown.leaflet.version}",
        "source": PackTexts(source, values, numbers, names),
        "target": PackTexts(target, values, numbers, names),
    }
    document = fill(edition, edition.template(f"{shown.leaflet.kind}.html"), variables)
    return Html(document, edition.css, families, shown.leaflet.where)
