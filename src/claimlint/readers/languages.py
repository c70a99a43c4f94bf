"""Which texts of a file with several languages are read: the rules are in English."""

from __future__ import annotations

import re
from collections.abc import Mapping

TAG = re.compile(r"([a-z]{2,3})(?:[-_@.].*)?", re.I)
UNTOLD = frozenset({"und", "mul", "zxx"})


def foreign(tag: str) -> str:
    """Give the language that a tag names ("de-AT", "pt_BR") if it is another than English."""
    match = TAG.fullmatch(tag.strip())
    language = match[1].lower() if match else ""
    return "" if language in UNTOLD or language in ("en", "eng") else language


def unread(counts: Mapping[str, int]) -> str | None:
    """Say how many texts in which languages were not read."""
    told = ", ".join(f"{count:,} in {language}" for language, count in sorted(counts.items()))
    return f"texts not read, as the rules are in English: {told}" if told else None
