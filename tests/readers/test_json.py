"""JSON and JSON Lines: which strings are read, as what, and where they stand."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.errors import Unparsed
from claimlint.readers import EVERYTHING, Wishes
from claimlint.readers.json import DEEPEST, read, read_lines

from .blocks import Short, short
from .places import assert_places


def blocks(text: str, *fields: str) -> Short:
    return short(read(text, Wishes(fields)).blocks)


def test_values_are_read_by_their_keys() -> None:
    text = """{"id": "heals-1", "price": "9.99", "title": "Oat Soap", "tags": "oats, calm skin", "url": "https://a.example/x",
      "faq": [{"question": "Is it mild?", "answer": "It is."}], "reviews": [{"title": "Wow", "stars": 5, "body": "So soft."}],
      "howToUse": "Apply daily.", "ingredients": [{"name": "Aqua"}, {"name": "Oat oil: it heals"}], "warnings": "Avoid the eyes."}"""
    assert blocks(text) == [
        ("/title", "heading", "Oat Soap"), ("/tags", "body", "oats"), ("/tags", "body", "calm skin"),
        ("/faq/0/question", "question", "Is it mild?"), ("/faq/0/answer", "answer", "It is."),
        ("/reviews/0/title", "review", "Wow"), ("/reviews/0/body", "review", "So soft."),
        ("/howToUse", "directions", "Apply daily."), ("/ingredients/0/name", "ingredients", "Aqua"),
        ("/ingredients/1/name", "body", "Oat oil: it heals"), ("/warnings", "warning", "Avoid the eyes."),
    ]  # fmt: skip


def test_data_is_not_read_but_prose_is_whatever_its_key() -> None:
    text = (
        '{"handle": "oat-soap", "sku": "Soap", "color": "#ffeedd", "vendor": "Oat", "key": "This soap heals all skin."}'
    )
    assert blocks(text) == [("/key", "body", "This soap heals all skin.")]
    assert blocks('["2026-01-02T10:00:00Z", "19.90 EUR", "a@b.example", "/img/a.png", "AB12CD34", "true", ""]') == []


def test_fields_may_be_named() -> None:
    text = '{"p": [{"bodyHtml": "Soft.", "title": "Oats", "sku": "Soap"}, {"title": "Soap"}]}'
    assert blocks(text, "body_html") == [("/p/0/bodyHtml", "body", "Soft.")]
    assert blocks(text, "/p/*/title") == [("/p/0/title", "heading", "Oats"), ("/p/1/title", "heading", "Soap")]
    assert blocks(text, "sku") == [("/p/0/sku", "body", "Soap")]


def test_keys_are_escaped_in_pointers() -> None:
    assert blocks('{"a/b~c": {"\\u00e9": "Soft."}}') == [("/a~1b~0c/é", "body", "Soft.")]


def test_markup_in_a_value_is_read_as_such() -> None:
    assert [text for _, _, text in blocks('{"body": "<p>Soft &amp; mild.<\\/p><p>Oats.</p>"}')][-1] == "Oats."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Soap", "line 1: 'Soap' is no JSON value, so it is no JSON"),
        ('{"a": "b"', "line 1: { is never closed, so it is no JSON"),
        ('{"a":\n "b]', "line 1: a quote is never closed, so it is no JSON"),
        ('["a"\n}', "line 2: } closes nothing, so it is no JSON"),
        ('"a", "b"', "line 1: , stands outside of all brackets, so it is no JSON"),
        ("[" * (DEEPEST + 1), f"line 1: more than {DEEPEST} brackets are open, so it is no JSON"),
    ],
)
def test_what_is_no_json(text: str, reason: str) -> None:
    with pytest.raises(Unparsed) as caught:
        read(text, EVERYTHING)
    assert str(caught.value) == reason


def test_comments_and_commas_do_no_harm() -> None:
    assert blocks('// made by hand\n{"a": "Soft.",\n /* so is this */ "b": ["Oats.",],}') == [
        ("/a", "body", "Soft."), ("/b/0", "body", "Oats."),
    ]  # fmt: skip


JSON = st.recursive(
    st.text(max_size=20) | st.none() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(JSON.filter(lambda data: isinstance(data, dict | list)), st.booleans(), st.sampled_from([None, 1, "\t"]))
def test_blocks_map_back(data: Any, is_ascii: bool, indent: int | str | None) -> None:
    text = json.dumps(data, ensure_ascii=is_ascii, indent=indent)

    def decoded(written: str) -> str:
        return str(json.loads(f'"{written}"', strict=False)).replace("\b", " ").replace("\f", " ")

    found = [block for block in read(text, EVERYTHING).blocks if not any(0xD800 <= ord(c) < 0xE000 for c in block.text)]
    assert_places(text, (block for block in found if "\ufffd" not in block.text and "<" not in text), decoded)


def test_lines_are_values_of_their_numbers() -> None:
    chunks = ['{"title": "Oats"}\r\n\r\n', 'not json: it heals\n{"title": "Soap"}']
    parts = list(read_lines(iter(chunks), EVERYTHING))
    assert [part.text for part in parts] == chunks
    assert [short(part.blocks) for part in parts] == [
        [("/0/title", "heading", "Oats")],
        [("/2", "body", "not json: it heals"), ("/3/title", "heading", "Soap")],
    ]
    assert [part.note for part in parts] == [None, "line 3 is no JSON, and was read as plain text"]
