"""Blocks of a plain text: where they begin and end, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import Document
from claimlint.readers import EVERYTHING, lines, read_string
from claimlint.readers.lines import marker_pattern
from claimlint.readers.text import HEADING_MARK, read


def texts(source: str) -> list[str]:
    return [block.text for block in read(source, EVERYTHING).blocks]


def start(document: Document, i: int) -> int:
    return document.blocks[i].places.start_of(0)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        (" \n\t\r\n", []),
        ("One soap.", ["One soap."]),
        ("  One soap.  \n", ["One soap."]),
        ("A soap of\nolive oil.\n\n\nA comb.", ["A soap of\nolive oil.", "A comb."]),
        ("A soap of\r\nolive oil.\r\n\r\nA comb.", ["A soap of\r\nolive oil.", "A comb."]),
        ("A soap of\rolive oil.\r\rA comb.", ["A soap of\rolive oil.", "A comb."]),
        ("A soap\n \t\nA comb.", ["A soap", "A comb."]),
        ("- Mild\n- Rich", ["Mild", "Rich"]),
        (
            "* Mild\n• Rich\n◦ Soft\n– Calm\n+ Warm\n‣ Cool\n· New",
            ["Mild", "Rich", "Soft", "Calm", "Warm", "Cool", "New"],
        ),
        ("1. Wet\n2. Rub\n3. Rinse", ["Wet", "Rub", "Rinse"]),
        ("1) Wet\n(2) Rub", ["Wet", "Rub"]),
        ("✔ Mild\n✅ Rich\n🌿 Green\n👩🏽‍🔬 Tested\n1️⃣ First", ["Mild", "Rich", "Green", "Tested", "First"]),
        ("•Mild\n✓Rich\n- ✔️ Soft", ["Mild", "Rich", "Soft"]),
        ("For hands\n- mild\nand rich\n- soft", ["For hands", "mild\nand rich", "soft"]),
        ("- Mild and\n  Rich\n- Soft\nA comb.", ["Mild and\n  Rich", "Soft", "A comb."]),
        (
            "- Made of oats that were grown on our own fields\nIn Kent",
            ["Made of oats that were grown on our own fields\nIn Kent"],
        ),
        ("-5 degrees\n- ", ["-5 degrees\n-"]),
        ("A hand cream with SPF\n30. Use it daily.", ["A hand cream with SPF\n30. Use it daily."]),
        ("-made by hand-\nin Kent", ["-made by hand-\nin Kent"]),
        ("❌ parabens\n🚫 palm oil", ["❌ parabens", "🚫 palm oil"]),
        ("Soap\n-----\nComb", ["Soap", "-----", "Comb"]),
        ("A soap.\n* * *\nA comb.", ["A soap.", "* * *", "A comb."]),
        ("#soap #oats\n#comb", ["#soap #oats\n#comb"]),
        ("w" * 121 + ".\nA comb.", ["w" * 121 + ".", "A comb."]),
        ("w" * 121 + "\nA comb.", ["w" * 121 + "\nA comb."]),
    ],
)
def test_where_blocks_end(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


def test_places_are_those_of_the_source() -> None:
    (document,) = read_string("t", "\n Soap.\r\n\r\n- \u200bMild\r\n")
    assert isinstance(document, Document)
    assert [(start(document, i), block.places.end) for i, block in enumerate(document.blocks)] == [(2, 7), (13, 18)]
    assert document.place(start(document, 1)).line == 4
    assert document.place(start(document, 1)).column == 3


def test_path_and_source_are_kept() -> None:
    (document,) = read_string("a\x1b[31m\n.txt", "Soap.\n")
    assert isinstance(document, Document)
    assert (document.path, document.source, document.note) == ("a\x1b[31m\n.txt", "Soap.\n", None)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("w" * 20, ["w" * 20]),
        ("w" * 41, ["w" * 20, "w" * 20, "w"]),
        ("soft oat soap for all the day", ["soft oat soap for", "all the day"]),
        ("Oat. Soap. And 5.5 oz of it", ["Oat. Soap.", "And 5.5 oz of it"]),
        ("Oat" + " " * 40 + "soap", ["Oat", "soap"]),
        ("- oat soap for everyone", ["oat soap for", "everyone"]),
    ],
)
def test_a_line_too_long_to_be_read_at_once_is_cut(
    monkeypatch: pytest.MonkeyPatch, line: str, parts: list[str]
) -> None:
    monkeypatch.setattr(lines, "LONGEST_LINE", 20)
    assert texts(f"Soap\n\n{line}\nSoft.") == ["Soap", *parts[:-1], f"{parts[-1]}\nSoft."]


def test_a_line_of_megabytes_is_read_in_parts() -> None:
    read = texts("It is a soft soap. " * 60_000)
    assert [part[-5:] for part in read] == ["soap."] * 2 and max(map(len, read)) <= 1_000_000


PIECES = [
    "\n", "\n\n", "\r\n", "\r", " ", "\t", "- ", "* ", "1. ", "2) ", "• ", "✔ ", "🌿 ", "❌ ", "---", "===", "# ", "**", ":",
    "Ingredients", "Ingredients: ", "Directions", "Warnings:", "Caution: ", "Drug Facts", "Uses", "Reviews", "FAQ",
    "Disclaimer", "Q: ", "A: ", "Question 2: ", "Is it mild?", "Aqua, Glycerin, ", "Our soap is soft. ", "Apply. ",
    '"So soft." ', "“So soft.”", "- Ann B.", "— Ann B.", "soap", "Soap", "\u200b", "\x0b", "\x0c", "\x85", "\u2028", "é",
    "?",
]  # fmt: skip
SOURCES = st.one_of(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.text(max_size=60))


def is_nothing(source: str, start: int, end: int) -> bool:
    """Tell whether only white space and the marks of bullets and headings stand between two places."""
    while start < end:
        marker = marker_pattern().match(source, start)
        mark = HEADING_MARK.match(source, start)
        if source[start].isspace():
            start += 1
        elif mark and mark.end() <= end:
            start = mark.end()
        elif marker and marker.end() <= end:
            start = marker.end()
        else:
            return False
    return True


@given(SOURCES)
def test_blocks_are_slices_of_the_source_in_order(source: str) -> None:
    seen = 0
    for block in read(source, EVERYTHING).blocks:
        at = block.places.start_of(0)
        assert block.text == source[at : block.places.end]
        assert block.text == block.text.strip() != ""
        assert at >= seen
        seen = block.places.end


@given(SOURCES)
def test_only_space_and_bullet_markers_are_lost(source: str) -> None:
    seen = 0
    for block in read(source, EVERYTHING).blocks:
        at = block.places.start_of(0)
        assert is_nothing(source, seen, at)
        seen = block.places.end
    assert is_nothing(source, seen, len(source))
