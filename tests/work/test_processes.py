"""Several processes find what one finds, in the same order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimlint.document import Document
from claimlint.findings import Found, NotChecked
from claimlint.linter import Linter
from claimlint.work.cache import Cache

from .copy import LINTER, report


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimlint.work.run.BATCH", 500)
    monkeypatch.setattr("claimlint.readers.source.CHUNK", 700)


@pytest.mark.parametrize("jobs", [2, 3])
def test_several_processes_find_the_same(jobs: int) -> None:
    assert report(["."], jobs=jobs) == report(["."])


def test_they_find_the_same_where_they_must_load_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimlint.work.processes.METHOD", "spawn")
    assert report(["rows.jsonl", "p00.txt"], jobs=2) == report(["rows.jsonl", "p00.txt"])


def test_a_table_too_large_to_be_held_is_checked_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    right = report(["."])
    monkeypatch.setattr("claimlint.readers.reading.LARGEST_TABLE", 1_000)
    assert report(["."], jobs=2) == report(["."]) == right


def test_the_cache_learns_from_them(tmp_path: Path) -> None:
    def cache() -> Cache:
        return Cache(tmp_path / "cache", ())

    right = report(["."], cache, jobs=2)
    assert right == report(["."])

    class Idle(Linter):
        def check(self, document: Document | NotChecked) -> Found:
            assert isinstance(document, NotChecked)
            return super().check(document)

    assert report(["."], cache, linter=Idle()) == right


def test_several_are_begun_where_there_is_enough_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimlint.work.run._processors", lambda: 2)
    right = report(["."])

    def refuse(*_: object) -> None:
        raise AssertionError("processes are begun")

    monkeypatch.setattr("claimlint.work.processes.in_processes", refuse)
    assert report(["."], jobs=None) == right
    monkeypatch.setattr("claimlint.work.run.ENOUGH", 1_000)
    with pytest.raises(AssertionError, match="begun"):
        report(["."], jobs=None)


@pytest.mark.skipif(sys.platform != "linux", reason="processes of other systems do not take over this class")
def test_what_a_process_leaves_undone_that_ends_is_done() -> None:
    parent = os.getpid()

    class Fatal(Linter):
        def check(self, document: Document | NotChecked) -> Found:
            if os.getpid() != parent and document.path == "p07.txt":
                os._exit(1)
            return LINTER.check(document)

    assert report(["."], jobs=2, linter=Fatal()) == report(["."])


def test_faulty_settings_are_told_by_whatever_process_meets_them(shop: Path) -> None:
    (shop / "zz").mkdir()
    (shop / "zz" / "a.txt").write_text("Soft.\n", encoding="utf-8")
    (shop / "zz" / ".claimlint.yaml").write_text("rules: {regrows-hare: off}\n", encoding="utf-8")
    runs = [
        subprocess.run(
            [sys.executable, "-m", "claimlint", ".", "--jobs", jobs], capture_output=True, text=True, check=False
        )
        for jobs in ("1", "2")
    ]
    assert runs[0].returncode == 2 and "regrows-hair" in runs[0].stderr
    assert (runs[0].stdout, runs[0].stderr) == (runs[1].stdout, runs[1].stderr)
