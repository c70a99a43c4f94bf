"""Where an error stands in a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import LINE_END
from claimlint.errors import Unparsed, line_of
from claimlint.readers import EVERYTHING
from claimlint.readers.json import read_lines
from tests.growth import Work, assert_linear


@given(st.text("a\r\n", max_size=20), st.data())
def test_lines_end_at_any_kind_of_break(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert line_of(text, at) == len(LINE_END.findall(text, 0, at)) + 1


def test_a_fault_tells_its_line_where_it_has_one() -> None:
    assert str(Unparsed("a bracket is open", "a\nb[", 3)) == "line 2: a bracket is open"
    assert str(Unparsed("a library is missing")) == "a library is missing"


def test_many_faulty_lines_take_time_that_grows_as_they_do() -> None:
    def prepare(count: int) -> Work:
        text = "x y\n" * count
        return lambda: list(read_lines(iter([text]), EVERYTHING))

    assert_linear(prepare, 4_000)
