"""Html → Pdf. The only package that knows WeasyPrint, and the fonts it may see."""

from .draw import draw, prepare
from .fonts import missing_fonts

__all__ = ["draw", "missing_fonts", "prepare"]
