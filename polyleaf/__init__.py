"""Printable patient leaflets from YAML, in every language their gettext catalogs hold.

The folder tells the way of the data, each step a plain function from one frozen type to the next:

    content     YAML text            → Leaflet
    catalog     PO bytes             → Messages
    translate   Leaflet × Messages   → LocalizedLeaflet
    typography  inline text          → inline text that no layout engine can reorder
    markup      LocalizedLeaflet     → Html
    pdf         Html                 → Pdf

Below them stand the data and readers that several steps need: `languages`, `fonts` and `scripts`
tell what is known of a language, of this machine's fonts and of a character; `inline`, `yamlfile`,
`pictures` and `files` read; `pseudo` makes the messages of a language that nobody reads. `checks`
look at what each step made.

`pipeline` composes them, and `batch` has it make what, as `state` judges, is not up to date. `cli`
is the only module that prints, `model` holds the types, `jobs` those of them that name a sheet and
what became of it, and `problems` what is said when something is wrong. Imports point down only:
`cli → batch → pipeline → stages → model → problems`.
"""

__version__ = "0.1.0"
