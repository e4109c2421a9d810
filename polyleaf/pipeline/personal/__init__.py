"""A batch file × a project → personal copies: sheets on which something stands for one person.

    records     CSV or JSON lines → rows of cells, each with its place
    rows        rows of cells     → what each asks for, or what is wrong with it
    plan        rows × project    → tasks
    build       tasks             → files, and nothing else

What stands in a row beside the sheet that it asks for is about a person. It is printed, and never
told: no finding, list, record, log or name of a file has it, and no copy is ever "up to date".
"""

from .copies import build
from .copy_plan import plan

__all__ = ["build", "plan"]
