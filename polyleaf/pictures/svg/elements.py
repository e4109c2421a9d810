"""The elements of SVG 1.1, with the attributes that they have beside properties.

The kind of an attribute says how its value is read: as one length, several, numbers or words.
"""

from __future__ import annotations

BOX = "x y width height"
PRIMITIVE = {**dict.fromkeys(BOX.split(), "length"), "result": "word"}
ONE_INPUT = {**PRIMITIVE, "in": "word"}
TRANSFER = dict.fromkeys(
    ("tableValues", "slope", "intercept", "amplitude", "exponent", "offset"), "numbers"
) | {"type": "word"}
FITTING = {"viewBox": "numbers", "preserveAspectRatio": "fitting"}
GRADIENT = {"gradientUnits": "word", "spreadMethod": "word", "href": "href"}
PLACED = dict.fromkeys(("x", "y", "dx", "dy"), "lengths") | {
    "rotate": "numbers", "textLength": "length", "lengthAdjust": "word"
}  # fmt: skip


def _lengths(names: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), "length")


# Name → its attributes and their kinds.
ATTRIBUTES: dict[str, dict[str, str]] = {
    "svg": _lengths(BOX) | FITTING,
    "g": {}, "defs": {}, "a": {}, "switch": {},
    "symbol": _lengths(BOX) | FITTING,
    "use": _lengths(BOX) | {"href": "href"},
    "path": {"d": "path"},
    "rect": _lengths(BOX + " rx ry"),
    "circle": _lengths("cx cy r"),
    "ellipse": _lengths("cx cy rx ry"),
    "line": _lengths("x1 y1 x2 y2"),
    "polyline": {"points": "numbers"},
    "polygon": {"points": "numbers"},
    "text": PLACED,
    "tspan": PLACED,
    "textPath": {"href": "href", "path": "refused", "startOffset": "length", "method": "word",
                 "spacing": "word", "side": "word", "textLength": "length", "lengthAdjust": "word"},
    "image": _lengths(BOX) | {"preserveAspectRatio": "fitting", "href": "picture"},
    "linearGradient": _lengths("x1 y1 x2 y2") | GRADIENT,
    "radialGradient": _lengths("cx cy r fx fy fr") | GRADIENT,
    "stop": {"offset": "share"},
    "pattern": _lengths(BOX) | FITTING | {"patternUnits": "word", "patternContentUnits": "word",
                                          "href": "href"},
    "clipPath": {"clipPathUnits": "word"},
    "mask": _lengths(BOX) | {"maskUnits": "word", "maskContentUnits": "word"},
    "marker": _lengths("refX refY markerWidth markerHeight") | FITTING
    | {"markerUnits": "word", "orient": "orient"},
    "filter": _lengths(BOX) | {"filterUnits": "word", "primitiveUnits": "word", "href": "href"},
    "feBlend": ONE_INPUT | {"in2": "word", "mode": "word"},
    "feColorMatrix": ONE_INPUT | {"type": "word", "values": "numbers"},
    "feComponentTransfer": ONE_INPUT,
    "feFuncR": TRANSFER, "feFuncG": TRANSFER, "feFuncB": TRANSFER, "feFuncA": TRANSFER,
    "feComposite": ONE_INPUT | {"in2": "word", "operator": "word"}
    | dict.fromkeys(("k1", "k2", "k3", "k4"), "numbers"),
    "feDropShadow": ONE_INPUT | dict.fromkeys(("dx", "dy", "stdDeviation"), "numbers"),
    "feFlood": PRIMITIVE,
    "feGaussianBlur": ONE_INPUT | {"stdDeviation": "numbers", "edgeMode": "word"},
    "feImage": PRIMITIVE | {"preserveAspectRatio": "fitting", "href": "picture"},
    "feMerge": PRIMITIVE,
    "feMergeNode": {"in": "word"},
    "feMorphology": ONE_INPUT | {"operator": "word", "radius": "numbers"},
    "feOffset": ONE_INPUT | dict.fromkeys(("dx", "dy"), "numbers"),
    "feTile": ONE_INPUT,
    "feTurbulence": PRIMITIVE | dict.fromkeys(("baseFrequency", "numOctaves", "seed"), "numbers")
    | {"stitchTiles": "word", "type": "word"},
}  # fmt: skip
# Attributes that a style sheet may set too (SVG 2, 7.1).
GEOMETRY = {
    "svg": BOX, "rect": BOX + " rx ry", "image": BOX, "use": BOX, "circle": "cx cy r",
    "ellipse": "cx cy rx ry", "path": "d",
}  # fmt: skip
# Where `transform` is written: elsewhere it is no attribute.
TRANSFORM = {"linearGradient": "gradientTransform", "radialGradient": "gradientTransform",
             "pattern": "patternTransform"}  # fmt: skip
TRANSFORMED = {"g", "a", "svg", "switch", "use", "path", "rect", "circle", "ellipse", "line",
               "polyline", "polygon", "text", "image", "clipPath", *TRANSFORM}  # fmt: skip
# Drawn only where something names them.
UNSEEN = {
    "filter",
    "clipPath",
    "mask",
    "pattern",
    "marker",
    "symbol",
    "linearGradient",
    "radialGradient",
    "meshgradient",
    "meshGradient",
    "hatch",
    "solidColor",
    "solidcolor",
}
# Left out: they draw nothing, or what they would do does not concern a printed picture.
SILENT = {"title", "desc", "metadata", "style", "view", "cursor", "font", "font-face", "glyph",
          "missing-glyph", "hkern", "vkern", "color-profile", "discard", "audio",
          "namedview", "rdf"}  # fmt: skip
# Refused: why, and the way out.
REFUSED_ELEMENTS = {
    "foreignObject": ("it holds HTML: <foreignObject>", "html"),
    "script": ("it holds a program: <script>", "plain"),
    "iframe": ("it holds another page: <iframe>", "html"),
    "video": ("it holds a film: <video>", "still"),
    "animate": ("it moves: <animate>", "still"),
    "set": ("it moves: <set>", "still"),
    "animateTransform": ("it moves: <animateTransform>", "still"),
    "animateMotion": ("it moves: <animateMotion>", "still"),
    "animateColor": ("it moves: <animateColor>", "still"),
    "flowRoot": ("it has text that flows: <flowRoot>", "flowed"),
    "tref": ("it has text from elsewhere: <tref>", "outlines"),
    "altGlyph": ("it has chosen glyphs: <altGlyph>", "outlines"),
    "meshgradient": ("it has a mesh of colours: <meshgradient>", "mesh"),
    "meshGradient": ("it has a mesh of colours: <meshGradient>", "mesh"),
    "mesh": ("it has a mesh of colours: <mesh>", "mesh"),
    **{
        name: (f"it has an effect that looks different in each size: <{name}>", "effects")
        for name in (
            "feDisplacementMap",
            "feConvolveMatrix",
            "feDiffuseLighting",
            "feSpecularLighting",
        )
    },
    "hatch": ("it has hatching: <hatch>", "mesh"),
    "solidColor": ("it has a named colour: <solidColor>", "colours"),
    "solidcolor": ("it has a named colour: <solidcolor>", "colours"),
}
