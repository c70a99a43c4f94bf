"""CSV and TSV: rows, columns, quotes, and places."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlint.document import Document
from claimlint.errors import NotReadable
from claimlint.readers import EVERYTHING, Wishes
from claimlint.readers.formats import Part
from claimlint.readers.reading import read as read_source
from claimlint.readers.source import Source
from claimlint.readers.table import read_rows

from .blocks import Short, short
from .places import assert_places


def parts(*chunks: str, fields: tuple[str, ...] = ()) -> list[Part]:
    return [part._replace(blocks=list(part.blocks)) for part in read_rows(iter(chunks), Wishes(fields))]


def blocks(*chunks: str, fields: tuple[str, ...] = ()) -> Short:
    return [one for part in parts(*chunks, fields=fields) for one in short(part.blocks)]


HEADER = [("/header/0", "body", "Title"), ("/header/1", "body", "Body (HTML)")]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_cells_are_read_by_their_columns(sign: str, end: str) -> None:
    rows = [["Id", "Title", "Body (HTML)"], ["7", "Oats", '"Soft, ""mild""; oats\t| soap"'], ["8", "Soap", ""]]
    assert blocks(end.join(map(sign.join, rows))) == [
        ("/header/0", "body", "Id"), ("/header/1", "body", "Title"), ("/header/2", "body", "Body (HTML)"),
        ("/0/Title", "heading", "Oats"), ("/0/Body (HTML)", "body", 'Soft, "mild"; oats\t| soap'),
        ("/1/Title", "heading", "Soap"),
    ]  # fmt: skip


def test_a_row_may_go_on_in_the_next_chunk() -> None:
    chunks = ('Title,Body (HTML)\n"Oats\n', 'and soap","Soft.\n', '\nMild."\n', 'Soap,"Soft"\n')
    found = parts(*chunks)
    assert "".join(part.text for part in found) == "".join(chunks)
    assert [one for part in found for one in short(part.blocks)] == [
        *HEADER, ("/0/Title", "heading", "Oats"), ("/0/Title", "heading", "and soap"), ("/0/Body (HTML)", "body", "Soft."),
        ("/0/Body (HTML)", "body", "Mild."), ("/1/Title", "heading", "Soap"), ("/1/Body (HTML)", "body", "Soft"),
    ]  # fmt: skip


def test_a_table_may_have_no_header() -> None:
    assert blocks("7,Soft and mild.\n8,Oats\n") == [("/0/1", "body", "Soft and mild."), ("/1/1", "body", "Oats")]


def test_fields_may_be_named() -> None:
    assert blocks("Title,Body\nOats,Soft.\n", fields=("body",)) == [("/0/Body", "body", "Soft.")]


def test_words_behind_a_quote_are_read() -> None:
    assert [text for _, _, text in blocks('Title,Body\n"Oats" for all,Soft.\n')][2:] == ["Oats", "for all", "Soft."]


def test_a_quote_that_is_never_closed_loses_nothing() -> None:
    found = read_rows(iter(['Title,Body\nOats,Soft.\nSoap,"It heals\n', "all skin,\n"]), EVERYTHING)
    seen: list[str] = []
    with pytest.raises(NotReadable, match=r"^line 3: a quote in the row that begins there is never closed"):
        seen.extend(text for part in found for _, _, text in short(part.blocks))
    assert seen[-1] == 'Soap,"It heals\nall skin,' and "Soft." in seen


def test_places_go_on_from_part_to_part(tmp_path: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimlint.readers.source.CHUNK", 10)
    monkeypatch.chdir(str(tmp_path))
    text = '\ufeffTitle,Body\r\nÖl,"Sanft 💆\r\nund mild"\r\nSeife,Weich und rein\r\n'
    with open("a.csv", "w", encoding="utf-8", newline="") as file:
        file.write(text)
    documents = [part for part in read_source(Source("a.csv")) if isinstance(part, Document)]
    assert len(documents) > 1
    plain = text[1:]
    assert "".join(part.source for part in documents) == plain
    for document in documents:
        for block in document.blocks:
            place = document.place(block.places.start_of(0))
            assert plain[place.offset :].startswith(block.text.split("\n")[0].rstrip("\r"))
            assert place.line == plain.count("\n", 0, place.offset) + 1
            assert place.column == place.offset - plain.rfind("\n", 0, place.offset)


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0<"), max_size=12)


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=5), st.data())
def test_blocks_map_back_wherever_the_chunks_part(rows: list[list[str]], data: st.DataObject) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    text = out.getvalue()
    cuts = sorted(data.draw(st.sets(st.sampled_from([i + 1 for i, char in enumerate(text) if char == "\n"]))))

    def chunks() -> Iterator[str]:
        for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
            if start < end:
                yield text[start:end]

    found = list(read_rows(chunks(), EVERYTHING))
    assert "".join(part.text for part in found) == text
    for part in found:
        assert_places(part.text, part.blocks, lambda written: written.replace('""', '"'))
