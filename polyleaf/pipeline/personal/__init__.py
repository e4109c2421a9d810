"""A batch file × a project → personal copies: sheets with values for one person.

    batch_records   CSV or JSON lines → rows of cells, each with its place
    copy_rows       rows of cells     → the sheet and values of each row, or findings
    row_checks      rows × project    → which rows may be built
    copy_plan       rows × project    → tasks
    copies          tasks             → files, and nothing else

The values of a row are about a person. They are printed on the copy and nowhere else: no finding,
list, record, log or file name contains them, and no copy is ever kept as "up to date".
"""

from .copies import build
from .copy_plan import plan

__all__ = ["build", "plan"]
