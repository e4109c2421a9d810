"""Text that can be read out of a page again: shaped runs, and the glyphs that stand for them."""
