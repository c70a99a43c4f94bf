"""A table says what the same rows say as JSON Lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint import Linter
from claimlint.findings import Report
from claimlint.tables import TableLinter
from claimlint.writers import shapes

TEN = Path(__file__).parents[1] / "formats" / "ten.jsonl"
LINTER = Linter()
ELSEWHERE = ("path", "start", "end", "pointer", "fingerprint")
NAMES = (
    "title",
    "description",
    "Body (HTML)",
    "tags",
    "ingredients",
    "howToUse",
    "warnings",
    "reviews",
    "question",
    "answer",
    "url",
)
TEXTS = (
    "Heals acne", "Soft and light.", "<p>Our serum <b>regrows hair</b> &amp; smells nice.</p>", "acne cure, soft; eczema",
    "Aqua, Glycerin, Minoxidil", "Does it cure acne?", "No, it does not.", "Yes. It cures psoriasis.", "heals-acne-1",
    "https://shop.example/heals-acne", "It cured my eczema! – Ann", "Ask a doctor if you have eczema.", "", "🌿 Kills bacteria", None,
)  # fmt: skip

LAST = {"note": "Made in Ohio."}
"""What ends a row: in a file of lines a question at its end would be answered by the next line."""

row = st.tuples(*(st.sampled_from(TEXTS) for _ in NAMES)).map(lambda texts: dict(zip(NAMES, texts, strict=True)) | LAST)


def told(report: Report) -> list[tuple[str, dict[str, Any]]]:
    """Give the pointer of every finding with what it tells beside its place in the file."""
    shown = ((finding.pointer, shapes.finding(finding)) for finding in report.findings)
    return sorted(
        (
            (pointer, {name: value for name, value in shape.items() if name not in ELSEWHERE})
            for pointer, shape in shown
        ),
        key=lambda item: (item[0], str(item[1])),
    )


def lines(rows: list[dict[str, Any]]) -> Report:
    return LINTER.check_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "rows.jsonl")


def scanned(rows: list[dict[str, Any]], columns: pa.Schema | None = None) -> list[tuple[str, dict[str, Any]]]:
    copy = pa.Table.from_pylist(rows, columns or pa.unify_schemas(map(schema, rows)))
    found = TableLinter().check_table(copy, first_row=0)
    items = []
    for item in found.to_pylist():
        names = ("id", "row", "field", "pointer", "start_offset", "end_offset", "fingerprint", "reason")
        place = {name: item.pop(name) for name in names}
        items.append((f"/{place['row']}{place['pointer']}", item))
    return sorted(items, key=lambda item: (item[0], str(item[1])))


def schema(row: dict[str, Any]) -> pa.Schema:
    """Give the columns of a row: text where there is nothing."""
    found = pa.Table.from_pylist([row]).schema
    return pa.schema([field.with_type(pa.string()) if pa.types.is_null(field.type) else field for field in found])


def test_the_ten_claims() -> None:
    rows = [json.loads(line) for line in TEN.read_text(encoding="utf-8").splitlines()]
    report = LINTER.check_path(TEN)
    words = [(finding.pointer, finding.rule) for finding in report.findings]
    assert len(words) == 10
    assert sorted((pointer, item["rule"]) for pointer, item in scanned(rows)) == sorted(words)


@settings(max_examples=40)
@given(st.lists(row, min_size=1, max_size=6))
def test_a_table_says_what_its_rows_say_as_json_lines(rows: list[dict[str, Any]]) -> None:
    assert scanned(rows) == told(lines(rows))


def test_nested_values_say_what_they_say_as_json() -> None:
    text = pa.string()
    columns = pa.schema([
        ("seo", pa.struct([("title", text), ("url", text)])), ("bullets", pa.list_(text)), ("note", text),
        ("faq", pa.list_(pa.struct([("question", text), ("answer", text)]))),
    ])  # fmt: skip
    rows = [
        {
            "seo": {"title": "Heals acne", "url": "heals-acne"},
            "bullets": ["Soft", "Regrows hair"],
            "note": "It heals eczema.",
        },
        {"seo": {"title": "Soft", "url": "x"}, "bullets": [], "note": None},
        {
            "faq": [
                {"question": "Does it cure acne?", "answer": "No."},
                {"question": "Does it cure eczema?", "answer": "Yes."},
            ]
        },
    ]
    found = told(lines(rows))
    assert [pointer for pointer, _ in found] == ["/0/bullets/1", "/0/note", "/0/seo/title", "/2/faq/1/question"]
    assert scanned(rows, columns) == found


def test_a_fingerprint_is_that_of_the_row_in_a_file_of_its_own() -> None:
    rows = [{"title": "Heals acne", "body": "Heals acne. Heals acne"}, {"title": "Heals acne", "body": "Soft"}]
    found = TableLinter().check_table(pa.Table.from_pylist(rows), first_row=0).to_pylist()
    alone = [[finding.fingerprint for finding in lines([row]).findings] for row in rows]
    assert [[item["fingerprint"] for item in found if item["row"] == number] for number in (0, 1)] == alone
    assert len({*alone[0]}) == 3 and alone[1][0] == alone[0][0]
