"""What a terminal is told of a run that takes long."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator

import pytest

from claimlint.cli.progress import CLEAR, watched
from claimlint.findings import CheckedFile, Found, NotChecked

PARTS = [
    Found("a\x1b.csv", CheckedFile("a\x1b.csv", {}, 1_500)),
    Found("b.csv", not_checked=(NotChecked("b.csv", "gone"),)),
    Found("c" * 60, CheckedFile("c" * 60, {}, 500)),
]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(stream: io.StringIO, seconds: float) -> str:
    now = iter(number * seconds for number in range(100))
    assert list(watched(PARTS, stream, lambda: next(now))) == PARTS
    return stream.getvalue()


def test_a_long_run_tells_how_far_it_is() -> None:
    assert told(Terminal(), 1.9) == (
        f"{CLEAR}1,500 sentences of 2 files read, now b.csv{CLEAR}2,000 sentences of 3 files read, now …{'c' * 39}{CLEAR}"
    )


def test_a_path_cannot_act_on_the_terminal() -> None:
    assert "a\\x1b.csv" in told(Terminal(), 3)


def test_a_short_run_and_a_file_are_told_nothing() -> None:
    assert told(Terminal(), 0.4) == told(io.StringIO(), 9) == ""


def test_a_run_that_is_stopped_leaves_a_clear_line() -> None:
    def parts() -> Iterator[Found]:
        yield from PARTS
        raise KeyboardInterrupt

    stream, now = Terminal(), itertools.count(step=3)
    with pytest.raises(KeyboardInterrupt):
        list(watched(parts(), stream, lambda: next(now)))
    assert stream.getvalue().endswith(f"now …{'c' * 39}{CLEAR}")
