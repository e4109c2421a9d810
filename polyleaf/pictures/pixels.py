"""PNG and JPEG: whether they are whole, and no larger than a page needs."""

from __future__ import annotations

import io
import warnings

MAX_PIXELS = 25_000_000  # A4 at 300 dpi has nine million
TURNED, SIDEWAYS = 0x0112, (5, 6, 7, 8)  # Exif 3.0, 4.6.5: the tag Orientation
RENDERED = {"PNG": "image/png", "JPEG": "image/jpeg"}


def fault(data: bytes) -> str:
    """What is wrong with a PNG or JPEG; its size is checked before its pixels are read."""
    from PIL import Image, ImageFile, UnidentifiedImageError

    # The engine, once it is loaded, makes Pillow accept truncated pictures.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our limit is lower
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        with image:
            if image.width * image.height > MAX_PIXELS:
                return f"it has over {MAX_PIXELS:,} pixels"
            if image.format == "PNG" and getattr(image, "is_animated", False):
                return "it is animated"
            image.load()
    except UnidentifiedImageError:
        return "it is not a PNG or JPEG"
    except (OSError, SyntaxError, ValueError, OverflowError, Image.DecompressionBombError) as error:
        return str(error)
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    return ""


def embedded(data: bytes) -> tuple[str, bytes, int]:
    """A picture inside a drawing as (media type, data, pixels), upright; raises ValueError.

    The renderer ignores a photograph's orientation, and reads no JPEG in CMYK.
    """
    if wrong := fault(data):
        raise ValueError(wrong)
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
        count = image.width * image.height
        kind = image.format or "PNG"
        if image.getexif().get(TURNED, 1) in (0, 1) and image.mode in ("1", "L", "LA", "P", "RGB", "RGBA"):
            return RENDERED[kind], data, count
        upright = ImageOps.exif_transpose(image)
        upright = upright if upright.mode in ("L", "LA", "RGB", "RGBA") else upright.convert("RGB")
        file = io.BytesIO()
        upright.save(file, kind, **({"quality": 92, "subsampling": 0} if kind == "JPEG" else {}))
    return RENDERED[kind], file.getvalue(), count
