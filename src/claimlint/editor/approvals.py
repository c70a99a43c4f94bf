"""An entry in the file of approvals for a finding in an editor, with the reason and the name still to be written."""

from __future__ import annotations

import os
import re
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from claimlint.editor.edits import Edit
from claimlint.errors import ClaimlintError
from claimlint.findings import Finding
from claimlint.review import places
from claimlint.review.sidecar import Entry, grown
from claimlint.settings import Finder

BLANK = "to be written"
"""Stands for what a person is to write, until the entry has been tried: an empty text approves nothing."""
PATTERN = re.compile(r"[*?\[\]\\]|\s\Z|\A[#!]")
"""What a pattern of .gitignore would not take as it is."""


class Addition(NamedTuple):
    """A change to a file of approvals whose text is `before`; none where the file is to be made."""

    file: Path
    before: str | None
    edit: Edit


def addition(copy: str, finding: Finding, today: date) -> Addition | None:
    """Let a finding in a file of copy stand by an entry; none where the file of approvals takes none.

    That file is the one that the settings of the copy name, or the nearest.
    """
    try:
        named = Finder().of(copy, is_folder=False).paths("allow")
        file = next(iter(named), None) or places.default(places.APPROVALS, [copy])
        path = PATTERN.sub(r"\\\g<0>", places.written(places.located(copy), file.parent))
        entry = Entry(
            BLANK, BLANK, fingerprint=finding.fingerprint, rule=finding.rule, path=path, date=today.isoformat()
        )
        after = grown(file, places.shown(file), entry)
        before = file.read_bytes().decode("utf-8") if os.path.lexists(file) else None
    except (ClaimlintError, OSError, UnicodeDecodeError):
        return None
    pairs = zip(before or "", after, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return Addition(file, before, Edit(same, len(before or ""), after[same:].replace(f'"{BLANK}"', '""')))
