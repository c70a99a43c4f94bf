"""Which of many phrases stand in a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimlint.review.phrases import Phrases


@given(st.lists(st.text("ab ", min_size=1, max_size=5), max_size=8), st.text("ab ", max_size=12))
def test_the_phrases_in_a_text_are_those_that_a_search_for_each_finds(phrases: list[str], text: str) -> None:
    assert set(Phrases(phrases).within(text)) == {phrase for phrase in phrases if phrase in text}


def test_a_phrase_is_told_as_often_as_it_stands_there() -> None:
    assert [*Phrases(["cures acne", "cures", "acne", "heals"]).within("cures acne, cures")] == [
        "cures acne",
        "cures",
        "acne",
        "cures",
    ]
