"""Style sheets and `style` attributes of a drawing → the declarations of each element, in order.

CSS Cascading 4: presentation attributes, then rules by specificity and order, then `style`, then
the same again with `!important`. Rules are those for a screen in light colours.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import cssselect2
import tinycss2

from .drawing_tree import SVG, local, place_of
from .refusals import Place, Refusals, Refused

MAX_TRIED = 300_000  # selectors with elements: some seconds
AMONG_SIBLINGS = re.compile(r"~|of-type|:has\(|:nth[\w-]*\([^)]*\bof\b|:only", re.IGNORECASE)
IGNORED_RULES = ("font-face", "charset", "page", "font-feature-values", "counter-style",
                 "color-profile", "-ms-viewport", "viewport", "keyframes", "-webkit-keyframes",
                 "-moz-keyframes", "-o-keyframes")  # fmt: skip
Declaration = tuple[str, str]  # property, value
Important = tuple[tuple[Declaration, ...], tuple[Declaration, ...]]  # not important, important
# Media queries that are true of a screen in light colours, and that are not.
TRUE = re.compile(
    r"(only\s+)?(all|screen)(\s+and\s+\(prefers-color-scheme:\s*light\))?|"
    r"\((prefers-color-scheme:\s*light|prefers-contrast:\s*no-preference)\)|not\s+print|", re.I
)  # fmt: skip
FALSE = re.compile(
    r"(only\s+)?(print|speech|tty|tv|handheld|projection|braille|embossed|aural)\b.*|not\s+(all|screen)|"
    r"((only\s+)?(all|screen)\s+and\s+)?\((prefers-color-scheme:\s*dark|prefers-reduced-motion.*|"
    r"prefers-contrast:\s*(more|less|custom)|forced-colors:\s*active|inverted-colors:.*|-ms-high-contrast.*)\)",
    re.I,
)  # fmt: skip


class Cascade:
    """The style sheets of a drawing."""

    def __init__(self, root: ElementTree.Element, refusals: Refusals) -> None:
        self.refusals = refusals
        self.matcher = cssselect2.Matcher()
        self.namespaces: dict[str | None, str] = {}
        self.among_siblings = 0  # selectors that look at all siblings of each element
        for sheet in root.iter(f"{SVG}style"):
            if _applies(sheet.get("media", "")) is not False and _is_css(sheet):
                self._read("".join(sheet.itertext()), place_of(sheet))
        self.empty = self.matcher.order == 0
        if self._to_try(root) > MAX_TRIED:
            raise Refused("its style sheet has too many rules", way_out="plain")
        self.matched = {} if self.empty else self._matched(root)

    def _to_try(self, root: ElementTree.Element) -> int:
        """How many selectors have to be tried with how many elements."""
        rules = self.matcher
        tried = self.among_siblings * sum(len(parent) ** 2 for parent in root.iter()) // 20
        for element in root.iter():
            tried += len(rules.other_selectors) + len(rules.id_selectors.get(element.get("id"), ()))
            tried += len(rules.lower_local_name_selectors.get(local(element.tag).lower(), ()))
            for name in element.get("class", "").split():
                tried += len(rules.class_selectors.get(name, ()))
        return tried

    def declarations(self, element: ElementTree.Element) -> Iterator[Declaration]:
        """What rules and `style` say of an element; what comes later counts."""
        rules = self.matched.get(element, ())
        own = self._own(element)
        for important in (0, 1):
            for rule in rules:
                yield from rule[important]
            yield from own[important]

    def _own(self, element: ElementTree.Element) -> Important:
        style = element.get("style")
        if not style:
            return (), ()
        try:
            return _declared(style)
        except RecursionError:
            raise Refused("its style has too many brackets", place_of(element)) from None

    def _matched(self, root: ElementTree.Element) -> dict[ElementTree.Element, list[Important]]:
        wrapped = cssselect2.ElementWrapper.from_xml_root(root)
        found: dict[ElementTree.Element, list[Important]] = {}
        for each in wrapped.iter_subtree():
            if rules := self.matcher.match(each):
                found[each.etree_element] = [rule for _, _, pseudo, rule in rules if pseudo is None]
        return found

    def _read(self, text: str, place: Place) -> None:
        try:
            rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
        except RecursionError:
            raise Refused("its style sheet has too many brackets", place) from None
        self._rules(rules, place)

    def _rules(self, rules: list[Any], place: Place) -> None:
        for rule in rules:
            first = rule.source_line == 1  # as a column that of <style> itself
            at = Place(
                place.line + rule.source_line - 1, place.column if first else rule.source_column
            )
            if rule.type == "qualified-rule":
                self._rule(rule, at)
            elif rule.type == "at-rule":
                self._at_rule(rule, place, at)
            # what cannot be parsed is left out, as a browser does

    def _at_rule(self, rule: Any, place: Place, at: Place) -> None:
        name = rule.lower_at_keyword
        prelude = tinycss2.serialize(rule.prelude).strip()
        if name == "media" and rule.content is not None:
            applies = _applies(prelude)
            if applies is None:
                self.refusals.add(at, f"its style sheet asks for the screen: @media {prelude[:60]}")
            elif applies:
                inner = tinycss2.parse_rule_list(rule.content, True, True)
                self._rules(inner, place)
        elif name == "namespace":
            names = [token for token in rule.prelude if token.type not in ("whitespace", "comment")]
            if names and names[-1].type in ("string", "url"):
                prefix = names[0].value if names[0].type == "ident" else None
                self.namespaces[prefix] = names[-1].value
        elif name == "import":
            self.refusals.add(at, "its style sheet takes another one: @import", "plain")
        elif name not in IGNORED_RULES:
            self.refusals.add(at, f"its style sheet has the rule @{name}", "plain")

    def _rule(self, rule: Any, at: Place) -> None:
        declared = _sorted(rule.content)
        if any(each.type == "qualified-rule" for each in _contents(rule.content)):
            self.refusals.add(at, "its style sheet has rules inside rules", "plain")
        if not any(declared):
            return
        selector = tinycss2.serialize(rule.prelude).strip()
        try:
            compiled = cssselect2.compile_selector_list(rule.prelude, self.namespaces)
        except (cssselect2.SelectorError, RecursionError):
            if not re.search(r"::?-|:(hover|focus|active|visited|target)", selector):
                self.refusals.add(at, f"its style sheet has the selector {selector[:60]}", "plain")
            return
        self.among_siblings += bool(AMONG_SIBLINGS.search(selector))
        for each in compiled:
            self.matcher.add_selector(each, declared)


def _applies(query: str) -> bool | None:
    """Whether a media query is true of a screen in light colours; None if that is not known."""
    parts = [part.strip()[:200] for part in query.split(",")]
    if any(TRUE.fullmatch(part) for part in parts):
        return True
    return False if all(FALSE.fullmatch(part) for part in parts) else None


def _is_css(sheet: ElementTree.Element) -> bool:
    return sheet.get("type", "text/css").strip().lower() in ("text/css", "")


@lru_cache(maxsize=4096)
def _declared(style: str) -> Important:
    return _sorted(style)


def _contents(content: Any) -> list[Any]:
    parsed: list[Any] = tinycss2.parse_blocks_contents(content, True, True)
    return parsed


def _sorted(content: Any) -> Important:
    usual: list[Declaration] = []
    important: list[Declaration] = []
    for each in _contents(content):
        if each.type == "declaration":
            name = each.name if each.name.startswith("--") else each.lower_name
            value = tinycss2.serialize(
                [token for token in each.value if token.type != "comment"]
            ).strip()
            (important if each.important else usual).append((name, value))
    return tuple(usual), tuple(important)
