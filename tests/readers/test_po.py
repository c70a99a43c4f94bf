"""Gettext catalogues: which messages are read, in which languages, and where they stand."""

from __future__ import annotations

import re
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.errors import Unparsed
from claimlint.readers.formats import EVERYTHING, Wishes
from claimlint.readers.po import read
from tests.readers.places import assert_places

HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"X-Source-Language: {}\\n"\n\n'
ONE = 'msgid "Oat soap"\nmsgstr "Seife"\n'


def told(source: str, wishes: Wishes = EVERYTHING) -> list[tuple[str, str, str]]:
    return [(block.text, block.role, block.pointer) for block in read(source, wishes).blocks]


def texts(source: str) -> list[str]:
    return [text for text, _, _ in told(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ('# Soap\n#, fuzzy\n#~ msgid "Comb"', []),
        (ONE, ["Oat soap", "Seife"]),
        (HEADER.format("de", "") + ONE, ["Oat soap"]),
        (HEADER.format("en_GB", "") + ONE, ["Oat soap", "Seife"]),
        (HEADER.format("en@latin", "de") + ONE, ["Seife"]),
        (HEADER.format("", "") + ONE, ["Oat soap", "Seife"]),
        ('msgid ""\n"Oat so"\r\n  # a "b\n"ap"\nmsgstr ""', ["Oat soap"]),
        ('msgid"Oat soap"msgstr""', ["Oat soap"]),
        ('msgid "One"\nmsgid_plural "%d combs"\nmsgstr[0] "Two"\nmsgstr[1] "Many"', ["One", "%d combs", "Two", "Many"]),
        ('#, fuzzy\n#| msgid "Comb"\nmsgid "Soap"\nmsgstr ""\n#~ msgid "Cat"\n#~ msgstr "Dog"\n', ["Soap"]),
        (r'msgid "\tOat\\ \"soap\"\u00e9\x41\101 {name} %(name)s"', ['Oat\\ "soap"éAA {name} %(name)s']),
        (r'msgid "Oats.\n\nMild."', ["Oats.", "Mild."]),
        ('msgid "<b>Soap</b>"', ["Soap"]),
    ],
)
def test_texts(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


def test_a_message_is_known_by_its_context_or_its_beginning() -> None:
    long = "Oats " * 20
    source = f'msgctxt "title"\nmsgid "Soap"\nmsgstr "Seife"\nmsgid "Comb"\nmsgid "{long}"\n'
    assert told(source) == [
        ("Soap", "heading", "title"),
        ("Seife", "heading", "title"),
        ("Comb", "body", "Comb"),
        (long.strip(), "body", ("Oats " * 12)[:59] + "…"),
    ]
    assert [text for text, _, _ in told(source, Wishes(fields=("msgstr",)))] == ["Seife"]


def test_translations_that_are_not_read_are_counted() -> None:
    assert read(HEADER.format("de", "") + ONE + ONE, EVERYTHING).note == (
        "texts not read, as the rules are in English: 2 in de"
    )
    assert read(ONE, EVERYTHING).note is None


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ('msgid "Soap"\n\nOat soap', "line 3: neither keyword, text in quotes nor comment begins here"),
        ('msgid "Soap\nmsgstr ""', "line 1: neither"),
        ('\nmsgstr "Soap"', "line 2: msgstr stands without msgid"),
        ('# a\n"Soap"', "line 2: a text stands without keyword"),
        ('msgid\nmsgstr "Soap"', "line 2: msgid has no text in quotes"),
        ("msgid \n", "line 2: msgid has no text in quotes"),
    ],
)
def test_what_is_no_catalogue(source: str, reason: str) -> None:
    with pytest.raises(Unparsed) as error:
        read(source, EVERYTHING)
    assert str(error.value).startswith(reason)
    assert str(error.value).endswith(", so it is no gettext catalogue")


@pytest.mark.parametrize("part", ['msgid "oats"\n', '"', "\\", "#\n", "# ", " "])
@pytest.mark.parametrize("before", ['msgid "', 'msgid "a"\n', ""])
def test_time_grows_with_the_text(part: str, before: str) -> None:
    start = time.process_time()
    for size in (20_000, 160_000):
        took = time.process_time() - start
        with suppress(Unparsed):
            read(before + part * (size // len(part)) + "x", EVERYTHING)
    assert time.process_time() - start < 40 * took + 1


LETTERS = st.sampled_from([*"abc XYZ.,'\"\\", "é", "e\u0301", "a💆🏽‍♀️", "a–", "\n", "\t", "%s", "{name}"])
WRITTEN = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\", "é": r"\u00e9"}
MEANT = {written: letter for letter, written in WRITTEN.items()}


@given(texts=st.lists(st.lists(LETTERS, max_size=20), min_size=1, max_size=3), end=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=60, deadline=None)
def test_every_character_stands_where_its_map_says(texts: list[list[str]], end: str) -> None:
    source = ""
    for number, letters in enumerate(texts):
        lines = [f'"Soap{number} "', *('"' + WRITTEN.get(letter, letter) + '"' for letter in letters)]
        source += f'# é{end}msgid {end.join(lines)}{end}msgstr ""{end}'
    blocks = list(read(source, EVERYTHING).blocks)
    assert_places(source, blocks, lambda written: MEANT.get(written, written))
    said = "".join(f"Soap{number} {''.join(letters)}" for number, letters in enumerate(texts))
    assert re.sub(r"\s", "", "".join(block.text for block in blocks)) == re.sub(r"\s", "", said)
