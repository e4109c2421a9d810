"""The pages to choose a sheet from, made like a sheet: a template may take too long.

sheets     rows of the manifest → sheets, each with its editions
index_json, opds_feed, sitemap    for other systems: docs/site.md
by_code    find/, which leads from a code and a language to a sheet
service_worker    what is read without a network
shards     the same for the page's script: a file for each language
pages      index.html, and a list for each language that needs no script
"""

from .pages import NAME, make, task

__all__ = ["NAME", "make", "task"]
