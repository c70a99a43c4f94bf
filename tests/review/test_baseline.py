"""The baseline: what is known, new and gone, in a file that does not depend on where and how it is written."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from claimlint.errors import ClaimlintError
from claimlint.findings import Gone
from claimlint.linter import Linter
from claimlint.review.baseline import Baseline, entries, known, match, read, text

LINTER = Linter()
HAIR, ACNE, SOFT = "Our tonic regrows hair.\n", "It heals acne.\n", "It is soft.\n"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "hair é.txt").write_text(HAIR, encoding="utf-8")
    (tmp_path / "acne.txt").write_text(f"{ACNE}\n{ACNE}", encoding="utf-8")
    return tmp_path


def kept(folder: Path, *paths: str) -> Baseline:
    return Baseline(folder, entries(LINTER.check_paths(paths or (".",)), folder))


def states(baseline: Baseline, *paths: str) -> list[tuple[str, str]]:
    report = known(LINTER.check_paths(paths or (".",)), baseline)
    return [(finding.path, finding.state) for finding in report.findings]


def gone(baseline: Baseline, *paths: str) -> list[str]:
    report = known(LINTER.check_paths(paths or (".",)), baseline)
    return [item.path for item in report.gone or ()]


def test_the_text_is_one_sorted_entry_a_line_without_lines_and_dates(shop: Path) -> None:
    marks = [finding.fingerprint for finding in LINTER.check_paths(["acne.txt", "copy"]).findings]
    rows = sorted(marks[:2])
    assert "".join(text(kept(shop).entries)) == (
        '{\n  "claimlint-baseline": 1,\n  "findings": [\n'
        f'    {{"path": "acne.txt", "rule": "clears-acne", "fingerprint": "{rows[0]}", "words": "heals acne"}},\n'
        f'    {{"path": "acne.txt", "rule": "clears-acne", "fingerprint": "{rows[1]}", "words": "heals acne"}},\n'
        f'    {{"path": "copy/hair \\u00e9.txt", "rule": "regrows-hair", "fingerprint": "{marks[2]}", "words": "regrows hair"}}\n'
        "  ]\n}\n"
    )
    assert "".join(text([])) == '{\n  "claimlint-baseline": 1,\n  "findings": []\n}\n'
    json.loads("".join(text([])))


def test_the_text_does_not_depend_on_how_paths_are_named(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = "".join(text(kept(shop).entries))
    for paths in ([str(shop)], ["./copy", "./acne.txt"], ["acne.txt", "copy/hair é.txt", "copy/../acne.txt"]):
        assert "".join(text(kept(shop, *paths).entries)) == expected
    monkeypatch.chdir(shop / "copy")
    assert "".join(text(kept(shop, "..").entries)) == expected
    assert "".join(text(kept(shop, ".", "../acne.txt").entries)) == expected


def test_a_link_to_the_folder_is_the_folder(shop: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    link = tmp_path_factory.mktemp("other") / "link"
    link.symlink_to(shop)
    assert kept(shop, str(link)) == kept(shop)


def test_what_it_reads_is_what_it_wrote(shop: Path) -> None:
    (shop / "b").write_text("".join(text(kept(shop).entries)))
    assert read(Path("b")) == kept(shop)


def test_known_new_and_gone(shop: Path) -> None:
    baseline = kept(shop)
    assert states(baseline) == [("acne.txt", "known"), ("acne.txt", "known"), ("copy/hair é.txt", "known")]
    (shop / "acne.txt").write_text(f"New first line.\n\n{ACNE}{HAIR}")
    assert states(baseline, "acne.txt") == [("acne.txt", "known"), ("acne.txt", "new")]
    assert gone(baseline, "acne.txt") == ["acne.txt"] and gone(baseline, "copy") == []
    report = known(LINTER.check_paths(["acne.txt"]), baseline)
    left = {entry.fingerprint for entry in baseline.entries if entry.path == "acne.txt"}
    (second,) = left - {report.findings[0].fingerprint}
    assert report.gone == (Gone(second, "clears-acne", "acne.txt", "heals acne"),)
    assert report.summary["known"] == 1 and report.summary["error"] == 1


def test_a_third_time_is_new(shop: Path) -> None:
    baseline = kept(shop)
    (shop / "acne.txt").write_text(f"{ACNE}\n{ACNE}\n{ACNE}")
    assert [state for _, state in states(baseline, "acne.txt")] == ["known", "known", "new"]


def test_a_new_name_brings_nothing_back(shop: Path) -> None:
    baseline = kept(shop)
    (shop / "acne.txt").rename(shop / "copy" / "spots.txt")
    assert {state for _, state in states(baseline)} == {"known"} and gone(baseline) == []
    assert match(LINTER.check_paths(["."]), baseline).stay == kept(shop).entries
    (shop / "more.txt").write_text(ACNE)
    assert sum(state == "new" for _, state in states(baseline)) == 1


def test_a_copy_of_a_file_is_new(shop: Path) -> None:
    baseline = kept(shop)
    (shop / "again.txt").write_text(ACNE)
    assert ("again.txt", "new") in states(baseline)


def test_a_file_that_is_no_more_is_gone_and_one_that_was_not_checked_is_not(shop: Path) -> None:
    baseline = kept(shop)
    (shop / "copy" / "hair é.txt").unlink()
    assert gone(baseline, "acne.txt") == ["copy/hair é.txt"]
    assert gone(kept(shop), "copy") == []


def test_a_file_read_in_part_has_nothing_gone(shop: Path) -> None:
    baseline = kept(shop)
    (shop / "acne.txt").write_text(SOFT)
    report = LINTER.check_paths(["."])
    assert len(known(report, baseline, is_whole=False).gone or ()) == 0
    assert len(known(report, baseline).gone or ()) == 2


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ('{\n  "claimlint-baseline": 1,\n  "findings": [\n    {"path": "a', "b:4: the baseline is broken: Unterminated string"),
        ("<<<<<<< ours\n", "b:1: the baseline is broken: Expecting value"),
        ("[]", 'b:1: is no baseline: "claimlint-baseline": 1 and a list "findings" are missing'),
        ('{"claimlint-baseline": 1,\n"findings": [{"path": "a.txt"}]}', "b:4: finding 1 lacks one of path, rule, fingerprint, words: {'path': 'a.txt'}"),
        ("[" * 100_000, "b:1: the baseline is broken: "),
    ],
)  # fmt: skip
def test_a_broken_baseline_is_told_with_its_line(shop: Path, broken: str, message: str) -> None:
    (shop / "b").write_text(broken)
    with pytest.raises(ClaimlintError) as caught:
        read(Path("b"))
    assert str(caught.value).startswith(message) and "--force" in str(caught.value)
    assert os.fspath(shop) not in str(caught.value)


def test_an_entry_outside_the_folder_is_written_with_dots(shop: Path) -> None:
    baseline = kept(shop / "copy", ".")
    assert {entry.path for entry in baseline.entries} == {"../acne.txt", "hair é.txt"}
