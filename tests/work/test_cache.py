"""What has not changed is not checked again, and nothing else differs."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimlint import Linter
from claimlint.document import Document
from claimlint.findings import Found, NotChecked
from claimlint.readers import Piece
from claimlint.work import cache as module
from claimlint.work.cache import DAYS, NAME, Cache

from .copy import report

Make = Callable[..., Cache]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    return lambda *base: Cache(tmp_path / "cache", base)


class Idle(Linter):
    """Check only what is named; whatever else is checked is a fault."""

    def __init__(self, *expected: str) -> None:
        super().__init__()
        self.expected = expected

    def check(self, document: Document | NotChecked) -> Found:
        assert isinstance(document, NotChecked) or document.path in self.expected, f"{document.path} is checked anew"
        return super().check(document)


def test_a_second_run_checks_nothing_and_finds_the_same(make: Make) -> None:
    without = report(["."])
    assert len(without.findings) > 100 and len(without.not_checked) == 2
    assert report(["."], make) == without
    assert report(["."], make, linter=Idle()) == without


def test_only_what_has_changed_is_checked_again(make: Make, shop: Path) -> None:
    before = report(["."], make)
    (shop / "p00.txt").write_text("It cures acne.", encoding="utf-8")
    (shop / "p01.txt").rename(shop / "q.txt")
    after = report(["."], make, linter=Idle("p00.txt", "q.txt"))
    assert after == report(["."])
    assert after != before


def test_a_key_stands_for_all_that_bears_on_a_piece(make: Make) -> None:
    piece = Piece("a.txt", b"It heals eczema.")
    start = piece.start
    other = [
        make("us").key(piece._replace(path="a.md"), ""), make("us").key(piece._replace(content=b"It heals acne."), ""),
        make("us").key(piece._replace(content="It heals eczema."), ""), make("us").key(piece, "policy"),
        make("us").key(piece._replace(start=start.__class__(5, 2, 1, 1)), ""), make("eu").key(piece, ""),
        make("us").key(piece._replace(note="odd"), ""),
    ]  # fmt: skip
    assert len({make("us").key(piece, ""), *other}) == 8
    assert make("us").key(piece, "") == make("us").key(piece, "")


def test_the_code_that_finds_is_part_of_the_key(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    piece = Piece("a.txt", b"")
    before = make().key(piece, "")
    monkeypatch.setattr(module, "_code", lambda: iter(["another version"]))
    assert make().key(piece, "") != before


def spoil(file: Path, how: str) -> None:
    changes = {"rows": "found = replace(found, 'eczema', 'exzema')", "kinds": "day = 'x', found = x'ff'"}
    if how in changes:
        with sqlite3.connect(file) as store:
            store.execute(f"UPDATE found SET {changes[how]}")  # noqa: S608
        store.close()
    else:
        data = file.read_bytes()
        file.write_bytes({"foreign": b"no database " * 500, "torn": data[: len(data) // 2], "empty": b""}[how])


@pytest.mark.parametrize("how", ["rows", "kinds", "foreign", "torn", "empty"])
def test_a_damaged_file_is_begun_anew(make: Make, tmp_path: Path, how: str) -> None:
    right = report(["."], make)
    spoil(tmp_path / "cache" / NAME, how)
    assert report(["."], make) == right
    assert report(["."], make) == right
    assert report(["."], make, linter=Idle()) == right


def test_a_file_grown_too_large_is_begun_anew(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = report(["."], make)
    monkeypatch.setattr(module, "LARGEST", 100)
    with pytest.raises(AssertionError, match="checked anew"):
        report(["."], make, linter=Idle())
    assert report(["."], make) == right


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert report(["."], lambda: Cache(tmp_path / "file" / "cache", ())) == report(["."])
    (tmp_path / "cache" / NAME).mkdir(parents=True)
    assert report(["."], lambda: Cache(tmp_path / "cache", ())) == report(["."])


def test_a_store_that_another_process_keeps_to_itself_is_done_without(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect: Any = sqlite3.connect
    monkeypatch.setattr(module.sqlite3, "connect", lambda path, timeout, **rest: connect(path, timeout=0, **rest))
    right = report(["."], make)
    other = connect(tmp_path / "cache" / NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert report(["."], make) == right
    other.execute("ROLLBACK")
    other.close()
    assert report(["."], make, linter=Idle()) == right


def test_what_nobody_asked_for_is_dropped_in_time(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def days(number: int) -> None:
        monkeypatch.setattr(module.time, "time", lambda: number * 86_400.0)

    def kept() -> int:
        with sqlite3.connect(tmp_path / "cache" / NAME) as store:
            (count,) = store.execute("SELECT count(*) FROM found").fetchone()
        store.close()
        return int(count)

    days(100)
    report(["."], make)
    everything = kept()
    days(100 + DAYS)
    report(["p00.txt"], make)
    assert kept() == everything
    days(101 + DAYS)
    report(["p00.txt"], make)
    assert kept() == 1


def test_a_run_stores_so_much_and_no_more(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_STORED", 0)
    report(["."], make)
    with pytest.raises(AssertionError, match="checked anew"):
        report(["."], make, linter=Idle())


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such rights there")
def test_only_the_user_may_read_what_is_kept(make: Make, tmp_path: Path) -> None:
    report(["."], make)
    assert stat.S_IMODE((tmp_path / "cache" / NAME).stat().st_mode) == 0o600


def claimlint(*arguments: str, **environ: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "claimlint", *arguments], env={**os.environ, **environ}, stdout=subprocess.PIPE
    )


def test_first_runs_at_once_do_not_meet(shop: Path, tmp_path: Path) -> None:
    (shop / "long.txt").write_text("It heals eczema.\n\n" + "Leaves skin soft.\n\n" * 8_000, encoding="utf-8")
    runs = [claimlint(".", "--format", "json", CLAIMLINT_CACHE=str(tmp_path / "fresh")) for _ in range(3)]
    outputs = {run.communicate()[0] for run in runs}
    assert len(outputs) == 1 and b"heals eczema" in outputs.pop()
    assert (tmp_path / "fresh" / NAME).exists()


def test_no_cache_leaves_no_trace(shop: Path, tmp_path: Path) -> None:
    (shop / "long.txt").write_text("Leaves skin soft.\n\n" * 8_000, encoding="utf-8")
    run = claimlint("long.txt", "--no-cache", CLAIMLINT_CACHE=str(tmp_path / "fresh"))
    assert run.communicate() and run.returncode == 0
    assert not (tmp_path / "fresh").exists()


def test_settings_and_options_are_part_of_the_key(shop: Path) -> None:
    (shop / "long.txt").write_text("It heals eczema.\n\n" + "Leaves skin soft.\n\n" * 8_000, encoding="utf-8")

    def status(*arguments: str) -> int:
        run = claimlint("long.txt", *arguments)
        run.communicate()
        return run.returncode

    assert (status(), status()) == (1, 1)
    (shop / ".claimlint.yaml").write_text("names: [heals eczema]\n", encoding="utf-8")
    assert (status(), status("--no-config")) == (0, 1)
