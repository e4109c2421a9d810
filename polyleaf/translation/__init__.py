"""Catalogs, and what is made of them: a leaflet in its reader's language.

catalog    PO bytes ↔ messages
reader     the inputs of a project, each read once and noted
localize   Leaflet × Messages → LocalizedLeaflet
workflow   what translators and reviewers do: update, sign, waive, status
"""
