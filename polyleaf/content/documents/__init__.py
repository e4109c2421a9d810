"""Leaflets as clinics have them (Word, Markdown, web pages, text) → YAML of a leaflet.

word_files    .docx → HTML, and every text that is in it, also where no reader looks
file_text     bytes → text, in the encoding that a file or a web page has
to_html       each kind of file → HTML and its texts
html_blocks   HTML → blocks: headings, paragraphs, lists, tables, pictures, boxes
inline_text   what stands within a block → inline text of ours
known_lines   lines that say who, when, where: dates, authors, sources, emergency numbers
as_leaflet    blocks → the parts of a leaflet
yaml_text     these parts → YAML, with a comment wherever something is left to a person
lost_words    which texts of the file are not in that YAML
one_document  one file → its leaflet
new_leaflets  files → the files of a project

Nothing is lost: what is not understood stands as a comment in the YAML, and is reported there.
"""

from .new_leaflets import MOST_BYTES, NewLeaflets, leaflets
from .one_document import KINDS, OTHERS, Document, read

__all__ = ["KINDS", "MOST_BYTES", "OTHERS", "Document", "NewLeaflets", "leaflets", "read"]
