"""The whole copy of files, with what was found in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from claimlint import Linter
from claimlint.document import Document
from claimlint.findings import NotChecked, Report
from claimlint.readers import read_paths
from claimlint.writers import whole
from claimlint.writers.whole import wholes

LINTER = Linter()
COPY = {
    "label.txt": "# Serum ® 🌿\n\nA soft serum that regrows\nhair. It heals eczema.\n\nIngredients: Aqua, Glycerin\n",
    "page.html": "<h1>Serum</h1><p>It re<b>grows</b> hair&nbsp;&amp; heals eczema.</p><!-- claimlint: allow[x] y -->",
    "rows.jsonl": '{"name": "Serum"}\n{"text": "It regrows\\u0020hair. \\u00e9"}\n{"text": "It heals eczema."}\n',
    "shop.csv": 'name,text\nSerum,"It ""regrows hair"" fast"\n',
    "copy.yaml": "text: >\n  It regrows\n  hair.\n",
}


def read(path: str) -> Iterable[Document | NotChecked]:
    return read_paths([path])


def checked(folder: Path, name: str) -> Report:
    file = folder / name
    file.write_text(COPY[name], encoding="utf-8")
    return LINTER.check_path(file)


@pytest.mark.parametrize("name", COPY)
def test_the_words_of_each_finding_are_marked(tmp_path: Path, name: str) -> None:
    report = checked(tmp_path, name)
    (shown,) = wholes(report, read)
    marked = {mark.finding: text[mark.start : mark.end] for _, text, marks in shown.passages for mark in marks}
    claims = {n: finding for n, finding in enumerate(report.findings) if finding.law != "review"}
    assert claims and marked == {n: finding.sentence[slice(*finding.said)] for n, finding in claims.items()}


def test_passages_stand_in_order_with_their_roles(tmp_path: Path) -> None:
    (shown,) = wholes(checked(tmp_path, "label.txt"), read)
    assert [(role, text.split()[0]) for role, text, _ in shown.passages] == [
        ("heading", "Serum"),
        ("body", "A"),
        ("heading", "Ingredients:"),
        ("ingredients", "Aqua,"),
    ]


@pytest.mark.parametrize("change", ["It heals eczema.", "It regrows fair", ""])
def test_a_file_that_has_changed_since_is_not_shown(tmp_path: Path, change: str) -> None:
    report = checked(tmp_path, "label.txt")
    (tmp_path / "label.txt").write_text(change, encoding="utf-8")
    assert list(wholes(report, read)) == []


def test_a_file_that_is_gone_is_not_shown(tmp_path: Path) -> None:
    report = checked(tmp_path, "label.txt")
    (tmp_path / "label.txt").unlink()
    assert list(wholes(report, read)) == []


def test_what_is_too_long_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = checked(tmp_path, "label.txt"), checked(tmp_path, "shop.csv")
    both = first._replace(findings=(*first.findings, *second.findings))
    monkeypatch.setattr(whole, "MOST_OF_A_FILE", 60)
    assert [Path(shown.path).name for shown in wholes(both, read)] == ["shop.csv"]
    monkeypatch.setattr(whole, "MOST_OF_A_FILE", 1_000)
    monkeypatch.setattr(whole, "MOST_IN_ALL", 100)
    assert [Path(shown.path).name for shown in wholes(both, read)] == ["label.txt"]
