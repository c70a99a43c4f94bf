"""Java's catalogues of messages: what is read, and where it stands."""

from __future__ import annotations

import pytest

from claimlint.readers.formats import EVERYTHING
from claimlint.readers.properties import read
from tests.readers.places import assert_places

MEANT = {r"\u00e9": "é", r"\ud83d\udc86": "💆", r"\:": ":", r"\t": "\t"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Comb = x\n! Comb\nhero.title = Oat soap\r\n", [("Oat soap", "heading", "hero.title")]),
        ("a=Oat \\\r\n    soap\\\n\t bar\nb: Comb", [("Oat soapbar", "body", "a"), ("Comb", "body", "b")]),
        ("  how\\ to\\ use   Rub it in", [("Rub it in", "directions", "how to use")]),
        ("a=Oats\\: caf\\u00e9\\ud83d\\udc86\\tbar", [("Oats: café💆\tbar", "body", "a")]),
        ("image=soap.jpg\nurl=https://example.com/soap\na=\n=Comb\n\n", []),
        ("a=Soap\\", [("Soap", "body", "a")]),
    ],
)
def test_values_are_read_by_their_keys(source: str, expected: list[tuple[str, str, str]]) -> None:
    blocks = list(read(source, EVERYTHING).blocks)
    assert [(block.text, block.role, block.pointer) for block in blocks] == expected
    assert_places(source, blocks, lambda written: MEANT.get(written, written))
