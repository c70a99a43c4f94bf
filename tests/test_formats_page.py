"""docs/formats.md names every suffix that is read, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from claimlint.readers.formats import FORMATS

PAGE = Path(__file__).parents[1] / "docs" / "formats.md"


def test_every_suffix_is_listed() -> None:
    rows = [
        line.split("|")[2] for line in PAGE.read_text(encoding="utf-8").splitlines() if re.match(r"\| [A-Za-z]", line)
    ]
    listed = {suffix for row in rows for suffix in re.findall(r"(?<!\S)\.[a-z0-9]+", row)}
    assert listed == set(FORMATS)
