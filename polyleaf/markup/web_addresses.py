"""Where the files of the output folder are, as a page in one of its folders names them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Address:
    """`address(file)` of a file by its path in the output folder.

    Whole where it is known where the folder stands on the web, else from the page's own folder.
    """

    site: str  # with a slash at its end; empty: not known
    page: str  # the path of the page in the output folder

    def __call__(self, file: str) -> str:
        up = "../" * self.page.count("/")
        return f"{self.site or up}{quote(file)}"

    @property
    def own(self) -> str:
        """The page's own."""
        return self(self.page)
