"""Html → Pdf. The only package that knows WeasyPrint."""

from .draw import draw, prepare

__all__ = ["draw", "prepare"]
