"""A project's folder: its clinic, its leaflets, its pictures and its editions, read and checked.

project    where a project's things are, and what of it is selected
clinic     clinic.yaml → the clinic that sheets print
leaflets   YAML text → Leaflet
editions   a templates folder → Edition
pictures   picture files → Asset
yaml       YAML bytes → a shape in which every string knows its line and column
"""
