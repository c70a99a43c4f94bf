"""Each input is read as what it is, and none is lost where that fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimlint import Linter
from claimlint.document import Document
from claimlint.findings import NotChecked
from claimlint.readers import EVERYTHING, read_paths


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, data: bytes | str) -> str:
    Path(name).write_bytes(data.encode() if isinstance(data, str) else data)
    return name


def one(name: str) -> Document | NotChecked:
    (document,) = read_paths([name])
    return document


def note(name: str) -> str | None:
    document = one(name)
    assert isinstance(document, Document), document
    return document.note


def test_what_is_not_in_its_format_is_read_as_plain_text() -> None:
    write("a.json", '{"title": "It heals eczema"\n')
    assert note("a.json") == "read as plain text: line 2: { is never closed, so it is no JSON"
    assert [finding.text for finding in Linter().check_path("a.json").findings] == ["heals eczema"]


def test_notes_are_told_together() -> None:
    write("a.json", '{"title": "Creme br\xfbl\xe9e"'.encode("latin-1"))
    assert note("a.json") == (
        "read as Windows-1252: byte 0xFB at offset 19 is not UTF-8; "
        "read as plain text: line 1: { is never closed, so it is no JSON"
    )


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json", "a.txt"])
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty (0 bytes)"), (b" \r\n\n", "it is only white space (4 bytes)"),
        (b"Soap\0,oats\n", "it is binary, not text"), (b"\x89PNG\r\n\x1a\n1,2", "it is a PNG picture, not text"),
    ],
)  # fmt: skip
def test_what_holds_no_text_is_told_apart(name: str, data: bytes, reason: str) -> None:
    found = one(write(name, data))
    assert isinstance(found, NotChecked)
    assert found.reason.startswith(reason)


def test_a_late_fault_keeps_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimlint.readers.source.CHUNK", 20)
    write("a.csv", b"Title,Body\nOats,It heals eczema.\nSoap,\0\n")
    report = Linter().check_path("a.csv")
    assert [finding.text for finding in report.findings] == ["heals eczema"]
    assert [item.path for item in report.not_checked] == ["a.csv"]


def test_utf16_tables_are_read() -> None:
    write("a.csv", "Title\tBody\r\nOats\tIt heals eczema.\r\n".encode("utf-16"))
    assert [finding.text for finding in Linter().check_path("a.csv").findings] == ["heals eczema"]


def test_a_line_may_not_be_larger_than_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimlint.readers.source.CHUNK", 10)
    monkeypatch.setattr("claimlint.readers.source.LARGEST_FILE", 100)
    write("a.jsonl", '"Soap"\n"' + "x" * 200 + '"\n')
    documents = list(read_paths(["a.jsonl"]))
    assert isinstance(documents[-1], NotChecked)
    assert documents[-1].reason == "a line of it has more than 100 bytes: break it into lines"


def test_the_same_words_are_read_once_and_told_at_each_place() -> None:
    write("a.json", json.dumps([{"shade": "Rose", "text": "It heals eczema."}] * 3))
    findings = Linter().check_path("a.json").findings
    assert [finding.pointer for finding in findings] == ["/0/text", "/1/text", "/2/text"]
    assert len({finding.fingerprint for finding in findings}) == 3
    assert len({finding.start.offset for finding in findings}) == 3


def test_parts_of_a_file_are_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimlint.readers.source.CHUNK", 10)
    write("a.jsonl", '"It heals eczema."\n' * 3)
    report = Linter().check_path("a.jsonl")
    assert [(file.path, file.sentences, file.verdict) for file in report.files] == [("a.jsonl", 3, {"us": "drug"})]
    assert len({finding.fingerprint for finding in report.findings}) == 3
    assert [finding.start.line for finding in report.findings] == [1, 2, 3]


def test_nothing_is_read_before_it_is_asked_for() -> None:
    assert EVERYTHING.fields == ()
    assert next(read_paths([write("a.txt", "Soap"), "gone.txt"])) == one("a.txt")
