"""The tree of an author's drawing → the tree of a plain one: attributes, nothing to look up."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from . import properties, switches
from .cascade import Cascade
from .css_colours import UnknownColourError
from .drawing_tree import SPACE, SVG, XLINK, line_of, local
from .elements import (
    ATTRIBUTES,
    GEOMETRY,
    REFUSED_ELEMENTS,
    SILENT,
    TRANSFORM,
    TRANSFORMED,
    UNSEEN,
)
from .geometry import attribute
from .lengths import AbsurdError, Em, UnknownUnitError
from .placing import transformed
from .refusals import Refusals
from .transforms import Box, UnknownTransformError
from .variables import UndefinedError, resolved

Embed = Callable[[str], str]  # the address of a picture inside → one that can be drawn
IN_NO_CLIP = {"g", "a", "svg", "switch", "image", "symbol"}  # SVG 1.1, 14.3.5
MAX_VALUE = 4_000  # characters of a property
SHELTERED = {"defs", "symbol", "clipPath", "mask", "pattern", "marker"}  # inherit from elsewhere
# What is drawn with a value that has such a fault is not what the author meant: way out.
FAULTS: dict[type[BaseException], tuple[str, str]] = {
    properties.LeadsOutError: ("leads out of the drawing, to", "embed"),
    UnknownColourError: ("has a colour that cannot be turned into RGB:", "colours"),
    UnknownUnitError: ("has a length that depends on the window:", "plain"),
    UnknownTransformError: ("has a transformation that cannot be drawn:", "plain"),
    AbsurdError: ("has a number that no drawing needs:", "again"),
}
ALL_FAULTS = (*FAULTS, properties.UnsupportedError)


@dataclass(frozen=True, slots=True)
class Context:
    """What an element has from its parents."""

    variables: dict[str, str]
    em: Em
    box: Box | None  # the view box that per cent are measured by
    parent: dict[str, str]  # plain properties of the parent
    sheltered: bool = False  # drawn elsewhere, with what it inherits there
    top: bool = False  # the outermost
    clipping: bool = False  # a child of <clipPath>


class Plain:
    """Makes the plain tree. What is refused goes to `refusals`; an element is made all the same."""

    def __init__(
        self, cascade: Cascade, refusals: Refusals, embed: Embed, named: frozenset[str]
    ) -> None:
        self.cascade, self.refusals, self.embed = cascade, refusals, embed
        self.named = named  # every id that something in the drawing names

    def element(self, source: ElementTree.Element, context: Context) -> ElementTree.Element | None:
        """The plain element; None if nothing is drawn."""
        name = local(source.tag)
        if not source.tag.startswith(SVG) or name in SILENT:
            return None
        if name in UNSEEN and not self._used(source):
            return None
        if name in REFUSED_ELEMENTS:
            self.refusals.add(line_of(source), *REFUSED_ELEMENTS[name])
            return None
        if name not in ATTRIBUTES:
            self.refusals.add(line_of(source), f"it holds <{name}>, which is not known", "plain")
            return None
        if context.clipping and name in IN_NO_CLIP:
            message = f"its <clipPath> holds <{name}>, with which it clips everything away"
            self.refusals.add(line_of(source), message, "clip")
            return None
        made = ElementTree.Element(f"{SVG}{name}")
        context, geometry, transforms = self._properties(source, made, context, name)
        self._attributes(source, made, name, geometry, context)
        if name in TRANSFORMED:
            with _Told(self, source, "transform"):
                if found := transformed(made, transforms, context.em, context.box):
                    made.set(TRANSFORM.get(name, "transform"), found)
        self._content(source, made, name, context)
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

    def _properties(
        self, source: ElementTree.Element, made: ElementTree.Element, context: Context, name: str
    ) -> tuple[Context, dict[str, str], dict[str, str]]:
        """Sets the properties; gives those that are attributes here, and transformations."""
        declared = [
            (key, value) for key, value in source.items() if key in properties.KNOWN
            or key in ("font-size", "marker", "vector-effect", "transform-origin", "transform-box")
        ]  # fmt: skip
        declared += self.cascade.declarations(source)
        variables = context.variables
        if own := {key: value for key, value in declared if key.startswith("--")}:
            variables = {**variables, **own}
        values = self._values(declared, variables, source, context)
        em = self._em(values, context, made)
        plain: dict[str, str] = {}
        geometry: dict[str, str] = {}
        transforms: dict[str, str] = {}
        places = GEOMETRY.get(name, "").split()
        for key, value in values:
            if key in properties.KNOWN:
                self._property(source, plain, key, value, em, context)
            elif key in places:
                geometry[key] = value
            elif key in ("transform", "transform-origin", "transform-box", "translate", "rotate",
                         "scale"):  # fmt: skip
                transforms[key] = value
            elif way_out := properties.refused(key, value):
                self.refusals.add(line_of(source), f"it has {key}: {value[:40]}", way_out)
        if (written := source.get("transform", source.get(TRANSFORM.get(name, "")))) is not None:
            transforms.setdefault("attribute", written)
        _write(made, plain)
        return replace(context, variables=variables, em=em, parent=plain), geometry, transforms

    def _values(
        self, declared: list[tuple[str, str]], variables: dict[str, str],
        source: ElementTree.Element, context: Context,
    ) -> list[tuple[str, str]]:  # fmt: skip
        """Longhands in the order of the cascade, with variables put in."""
        found: list[tuple[str, str]] = []
        for key, value in declared:
            if key.startswith("--"):
                continue
            if len(value) > MAX_VALUE:
                self.refusals.add(line_of(source), f"its {key} has {len(value):,} characters")
                continue
            try:
                value = resolved(value, variables)
            except UndefinedError as error:
                if context.sheltered:
                    message = f"it has {key}: {value[:40]}, and {error} is not set there"
                    self.refusals.add(line_of(source), message, "plain")
                value = "unset"
            found += properties.longhands(key, value)
        return found

    def _em(self, values: list[tuple[str, str]], context: Context, made: ElementTree.Element) -> Em:
        em = context.em
        for key, value in values:
            if key != "font-size":
                continue
            if value.lower() in properties.GLOBAL:
                size: float | str | None = 16.0 if value.lower() == "initial" else None
                made.attrib.pop("font-size", None)
            else:
                try:
                    size = properties.font_size(value, context.em)
                except (AbsurdError, UnknownUnitError):
                    self.refusals.add(0, f"it has a font size that is not known: {value[:40]}")
                    size = None
            if size is not None:
                text = size if isinstance(size, str) else f"{size:.7g}"
                made.set("font-size", text)
                em = replace(context.em, size=None if isinstance(size, str) else size)
        return em

    def _property(
        self, source: ElementTree.Element, plain: dict[str, str], key: str, value: str, em: Em,
        context: Context,
    ) -> None:  # fmt: skip
        word = value.lower()
        if word in properties.GLOBAL:
            plain.pop(key, None)
            if key in properties.NOT_INHERITED:
                if word == "inherit" and key in context.parent:
                    plain[key] = context.parent[key]
            elif word == "initial" and key in properties.INITIAL:
                plain[key] = properties.INITIAL[key]
            return
        with _Told(self, source, key):
            found = properties.converted(key, value, em)
            if found is not None:
                plain[key] = found

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
            with _Told(self, source, key):
                found = attribute(kinds[key], value, context.em, self.embed)
                if found is not None:
                    made.set(f"{XLINK}href" if key == "href" else key, found)
        if (
            name == "path"
            and source.get("pathLength")
            and made.get("stroke-dasharray", "none") != "none"
        ):
            self.refusals.add(line_of(source), "it has dashes measured by pathLength", "expand")


class _Told:
    """Turns a fault of a value into a refusal at its element."""

    def __init__(self, plain: Plain, source: ElementTree.Element, key: str) -> None:
        self.plain, self.source, self.key = plain, source, key

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: type[BaseException] | None, error: object, _traceback: object) -> bool:
        if kind is None or not issubclass(kind, ALL_FAULTS):
            return False
        if issubclass(kind, properties.UnsupportedError) and isinstance(error, Exception):
            message, way_out = error.args
            has = "it holds" if self.key == "href" else f"it has {self.key}:"
            self.plain.refusals.add(line_of(self.source), f"{has} {message}", way_out)
        else:
            message, way_out = FAULTS[kind]
            self.plain.refusals.add(
                line_of(self.source), f"its {self.key} {message} {error}", way_out
            )
        return True


def _write(made: ElementTree.Element, plain: dict[str, str]) -> None:
    """Properties as attributes, except those that the renderer reads in `style` alone."""
    styles = [f"{key}:{plain[key]}" for key in properties.IN_STYLE if key in plain]
    if styles:
        made.set("style", ";".join(styles))
    for key, value in plain.items():
        if key not in properties.IN_STYLE and value:
            made.set(key, value)


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
