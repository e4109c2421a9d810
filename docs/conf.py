"""How Sphinx makes a site of this folder: `make docs`."""

project = "Polyleaf"
author = "The Polyleaf authors"
copyright = "the Polyleaf authors"
extensions = ["myst_parser"]
exclude_patterns = ["conf.py"]
myst_heading_anchors = 4  # links lead to headings, as on the host of the code
suppress_warnings = ["misc.highlighting_failure"]  # CSV has no colours
html_theme = "furo"
html_title = "Polyleaf"
html_show_sphinx = False
html_copy_source = False
html_theme_options = {
    "source_repository": "https://github.com/polyleaf/polyleaf/",
    "source_branch": "main",
    "source_directory": "docs/",
}
