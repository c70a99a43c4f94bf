"""Several runs laid over each other."""

from __future__ import annotations

from claimlint.findings import CheckedFile, Gone, NotChecked, Report
from claimlint.runs import merged

from .writers.sample import BALM, EMPTY, FINDINGS, REPORT

FIRST, EU, OTHER_WORDS, *_ = FINDINGS
SECOND = OTHER_WORDS._replace(fingerprint="1" * 16)
FILE = CheckedFile(BALM, {"us": "drug"}, 5)
OTHER = CheckedFile("other.txt", {"us": "drug"}, 2)
ELSEWHERE = FIRST._replace(path="other.txt")


def run(*findings: object, files: tuple[CheckedFile, ...] = (FILE,), **changes: object) -> Report:
    return EMPTY._replace(files=files, findings=findings, **changes)  # type: ignore[arg-type]


def test_one_run_stays_as_it_is() -> None:
    assert merged([REPORT]) is REPORT


def test_a_finding_in_two_runs_stands_once_as_the_latest_has_it() -> None:
    later = FIRST._replace(state="known")
    assert merged([run(FIRST, EU), run(later, EU)]).findings == (EU, later)
    assert merged([run(later), run(FIRST)]).findings == (FIRST,)


def test_what_a_later_run_no_longer_finds_is_gone() -> None:
    both = merged([run(FIRST, SECOND), run(SECOND)])
    assert both.findings == (SECOND,)
    assert both.gone == (Gone(FIRST.fingerprint, FIRST.rule, FIRST.path, FIRST.text),)


def test_what_one_law_still_finds_is_not_gone() -> None:
    assert merged([run(FIRST, EU), run(EU)]).gone == ()


def test_runs_on_different_files_add_up() -> None:
    both = merged([run(FIRST), run(ELSEWHERE, files=(OTHER,))])
    assert both.findings == (ELSEWHERE, FIRST)
    assert [file.path for file in both.files] == ["other.txt", BALM]
    assert (both.gone, both.summary["sentences"]) == ((), 7)


def test_a_file_that_could_not_be_read_again_keeps_its_findings_and_is_told() -> None:
    unread = NotChecked(BALM, "cannot be read")
    both = merged([run(FIRST), run(files=(), not_checked=(unread,))])
    assert (both.findings, both.not_checked, both.gone) == ((FIRST,), (unread,), ())


def test_a_file_that_was_read_later_is_no_longer_unread() -> None:
    both = merged([run(files=(), not_checked=(NotChecked(BALM, "cannot be read"),)), run(FIRST)])
    assert (both.findings, both.not_checked) == ((FIRST,), ())


def test_what_was_dismissed_comes_from_the_run_that_counts() -> None:
    one, two = REPORT.considered[:2]
    two = two._replace(path=BALM)
    assert merged([run(considered=(one,)), run(considered=(two,))]).considered == (two,)


def test_the_baseline_of_the_latest_run_counts() -> None:
    old, new = (Gone(mark, "r", BALM, "x") for mark in ("0" * 16, "1" * 16))
    assert merged([run(gone=(old,)), run(gone=(new,))]).gone == (new,)


def test_packs_are_named_once() -> None:
    assert merged([run(), run()]).packs == EMPTY.packs
