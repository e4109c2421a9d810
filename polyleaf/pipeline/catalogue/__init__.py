"""The pages to choose a sheet from, made like a sheet: a template may take too long.

sheets     rows of the manifest → sheets, each with its editions
index_json, opds_feed, sitemap    for other systems: docs/site.md
by_code    find/, which leads from a code and a language to a sheet
service_worker    what is read without a network
shards     the same for the page's script: a file for each language
pages      index.html, and a list for each language that needs no script
"""

from .by_code import PAGE as FIND
from .by_code import find
from .pages import NAME, make, task
from .service_worker import NAME as SERVICE_WORKER
from .sitemap import left_out

__all__ = ["FIND", "NAME", "SERVICE_WORKER", "find", "left_out", "make", "task"]
