"""YAML: values of every style at their places, each once."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.document import Mapped
from claimlint.errors import Unparsed
from claimlint.readers import EVERYTHING, Wishes
from claimlint.readers import yaml as reader
from claimlint.readers.yaml import cut_yaml, read, values

LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


def said(source: str) -> list[tuple[str, str]]:
    return [("/".join(names), words.text) for _, names, words in values(source, 0, len(source))]


def cut_out(source: str, words: Mapped) -> list[str]:
    places = words.places
    return [source[places.start_of(i) : places.end_of(i + 1)] for i in range(len(words.text))]


@pytest.fixture(params=LOADERS, autouse=True)
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LOADER", request.param)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a: soft # not read\n", "soft"),
        ("a: soft\n  and calm\n\n  skin\n", "soft and calm\n\nskin"),
        ("a: 'it''s\n  soft'", "it's soft"),
        ('a: "\\u00e9\\x41\\U0001F486\\t\\"b\\" c\\\n   d\n  e"', 'éA💆\t"b" cd e'),
        ('a: "x\\ \n  y"', "x  y"),
        ("a: |\n  one\n   two\n\n  three\n", "one\n two\n\nthree\n"),
        ("a: |-\r\n  one\r\n  two\r\n# not read\r\n", "one\r\ntwo\r\n"),
        ("a: >\n  one\n  two\n\n  three\n    four\n  five\n", "one two\n\nthree\n  four\nfive\n"),
        ("a: |2\n    one\n  two\n", "  one\ntwo\n"),
        ("a: &b !!str # not read\n  'one'", "one"),
        ("\ufeffa: 💆🏽 one\r\n", "💆🏽 one"),
    ],
)
def test_styles(source: str, expected: str) -> None:
    assert said(source) == [("a", expected)]


def test_each_character_stands_where_it_is_told_to() -> None:
    source = "\ufeffk💆: \"a\\u00e9 \\\r\n  b\"\r\nl: 'it''s'\r\nm: >\r\n  x\r\n  é\r\n"
    found = [cut_out(source, words) for _, _, words in values(source, 0, len(source))]
    assert found[0] == ["a", "\\u00e9", " ", "b"]
    assert found[1] == ["i", "t", "''", "s"]
    assert found[2] == ["x", "\r\n", "é", "\r\n"[0], "\r\n"[1]]


def test_names_lead_through_maps_lists_and_documents() -> None:
    source = "a: [x, {b: y}, [z]]\n? [k]\n: v\n...\n---\n- w\n"
    assert said(source) == [("a/0", "x"), ("a/1/b", "y"), ("a/2/0", "z"), ("/0", "k"), ("", "v"), ("0", "w")]
    pointers = [block.pointer for block in read("one: Soft skin\n---\ntwo: Calm skin\n", EVERYTHING).blocks]
    assert pointers == ["/0/one", "/1/two"]


def test_an_alias_is_not_written_out() -> None:
    bomb = "a0: &a0 [soft skin]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 200))
    assert said(bomb) == [("a0/0", "soft skin")]


def test_keys_give_roles_and_data_is_no_copy() -> None:
    source = "ingredients: Aqua\nslug: heals-acne\nprice: 12\nhow_to_use: Apply daily.\ntitle: Soap\n"
    found = [(block.text, block.role) for block in read(source, EVERYTHING).blocks]
    assert found == [("Aqua", "ingredients"), ("Apply daily.", "directions"), ("Soap", "heading")]
    assert [block.text for block in read(source, Wishes(("slug",))).blocks] == ["heals-acne"]


def test_a_stretch_is_read_at_its_place() -> None:
    source = "---\ntitle: Soap\n---\n"
    (block,) = cut_yaml(source, 4, 16, EVERYTHING)
    assert source[block.places.start_of(0) : block.places.end_of(4)] == "Soap"


@pytest.mark.parametrize(
    ("source", "line"),
    [("a: b\nc: [d\n", 3), ("a: b\n c: d\n", 2), ("a: b\n\n\tc: d\n", 3), ("- " * 300, 1), ("{a: " * 300, 1)],
)
def test_what_is_no_yaml_is_told_with_its_line(source: str, line: int) -> None:
    with pytest.raises(Unparsed, match=rf"\Aline {line}: .*so it is no YAML\Z"):
        read(source, EVERYTHING)


@pytest.mark.parametrize("source", ["a: \x01", "a: \ud83d", "a: \x00b"])
def test_characters_that_yaml_forbids(source: str) -> None:
    with pytest.raises(Unparsed, match="so it is no YAML"):
        read(source, EVERYTHING)


TEXT = st.text(st.sampled_from("ab é💆\u0301'\"\\:#-&*\n\t"), min_size=1, max_size=30)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(TEXT, st.sampled_from([None, "'", '"', "|", ">"])), min_size=1, max_size=4),
    st.booleans(),
    st.integers(8, 40),
)
def test_round_trip(copy: list[tuple[str, str | None]], crlf: bool, width: int) -> None:
    source = "".join(
        yaml.dump({f"k{i}é": text}, default_style=style, allow_unicode=True, width=width)
        for i, (text, style) in enumerate(copy)
    )
    source = source.replace("\n...\n", "\n")  # ends the document behind some blocks
    source = source.replace("\n", "\r\n") if crlf else source
    meant = yaml.safe_load(source)
    for (_, (name,), words), (key, value) in zip(values(source, 0, len(source)), meant.items(), strict=True):
        assert key in (name, name.strip('"'))
        assert words.text.split() == value.split()
        for char, written in zip(words.text, cut_out(source, words), strict=True):
            is_escape = written.startswith("\\") or written == "''"
            assert written == char or is_escape or (char.isspace() and not written.strip())
