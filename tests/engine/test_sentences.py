"""Where sentences end, and which go on from a short question."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.engine.sentences import Sentence, readings, sentences

PIECES = [
    "e.g.",
    "Dr.",
    "fl.",
    " ",
    "  ",
    "\t",
    "Soft.",
    "a",
    "B",
    "Ok",
    "?",
    "!",
    '"',
    "')",
    "]*",
    "(",
    "1.5",
    "#",
    "é",
    "_",
    "\u2028",
]
"""What stands around full stops."""


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line. Two lines! Three?", ["One line.", "Two lines!", "Three?"]),
        ("Dr. Smith mixes 2.5 ml. It works.", ["Dr. Smith mixes 2.5 ml.", "It works."]),
        ("Made in the U.S. by hand.", ["Made in the U.S. by hand."]),
        ("Soft • Bright | Calm", ["Soft", "Bright", "Calm"]),
        ("Night Serum\nFor dry skin", ["Night Serum", "For dry skin"]),
        ("a rich cream that\nregrows hair", ["a rich cream that\nregrows hair"]),
        ("A long first line of copy which was wrapped by an editor after\nSeventy columns of it.",
         ["A long first line of copy which was wrapped by an editor after\nSeventy columns of it."]),
        ("Benefits:\nsoft skin", ["Benefits:", "soft skin"]),
        ("One paragraph\n\ngoes on below", ["One paragraph", "goes on below"]),
        ("Run on.Then more", ["Run on.", "Then more"]),
        ("Soft.*Then **bright.** Then _calm._Then fresh", ["Soft.*", "Then **bright.**", "Then _calm._", "Then fresh"]),
        ("", []),
        ("  \n ", []),
    ],
)  # fmt: skip
def test_sentences_end_where_readers_pause(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(max_size=120))
def test_sentences_cover_all_but_space_and_never_overlap(text: str) -> None:
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    left = "".join(
        text[a:b] for a, b in zip([0, *(s.end for s in spans)], [*(s.start for s in spans), len(text)], strict=True)
    )
    assert not any(char.isalnum() for char in left)


@given(st.text(alphabet="ab. !?Z", max_size=40) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_block_of_one_line_is_cut_as_one_of_more_lines(text: str) -> None:
    assert [*sentences(text), Sentence(len(text) + 2, len(text) + 6)] == sentences(f"{text}\n\nSoft")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sore gums? Gone in a week. Done.", ["Sore gums? Gone in a week."]),
        ("Have you been looking for an answer? Here it is.", []),
        ("Sore gums! Gone in a week.", []),
        ("Sore gums?\nGone in a week.", []),
        ("Sore gums?", []),
    ],
)
def test_a_short_question_is_read_once_more_with_what_follows(text: str, expected: list[str]) -> None:
    joined = [reading for reading in readings(text, sentences(text)) if reading.seam]
    assert [text[slice(*reading.sentence)] for reading in joined] == expected
    assert all(text[reading.seam - 1] == "?" for reading in joined)


@given(st.text(alphabet="ab ?.Z", max_size=40))
def test_every_sentence_is_read_alone_once(text: str) -> None:
    split = sentences(text)
    assert [reading.sentence for reading in readings(text, split) if not reading.seam] == split
