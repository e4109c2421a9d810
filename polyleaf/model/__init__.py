"""The types that the steps pass to each other: immutable, complete when created, no dicts.

Every translatable string is a `Text` that knows its file, line and column, so that any problem with
it is reported at the place where its author wrote it.

    findings            what is wrong, where, and what to do about it
    jobs                requested sheets and the result of a run, by name only
    leaflet, inline     a leaflet as written, down to each string and the markup in it
    catalog             the messages of a catalog, their review and state
    clinic, look        the clinic, and how it wants its sheets to look
    sheet               language, edition and the page in its stages
    task                a job with everything it needs, and its outcome
    unit                a message with its translation, for checks
    walk                every string of a structure
    copy, pack          a personal copy; a review pack

`findings` and `jobs` hold named tuples: a build with nothing to do loads them, and loading a module
of dataclasses takes as long as hashing a thousand files.
"""
