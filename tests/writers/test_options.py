"""What a terminal asks for."""

from __future__ import annotations

import io
import os
import pty

import pytest

from claimlint.writers.options import Options, terminal_options


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environ", "color"),
    [
        ({}, True),
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, True),
    ],
)
def test_colour_on_a_terminal_bows_to_the_environment(environ: dict[str, str], color: bool) -> None:
    assert terminal_options(_Terminal(), environ).color is color


@pytest.mark.parametrize(
    ("environ", "color"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": ""}, False), ({"FORCE_COLOR": "0"}, False)],
)
def test_colour_elsewhere_must_be_asked_for(environ: dict[str, str], color: bool) -> None:
    assert terminal_options(io.StringIO(), environ).color is color


@pytest.mark.parametrize(
    ("wished", "width"),
    [("100", 100), ("12", 40), ("999", 120), ("0", 80), ("", 80), ("wide", 80), ("-5", 80), ("²", 80)],
)
def test_width_stays_within_what_reads_well(wished: str, width: int) -> None:
    assert terminal_options(io.StringIO(), {"COLUMNS": wished}).width == width


def test_width_of_a_terminal_that_knows_none_is_the_usual_one() -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as stream:
        options = terminal_options(stream, {"TERM": "xterm"})
        assert (options.color, options.width) == (True, 80)
    os.close(ours)


def test_too_narrow_a_width_is_refused() -> None:
    with pytest.raises(ValueError, match="width is 39; give at least 40 columns"):
        Options(width=39)
