"""TOML: strings of every kind at their places, by their keys."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.document import Mapped
from claimlint.errors import Unparsed
from claimlint.readers import EVERYTHING, Wishes
from claimlint.readers.toml import cut_toml, read, values


def said(source: str) -> list[tuple[str, str]]:
    return [("/".join(names), words.text) for names, words in values(source, 0, len(source))]


def cut_out(source: str, words: Mapped) -> list[str]:
    places = words.places
    return [source[places.start_of(i) : places.end_of(i + 1)] for i in range(len(words.text))]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('a = "soft" # "not read"', "soft"),
        ('a = "\\u00e9\\t\\"\\U0001F486\\\\"', 'é\t"💆\\'),
        ("a = 'C:\\new'", "C:\\new"),
        ('a = """\none\ntwo \\\r\n\n   three"""', "one\ntwo three"),
        ('a = """""one"" two"""""', '""one"" two""'),
        ("a = '''\r\nit's ''soft'' '''", "it's ''soft'' "),
        ('a = ""', ""),
    ],
)
def test_kinds_of_strings(source: str, expected: str) -> None:
    assert said(source) == [("a", expected)]


def test_names_lead_through_tables() -> None:
    source = """
    a.'b.c' . "d\\u0065" = 'x'
    n = [1, 2.5, 'y', ['z', {k = 'w', l.m = 'v'}, # [
    ],]
    d = 1979-05-27 07:32:00Z
    [t . u]
    e = 'one'
    [[f]]
    g = 'two'
    [f.h]
    i = 'three'
    [[f]]
    [[f.j]]
    k = 'four'
    [[f.j]]
    k = 'five'
    """
    assert said(source) == [
        ("a/b.c/de", "x"), ("n/2", "y"), ("n/3/0", "z"), ("n/3/1/k", "w"), ("n/3/1/l/m", "v"), ("t/u/e", "one"),
        ("f/0/g", "two"), ("f/0/h/i", "three"), ("f/1/j/0/k", "four"), ("f/1/j/1/k", "five"),
    ]  # fmt: skip


def test_keys_give_roles_and_data_is_no_copy() -> None:
    source = "ingredients = 'Aqua'\nslug = 'heals-acne'\n[[faq]]\nquestion = 'Is it soft?'\n"
    found = [(block.text, block.role, block.pointer) for block in read(source, EVERYTHING).blocks]
    assert found == [("Aqua", "ingredients", "/ingredients"), ("Is it soft?", "question", "/faq/0/question")]
    assert [block.text for block in read(source, Wishes(("slug",))).blocks] == ["heals-acne"]


def test_a_stretch_is_read_at_its_place() -> None:
    source = "+++\ntitle = 'Soap'\n+++\n"
    (block,) = cut_toml(source, 4, 19, EVERYTHING)
    assert source[block.places.start_of(0) : block.places.end_of(4)] == "Soap"


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("a = 'b'\nc", "line 2: = should stand here"),
        ("a = 'b' 'c'", "line 1: the line should end here"),
        ('a = 1\r\nb = "c\n', "line 2: a quote is never closed"),
        ("\n\na = '''b''", "line 3: the line should end here"),
        ('a = """b""', "line 1: the line should end here"),
        ("[a", "line 1: ] should stand here"),
        ("[[a]", "line 1: ]] should stand here"),
        ("a = [1 2]", "line 1: , should stand here"),
        ("a = {b = 1", "line 1: , should stand here"),
        ("a =", "line 1: a value should stand here"),
        ("= 1", "line 1: a key should stand here"),
        ("a = " + "[" * 1000, "line 1: more than 100 brackets are open"),
        ("a." * 1000, "line 1: a key has more than 100 names"),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(source: str, fault: str) -> None:
    with pytest.raises(Unparsed) as raised:
        read(source, EVERYTHING)
    assert str(raised.value) == f"{fault}, so it is no TOML"


TEXT = st.text(st.sampled_from("ab é💆\u0301'\"\\=#[]\n\r\t"), max_size=30)


def written(text: str, kind: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    if kind == "line":
        return json.dumps(text, ensure_ascii=False).replace("é", "\\u00e9").replace("💆", "\\U0001F486")
    if kind == "lines":
        return f'"""\n{escaped}"""'
    safe = text.replace("'", "")
    return f"'''\n{safe}'''" if kind == "raw lines" else "'" + safe.replace("\n", "").replace("\r", "") + "'"


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(TEXT, st.sampled_from(["line", "lines", "raw line", "raw lines"])), max_size=4))
def test_round_trip(copy: list[tuple[str, str]]) -> None:
    source = "".join(f"k{i} = {written(text, kind)} # 'no'\n" for i, (text, kind) in enumerate(copy))
    found = list(values(source, 0, len(source)))
    for (_, words), (text, kind) in zip(found, copy, strict=True):
        meant = text if not kind.startswith("raw") else text.replace("'", "")
        meant = meant.replace("\n", "").replace("\r", "") if kind == "raw line" else meant
        got = cut_out(source, words)
        for char, part in zip(words.text, got, strict=True):
            assert part == char or (part.startswith("\\") and len(part) > 1)
        assert words.text == meant
