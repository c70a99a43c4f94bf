"""A diff that `patch` takes and that does nothing to a terminal."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.diff import diff


def test_changes_stand_with_three_lines_around_them() -> None:
    old = "".join(f"line {number}\n" for number in range(1, 21))
    new = old.replace("line 5\n", "line five\n").replace("line 20\n", "line twenty\n")
    assert "".join(diff("copy/ad.txt", old, new)) == (
        "--- a/copy/ad.txt\n+++ b/copy/ad.txt\n"
        "@@ -2,7 +2,7 @@\n line 2\n line 3\n line 4\n-line 5\n+line five\n line 6\n line 7\n line 8\n"
        "@@ -17,4 +17,4 @@\n line 17\n line 18\n line 19\n-line 20\n+line twenty\n"
    )


def test_lines_that_change_together_go_before_they_come() -> None:
    assert "".join(diff("/x", "a\nb\nc", "A\nB\nc")) == (
        "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n-a\n-b\n+A\n+B\n c\n\\ No newline at end of file\n"
    )


def test_the_same_text_has_no_diff() -> None:
    assert list(diff("x", "a\n", "a\n")) == []


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\u202eb\u200bc", "a\\u202eb\\u200bc"),
        ("a\rb\r", "a\\rb\r"),
        ("\ta\u00a0b é 🌿", "\ta\u00a0b é 🌿"),
    ],
)
def test_nothing_acts_on_the_terminal(line: str, shown: str) -> None:
    assert (
        "".join(diff("x", f"{line}\nq\n", f"{line}\nr\n")).splitlines(keepends=False)[3:]
        == f" {shown}\n-q\n+r".splitlines()
    )


LINES = st.lists(st.text("ab é", max_size=4), min_size=1, max_size=30)


@given(LINES, st.data(), st.sampled_from(["", "\n"]))
def test_patch_makes_the_new_text_of_the_old(lines: list[str], data: st.DataObject, end: str) -> None:
    changed = [line + data.draw(st.sampled_from(["", "", "!"])) for line in lines]
    old, new = "\n".join([*lines, "."]) + end, "\n".join([*changed, "."]) + end
    pieces = "".join(diff("x", old, new))
    assert _patched(old, pieces) == new


def _patched(old: str, pieces: str) -> str:
    """Apply a diff as its format is defined."""
    lines, made, read = old.split("\n"), [], 0
    for line in pieces.split("\n")[2:-1] if pieces else []:
        if line.startswith("@@"):
            start = int(line.split("-")[1].split(",")[0]) - 1
            made += lines[read:start]
            read = start
        elif line.startswith((" ", "-")):
            assert lines[read] == line[1:]
            made += [line[1:]] if line[0] == " " else []
            read += 1
        elif line.startswith("+"):
            made.append(line[1:])
    return "\n".join([*made, *lines[read:]])


def test_git_applies_it(tmp_path: Path) -> None:
    old, new = "one\r\ntwo\tb\nthree", "one\r\ntwo!\tb\nthree!"
    (tmp_path / "ad.txt").write_text(old, encoding="utf-8", newline="")
    (tmp_path / "d.patch").write_text("".join(diff("ad.txt", old, new)), encoding="utf-8", newline="")
    subprocess.run(["git", "apply", "--whitespace=nowarn", "d.patch"], cwd=tmp_path, check=True)
    assert (tmp_path / "ad.txt").read_bytes() == new.encode()
