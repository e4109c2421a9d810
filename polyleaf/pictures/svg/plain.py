"""The tree of an author's drawing → the tree of a plain one: attributes, nothing to look up."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import replace

from . import dashes, switches
from .cascade import Cascade
from .drawing_tree import LANGUAGE, SPACE, SVG, XLINK, SvgElement, local, place_of
from .elements import ATTRIBUTES, REFUSED_ELEMENTS, SILENT, TRANSFORMED, UNSEEN
from .geometry import attribute
from .placing import transformed
from .refusals import Refusals
from .styles import Context, Styles
from .value_faults import Refusing
from .viewports import of_viewport, turned, viewport

Embed = Callable[[str], str]  # the address of a picture inside → one that can be drawn
IN_NO_CLIP = {"g", "a", "svg", "switch", "image", "symbol"}  # SVG 1.1, 14.3.5
SHELTERED = {"defs", "symbol", "clipPath", "mask", "pattern", "marker"}  # inherit from elsewhere


class Plain:
    """Makes the plain tree. What is refused goes to `refusals`; an element is made all the same."""

    def __init__(
        self, cascade: Cascade, refusals: Refusals, embed: Embed, named: frozenset[str]
    ) -> None:
        self.styles, self.refusals, self.embed = Styles(cascade, refusals), refusals, embed
        self.named = named  # every id that something in the drawing names
        self.of_root: dict[str, str] = {}  # transformations of the outermost element

    def element(self, source: ElementTree.Element, context: Context) -> ElementTree.Element | None:
        """The plain element; None if nothing is drawn."""
        name = local(source.tag)
        if not source.tag.startswith(SVG) or name in SILENT:
            return None
        if name in UNSEEN and not self._used(source):
            return None
        if name in REFUSED_ELEMENTS:
            self.refusals.add(place_of(source), *REFUSED_ELEMENTS[name])
            return None
        if name not in ATTRIBUTES:
            self.refusals.add(place_of(source), f"it holds <{name}>, which is not known", "plain")
            return None
        if context.clipping and name in IN_NO_CLIP:
            message = f"its <clipPath> holds <{name}>, with which it clips everything away"
            self.refusals.add(place_of(source), message, "clip")
            return None
        if source.get("id") in self.named:
            context = replace(context, repeated=True)
        made = SvgElement(f"{SVG}{name}")
        made.place = place_of(source)
        made.language = source.get(LANGUAGE, source.get("lang", context.language))
        context = replace(context, language=made.language)
        context, geometry, transforms = self.styles.of(source, made, context, name)
        if made.get("display") == "none" and not self._used(source):
            return None
        self._attributes(source, made, name, geometry, context)
        outside = context
        context = replace(context, box=viewport(made, name, context))
        self._content(source, made, name, context)
        if name == "svg" and context.top:
            self.of_root = transforms
        elif name in TRANSFORMED:
            with Refusing(self.refusals, source, "transform"):
                if found := transformed(made, transforms, outside.em, outside.box):
                    return turned(made, name, found)
        return made

    def _used(self, source: ElementTree.Element) -> bool:
        """Whether anything in the drawing names it, or a part of it."""
        return any(each.get("id") in self.named for each in source.iter())

    def _content(
        self, source: ElementTree.Element, made: ElementTree.Element, name: str, context: Context
    ) -> None:
        context = replace(context, clipping=name == "clipPath")
        if name in SHELTERED:
            context = replace(context, sheltered=True, em=replace(context.em, size=None))
        keeps_text = name in ("text", "tspan", "textPath", "a")
        made.text = source.text if keeps_text else None
        if name == "svg" and context.top:
            made.extend(_spoken(source))
            context = replace(context, top=False)
        children = source if name != "switch" else switches.chosen(source, self.refusals)
        for child in children:
            plain = None if _never(child) else self.element(child, context)
            if plain is not None:
                languages = child.get("systemLanguage")
                if languages is not None:
                    plain = switches.only_for(plain, languages, inside=name == "switch")
                plain.tail = child.tail if keeps_text else None
                made.append(plain)
            elif keeps_text and child.tail:
                _append_text(made, child.tail)

    def _attributes(
        self, source: ElementTree.Element, made: ElementTree.Element, name: str,
        geometry: dict[str, str], context: Context,
    ) -> None:  # fmt: skip
        kinds = ATTRIBUTES[name]
        if identity := source.get("id"):
            made.set("id", identity)
        if source.get("aria-hidden") == "true":
            made.set("aria-hidden", "true")
        if space := source.get(SPACE):
            made.set(SPACE, space)
        written = {key.removeprefix(XLINK): value for key, value in source.items()
                   if key.removeprefix(XLINK) in kinds}  # fmt: skip
        if "href" in kinds and source.get("href") is not None:
            written["href"] = source.get("href", "")
        for key, value in [*written.items(), *geometry.items()]:
            with Refusing(self.refusals, source, key):
                found = attribute(kinds[key], value, context.em, self.embed)
                if name == "use" and found is not None:
                    found = of_viewport(key, found, context)
                if found is not None:
                    made.set(f"{XLINK}href" if key == "href" else key, found)
        measured = source.get("pathLength", "")
        if context.dashed and measured and not dashes.measure(made, name, measured):
            self.refusals.add(place_of(source), "it has dashes measured by pathLength", "expand")


def _spoken(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """What the drawing says of itself to those who cannot see it."""
    for child in root:
        if child.tag in (f"{SVG}title", f"{SVG}desc"):
            made = ElementTree.Element(child.tag)
            made.text = " ".join("".join(child.itertext()).split())
            yield made


def _never(child: ElementTree.Element) -> bool:
    """Whether an element asks for an extension, which nothing here has."""
    return child.get("requiredExtensions") is not None


def _append_text(made: ElementTree.Element, text: str) -> None:
    if len(made):
        made[-1].tail = (made[-1].tail or "") + text
    else:
        made.text = (made.text or "") + text
