"""Markdown: what is read of it, under which headings, and at which places."""

from __future__ import annotations

import sys
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.errors import Unparsed
from claimlint.readers import EVERYTHING, Wishes
from claimlint.readers.formats import Copy
from claimlint.readers.markdown import read
from claimlint.readers.markdown.inline import parser
from claimlint.readers.text import read as read_plain


def said(source: str) -> list[tuple[str, str]]:
    return [(block.text, block.role) for block in read(source, EVERYTHING).blocks]


def texts(source: str) -> list[str]:
    return [text for text, _ in said(source)]


def placed(copy: Copy) -> list[tuple[str, str, int, int]]:
    return [(text, role, places.start_of(0), places.end) for text, role, places, _ in copy.blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("# Soft *soap* #\n\nMild.", ["Soft soap", "Mild."]),
        ("Soap for all\n===\nMild.", ["Soap for all", "Mild."]),
        ("A **soft**, ~~hard~~ *cream*.", ["A soft, hard cream."]),
        ("It\\*s &amp; \\&amp; &eacute;&#33;", ["It*s & &amp; é!"]),
        ("- Mild\n- Rich\n\n  and soft\n    1. one\n    2. two", ["Mild", "Rich", "and soft", "one", "two"]),
        ("> Mild\n> soap\n>\n> > Rich", ["Mild\nsoap", "Rich"]),
        ("Mild  \nsoap\\\nbar<br>\nof oats", ["Mild\nsoap\nbar\nof oats"]),
        ("A [soft [x] soap](/a(b)c 'Ti&amp;t\\'le') b", ["A soft [x] soap b", "Ti&t'le"]),
        ("A ![*soft* soap](a.png (Title)) b", ["A  b", "soft soap", "Title"]),
        ("[![Badge](b.svg)](/u) soap", ["soap", "Badge"]),
        ("A [soap][1] and [comb].\n\n[1]: /u 'not read'\n[comb]: <not read>", ["A soap and comb."]),
        ("Soap[^1].\n\n[^1]: Made of oats.\n[^2]: In Kent.", ["Soap.", "Made of oats.\nIn Kent."]),
        ("Soap `not read` and ``not ` read``.", ["Soap  and ."]),
        ("Soap\n`not read`\n<b>\nof oats", ["Soap\nof oats"]),
        ("Soap <https://a.b/not-read> now", ["Soap  now"]),
        ("```\nnot read\n```\n~~~html\n<p>not read</p>\n~~~\n\n    not read\n\nSoap", ["Soap"]),
        ("Soap <!-- not read --> bar <i class=x>of</i> oats", ["Soap  bar of oats"]),
        ("Soap\n\n<div>\n<p>Mild</p>\n</div>\n\nbar", ["Soap", "Mild", "bar"]),
        ("| A \\| b | *c* |\n|---|:-:|\n| d | d |\n| | e &lt; f |", ["A | b", "c", "d", "d", "e < f"]),
        ("> - x | y\n>   -|-\n>   v | w", ["x", "y", "v", "w"]),
        ("* * *\n-\n\n1.", []),
        ("## Soap {#soap}", ["Soap"]),
        ("1) One\r\n2) Two\r\n\r\n+ Three", ["One", "Two", "Three"]),
        ("-\tSoap\n\n\tand comb", ["Soap", "and comb"]),
        ("1. \x0c\n   Soap", ["Soap"]),
    ],
)
def test_what_is_read(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("## Ingredients\n\nAqua, Glycerin.", [("Ingredients", "heading"), ("Aqua, Glycerin.", "ingredients")]),
        ("**Directions:** Apply daily.", [("Directions:", "heading"), ("Apply daily.", "directions")]),
        ("**Why you love it!**\n\nIt is soft.", [("Why you love it!", "heading"), ("It is soft.", "body")]),
        ("## How to use\n\n<p>Apply daily.</p>", [("How to use", "heading"), ("Apply daily.", "directions")]),
        (
            "<summary>How to use</summary>\n\nApply daily.\n\n<br>\n\nRinse off.",
            [("How to use", "heading"), ("Apply daily.", "directions"), ("Rinse off.", "directions")],
        ),
        ("| Ingredients | Aqua |\n|-|-|\n", [("Ingredients", "heading"), ("Aqua", "ingredients")]),
        (
            "| Soap | How to use |\n|-|-|\n| Mild | Apply daily. |\n| Warnings | Keep out of reach. |",
            [
                ("Soap", "body"), ("How to use", "heading"), ("Mild", "body"), ("Apply daily.", "directions"),
                ("Warnings", "heading"), ("Keep out of reach.", "warning"),
            ],
        ),
        ("> \"So soft\" – Dana", [('"So soft" – Dana', "review")]),
        ("> [!WARNING]\n> Keep out of reach.", [("[!WARNING]", "heading"), ("Keep out of reach.", "warning")]),
    ],
)  # fmt: skip
def test_roles(source: str, expected: list[tuple[str, str]]) -> None:
    assert said(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "Our soap\nis mild.\n\nIt lasts.\n\n# Title\n\nWords.\n",
        "Ingredients: Aqua, Glycerin.\n\nDirections\n\nApply daily.\r\n\r\nSoap.",
        'Why:\n- Mild\n- Rich\n\n1. Wet\n2. Rub\n\n"So soft" – Dana',
    ],
)
def test_plain_copy_reads_as_plain_text_does(source: str) -> None:
    assert placed(read(source, EVERYTHING)) == placed(read_plain(source, EVERYTHING))


@pytest.mark.parametrize(
    "source",
    [
        "---\ntitle: Soft soap\nslug: not-read\ningredients: [Aqua]\n---\n\nMild.\n",
        "+++\r\ntitle = 'Soft soap'\r\nslug = 'not-read'\r\ningredients = ['Aqua']\r\n+++\r\nMild.",
    ],
)
def test_front_matter(source: str) -> None:
    copy = read(source, EVERYTHING)
    assert copy.note is None
    found = [(block.text, block.role, block.pointer) for block in copy.blocks]
    assert found == [
        ("Soft soap", "heading", "/title"), ("Aqua", "ingredients", "/ingredients/0"), ("Mild.", "body", ""),
    ]  # fmt: skip
    for block in copy.blocks:
        assert source[block.places.start_of(0) : block.places.end_of(len(block.text))] == block.text
    wished = read(source, Wishes(("slug",))).blocks
    assert [block.text for block in wished] == ["not-read", "Mild."]


def test_front_matter_that_is_none() -> None:
    copy = read("---\ntitle: [Soft soap\n---\nMild.", EVERYTHING)
    assert copy.note is not None
    assert copy.note.startswith("front matter read as plain text: line 3: ")
    assert [block.text for block in copy.blocks] == ["title: [Soft soap", "Mild."]
    assert texts("---\n\nSoap") == ["Soap"]


@pytest.mark.parametrize("source", ["> " * 60 + "Soap", "\n".join("  " * i + "- Soap" for i in range(60))])
def test_nothing_is_lost_in_the_deep(source: str) -> None:
    with pytest.raises(Unparsed, match="more than 50 lists and quotes"):
        read(source, EVERYTHING)


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    parser.cache_clear()
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    with pytest.raises(Unparsed, match=r'pip install "cosmetic-claimlint\[documents\]"'):
        read("Soap", EVERYTHING)
    monkeypatch.undo()
    assert texts("Soap") == ["Soap"]


WORDS = ["soft ", "é", "💆🏽", "e\u0301", "&amp;", "&eacute;", "&#169;", "\\*", "\\\\", "|", "\\|", "*", "**", "_", "~~",
         "`", "[", "](u \"t\")", "![", "<b>", "<br>", "<http://a.b>", "[^1]", "\t", "\u00a0", "!", "<!-- c -->"]  # fmt: skip
LINES = ["\n", "\r\n", "\n\n", "\r\n\r\n", "\n> ", "\n- ", "\n\n1. ", "\n    ", "\n# ", "\n|-|-|\n", "\n===\n", "\n```\n",
         "  \n", "\\\n", "\n> - ", "\n\n<div>\n", "\n[x]: /u\n", "---\n"]  # fmt: skip
MARKS = " \t\r\n>-*#•0123456789.\\"


def is_written(char: str, source: str) -> bool:
    """Tell whether a source says a character: as it is, escaped, as an entity, or as a break between two lines."""
    escaped = source[1:] if len(source) == 2 and source[0] == "\\" else source
    is_break = char.isspace() and (source == "<br>" or not source.strip(MARKS))
    return char in (escaped, unescape(source)) or is_break


@settings(max_examples=250, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(LINES)), max_size=30).map("".join))
def test_round_trip(source: str) -> None:
    for block in read(source, EVERYTHING).blocks:
        for i, char in enumerate(block.text):
            start, end = block.places.start_of(i), block.places.end_of(i + 1)
            is_put_in = start == end and char in "#•0123456789. \n-"
            assert is_written(char, source[start:end]) or is_put_in, (block.text, i)
