"""The Reviewdog Diagnostic Format."""

from __future__ import annotations

import json
from typing import Any

from claimlint.document import Document
from claimlint.writers.options import Options
from claimlint.writers.rdjson import write_rdjson

from .kept import kept
from .sample import BOX, JAPAN, REPORT, SHOP, SOURCES


def diagnostics() -> list[dict[str, Any]]:
    result: dict[str, Any] = json.loads("".join(write_rdjson(REPORT, Options())))
    assert set(result) == {"source", "diagnostics"} and result["source"] == {"name": "claimlint"}
    found: list[dict[str, Any]] = result["diagnostics"]
    return found


def test_output_is_as_kept() -> None:
    output = "".join(write_rdjson(REPORT, Options()))
    assert output == kept("report.rdjson.json", output)


def test_diagnostics_have_the_shape_of_the_format() -> None:
    for each in diagnostics():
        assert set(each) <= {"message", "location", "severity", "code"}
        assert each["severity"] in ("ERROR", "WARNING", "INFO")
        assert set(each["location"]) <= {"path", "range"}


def test_columns_count_bytes() -> None:
    for path in (SHOP, JAPAN):
        lines = SOURCES[path].split("\n")
        for each in (each for each in diagnostics() if each["location"]["path"] == path):
            start, end = each["location"]["range"]["start"], each["location"]["range"]["end"]
            raw = "\n".join(lines).encode()
            before = "\n".join([*lines[: start["line"] - 1], ""]).encode() if start["line"] > 1 else b""
            first = len(before) + start["column"] - 1
            upto = "\n".join([*lines[: end["line"] - 1], ""]).encode() if end["line"] > 1 else b""
            words = raw[first : len(upto) + end["column"] - 1].decode()
            assert words in ("boosts collagen", "boosts\ncollagen", "collagenをboost")


def test_documents_count_bytes_of_a_line() -> None:
    document = Document("t", "é® 💆x\nébc", ())
    assert [document.place(offset).byte for offset in range(6)] == [1, 3, 5, 6, 10, 11]
    assert document.place(7).byte == 3
    assert document.place(5000 - 5000).byte == 1
    long = Document("t", "é" * 5000, ())
    assert [long.place(at).byte for at in (1023, 1024, 1025, 4999)] == [2047, 2049, 2051, 9999]


def test_places_without_lines_are_told_in_words() -> None:
    (box,) = [each for each in diagnostics() if each["location"]["path"] == BOX]
    assert "range" not in box["location"] and box["message"].startswith("page 2: ")
