"""What is found, as plain data and back."""

from __future__ import annotations

import json

from claimlint import Linter
from claimlint.findings import Approval, CheckedFile, Found, NotChecked
from claimlint.readers import read_string
from claimlint.work.codec import made, short

RICH = """<!-- claimlint: allow[regrows-hair] Our study of 2025 shows it. -->
This serum regrows hair. It may heal eczema, and it never cures acne.
"""


def again(found: Found) -> Found:
    return made(Found, json.loads(json.dumps(short(found))))


def test_what_is_found_comes_back_whole() -> None:
    (found,) = map(Linter().check, read_string("a.md", RICH))
    assert found.findings and found.considered and found.allowances and found.said
    assert again(found) == found


def test_what_may_be_there_or_not_comes_back() -> None:
    (found,) = map(Linter().check, read_string("a.md", RICH))
    (finding, *_) = found.findings
    odd = finding._replace(box=(1.0, 2.5, 3.0, 4.0), page=3, pointer="/a/0", text="\udcff\u2028", state="approved",
        approval=Approval("Shown.", "a.md:1", by="Ada"),
    )  # fmt: skip
    for one in (
        found._replace(findings=(odd,)), Found("b.txt", not_checked=(NotChecked("b.txt", "gone"),)),
        Found("c.txt", CheckedFile("c.txt", {"us": "cosmetic"}, 3, "read as Windows-1252")),
    ):  # fmt: skip
        assert again(one) == one


def test_little_is_kept_where_nothing_was_found() -> None:
    clean = Found("c.txt", CheckedFile("c.txt", {"us": "cosmetic"}, 3))
    assert short(clean) == clean[:2]
    assert again(clean) == clean
