"""Catalogs, and leaflets in the language of their readers.

catalog    PO bytes ↔ messages
reader     the inputs of a project, each read once
localize   Leaflet × Messages → LocalizedLeaflet
workflow   the work of translators and reviewers: update, sign, waive, status
"""
