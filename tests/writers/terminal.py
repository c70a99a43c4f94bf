"""What a terminal makes of a line, told apart from how the writers count."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
"""Any code points, lone surrogates too."""

AWKWARD = st.text(
    st.sampled_from("ab é\u0301\u200b\u200d\ufe0f\u202e\x1b\x9b\n\t日本🧴👍🏽♀ﬁ\udcff\u3000\u00ad-.,")
    | st.characters(exclude_categories=()),
    max_size=120,
)
"""Texts rich in what is hard to show."""


def columns(char: str) -> int:
    """Count the columns of one printed character."""
    if unicodedata.category(char) in ("Mn", "Me") or "\u1161" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" or unicodedata.category(char) == "Cn" else 1


def width(line: str) -> int:
    """Count the columns of a printed line."""
    return sum(map(columns, line))


def above(line: str, marks: str) -> str:
    """Give the characters of a line that stand over marks."""
    found, column = [], 0
    for char in line:
        column += columns(char)
        if marks[column - 1 : column].strip():
            found.append(char)
    return "".join(found)


def acts(text: str) -> set[str]:
    """Give the characters of a text that a terminal would act on or draw as nothing."""
    silent = {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")}
    return silent | {char for char in text if "\ufe00" <= char <= "\ufe0f"}
