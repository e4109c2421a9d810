"""Pictures of cameras, scanners and telephones come out as a printer can have them, or are refused.

Judged by what a viewer sees: the colours, which way is up, and what else is in the file.
"""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

from polyleaf import pictures
from polyleaf.model.findings import PolyleafError, Where
from polyleaf.model.leaflet import Asset
from polyleaf.pictures import raster

from ..conftest import Sandbox
from ..strategies import quick, spoiled

WHERE = Where("content/hands.yaml", 7, 16)
SIZE = (60, 40)
GREYS = Image.linear_gradient("L").rotate(90).resize((256, 40))  # black at its left, white right
NOISE = Image.effect_noise((100, 100), 50)
ORIENTATION, GPS = 0x0112, 0x8825


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def read(data: bytes, name: str = "x.png") -> tuple[Asset, Image.Image]:
    asset = pictures.read(name, data, WHERE)
    image = Image.open(io.BytesIO(asset.data))
    assert asset.media_type == {"PNG": "image/png", "JPEG": "image/jpeg"}[str(image.format)]
    assert asset.width == image.width
    return asset, image


def refused(data: bytes, name: str = "x.png") -> str:
    with pytest.raises(PolyleafError) as caught:
        pictures.read(name, data, WHERE)
    (finding,) = caught.value.findings
    assert (finding.where, name in finding.message, bool(finding.hint)) == (WHERE, True, True)
    return f"{finding.code}: {finding.message} ({finding.hint})"


def grey(factor: float, mode: str = "I;16") -> Image.Image:
    return GREYS.convert("I").point(lambda value: value * factor).convert(mode)


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
@pytest.mark.parametrize(("factor", "told"), [(257, ""), (16, "4,095"), (1, "255")])
def test_greys_of_sixteen_bits_keep_their_shades(kind: str, factor: float, told: str) -> None:
    asset, image = read(saved(grey(factor), kind), f"x-ray.{kind.lower()}")
    wanted = [GREYS.getpixel((x, 20)) for x in range(0, 256, 15)]
    drawn = [image.convert("L").getpixel((x, 20)) for x in range(0, 256, 15)]
    assert all(abs(a - b) <= 2 for a, b in zip(wanted, drawn, strict=True))  # type: ignore[operator]
    assert [f"end at {told}" in note.message for note in asset.notes] == [True] * bool(told)


@pytest.mark.parametrize("image", [grey(1, "F"), grey(1e6, "I"), grey(-1, "I")])
def test_greys_of_a_measurement_need_a_window(image: Image.Image) -> None:
    assert "set its window" in refused(saved(image, "TIFF"), "ct.tif")


def profile(name: str) -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(name)).tobytes()  # type: ignore[arg-type]


def test_ink_without_a_profile_is_reported_and_drawn() -> None:
    for kind in ("JPEG", "TIFF"):
        asset, image = read(saved(Image.new("CMYK", SIZE, (255, 0, 0, 0)), kind), "x.jpg")
        assert (image.mode, image.getpixel((5, 5))) == ("RGB", (0, 255, 255))
        (note,) = asset.notes
        assert (note.code, note.where) == ("picture-changed", WHERE)


def test_colours_are_those_of_the_pictures_profile() -> None:
    wide = Path("/usr/share/color/icc/ghostscript/default_cmyk.icc")
    lab = ImageCms.profileToProfile(
        Image.new("RGB", SIZE, (200, 60, 40)),
        ImageCms.createProfile("sRGB"),
        ImageCms.createProfile("LAB"),
        outputMode="LAB",
    )
    assert lab is not None
    _, image = read(saved(lab, "TIFF"), "scan.tif")
    assert all(
        abs(a - b) < 6
        for a, b in zip(image.getpixel((5, 5)), (200, 60, 40), strict=True)  # type: ignore[arg-type]
    )
    if wide.exists():
        ink = saved(Image.new("CMYK", SIZE, (255, 0, 0, 0)), "JPEG", icc_profile=wide.read_bytes())
        asset, image = read(ink, "brand.jpg")
        assert image.getpixel((5, 5))[0] < 60, "cyan on paper is no neon"  # type: ignore[index]
        assert asset.notes == ()
    assert (
        read(saved(Image.new("RGB", SIZE, "red"), "JPEG", icc_profile=b"broken"))[1].mode == "RGB"
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_is_upright_and_says_nothing_of_its_camera(kind: str, turn: int) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    if kind != "TIFF":  # to which Pillow writes no places
        exif[GPS] = {1: "N", 2: (51.0, 30.0, 0.0)}
    corner = Image.new("RGB", SIZE, "white")
    corner.paste("red", (0, 0, 30, 20))
    asset, image = read(saved(corner, kind, exif=exif), "photo.jpg")
    meant = ImageOps.exif_transpose(Image.open(io.BytesIO(saved(corner, "PNG", exif=exif))))
    assert image.size == meant.size
    for x, y in ((6, 6), (image.width - 7, image.height - 7)):
        drawn, wanted = image.convert("RGB").getpixel((x, y)), meant.getpixel((x, y))
        assert max(abs(a - b) for a, b in zip(drawn, wanted, strict=True)) < 40  # type: ignore[arg-type]
    assert not image.getexif()
    assert b"Exif" not in asset.data


@pytest.mark.parametrize("kind", ["WEBP", "AVIF", "TIFF", "GIF", "BMP", "MPO"])
def test_formats_of_telephones_and_scanners_are_taken_whatever_their_name(kind: str) -> None:
    for name in (f"x.{kind.lower()}", "x.jpg") if kind != "MPO" else ("x.jpg",):
        _, image = read(saved(Image.new("RGB", SIZE, (200, 30, 30)), kind), name)
        assert (image.size, image.convert("RGB").getpixel((5, 5))[0] > 180) == (SIZE, True)  # type: ignore[index]


def test_photographs_of_telephones_are_read() -> None:
    data = (Path(__file__).parent / "telephone.heic").read_bytes()
    asset, image = read(data, "IMG_0001.HEIC")
    assert (asset.media_type, image.size) == ("image/jpeg", (64, 48))
    left, right = image.getpixel((10, 24)), image.getpixel((54, 24))
    assert (left[0] > 180 > left[2], right[2] > 180 > right[0]) == (True, True)  # type: ignore[index]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_clear_stays_clear(mode: str) -> None:
    clear = Image.new("RGBA", SIZE, (255, 0, 0, 0))
    clear.paste((0, 0, 0, 255), (0, 0, 30, 40))
    for kind in ("PNG", "WEBP"):
        _, image = read(saved(clear.convert(mode) if kind == "PNG" else clear, kind), "x.png")
        alpha = image.convert("RGBA").getchannel("A")
        assert (alpha.getpixel((5, 5)), alpha.getpixel((55, 5))) == (255, 0)


def test_a_page_of_a_fax_is_as_long_as_it_was_sent() -> None:
    page = Image.new("1", (1728, 1100), 1)  # 204 dots across an inch, 98 down (ITU-T T.4)
    _, image = read(saved(page, "TIFF", compression="group4", dpi=(204, 98)), "fax.tif")
    assert image.size == (1728, 2290)


@pytest.mark.slow
def test_a_large_photograph_is_made_as_fine_as_paper_shows() -> None:
    data = saved(Image.effect_noise((6000, 4000), 40).convert("RGB"), "JPEG", quality=95)
    assert len(data) > 8_000_000
    asset, image = read(data, "photo.jpg")
    assert max(image.size) == raster.MAX_SIDE
    assert len(asset.data) < len(data) / 2
    assert asset == pictures.read("photo.jpg", data, WHERE), "the same bytes twice"
    small = raster.scaled(data, 1004)  # 85 mm at 300 dpi
    assert (small.width, Image.open(io.BytesIO(small.data)).size) == (1004, (1004, 669))


def test_a_picture_that_only_some_can_read_is_written_anew() -> None:
    """Pillow passes over wrong checksums; readers of PDF and the renderer of drawings stop."""
    whole = saved(GREYS, "PNG")
    at = whole.index(b"IEND") - 5  # in the checksum of the chunk before
    data = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
    asset, image = read(data)
    assert asset.data != data
    assert image.tobytes() == GREYS.tobytes()
    assert read(asset.data)[0].data == asset.data


@pytest.mark.parametrize(("gamma", "shown"), [(1.0, 188), (0.55556, 146), (0.45455, 128)])
@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P"])
def test_levels_of_another_gamma_are_as_a_browser_shows_them(
    mode: str, gamma: float, shown: int
) -> None:
    plain = Image.new("RGB", (8, 8), (128, 128, 128))
    image = plain.quantize(4) if mode == "P" else plain.convert(mode)
    chunk = PngImagePlugin.PngInfo()
    chunk.add(b"gAMA", round(gamma * 100_000).to_bytes(4, "big"))
    _, drawn = read(saved(image, "PNG", pnginfo=chunk))
    assert drawn.convert("RGB").getpixel((4, 4)) == pytest.approx((shown,) * 3, abs=1)


def test_a_damaged_picture_of_a_telephone_is_refused() -> None:
    """Its decoder has errors of its own."""
    data = bytearray(saved(Image.effect_noise((64, 64), 50).convert("RGB"), "AVIF"))
    at = data.index(b"mdat") + 4
    data[at : at + 40] = bytes(40)
    assert "picture-broken" in refused(bytes(data))


def test_a_plain_picture_keeps_its_bytes() -> None:
    for kind in ("PNG", "JPEG"):
        data = saved(GREYS.convert("RGB"), kind)
        assert read(data)[0].data == data


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (saved(Image.new("1", (8000, 7000)), "PNG"), "x.png", "over 50,000,000 pixels"),
        (saved(GREYS, "WEBP", save_all=True, append_images=[GREYS.rotate(90)]), "x.webp", "frames"),
        (
            saved(GREYS, "GIF", save_all=True, append_images=[GREYS.rotate(180)]),
            "x.gif",
            "animated",
        ),
        (saved(GREYS, "TIFF", save_all=True, append_images=[GREYS]), "x.tif", "several pages"),
        (saved(NOISE, "PNG")[:-900], "x.png", "truncated"),
        (b"", "x.png", "picture-broken"),
        (b"%PDF-1.7", "x.jpg", "it is a PDF, and none of PNG, JPEG"),
        (b"\xff\x4f\xff\x51" + bytes(40), "x.jpg", "JPEG 2000"),
        (b"version https://git-lfs.github.com/spec/v1\n", "x.png", "git lfs pull"),
        (bytes(128) + b"DICM" + bytes(40), "x.jpg", "set the window"),
        (b"%PDF-1.7", "x.pdf", "picture-type"),
        (b"8BPS", "x.psd", "export it as SVG, PNG or JPEG"),
        (b"\xff\x0a", "x.jxl", "picture-type"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(40), "x.heic", "picture-broken"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_the_way_out(
    data: bytes, name: str, told: str
) -> None:
    assert told in refused(data, name)


@pytest.mark.slow
@given(st.data())
@quick
def test_no_spoiled_picture_is_more_than_refused(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["PNG", "JPEG", "WEBP", "TIFF", "GIF", "BMP", "AVIF"]))
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    options: dict[str, object] = {} if kind in ("GIF", "BMP") else {"exif": exif}
    pieces = (b"\x00", b"\xff", b"IHDR", b"iCCP", b"eXIf", b"Exif\x00\x00", b"ICCP", b"ftyp")
    broken = data.draw(spoiled(saved(NOISE.convert("RGB"), kind, **options), pieces))
    with suppress(PolyleafError):
        read(broken)


@pytest.mark.slow
def test_a_sheet_with_an_x_ray_and_ink_of_a_press(project: Sandbox) -> None:
    (project.root / "content/x-ray.tif").write_bytes(saved(grey(16), "TIFF"))
    (project.root / "content/brand.jpg").write_bytes(
        saved(Image.new("CMYK", SIZE, (255, 0, 0, 0)), "JPEG")
    )
    project.edit(
        "content/hands.yaml",
        "    blocks:\n",
        "    blocks:\n"
        "      - figure: {image: x-ray.tif, alt: A hand, caption: A hand}\n"
        "      - figure: {image: brand.jpg, alt: A square, caption: A square}\n",
    )
    done = project.run("-e", "a4", "-l", "en")
    assert done.returncode == 0, done.stdout + done.stderr
    said = done.stdout + done.stderr
    assert said.count("warning[picture-changed]") == 2
    assert said.count("warning[picture-coarse]") == 2, "both are a few hundred pixels wide"
    assert "content/hands.yaml:13:41: warning[picture-coarse]" in said, "at what it shows"
    (file,) = (project.root / "output/en").glob("*.pdf")
    with pikepdf.open(file) as pdf:
        drawn = [image for page in pdf.pages for image in page.get_images().values()]
        assert {str(image.ColorSpace) for image in drawn} <= {"/DeviceGray", "/DeviceRGB"}
        assert {int(image.BitsPerComponent) for image in drawn} == {8}


@pytest.mark.slow
def test_a_photograph_is_as_fine_as_its_place_shows(project: Sandbox) -> None:
    photo = Image.effect_noise((3000, 2000), 20).convert("RGB")
    (project.root / "content/photo.jpg").write_bytes(saved(photo, "JPEG"))
    figure = "      - figure: {image: photo.jpg, alt: A hand, caption: A hand}\n"
    project.edit("content/hands.yaml", "    blocks:\n", f"    blocks:\n{figure}")
    done = project.run("-e", "a4,web", "-l", "en")
    assert (done.returncode, "picture-coarse" in done.stdout + done.stderr) == (0, False)
    with pikepdf.open(project.root / "output/en/hands_en_a4.pdf") as pdf:
        (drawn,) = [image for page in pdf.pages for image in page.get_images().values()]
    assert 900 < int(drawn.Width) < 1100, "a column of 85 mm with 300 dots an inch"
    page = (project.root / "output/en/hands_en_web.html").read_bytes()
    assert 0.2 < len(page) / 1_000_000 < 1.5
