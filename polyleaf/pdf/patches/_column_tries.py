"""Columns that were laid out to see what fits stand as they are.

Why: the engine lays columns out to see how high they must be, and once more for the page. To
balance them it lets them grow by what the next box lacks, which it finds by laying that out too, or
by a pixel at a time where nothing is known to lack: a list of two columns took forty turns, each of
them in every turn of the columns around it.

What: each turn lays the columns out at their own places, with what is known of the page, and the
last one is kept. They grow by a line at a time. Where footnotes, or boxes that go on elsewhere,
have to be counted, the columns are laid out once more as before.

The changes are those of `column_rest`, which replaces the same function.

Upstream: WeasyPrint #984, docs/upstream/21-column-tries.md.
"""

from __future__ import annotations

BEGIN = """\
        while True:
            # Remove extra excluded shapes introduced during the previous loop
"""
BEGIN_AGAIN = """\
        new_boxes, out_of_flow = [], ([], [])
        while True:
            remove_placeholders(context, new_boxes, [], [])
            out_of_flow, tried = ([], []), height
            # Remove extra excluded shapes introduced during the previous loop
"""
COLUMN = """\
                # Render one column
                new_box, resume_at, next_page, _, _, _ = block_box_layout(
                    context, column_box,
                    context.page_bottom - current_position_y - height,
                    column_skip_stack, containing_block,
                    page_is_empty or not balancing, [], [], [], first_letter_style,
                    first_line_style, discard=False, max_lines=None)
"""
COLUMN_IN_PLACE = """\
                column_box = _create_column_box(
                    box, containing_block, column_children, width, current_position_y)
                if style['direction'] == 'rtl':
                    column_box.position_x += box.width - (i + 1) * width - i * gap
                else:
                    column_box.position_x += i * (width + gap)
                new_box, resume_at, next_page, _, _, _ = block_box_layout(
                    context, column_box,
                    context.page_bottom - current_position_y - height,
                    column_skip_stack, containing_block,
                    original_page_is_empty and not balancing, *out_of_flow, [],
                    first_letter_style, first_line_style, discard=False, max_lines=None)
"""
NEXT_BOX = """\
                    if column_skip_stack:
                        next_box =\
"""
NO_NEXT_BOX = NEXT_BOX.replace("column_skip_stack", "False")
FORGOTTEN = """\
            remove_placeholders(context, new_boxes, [], [])

            if last_loop:
"""
STEP = "add_height = 1 if lost_space == inf else lost_space"
LINE = "add_height = 1.2 * style['font_size']"
REAL = """\
        columns = []
        while True:
            column_box = _create_column_box(
"""
KEPT_OR_REAL = """\
        columns = []
        kept = (
            tried == height and len(consumed_heights) == len(new_boxes) > 0
            and column_skip_stack != {0: None}
            and (column_skip_stack is None or not height_defined)
            and bottom_space <= context.page_bottom - current_position_y - tried
            and not context.current_page_footnotes and not context.reported_footnotes
            and not context.broken_out_of_flow)
        if kept:
            columns = new_boxes
            absolute_boxes.extend(out_of_flow[0])
            fixed_boxes.extend(out_of_flow[1])
            max_column_height = max(column.margin_height() for column in columns)
            if column_skip_stack is None:
                bottom_space = original_bottom_space
        else:
            remove_placeholders(context, new_boxes, [], [])
        while not kept:
            column_box = _create_column_box(
"""
CHANGES = {
    BEGIN: BEGIN_AGAIN,
    COLUMN: COLUMN_IN_PLACE,
    NEXT_BOX: NO_NEXT_BOX,
    FORGOTTEN: "            if last_loop:\n",
    STEP: LINE,
    REAL: KEPT_OR_REAL,
}
