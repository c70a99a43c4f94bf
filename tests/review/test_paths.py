"""Paths of approvals hold what .gitignore would, also where they are looked up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.readers.gitignore import Ignore
from claimlint.review.paths import Paths

PIECES = st.sampled_from(["a", "b", "/", "*", "**", "?", "[ab]", "\\", "!", "#", " ", ".", "é", "\ufeff", "\t"])
PATTERNS = st.lists(st.lists(PIECES, min_size=1, max_size=6).map("".join), max_size=5)
FILES = st.lists(st.text("ab. é#", min_size=1, max_size=3), min_size=1, max_size=3).map("/".join)


def asked(path: str, file: str) -> bool:
    """Ask one path alone."""
    pattern, parts = Ignore.parse(b"", path.encode()), file.encode().split(b"/")
    ends = range(1, len(parts) + 1)
    return any(pattern.verdict(b"/".join(parts[:end]), is_folder=end < len(parts)) for end in ends)


@given(patterns=PATTERNS, file=FILES)
def test_many_paths_hold_what_each_alone_does(patterns: list[str], file: str) -> None:
    assert set(Paths(patterns).holding(file)) == {path for path in patterns if asked(path, file)}


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("", "a.txt x/a.txt x/b.txt x/y/a.txt"), ("a.txt", "a.txt x/a.txt x/y/a.txt"), ("/a.txt", "a.txt"),
        ("x", "x/a.txt x/b.txt x/y/a.txt"), ("x/", "x/a.txt x/b.txt x/y/a.txt"), ("x/a.txt", "x/a.txt"),
        ("y/", "x/y/a.txt"), ("y/a.txt", ""), ("a.txt/", ""), ("x/*.txt", "x/a.txt x/b.txt"), ("b.*", "x/b.txt"),
    ],
)  # fmt: skip
def test_a_path_holds_a_file_or_a_folder(path: str, files: str) -> None:
    paths = Paths([path])
    every = ("a.txt", "x/a.txt", "x/b.txt", "x/y/a.txt")
    assert " ".join(file for file in every if paths.holding(file)) == files
