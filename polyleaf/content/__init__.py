"""A project's folder: its clinic, leaflets, pictures and editions, read and checked.

project    where a project's files are, and which of its leaflets are selected
clinic     clinic.yaml → the clinic that sheets print
picture_files  picture files → Asset
leaflets   YAML text → Leaflet
editions   templates folder → Edition
yaml       YAML bytes → a validated shape whose strings know their line and column
"""
