"""The properties of a drawing as data: what is kept, what is inherited, what is refused by name.

What is in no table here changes nothing that is drawn (SVG 2, appendix on properties; Chromium).
"""

from __future__ import annotations

PAINTS = ("fill", "stroke")
COLOURS = ("color", "stop-color", "flood-color", "lighting-color")
SHARES = ("opacity", "fill-opacity", "stroke-opacity", "stop-opacity", "flood-opacity")
ADDRESSES = ("clip-path", "mask", "marker-start", "marker-mid", "marker-end")
SPACINGS = ("letter-spacing", "word-spacing")
# Lengths that need a unit in a style sheet, though not as an attribute (CSS Values 4, 6).
WITH_UNITS = {*SPACINGS, "font-size", "x", "y", "width", "height", "cx",
              "cy", "r", "rx", "ry"}  # fmt: skip
KEYWORDS = {
    "fill-rule": "nonzero evenodd",
    "clip-rule": "nonzero evenodd",
    "stroke-linecap": "butt round square",
    "stroke-linejoin": "miter round bevel",
    "visibility": "visible hidden collapse",
    "text-anchor": "start middle end",
    "font-style": "normal italic oblique",
    "dominant-baseline": "auto use-script no-change reset-size ideographic alphabetic hanging "
    "mathematical central middle text-after-edge text-before-edge text-top text-bottom",
    "alignment-baseline": "auto baseline before-edge text-before-edge middle central after-edge "
    "text-after-edge ideographic alphabetic hanging mathematical",
    "direction": "ltr rtl",
    "unicode-bidi": "normal embed bidi-override isolate isolate-override plaintext",
    "overflow": "visible hidden scroll auto clip",
    "color-interpolation-filters": "auto sRGB linearRGB",
    "shape-rendering": "auto optimizeSpeed crispEdges geometricPrecision",
    "text-rendering": "auto optimizeSpeed optimizeLegibility geometricPrecision",
    "font-kerning": "auto normal none",
    "mask-type": "luminance alpha",
    "isolation": "auto isolate",
    "mix-blend-mode": "normal multiply screen overlay darken lighten color-dodge color-burn "
    "hard-light soft-light difference exclusion hue saturation color luminosity",
    "text-transform": "none uppercase lowercase capitalize full-width",
    "white-space": "normal nowrap pre pre-wrap pre-line break-spaces",
}
OTHER_WORDS = {"text-top": "text-before-edge", "text-bottom": "text-after-edge",
               "collapse": "hidden", "clip": "hidden"}  # fmt: skip
RENDERINGS = {"auto": "optimizeQuality", "optimizequality": "optimizeQuality",
              "smooth": "optimizeQuality", "high-quality": "optimizeQuality",
              "optimizespeed": "optimizeSpeed", "pixelated": "optimizeSpeed",
              "crisp-edges": "optimizeSpeed"}  # fmt: skip
# Written into `style`: the renderer does not read them elsewhere.
IN_STYLE = ("mix-blend-mode", "isolation", "mask-type")
# Not inherited (SVG 2, appendix G): `inherit` takes the parent's value.
NOT_INHERITED = {
    "opacity": "1", "stop-color": "#000000", "stop-opacity": "1", "flood-color": "#000000",
    "flood-opacity": "1", "lighting-color": "#ffffff", "clip-path": "none", "mask": "none",
    "filter": "none", "display": "inline", "overflow": "", "alignment-baseline": "auto",
    "baseline-shift": "0", "text-decoration": "none", "unicode-bidi": "normal",
    "mix-blend-mode": "normal", "isolation": "auto", "mask-type": "luminance",
}  # fmt: skip
INITIAL = {
    "fill": "#000000", "stroke": "none", "color": "#000000", "fill-opacity": "1",
    "stroke-opacity": "1", "stroke-width": "1", "stroke-dasharray": "none",
    "stroke-dashoffset": "0", "stroke-miterlimit": "4", "fill-rule": "nonzero",
    "clip-rule": "nonzero", "stroke-linecap": "butt", "stroke-linejoin": "miter",
    "visibility": "visible", "text-anchor": "start", "font-style": "normal",
    "font-weight": "400", "font-size": "16", "letter-spacing": "0", "word-spacing": "0",
    "marker-start": "none", "marker-mid": "none", "marker-end": "none", "direction": "ltr",
    "paint-order": "normal", "text-transform": "none", "white-space": "normal",
    "dominant-baseline": "auto", "writing-mode": "lr-tb",
}  # fmt: skip
GLOBAL = ("inherit", "initial", "unset", "revert", "revert-layer")
# Refused unless they have a value that changes nothing: property → those values, way out.
REFUSED: dict[str, tuple[str, str]] = {
    "all": ("", "plain"),
    "vector-effect": ("none", "expand"),
    "text-shadow": ("none", "effects"),
    "backdrop-filter": ("none", "effects"),
    "-webkit-backdrop-filter": ("none", "effects"),
    "box-shadow": ("none", "effects"),
    "font-variant-caps": ("normal", "outlines"),
    "font-variant-position": ("normal", "outlines"),
    "font-size-adjust": ("none", "outlines"),
    "text-emphasis": ("none", "outlines"),
    "text-emphasis-style": ("none", "outlines"),
    "text-combine-upright": ("none", "outlines"),
    "text-orientation": ("mixed", "outlines"),
    "text-decoration-style": ("solid", "outlines"),
    "mask-image": ("none", "clip"),
    "-webkit-mask": ("none", "clip"),
    "-webkit-mask-image": ("none", "clip"),
    "mask-border": ("none", "clip"),
    "mask-mode": ("match-source", "clip"),
    "offset": ("none", "plain"),
    "offset-path": ("none", "plain"),
    "perspective": ("none", "effects"),
    "transform-style": ("flat", "effects"),
    "zoom": ("1 normal 100%", "plain"),
    "content-visibility": ("visible auto", "plain"),
    "animation": ("none", "still"),
    "animation-name": ("none", "still"),
    "-webkit-animation": ("none", "still"),
    "-webkit-animation-name": ("none", "still"),
    "shape-subtract": ("none", "flowed"),
    "font-feature-settings": ("normal", "outlines"),
    "color-interpolation": ("auto srgb", "effects"),
}
NUMERIC_WEIGHTS = {"normal": "400", "bold": "700", "bolder": "bolder", "lighter": "lighter"}
