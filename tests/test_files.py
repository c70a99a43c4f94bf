"""What is told of files by their paths."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.files import folder_of

NAMES = st.text(st.characters(exclude_characters="/\\:\0", exclude_categories=["Cs"]), min_size=1).filter(
    lambda name: name not in (".", "..")
)


@pytest.mark.parametrize(
    ("path", "folder"), [("a.txt", ""), ("b/a.txt", "b"), ("/a.txt", "/"), ("../b/a.txt", "../b"), ("", "")]
)
def test_the_folder_is_the_path_without_the_name(path: str, folder: str) -> None:
    assert folder_of(path).rstrip("/") == folder.rstrip("/") and bool(folder_of(path)) == bool(folder)


@given(st.lists(NAMES, min_size=1, max_size=4), st.sampled_from(["", "/", "../"]))
def test_it_is_the_parent_of_the_path(names: list[str], start: str) -> None:
    path = start + "/".join(names)
    assert Path(folder_of(path)) == Path(path).parent
