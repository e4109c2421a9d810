"""Pictures of pixels from cameras, scanners and telephones, as a printer can have them.

What comes out is a PNG or a JPEG of eight bits a channel in grey or sRGB, upright, of no more
pixels than A4 needs, and without what a camera wrote beside it (place, time, owner). A picture that
is so already keeps its bytes.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import file_kinds
from .raster_colours import (
    AGAIN,
    SIXTEEN_BITS,
    Unprintable,
    eight_bits,
    gamma,
    most,
    plain_mode,
    profile,
    transparent,
)

if TYPE_CHECKING:
    from PIL import Image

MAX_PIXELS = 50_000_000  # the finest that telephones take
MAX_SIDE = 3508  # pixels: the height of A4 at 300 dpi
LARGE = 1_500_000  # bytes of a PNG above which it must be a photograph
QUALITY = 88  # of a JPEG
FORMATS = ("PNG", "JPEG", "WEBP", "AVIF", "TIFF", "GIF", "BMP")
LOSSY = ("JPEG", "MPO", "WEBP", "AVIF", "HEIF")  # MPO: a JPEG with others behind it
BURSTS = ("MPO", "HEIF")  # their first picture is the one that a viewer shows
BESIDE = frozenset(("icc_profile", "exif", "comment", "xmp", "XML:com.adobe.xmp", "photoshop"))
PRINTED = {"PNG": ("L", "LA", "P", "RGB", "RGBA", "1"), "JPEG": ("L", "RGB")}
SMOOTH = ("L", "RGB", "RGBA", "CMYK", "YCbCr")  # modes whose pixels can be averaged
MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}
SMALLER = "make it smaller: 3508 pixels high and 2480 wide fill a page of A4"
STILL, PAGE = "save one frame of it", "save each page as a picture of its own"
SQUARE, OBLONG = 1.05, 3.0  # times as many pixels in an inch one way as the other
# What the decoders raise for a file that is damaged.
DAMAGES = (OSError, SyntaxError, ValueError, OverflowError, EOFError, LookupError, RuntimeError,
           struct.error, zlib.error)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Raster:
    """`data` is a PNG or JPEG, `width` by `height` pixels; `notes` say what a reader may see."""

    media_type: str
    data: bytes
    width: int
    height: int
    notes: tuple[str, ...] = ()


def read(data: bytes) -> Raster:
    """The picture in the bytes of a file; raises Unprintable if it cannot be printed."""
    from PIL import ImageOps

    with _opened(data) as image:
        kind, notes = str(image.format), tuple(_notes(image))
        if _ready(image, data):
            return Raster(MEDIA_TYPES[kind], data, *image.size, notes)
        square = _square_size(image)
        if image.mode in SMOOTH:  # early, so that fifty million pixels are copied once
            image.thumbnail((MAX_SIDE, MAX_SIDE), reducing_gap=3)
        drawn = eight_bits(ImageOps.exif_transpose(image))
        if square is not None:
            drawn = drawn.resize(square)
        drawn.thumbnail((MAX_SIDE, MAX_SIDE), reducing_gap=3)
        return _written(drawn, kind in LOSSY, notes)


def anew(picture: Raster) -> Raster:
    """The same pixels, written by a program that is known to write well."""
    with _opened(picture.data) as image:
        return _written(eight_bits(image), False, picture.notes)


def size(data: bytes) -> tuple[int, int]:
    """Width and height, in pixels, of a PNG or JPEG that is whole; raises Unprintable."""
    with _opened(data) as image:
        if image.format not in MEDIA_TYPES:
            raise Unprintable("it is neither PNG nor JPEG")
        return image.size


def scaled(data: bytes, width: int) -> Raster:
    """A PNG or JPEG that was read, made `width` pixels wide if it is wider."""
    with _opened(data) as image:
        media_type = MEDIA_TYPES[str(image.format)]
        if image.width <= width:
            return Raster(media_type, data, *image.size)
        height = max(1, round(width * image.height / image.width))
        smooth = image.convert("RGBA" if transparent(image) else plain_mode(image))
        small = smooth.resize((width, height), reducing_gap=3)
        return _written(small, image.format == "JPEG", ())


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """The picture with its pixels read, after its size was looked at; raises Unprintable."""
    from PIL import Image, ImageFile, UnidentifiedImageError

    # The engine, once it is loaded, makes Pillow accept truncated pictures.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of bombs, our limit is lower; of odd metadata
            with Image.open(io.BytesIO(data), formats=_formats(data)) as image:
                _check_size(image)
                image.load()
                yield image
    except UnidentifiedImageError:
        wrong = f"it is none of {', '.join((*FORMATS, 'HEIC'))}"
        if other := file_kinds.other(data):
            wrong = f"it is {other.name}, and {wrong.removeprefix('it is ')}"
        raise Unprintable(wrong, other.way_out if other else AGAIN) from None
    except Unprintable:
        raise
    except DAMAGES as error:
        raise Unprintable(str(error)) from None
    except Image.DecompressionBombError:
        raise Unprintable(f"it has over {MAX_PIXELS:,} pixels", SMALLER) from None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _formats(data: bytes) -> tuple[str, ...]:
    if data[4:8] != b"ftyp":  # ISO/IEC 14496-12, 4.3: HEIC begins with it, as AVIF does
        return FORMATS
    import pi_heif

    pi_heif.register_heif_opener(thumbnails=False)
    return (*FORMATS, "HEIF")


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise Unprintable(f"it has over {MAX_PIXELS:,} pixels", SMALLER)
    if getattr(image, "n_frames", 1) > 1 and image.format not in BURSTS:
        if image.format == "TIFF":
            raise Unprintable("it has several pages", PAGE)
        raise Unprintable("it has several frames: it is animated", STILL)


def _square_size(image: Image.Image) -> tuple[int, int] | None:
    """The size in square pixels of a page of a fax, which has other ones (ITU-T T.4); else None."""
    across, down = map(float, image.info.get("dpi", (1, 1)))
    if image.format != "TIFF" or not across > 0 or not down > 0:
        return None
    if not SQUARE < max(across / down, down / across) < OBLONG:
        return None
    finest = max(across, down)
    return round(image.width * finest / across), round(image.height * finest / down)


def _ready(image: Image.Image, data: bytes) -> bool:
    """Whether the bytes may go into a PDF as they are."""
    return (
        image.mode in PRINTED.get(str(image.format), ())
        and not BESIDE & image.info.keys()
        and gamma(image) is None
        and max(image.size) <= MAX_SIDE
        and len(data) <= LARGE
        and (image.format != "PNG" or _sound(data))
    )


def _sound(png: bytes) -> bool:
    """Whether the checksums of its chunks are right (PNG, 5.3): Pillow reads on, others stop."""
    at = 8
    while at + 12 <= len(png):
        length, kind = int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        body, at = png[at + 8 : at + 8 + length], at + 12 + length
        if zlib.crc32(kind + body) != int.from_bytes(png[at - 4 : at], "big"):
            return False
    return True


def _notes(image: Image.Image) -> Iterator[str]:
    if image.mode == "CMYK" and profile(image) is None:
        yield "it is in CMYK without a profile: its colours may look different"
    if image.mode.startswith("I") and most(image) < SIXTEEN_BITS:
        yield f"its greys end at {most(image):,} of {SIXTEEN_BITS:,}: it is drawn brighter"


def _written(image: Image.Image, lossy: bool, notes: tuple[str, ...]) -> Raster:
    """The picture as a file, without any metadata: the same pixels make the same bytes."""
    image.info.clear()
    file = io.BytesIO()
    if not (lossy and image.mode in PRINTED["JPEG"]):
        image.save(file, "PNG", compress_level=6)
        if file.tell() <= LARGE or image.mode not in PRINTED["JPEG"]:
            return Raster(MEDIA_TYPES["PNG"], file.getvalue(), *image.size, notes)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=QUALITY, subsampling=0)
    return Raster(MEDIA_TYPES["JPEG"], file.getvalue(), *image.size, notes)
