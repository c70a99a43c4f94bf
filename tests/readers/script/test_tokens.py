"""Tokens of scripts: each kind, and that all that opens is closed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.readers.script.tokens import Token, tokens


def shown(source: str, *, jsx: bool = True) -> list[tuple[str, str]]:
    return [(kind, source[start:end]) for kind, start, end in tokens(source, jsx=jsx)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a1 $b #c @d é", [("word", word) for word in ("a1", "$b", "#c", "@d", "é")]),
        ("12.5e3 / a / 'b'", [("other", "12.5e3"), ("sign", "/"), ("word", "a"), ("sign", "/"), ("string", "b")]),
        ("= /a[/]\\/b/gu", [("sign", "="), ("other", "/a[/]\\/b/gu")]),
        ("return /a/", [("word", "return"), ("other", "/a/")]),
        ("a.in / b / c", [("word", "a"), ("sign", "."), ("word", "in"), ("sign", "/"), ("word", "b"), ("sign", "/"), ("word", "c")]),
        ("'a\\'b' \"\"", [("string", "a\\'b"), ("string", "")]),
        ("'a\nb", [("string", "a"), ("word", "b")]),
        ("`a${b}\\``", [("template", "`"), ("chunk", "a"), ("open", "${"), ("word", "b"), ("close", ""), ("chunk", "\\`"), ("close", "")]),
        ("`a${`${b}`}c`d", [("template", "`"), ("chunk", "a"), ("open", "${"), ("template", "`"), ("open", "${"), ("word", "b"),
         ("close", ""), ("close", ""), ("close", ""), ("chunk", "c"), ("close", ""), ("word", "d")]),
        ("a // 'b'\n/* 'c' */ d", [("word", "a"), ("word", "d")]),
        ("a?.b ?? c => !d", [("word", "a"), ("sign", "?."), ("word", "b"), ("sign", "??"), ("word", "c"), ("sign", "=>"), ("sign", "!"), ("word", "d")]),
        ("<a b='c' {...d}>e{f}</a> g", [("element", "a"), ("attribute", "b"), ("value", "c"), ("open", "{"), ("sign", "..."),
         ("word", "d"), ("close", ""), ("children", ""), ("text", "e"), ("open", "{"), ("word", "f"), ("close", ""), ("close", ""), ("word", "g")]),
        ("<><A.b-c/></>", [("element", ""), ("children", ""), ("element", "A.b-c"), ("close", ""), ("close", "")]),
        ("x = a <b> c", [("word", "x"), ("sign", "="), ("word", "a"), ("sign", "<"), ("word", "b"), ("sign", ">"), ("word", "c")]),
        ("a<B, {c: D; e: F}[]>(g)", [("word", "a"), ("open", "("), ("word", "g"), ("close", "")]),
    ],
)  # fmt: skip
def test_tokens(source: str, expected: list[tuple[str, str]]) -> None:
    assert shown(source) == expected


def test_without_elements_angles_are_signs() -> None:
    assert shown("(<a>b</a>)", jsx=False)[:3] == [("open", "("), ("sign", "<"), ("word", "a")]


PARTS = [
    "<a>",
    "</a>",
    "<b ",
    "</b>",
    "/>",
    "{",
    "}",
    "${",
    "`",
    "(",
    ")",
    "[",
    "]",
    "'",
    '"',
    "/",
    "/*",
    "*/",
    "=",
    "x",
    "\n",
    "\\",
    " ",
]


@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join), st.booleans())
def test_all_that_opens_is_closed_in_order(source: str, jsx: bool) -> None:
    found: list[Token] = list(tokens(source, jsx=jsx))
    depth = seen = 0
    for kind, start, end in found:
        assert seen <= start <= end <= len(source)
        seen = start
        depth += (kind in ("open", "template", "element")) - (kind == "close")
        assert depth >= 0
    assert depth == 0
