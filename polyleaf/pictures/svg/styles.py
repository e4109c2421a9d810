"""The properties of an element, from its attributes and the style sheets, in their plain form."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, replace

from . import properties, property_tables, shorthands
from .cascade import Cascade
from .drawing_tree import place_of
from .elements import GEOMETRY, TRANSFORM
from .lengths import AbsurdError, Em, UnknownUnitError
from .refusals import Place, Refusals
from .transforms import Box
from .value_faults import Refusing
from .variables import UndefinedError, asked, resolved

MAX_VALUE = 4_000  # characters of a property
# Properties that are written as attributes too, though `converted` has no plain form of them.
WRITTEN = ("font-size", "marker", "vector-effect", "transform-origin", "transform-box",
           "color-interpolation", "font-size-adjust")  # fmt: skip
TRANSFORMS = ("transform", "transform-origin", "transform-box", "translate", "rotate", "scale")


@dataclass(frozen=True, slots=True)
class Context:
    """What an element has from its parents."""

    variables: dict[str, str]
    em: Em
    box: Box | None  # the view box that per cent are measured by
    parent: dict[str, str]  # plain properties of the parent
    sheltered: bool = False  # drawn elsewhere, with what it inherits there
    repeated: bool = False  # named by another part, which may draw it once more
    top: bool = False  # the outermost
    clipping: bool = False  # a child of <clipPath>
    dashed: bool = False  # its outline has dashes
    language: str = ""  # BCP 47


class Styles:
    """What the style sheets of a drawing and its attributes say of each element."""

    def __init__(self, cascade: Cascade, refusals: Refusals) -> None:
        self.cascade, self.refusals = cascade, refusals
        self.variables_set: dict[str, Place] = {}  # by parts of the drawing: where
        self.variables_asked: set[str] = set()  # by what is drawn elsewhere

    def of(
        self, source: ElementTree.Element, made: ElementTree.Element, context: Context, name: str
    ) -> tuple[Context, dict[str, str], dict[str, str]]:
        """Sets the properties of `made`.

        Returns what its children inherit, properties that are attributes of it, transformations.
        """
        declared = [
            (key, value)
            for key, value in source.items()
            if key in properties.KNOWN or key in WRITTEN
        ]
        sheets = list(self.cascade.declarations(source))
        variables = context.variables
        if own := {key: value for key, value in sheets if key.startswith("--")}:
            variables = {**variables, **own}
            if not (context.top or context.sheltered):
                self.variables_set = {**dict.fromkeys(own, place_of(source)), **self.variables_set}
        values = self._values(declared, variables, source, context)
        values += [
            (key, value)
            for key, value in self._values(sheets, variables, source, context)
            if not properties.lacks_unit(key, value)
        ]
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
            elif key in TRANSFORMS:
                transforms[key] = value
            elif key == "vector-effect" and value.lower() in ("none", "non-scaling-stroke"):
                made.set(key, value.lower())
            elif way_out := properties.refused(key, value):
                self.refusals.add(place_of(source), f"it has {key}: {value[:40]}", way_out)
        if (written := source.get("transform", source.get(TRANSFORM.get(name, "")))) is not None:
            transforms.setdefault("attribute", written)
        if made.get("vector-effect") == "none":
            del made.attrib["vector-effect"]
        _write(made, plain)
        dashed = plain.get("stroke-dasharray", "none" if not context.dashed else "1") != "none"
        context = replace(context, variables=variables, em=em, parent=plain, dashed=dashed)
        return context, geometry, transforms

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
                self.refusals.add(place_of(source), f"its {key} has {len(value):,} characters")
                continue
            if context.sheltered or context.repeated:
                self.variables_asked.update(asked(value))
            try:
                value = resolved(value, variables)
            except UndefinedError as error:
                if context.sheltered:
                    message = f"it has {key}: {value[:40]}, and {error} is not set there"
                    self.refusals.add(place_of(source), message, "plain")
                value = "unset"
            found += shorthands.longhands(key, value)
        return found

    def tell_variables(self) -> None:
        """A symbol asks for a variable that where it is used sets: it would be looked up here."""
        for name in sorted(self.variables_asked & self.variables_set.keys()):
            message = f"it has a symbol that asks for {name}, which is set where it is used"
            self.refusals.add(self.variables_set[name], message, "plain")

    def _em(self, values: list[tuple[str, str]], context: Context, made: ElementTree.Element) -> Em:
        em = context.em
        for key, value in values:
            if key != "font-size":
                continue
            if value.lower() in property_tables.GLOBAL:
                size: float | str | None = 16.0 if value.lower() == "initial" else None
                made.attrib.pop("font-size", None)
            else:
                try:
                    size = properties.font_size(value, context.em)
                except (AbsurdError, UnknownUnitError):
                    self.refusals.add(
                        place_of(made), f"it has a font size that is not known: {value[:40]}"
                    )
                    size = None
            if size is not None:
                text = size if isinstance(size, str) else f"{size:.7g}"
                made.set("font-size", text)
                known = None if isinstance(size, str) else size
                root = known if context.top and known else context.em.root
                em = replace(context.em, size=known, root=root)
        return em

    def _property(
        self, source: ElementTree.Element, plain: dict[str, str], key: str, value: str, em: Em,
        context: Context,
    ) -> None:  # fmt: skip
        word = value.lower()
        if word in property_tables.GLOBAL:
            plain.pop(key, None)
            if key in property_tables.NOT_INHERITED:
                if word == "inherit" and key in context.parent:
                    plain[key] = context.parent[key]
            elif word == "initial" and key in property_tables.INITIAL:
                plain[key] = property_tables.INITIAL[key]
            return
        with Refusing(self.refusals, source, key):
            found = properties.converted(key, value, em)
            if found is not None:
                plain[key] = found


def _write(made: ElementTree.Element, plain: dict[str, str]) -> None:
    """Properties as attributes, except those that the renderer reads in `style` alone."""
    styles = [f"{key}:{plain[key]}" for key in property_tables.IN_STYLE if key in plain]
    if styles:
        made.set("style", ";".join(styles))
    for key, value in plain.items():
        if key not in property_tables.IN_STYLE and value:
            made.set(key, value)
