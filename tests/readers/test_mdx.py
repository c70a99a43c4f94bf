"""MDX: Markdown without its programs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.readers import EVERYTHING
from claimlint.readers.mdx import read


def texts(source: str) -> list[str]:
    return [block.text for block in read(source, EVERYTHING).blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Soft {props.no} soap", ["Soft   soap"]),
        ("Soft{' '}soap {/* no { no } */}", ["Soft soap"]),
        ("{[1].map((n) => {\n\n  return `no ${n}`\n})}\n\nSoap", ["Soap"]),
        ('import No from "no"\nimport {\n  No2,\n} from "no"\n\nexport const no = {\n  a: "no",\n}\n\nSoap', ["Soap"]),
        ("import of goods\n\nexport quality soap", ["import of goods", "export quality soap"]),
        ("<Card style={{a: 'no'}} on={no}>\n  Soft soap\n</Card>", ["Soft soap"]),
        ("Soap \\{of oats\\}", ["Soap {of oats}"]),
        ("```js\n{ no\n```\n\nSoft {no} soap `{` {no} bar", ["Soft   soap    bar"]),
        ("    Soap, not code", ["Soap, not code"]),
        ("Soap { of oats {no} bar", ["Soap { of oats   bar"]),
        ("Soap } bar", ["Soap } bar"]),
        ("---\ntitle: '{Soap}'\n---\nMild", ["{Soap}", "Mild"]),
    ],
)
def test_what_is_read(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


def test_a_quoted_attribute_keeps_its_place() -> None:
    source = '<img src={a} alt={"Soft soap"} />\n\nMild {x} soap'
    blocks = read(source, EVERYTHING).blocks
    for block in blocks:
        start, end = block.places.start_of(0), block.places.end_of(len(block.text))
        assert source[start:end] == block.text.replace("   ", " {x} ")


PARTS = ["soft ", "é", "💆🏽", "&amp;", "\\{", "{", "}", "{x}", "={y}", "`", "```\n", "\n", "\r\n\r\n", "import x from 'y'\n",
         "export const a = 1\n", "{/* c */}", "<B c={d}>", "</B>", "\n\n", "- ", "> ", "# "]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=25).map("".join))
def test_letters_stand_where_they_are_told_to(source: str) -> None:
    for block in read(source, EVERYTHING).blocks:
        for i, char in enumerate(block.text):
            written = source[block.places.start_of(i) : block.places.end_of(i + 1)]
            if char.isalpha() or ord(char) > 0xFFFF:
                assert written == char
            elif char == "&":
                assert written == "&amp;"
