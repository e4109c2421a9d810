"""The nouns that the steps hand to each other: frozen, whole at birth, no dicts.

Every translatable string is a `Text` that knows its file, line and column, so that whatever happens
to it later can be reported to the person who wrote it.

    findings            what is wrong, where, and what to do about it
    jobs                what is asked for and how it went, by name alone
    leaflet, inline     what a person wrote, down to each string and the marks in it
    catalog             what a catalog says, for looking up
    sheet               what a leaflet meets on its way to a page
    task                a job with all that it needs, and what became of it
    unit, walk, copy    a message with its translation; every string of a structure; a personal copy

`findings` and `jobs` are named tuples: a build that has nothing to do loads them, and a module of
dataclasses takes as long to load as a thousand files to hash.
"""
