"""The words in a drawing: which are found, what room they have, and how others take their place."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from polyleaf import languages
from polyleaf.model.findings import PolyleafError, Where
from polyleaf.model.inline import Run, parse
from polyleaf.model.sheet import Direction
from polyleaf.pictures import labels, svg
from polyleaf.typography import fonts
from polyleaf.typography.picture_fonts import font_files
from polyleaf.typography.translated_picture import picture_lines

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200" width="400" height="200">'
LINES = '<text x="20" y="50">Drink water<tspan x="20" dy="1.2em">twice a day</tspan></text>'


def drawing(inside: str) -> bytes:
    return svg.normalised(f"{HEAD}{inside}</svg>".encode(), "x.svg", Where("x.yaml"))


def words(inside: str) -> list[str]:
    return [label.source for label in labels.find(drawing(inside))]


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ('<text x="9" y="50">Kidney</text>', ["Kidney"]),
        (LINES, ["Drink water\ntwice a day"]),
        (
            '<text x="9" y="50">Take <tspan font-weight="bold">5 mg</tspan> daily, '
            'CO<tspan dy="4" font-size="9">2</tspan></text>',
            ["Take <1>5 mg</1> daily, CO<2>2</2>"],
        ),
        # Drawing programs: a line in a tspan of its own, a word in pieces, columns on one line.
        ('<text><tspan x="9" y="50"><tspan style="fill:red">Liver</tspan></tspan></text>',
         ["Liver"]),
        ('<text font-size="16"><tspan x="20" y="50">Mor</tspan><tspan x="48" y="50">ning</tspan>'
         '<tspan x="200" y="50">Evening</tspan></text>', ["Morning\nEvening"]),
        ("<style>.b{font-weight:700}</style>"
         '<text x="9" y="50">Not <tspan class="b">now</tspan></text>', ["Not <1>now</1>"]),
        # A bold line above others is no mark; each line has its own style.
        ('<text x="9" y="50"><tspan x="9" font-weight="700">Dose</tspan><tspan x="9" dy="20">'
         'late every <tspan font-size="9">night</tspan></tspan></text>',
         ["Dose\nlate every <1>night</1>"]),
        ('<switch><text x="9" y="50" systemLanguage="fr">Foie</text>'
         '<text x="9" y="50">Liver</text></switch>', ["Liver"]),
        ('<text x="9" y="50">ef\u00adﬁ\u200bcacy</text>', ["efficacy"]),
        # No words: numbers, what is hidden, what nothing draws, what lies outside.
        ('<text x="9" y="50">1.5</text><text x="9" y="70">½ 20 %</text>', []),
        ('<text x="9" y="50" aria-hidden="true">Draft</text>', []),
        ('<g display="none"><text x="9" y="50">A</text></g>', []),
        ('<g opacity="0"><text x="9" y="50">Old</text></g>', []),
        ('<text x="9" y="50" visibility="hidden">Old</text>', []),
        ('<text x="9" y="50" fill="none">Old</text>', []),
        ('<defs><text id="t">Unused</text></defs>', []),
        ('<text x="9" y="900">Outside</text>', []),
        ('<defs><text id="t">Used</text></defs><use href="#t" x="9" y="50"/>', ["Used"]),
        # From top to bottom, whatever the order of the file; what looks like markup is words.
        ('<text x="9" y="90">Below</text><text x="9" y="50">Above</text>', ["Above", "Below"]),
        ('<text x="9" y="50">**Stars** \\ {clinic.phone}</text>',
         [r"\*\*Stars\*\* \\ {clinic.phone}"]),
        ('<text x="9" y="50" direction="rtl">الكبد 5 mg</text>', ["الكبد 5 mg"]),
        ('<text x="9" y="50">肝臓</text>', ["肝臓"]),
    ],
)  # fmt: skip
def test_words_are_those_that_a_reader_sees(inside: str, found: list[str]) -> None:
    assert words(inside) == found


@pytest.mark.parametrize(
    "inside",
    [
        '<text x="1 12 20 31 40 50" y="50">KIDNEY</text>',
        '<text y="50"><tspan x="1">K</tspan><tspan x="12">I</tspan><tspan x="18">D</tspan></text>',
        "".join(f'<text x="{9 + i * 12}" y="50">{c}</text>' for i, c in enumerate("KIDNEY")),
    ],
)
def test_letters_that_are_placed_one_by_one_are_no_words(inside: str) -> None:
    with pytest.raises(labels.LettersApart, match="placed one by one"):
        words(inside)


def test_letters_of_a_key_and_ticks_of_an_axis_may_stand_apart() -> None:
    assert words(
        "".join(f'<text x="{9 + i * 60}" y="50">{c}</text>' for i, c in enumerate("ABCDE"))
    )
    assert words('<text x="1 30 60" y="50">123</text>') == []


@pytest.mark.parametrize(
    ("inside", "room"),
    [
        ('<text x="300" y="50">A b</text>', 100),
        ('<text x="300" y="50" text-anchor="end">A b</text>', 300),
        ('<text x="300" y="50" text-anchor="middle">A b</text>', 200),
        ('<g transform="translate(100 0) scale(2)"><text x="50" y="50">A b</text></g>', 100),
        ('<text transform="rotate(-90 300 150)" x="300" y="150">Axis</text>', 150),
        ('<rect x="20" y="20" width="80" height="50"/><text x="60" y="50" '
         'text-anchor="middle">Box</text>', 80),
        ('<circle cx="60" cy="45" r="40"/><text x="60" y="50" '
         'text-anchor="middle">Ring</text>', 80),
        # Wider than the box already: it only has to stay in the picture.
        ('<rect x="55" y="20" width="10" height="50"/><text x="60" y="50" '
         'text-anchor="middle">Box</text>', 120),
        ('<svg x="200" y="0" width="100" height="100" viewBox="0 0 50 50">'
         '<text x="20" y="20" font-size="8">A b</text></svg>', 80),
    ],
)  # fmt: skip
def test_room_reaches_to_the_box_around_the_words_or_to_the_edge(inside: str, room: float) -> None:
    (label,) = labels.find(drawing(inside))
    (line,) = label.lines
    found = line.room(labels.Extent(sum(map(labels.about, line.text)) * line.size, 0, 0))
    assert found
    assert found.width == pytest.approx(room, abs=1)


@cache
def drawn(svg_data: bytes, tag: str) -> Image.Image:
    families = languages.find(tag).families
    faces = tuple(face for family in families for face in fonts.faces()[family])
    png = svg.draw(svg_data, svg.FontFiles(faces, tag), 40, 150)
    return Image.open(io.BytesIO(png)).convert("RGBA")


TRANSLATED = {
    "ar": ("اشرب الماء\nمرتين يوميا", "الكبد"),
    "fa": ("آب بنوشید\nروزی دو بار", "کبد"),
    "ur": ("پانی پئیں\nدن میں دو بار", "جگر"),
    "he": ("לשתות מים\nפעמיים ביום", "כבד"),
    "km": ("ផឹកទឹក\nពីរដងក្នុងមួយថ្ងៃ", "ថ្លើម"),
    "hi": ("पानी पिएँ\nदिन में दो बार", "क्षतिग्रस्त त्वचा"),
    "ta": ("தண்ணீர் குடிக்கவும்\nஒரு நாளில் இருமுறை", "கல்லீரல்"),
    "zh-Hans": ("喝水\n每天两次", "肝脏"),
}


@pytest.mark.parametrize("tag", TRANSLATED)
def test_other_words_are_drawn_as_if_the_author_had_written_them(tag: str) -> None:
    template = (
        '<text x="20" y="50"{way}>{0}<tspan x="20" dy="1.2em">{1}</tspan></text>'
        '<text x="380" y="150" text-anchor="{end}"{way}>{2}</text>'
    )
    language = languages.find(tag)
    english = drawing(template.format("Drink water", "twice a day", "Liver", way="", end="end"))
    several, one = TRANSLATED[tag]
    made = labels.with_words(
        english,
        {0: picture_lines(several, language, {}), 1: picture_lines(one, language, {})},
        language.direction,
    )
    parts = (*several.split("\n"), one)
    if language.direction == "rtl":  # the author turns both anchors, which are logical in SVG
        way = ' direction="rtl" text-anchor="end"'
        written = template.replace("{end}", "start").format(*parts, way="").replace(
            '<text x="20" y="50"', f'<text x="20" y="50"{way}'
        ).replace('y="150"', 'y="150" direction="rtl"')  # fmt: skip
    else:
        written = template.format(*parts, way="", end="end")
    seen, wanted = drawn(made, tag), drawn(drawing(written), tag)
    assert ImageChops.difference(seen, wanted).getbbox() is None
    assert ImageChops.difference(seen, drawn(english, tag)).getbbox() is not None


def test_a_dose_keeps_its_order_and_its_style_in_arabic() -> None:
    english = drawing('<text x="9" y="50">Take <tspan fill="#c00000">5 mg</tspan> daily</text>')
    arabic = languages.find("ar")
    made = labels.with_words(
        english, {0: picture_lines("خذ <1>5 mg</1> يوميا", arabic, {})}, "rtl"
    ).decode()
    assert "\u2066" in made
    assert (
        made.index("\u2066")
        < made.index('fill="#c00000">5\N{NO-BREAK SPACE}mg')
        < made.index("\u2069")
    )
    assert 'direction="rtl"' in made


def test_what_fits_letters_of_the_old_words_alone_goes_with_them() -> None:
    english = drawing('<text x="9" y="50" dx="0 1 2" textLength="90" rotate="5 6">Liver</text>')
    made = labels.with_words(english, {0: picture_lines("जिगर", languages.find("hi"), {})}, "ltr")
    for name in (b"dx", b"textLength", b"rotate"):
        assert name not in made


def test_a_width_is_that_of_the_shaped_words() -> None:
    """Joined letters of Arabic are narrower than single ones; kerning changes Latin widths."""
    arabic = languages.find("ar").families
    runs = fonts.font_runs("اللغة", arabic, bold=False)
    single = [fonts.font_runs(letter, arabic, bold=False) for letter in "اللغة"]
    assert runs
    assert labels.extent(runs, "rtl").width < sum(
        labels.extent(each or [], "rtl").width for each in single
    )
    assert fonts.font_runs("x", ("No Such Family",), bold=False) is None


def test_running_text_begins_at_the_other_side_and_a_label_stays() -> None:
    lines = "".join(f'<tspan x="20" dy="24">line {n} is long</tspan>' for n in (2, 3))
    made = labels.with_words(
        drawing(f'<text x="20" y="40">First{lines}</text><text x="300" y="40">Liver</text>'),
        {0: picture_lines("أ\nب\nج", languages.find("ar"), {}), 1: ((Run("كبد"),),)},
        "rtl",
        {0: 150.0},
    ).decode()
    assert re.findall(r' x="([^"]*)"', made) == ["170", "170", "170", "300"]
    assert re.findall(r'text-anchor="([^"]*)"', made) == ["end", "start"]


OTHERWISE = {
    "later-illustrator-point-text",  # a place for each letter of the author's font is given up
    "text-plaintext",  # whose parts have directions of their own
    # Spaces that are no words:
    *("text-hidden", "text-white-space", "exporter-excalidraw-arrow", "exporter-penpot"),
    *("later-urdu-and-latin", "text-arabic-latin"),  # both directions; isolates, which a sheet sets
}


@pytest.mark.slow
def test_the_words_of_an_author_put_back_give_the_same_picture() -> None:
    """Over all drawings of the comparison with Chromium that have words."""
    seen = 0
    for path in sorted((Path(__file__).parent / "svg").glob("*.svg")):
        try:
            plain = svg.normalised(path.read_bytes(), path.name, Where(path.name))
            found = labels.find(plain)
        except (PolyleafError, labels.LettersApart):
            continue
        words = {each.number: tuple(map(parse, each.source.split("\n"))) for each in found}
        if not words or path.stem in OTHERWISE or b"textLength" in plain:
            continue  # a length for the letters of the author's font is given up too
        way: Direction = "rtl" if b'direction="rtl"' in plain else "ltr"
        seen += 1
        old, new = (pixels(data) for data in (plain, labels.with_words(plain, words, way)))
        difference = sum(ImageChops.difference(old, new).convert("L").tobytes())
        ink = sum(ImageChops.invert(old.convert("L")).tobytes())
        assert difference <= 0.01 * ink, path.name
    assert seen > 60


def pixels(drawn_svg: bytes) -> Image.Image:
    fonts_of = font_files(svg.characters(drawn_svg), languages.find("en"))
    image = Image.open(io.BytesIO(svg.draw(drawn_svg, fonts_of, 50, 96))).convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
