"""What word processors, assistants and web tools leave in a text that is pasted from them.

Rows as `markup_habits` has them: kind, pattern, what to do, whether it is surely not meant.
"""

from __future__ import annotations

ADDRESS = r"(?:https?:|www\.|mailto:|tel:)"
ASSISTANT = "take it out: an assistant left it"
PROCESSOR = "take it out: a word processor left it"

LEAVINGS: tuple[tuple[str, str, str, bool], ...] = (
    (
        "spaced link",
        rf"\[[^\[\]]{{1,100}}\] +\({ADDRESS}[^()\s]{{1,300}}\)",
        "write [text](address), without a space between",
        True,
    ),
    (
        "assistant's citation",
        r"【\d[^【】]{0,60}†[^【】]{0,60}】|:contentReference\[|\boaicite\b|"
        r"\b(?:cite)?turn\d{1,2}(?:search|view|news|file)\d{1,2}\b",
        ASSISTANT,
        True,
    ),
    (
        "assistant's words",
        r"(?i:\bas an ai (?:language )?model\b|\bmy knowledge cut-?off\b|"
        r"^(?:sure|certainly|of course|absolutely)[!,.] here(?:['’]s| is| are)\b)",
        ASSISTANT,
        True,
    ),
    (
        "blank",
        r"(?i:\[(?:insert|enter|add|your)\s[^\[\]]{1,60}\]|<(?:insert|enter|add|your)\s[^<>]{1,60}>)",
        "write what is meant, or a placeholder such as {clinic.phone}",
        True,
    ),
    ("filler", r"(?i:\blorem ipsum\b)", "write the text", True),
    (
        "field",
        r"\bError! (?:Reference source not|Bookmark not|No text of|Hyperlink reference)\b|"
        r"\bMERGE(?:FIELD|FORMAT)\b|\b_Toc\d{6,12}\b|\bHYPERLINK \"",
        PROCESSOR,
        True,
    ),
    ("line sign", r"\\[nrt](?![a-z])", "make a block of each line", True),
    ("shortcode", r"\{\{[<%][^{}]{0,80}[%>]\}\}", "leave it out: a sheet has none", True),
    ("bullets", r"[•‣▪◦●■][^•‣▪◦●■]{1,300}\s[•‣▪◦●■] ?\w", "make a list of it", False),
)
