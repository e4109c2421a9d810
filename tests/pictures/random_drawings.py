"""Drawings made by chance of what tools write, one within another: nobody chose what they show."""

from __future__ import annotations

from random import Random

COLOURS = ("red", "#0a0", "rgb(0 0 255 / .6)", "hsl(30 90% 50%)", "currentColor", "none", "#8ac8",
           "oklch(0.6 0.2 300)", "url(#g1)", "url(#g2)", "url(#p1)", "inherit", "transparent",
           "var(--c)", "var(--z, orange)")  # fmt: skip
# Property → its values, and how often it is there.
STYLES: dict[str, tuple[float, tuple[str, ...]]] = {
    "fill": (0.7, COLOURS),
    "stroke": (0.5, COLOURS),
    "stroke-width": (0.4, ("2px", "4px", "1mm", "0px", ".3em", "8px")),
    "stroke-dasharray": (0.1, ("5", "5 2", "5,2,1", "none", "0", "4 0", "1 3 5")),
    "stroke-linecap": (0.1, ("round", "square", "butt")),
    "stroke-linejoin": (0.1, ("round", "bevel", "miter")),
    "opacity": (0.1, (".5", "50%", "0", "1.5", ".8")),
    "fill-opacity": (0.05, (".5", "50%", "1.5")),
    "stroke-opacity": (0.05, (".5", ".8")),
    "visibility": (0.05, ("hidden", "visible", "inherit")),
    "display": (0.03, ("none", "inline", "block")),
    "fill-rule": (0.05, ("evenodd", "nonzero")),
    "color": (0.06, ("purple", "teal", "rgb(200,100,0)")),
    "paint-order": (0.05, ("stroke", "markers", "stroke fill")),
}
LAYERS: dict[str, tuple[float, tuple[str, ...]]] = {
    "clip-path": (0.08, ("url(#c1)", "url(#c2)", "none", "url(#nowhere)")),
    "mask": (0.06, ("url(#m1)", "url(#m2)", "none")),
    "filter": (0.08, ("url(#f1)", "blur(2px)", "grayscale(50%)", "none", "brightness(1.5)",
                      "hue-rotate(90deg)", "drop-shadow(3px 3px 0 red)", "sepia(1)", "invert(.8)",
                      "contrast(2)", "saturate(3)", "opacity(40%)")),
    "mix-blend-mode": (0.04, ("multiply", "screen", "darken", "normal")),
    "marker": (0.05, ("url(#k1)", "url(#k2)", "none")),
}  # fmt: skip
LETTERS: dict[str, tuple[float, tuple[str, ...]]] = {
    "font-size": (1.0, ("14px", "20px", "1.2em", "120%", "larger", "5mm", "small")),
    "text-anchor": (0.3, ("start", "middle", "end")),
    "font-weight": (0.2, ("bold", "700", "400", "bolder")),
    "font-style": (0.15, ("italic", "normal")),
    "letter-spacing": (0.15, ("2px", ".1em", "-1px", "normal")),
    "word-spacing": (0.1, ("5px", ".5em")),
    "baseline-shift": (0.05, ("5px", "-3px", "10%")),
}
TRANSFORMS = ("translate(10 5)", "rotate(20)", "rotate(30 50 50)", "scale(1.2)", "skewX(15)",
              "matrix(1 .2 -.2 1 5 5)", "translate(10)", "rotate(-15) scale(.8)", "scale(.5 1)",
              "translate(5,5)rotate(10)", "scale(1,-1) translate(0,-100)")  # fmt: skip
WORDS = ("Dose 5 mg", "Take two", "fi fl", "Ünïc", "office", "每日", "ยา", "Доза")
SHEETS = (
    "",
    "<style>.a{fill:orange}.b{stroke:teal;stroke-width:3px} g>.k{opacity:.5}</style>",
    "<style>:root{--c:crimson} text{fill:navy} .a.b{fill:lime!important}</style>",
    "<style>svg{color:olive} path:not(.a){stroke-linejoin:round} use{fill:teal}</style>",
)
SIZES = (
    'viewBox="0 0 120 100"',
    'viewBox="-10 -10 140 120"',
    'width="120" height="100"',
    'width="60mm" height="50mm" viewBox="0 0 120 100"',
    'width="200" height="100" viewBox="0 0 120 100" preserveAspectRatio="xMinYMid meet"',
)
DEFS = """<defs>
<linearGradient id="g1" {turned}><stop offset=".2" stop-color="red"/><stop offset="90%"
 stop-color="yellow" stop-opacity=".3"/></linearGradient>
<radialGradient id="g2" {from}><stop stop-color="white"/><stop offset="1" stop-color="navy"/>
</radialGradient><pattern id="p1" {cell}><rect width="6" height="6" fill="teal"/>
<circle cx="9" cy="8" r="3" fill="orange"/></pattern>
<clipPath id="c1" clipPathUnits="objectBoundingBox"><circle cx=".5" cy=".5" r=".4"/></clipPath>
<clipPath id="c2"><path clip-rule="evenodd" d="M0 0H80V80H0zM20 20H50V50H20z"/></clipPath>
<mask id="m1"><rect width="200" height="100" fill="#777"/></mask>
<mask id="m2" maskContentUnits="objectBoundingBox">
<circle cx=".5" cy=".5" r=".5" fill="red"/></mask>
<filter id="f1"><feGaussianBlur stdDeviation="2"/></filter>
<marker id="k1" viewBox="0 0 10 10" refX="5" refY="5" orient="auto" markerWidth="3">
<path d="M0 0L10 5L0 10z" fill="red"/></marker>
<marker id="k2" markerWidth="6" markerHeight="6" refX="3" refY="3"><circle cx="3" cy="3" r="3.5"/>
</marker><g id="u1"><rect width="20" height="15"/><circle cx="25" cy="10" r="6" fill="blue"/></g>
<path id="u2" d="M0 0L20 10L0 20z" class="a"/><use id="u3" href="#u1" transform="scale(1.5)"/>
<symbol id="s1" viewBox="0 0 20 20"><circle cx="10" cy="10" r="11"/></symbol>
<symbol id="s2"><rect width="70%" height="50%"/></symbol></defs>"""
PATHS = {"L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "Z": 0}  # command → its numbers


class Drawing:
    """A drawing; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def text(self) -> str:
        pick = self.chance.choice
        defs = DEFS.format_map({
            "turned": pick(("", 'gradientTransform="rotate(45)"',
                            'spreadMethod="reflect" x2=".3"')),
            "from": pick(("", 'href="#g1"', 'cx=".3" fx=".6"')),
            "cell": pick(('patternUnits="userSpaceOnUse" width="15" height="12"',
                          'width=".2" height=".25"', 'width=".5" height=".5" viewBox="0 0 20 20"')),
        })  # fmt: skip
        parts = "".join(self.part(0) for _ in range(self.chance.randint(2, 5)))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {pick(SIZES)} font-family="Noto Sans">'
            f'{pick(SHEETS)}{defs}<rect width="30" height="30" fill="#ddd"/>{parts}</svg>'
        )

    def part(self, depth: int) -> str:
        shapes = (self.box, self.box, self.round, self.line, self.many, self.path, self.path,
                  self.words, self.words, self.used)  # fmt: skip
        if depth < 4 and self.chance.random() < 0.25:
            return self.group(depth + 1)
        return self.chance.choice(shapes)()

    def group(self, depth: int) -> str:
        inside = "".join(self.part(depth) for _ in range(self.chance.randint(1, 3)))
        if self.chance.random() < 0.7:
            return f"<g{self.attributes()}>{inside}</g>"
        box = self.chance.choice(("", 'viewBox="0 0 50 30"'))
        return (
            f'<svg x="{self.number()}" y="{self.number()}" width="{self.number(20, 80)}" '
            f'height="{self.number(20, 60)}" {box}>{inside}</svg>'
        )

    def box(self) -> str:
        corner = self.chance.choice(("", ' rx="8"', ' ry="5" rx="20"', ' rx="50%"'))
        size = f'width="{self.number(10, 60)}" height="{self.number(10, 50)}"'
        return f'<rect x="{self.number()}" y="{self.number()}" {size}{corner}{self.attributes()}/>'

    def round(self) -> str:
        place = f'cx="{self.number()}" cy="{self.number()}"'
        if self.chance.random() < 0.5:
            return f'<circle {place} r="{self.number(5, 30)}"{self.attributes()}/>'
        radii = f'rx="{self.number(5, 30)}" ry="{self.number(5, 20)}"'
        return f"<ellipse {place} {radii}{self.attributes()}/>"

    def line(self) -> str:
        ends = " ".join(f'{key}="{self.number()}"' for key in ("x1", "y1", "x2", "y2"))
        return f"<line {ends}{self.attributes()}/>"

    def many(self) -> str:
        points = " ".join(f"{self.number()},{self.number()}" for _ in range(4))
        name = self.chance.choice(("polyline", "polygon"))
        return f'<{name} points="{points}"{self.attributes()}/>'

    def path(self) -> str:
        data = f"M{self.number()} {self.number()}"
        for _ in range(self.chance.randint(1, 5)):
            command, count = self.chance.choice(list(PATHS.items()))
            near = self.chance.random() < 0.5
            numbers = (self.number(-40, 40) if near else self.number() for _ in range(count))
            data += (command.lower() if near else command) + " ".join(numbers)
        return f'<path d="{data}"{self.attributes()}/>'

    def words(self) -> str:
        text = self.chance.choice(WORDS)
        if self.chance.random() < 0.3:
            text += f" <tspan{self.attributes(LETTERS, turned=False)}>Take two</tspan>"
        place = f'x="{self.number(0, 80)}" y="{self.number(20, 100)}"'
        return f"<text {place}{self.attributes(LETTERS | LAYERS)}>{text}</text>"

    def used(self) -> str:
        place = f'x="{self.number(0, 50)}" y="{self.number(0, 50)}" width="40" height="30"'
        address = self.chance.choice(("u1", "u2", "u3", "s1", "s2", "nowhere"))
        return f'<use href="#{address}" {place}{self.attributes()}/>'

    def attributes(
        self, more: dict[str, tuple[float, tuple[str, ...]]] = LAYERS, *, turned: bool = True
    ) -> str:
        found, sheet = "", ""
        for key, (often, values) in (STYLES | more).items():
            if self.chance.random() >= often:
                continue
            value = self.chance.choice(values)
            if key in ("mix-blend-mode", "marker") or self.chance.random() < 0.5:
                sheet += f"{key}:{value};"
            else:
                found += f' {key}="{value}"'
        if turned and self.chance.random() < 0.25:
            found += f' transform="{self.chance.choice(TRANSFORMS)}"'
        if self.chance.random() < 0.15:
            found += f' class="{self.chance.choice(("a", "b", "a b", "k"))}"'
        return f'{found} style="{sheet}"' if sheet else found

    def number(self, low: int = 0, high: int = 100) -> str:
        return f"{self.chance.uniform(low, high):.1f}"
