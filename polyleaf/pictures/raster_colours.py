"""Colours and greys of pictures → eight bits a channel, in grey or sRGB."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

SIXTEEN_BITS = 0xFFFF
SCREEN = 1 / 2.2  # the gamma of sRGB, nearly
WINDOW = "set its window (brightness and contrast) and save it with 8 bits a channel"
AGAIN = "open it, see that it is whole, and save it anew as PNG or JPEG"


class Unprintable(ValueError):
    """A picture that cannot be printed: what is wrong with it, and `hint`, what to do."""

    def __init__(self, wrong: str, hint: str = AGAIN) -> None:
        super().__init__(wrong)
        self.hint = hint


def eight_bits(image: Image.Image) -> Image.Image:
    """The picture in grey or sRGB, with its transparency if it has any."""
    deep = image.mode.startswith(("I", "F"))
    clear = image.convert("RGBA").getchannel("A") if transparent(image) and not deep else None
    drawn = _grey(image) if deep else _in_srgb(image)
    if power := gamma(image):
        levels = [round(255 * _srgb((level / 255) ** (1 / power))) for level in range(256)]
        drawn = drawn.point(levels * len(drawn.getbands()))
    if clear:
        drawn.putalpha(clear)
    return drawn


def _grey(image: Image.Image) -> Image.Image:
    """Sixteen bits, or twelve or eight in sixteen, as eight: Pillow itself clips them at 255."""
    if image.mode == "F":
        raise Unprintable("its greys are decimal numbers, as of a measurement", WINDOW)
    white = most(image)
    return image.convert("I").point(lambda grey: grey * (255 / white) + 0.5).convert("L")


def most(image: Image.Image) -> int:
    """The white of a picture that has room for more than eight bits; raises Unprintable."""
    low, high = (int(end) for end in image.convert("I").getextrema())  # type: ignore[arg-type]
    if low < 0 or high > SIXTEEN_BITS:
        raise Unprintable(f"its greys lie between {low:,} and {high:,}", WINDOW)
    return next(white for white in (0xFF, 0xFFF, SIXTEEN_BITS) if high <= white)


def transparent(image: Image.Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info


def plain_mode(image: Image.Image) -> str:
    return "L" if image.mode in ("1", "L", "LA", "La") else "RGB"


def _in_srgb(image: Image.Image) -> Image.Image:
    """The colours by the picture's own profile, if it has one that can be read (ICC.1)."""
    from PIL import ImageCms

    own = profile(image)
    source = image
    if image.mode not in ("L", "RGB", "CMYK", "LAB"):
        source = image.convert(plain_mode(image))
    if own is None and source.mode == "LAB":
        own = ImageCms.createProfile("LAB")
    if own is not None:
        try:
            drawn = ImageCms.profileToProfile(
                source,
                own,
                ImageCms.createProfile("sRGB"),
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                outputMode="RGB",
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
        except (ImageCms.PyCMSError, OSError):  # such as a profile of RGB in a picture of greys
            drawn = None
        if drawn is not None:
            return drawn.convert("L") if source.mode == "L" else drawn
    return source.convert(plain_mode(source))


def gamma(image: Image.Image) -> float | None:
    """What the levels of a PNG are powers of, if it is another power than that of sRGB.

    A profile, or a chunk that says that they are sRGB, counts more (PNG, 4.3).
    """
    power = image.info.get("gamma")
    if {"srgb", "icc_profile"} & image.info.keys() or not isinstance(power, float):
        return None
    return power if 0.01 < power < 10 and abs(power / SCREEN - 1) > 0.02 else None


def _srgb(light: float) -> float:
    """The level of sRGB that shows so much light (IEC 61966-2-1)."""
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def profile(image: Image.Image) -> Any:
    """The picture's colour profile; None if it has none, or none that can be read."""
    from PIL import ImageCms

    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(image.info["icc_profile"]))
    except (KeyError, OSError, TypeError):
        return None
