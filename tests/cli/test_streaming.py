"""Lines that are written while files are read are those of the whole report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .test_check import run


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write copy of which a file comes in several parts, with approvals and what cannot be read."""
    folder = tmp_path_factory.mktemp("shop")
    bodies = ("It heals eczema.", "Leaves skin soft. " * 30, "Never cures acne.", "Supports skin renewal.")
    rows = (json.dumps({"id": number, "body": bodies[number % 4]}) for number in range(14_000))
    (folder / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    (folder / "page.md").write_text(
        "<!-- claimlint: allow[regrows-hair] Shown in our study. -->\nIt regrows hair.\n\n"
        "<!-- claimlint: allow[clears-acne] No longer said. -->\nIt heals eczema.\n",
        encoding="utf-8",
    )
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / ".claimlint-allow.yaml").write_text(
        "allow:\n- words: heals eczema\n  path: page.md\n  reason: Shown.\n  by: Ada\n"
        "- words: never said\n  reason: Shown.\n  by: Ada\n",
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize(
    "arguments",
    [(".",), (".", "--level", "error"), (".", "--fail-on", "note", "--exit-zero"), ("page.md", "empty.txt"), (".", "--jobs", "2")],
)  # fmt: skip
def test_lines_are_the_same_at_once_and_in_the_end(shop: Path, arguments: tuple[str, ...]) -> None:
    at_once = run(*arguments, "--format", "jsonl", cwd=shop)
    in_the_end = run(*arguments, "--format", "json", "-o", "../end.jsonl", cwd=shop)
    assert (shop.parent / "end.jsonl").read_text(encoding="utf-8") == at_once.stdout
    assert at_once.returncode == in_the_end.returncode
    assert at_once.stderr == "".join(in_the_end.stderr.splitlines(keepends=True)[1:])
    to_file = run(*arguments, "-o", "../once.jsonl", cwd=shop)
    assert (shop.parent / "once.jsonl").read_text(encoding="utf-8") == at_once.stdout
    assert to_file.stdout == "" and to_file.stderr.replace("once", "end") == in_the_end.stderr


def test_the_shop_tries_what_it_should(shop: Path) -> None:
    told = [json.loads(line) for line in run(".", "--format", "jsonl", cwd=shop).stdout.splitlines()]
    summary = told[-1]["summary"]
    assert summary["considered"] > 3_000 and summary["suppressed"] == 2 and summary["not_checked"] == 1
    rules = [line["finding"]["rule"] for line in told if "finding" in line]
    assert rules.count("allow-unused") == 2 and len(rules) > 3_500
    marks = {(line["finding"]["path"], line["finding"]["fingerprint"]) for line in told if "finding" in line}
    assert len(marks) == len(rules)


def test_a_fault_that_comes_late_ends_with_two(shop: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It heals eczema.", encoding="utf-8")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "b.txt").write_text("It heals eczema.", encoding="utf-8")
    (tmp_path / "b" / ".claimlint-allow.yaml").write_text("allow: 5\n", encoding="utf-8")
    done = run(".", "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 2 and "allow" in done.stderr
    to_file = run(".", "-o", "out.jsonl", cwd=tmp_path)
    assert to_file.returncode == 2 and not (tmp_path / "out.jsonl").exists()
