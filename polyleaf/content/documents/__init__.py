"""Leaflets as clinics have them (Word, Markdown, web pages, text) → YAML of a leaflet.

file_text     bytes → text, in the encoding that a file or a web page has
word_files    .docx → HTML; word_marks and word_numbers what mammoth does not
              see in it; word_texts all its texts
to_html       each kind of file → HTML and its texts; page_texts those of a page
html_blocks   HTML → blocks; html_lines, html_lists and html_tables know what these stand for
inline_text   what stands within a block → inline text of ours
known_lines   lines that say who, when, where; key_lines which of these become keys
sections      blocks → a title and sections
boxes         boxes → callouts
as_leaflet    sections → the parts of a leaflet (leaflet_parts)
yaml_text     these parts → YAML, with a comment wherever something is left to a person
lost_words    which texts of the file are not in that YAML
pictures_beside  pictures that lie beside a file
one_document  one file → its leaflet
new_leaflets  files → the files of a project

Nothing is lost: what is not understood stands as a comment in the YAML, and is reported there.
"""

from .new_leaflets import MOST_BYTES, NewLeaflets, leaflets
from .one_document import KINDS, OTHERS, Document, read

__all__ = ["KINDS", "MOST_BYTES", "OTHERS", "Document", "NewLeaflets", "leaflets", "read"]
