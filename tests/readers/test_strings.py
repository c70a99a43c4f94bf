"""Apple's catalogues of strings: what is read, and where it stands."""

from __future__ import annotations

import pytest

from claimlint.errors import Unparsed
from claimlint.readers.formats import EVERYTHING
from claimlint.readers.strings import read
from tests.readers.places import assert_places

MEANT = {r"\"": '"', r"\n": "\n", r"\U00e9": "é", r"\ud83d\udc86": "💆"}


def test_values_are_read_by_their_keys() -> None:
    source = '/* Comb * "x" = "y"; */\r\n"hero.title" = "Oat \\"soap\\" \\U00e9\\ud83d\\udc86";\n// "Comb"\nbare = "%@ combs";\n'
    blocks = list(read(source, EVERYTHING).blocks)
    assert [(block.text, block.role, block.pointer) for block in blocks] == [
        ('Oat "soap" é💆', "heading", "hero.title"),
        ("%@ combs", "body", "bare"),
    ]
    assert_places(source, blocks, lambda written: MEANT.get(written, written))


def test_a_key_alone_is_its_own_value() -> None:
    assert [block.text for block in read('"Oat soap";', EVERYTHING).blocks] == ["Oat soap"]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ('"a" = "Soap"', "line 1: '\"'"),
        ('"a" = "Soap";\n"b" "Comb";', "line 2: ';'"),
        ("/* Soap", "line 1: '/'"),
        ('"a" = "Soap', "line 1: '\"'"),
        ("\n<plist>", "line 2: '<'"),
    ],
)
def test_what_is_no_catalogue(source: str, reason: str) -> None:
    with pytest.raises(Unparsed) as error:
        read(source, EVERYTHING)
    assert str(error.value) == f'{reason} is no part of "key" = "value";, so it is no catalogue of strings'
