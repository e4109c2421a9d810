"""What a new project and a new leaflet begin with.

answers       who the clinic is and what it wants, checked
clinic_text   answers → clinic.yaml, every key explained by the schema's own words
project_files answers → all files of a new project
skeletons     a kind of leaflet → its YAML, with [add …] where words are to be filled in
files/, kinds/   what they copy
"""

from .answers import Answers, checked
from .project_files import TO_WRITE, project_files, write_new
from .skeletons import KINDS, skeleton

__all__ = ["KINDS", "TO_WRITE", "Answers", "checked", "project_files", "skeleton", "write_new"]
