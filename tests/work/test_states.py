"""A file that has not changed by what the system says of it is not even opened; one that may have changed is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from claimlint import Linter
from claimlint.errors import NotReadable
from claimlint.findings import Report
from claimlint.readers.source import Source
from claimlint.work.cache import Cache

from .copy import report

CLAIM, OTHER = "It heals eczema.", "It feels creamy."
SECOND = 1_000_000_000


@pytest.fixture
def label(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a file of copy, and take any file for settled once the clock has gone on."""
    monkeypatch.setattr("claimlint.files.SETTLED", -SECOND)
    folder = tmp_path / "labels"
    folder.mkdir()
    monkeypatch.chdir(folder)
    file = folder / "label.txt"
    file.write_text(CLAIM, encoding="utf-8")
    return file


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the list to which each file of copy is added that is opened."""
    names: list[str] = []

    def counted(path: str, mode: str) -> IO[bytes]:
        names.append(path)
        return open(path, mode)

    monkeypatch.setattr("claimlint.readers.source.open", counted, raising=False)
    return names


@pytest.fixture
def run(tmp_path: Path) -> Callable[[], Report]:
    """Give a run over the folder with a cache."""
    return lambda: report(["."], lambda: Cache(tmp_path / "cache", ()))


def claims(found: Report) -> list[str]:
    return [finding.text for finding in found.findings]


def test_a_file_in_the_same_state_is_not_opened(label: Path, opened: list[str], run: Callable[[], Report]) -> None:
    first = run()
    assert opened == ["label.txt"] and claims(first) == ["heals eczema"]
    assert run() == first
    assert opened == ["label.txt"]


def set_back(file: Path, before: os.stat_result) -> None:
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def written_over(file: Path) -> None:
    file.write_text(OTHER, encoding="utf-8")


def replaced(file: Path) -> None:
    other = file.with_suffix(".new")
    other.write_text(OTHER, encoding="utf-8")
    other.replace(file)


def linked_anew(file: Path) -> None:
    other = file.with_name("other.bin")
    other.write_text(OTHER, encoding="utf-8")
    file.unlink()
    file.symlink_to(other)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no time of the last change of state")
@pytest.mark.parametrize("change", [written_over, replaced, linked_anew])
def test_other_words_of_the_same_size_and_time_are_read(
    change: Callable[[Path], None], label: Path, run: Callable[[], Report]
) -> None:
    before = label.stat()
    assert claims(run()) == ["heals eczema"]
    change(label)
    set_back(label, before)
    assert label.stat().st_size == before.st_size and label.stat().st_mtime_ns == before.st_mtime_ns
    assert claims(run()) == []


def test_a_file_that_was_just_written_is_read_again(
    label: Path, opened: list[str], run: Callable[[], Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimlint.files.SETTLED", 3_600 * SECOND)
    before = label.stat()
    assert claims(run()) == ["heals eczema"] and claims(run()) == ["heals eczema"]
    assert opened == ["label.txt"] * 2
    label.write_text(OTHER, encoding="utf-8")
    set_back(label, before)
    assert claims(run()) == []


def test_a_file_that_changes_after_it_was_found_is_not_known_by_its_state(label: Path) -> None:
    known = Source("label.txt", info=label.stat())
    assert known.load_known()[1]
    label.write_text("It heals eczema and more.", encoding="utf-8")
    assert known.load_known() == (b"It heals eczema and more.", "")


def test_a_file_is_known_by_its_content_where_its_state_is_another(
    label: Path, opened: list[str], run: Callable[[], Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run()
    os.utime(label, ns=(SECOND, SECOND))
    monkeypatch.setattr(Linter, "check", None)
    assert run() == first and opened == ["label.txt"] * 2
    assert run() == first and opened == ["label.txt"] * 2


def test_files_of_one_content_do_not_answer_for_each_other(label: Path, run: Callable[[], Report]) -> None:
    label.with_name("label.md").write_text(f"    {CLAIM}", encoding="utf-8")
    label.with_name("label.html").write_text("<p hidden>It heals eczema.</p>", encoding="utf-8")
    assert run() == run() == report(["."])


def test_a_file_that_cannot_be_read_is_told_of_each_time(
    label: Path, run: Callable[[], Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(path: str, mode: str) -> IO[bytes]:
        raise FileNotFoundError(2, "No such file or directory", path)

    monkeypatch.setattr("claimlint.readers.source.open", gone, raising=False)
    assert [item.path for item in run().not_checked] == ["label.txt"] == [item.path for item in run().not_checked]
    with pytest.raises(NotReadable, match="there is no such file"):
        Source("label.txt", info=label.stat()).load_known()
