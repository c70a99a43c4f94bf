"""Packs are told by their content, and read again where a file was touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimlint.packs import folders
from claimlint.packs.identity import identify, remember
from tests.conftest import RULE, MakePack

CHANGED = RULE.replace("grows moss", "grows mess")


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take files for settled as soon as they are written."""
    monkeypatch.setattr("claimlint.files.SETTLED", -1_000_000_000)


def unread(folder: Path) -> None:
    raise AssertionError(f"{folder} is read again")


def test_what_was_not_touched_is_not_read_again(
    make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places, cache = [make_pack()], tmp_path / "cache"
    first = remember(places, "salt", cache)
    assert first == identify(places, "salt")
    monkeypatch.setattr(folders, "info", unread)
    assert remember(places, "salt", cache) == first
    with pytest.raises(AssertionError):
        remember(places, "other salt", cache)


def test_what_was_touched_is_read_again(make_pack: MakePack, tmp_path: Path) -> None:
    folder, cache = make_pack(), tmp_path / "cache"
    first = remember([folder], "salt", cache)
    rule = folder / "claims/moss/grows-moss.yaml"
    before = rule.stat()
    assert len(CHANGED) == len(RULE) != before.st_mtime_ns
    rule.write_text(CHANGED, encoding="utf-8")
    os.utime(rule, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert remember([folder], "salt", cache) == identify([folder], "salt") != first


def test_a_file_more_or_less_is_seen(make_pack: MakePack, tmp_path: Path) -> None:
    folder, cache = make_pack(), tmp_path / "cache"
    keys = {remember([folder], "salt", cache).key}
    added = folder / "terms" / "more.yaml"
    added.write_text("", encoding="utf-8")
    keys.add(remember([folder], "salt", cache).key)
    added.rename(added.with_name("else.yaml"))
    keys.add(remember([folder], "salt", cache).key)
    assert len(keys) == 3


def test_files_just_written_are_not_remembered(
    make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    places, cache = [make_pack()], tmp_path / "cache"
    assert remember(places, "salt", cache) == identify(places, "salt")
    assert not cache.exists()


@pytest.mark.parametrize("broken", ["", "\n", "0\n", "0\nkey sha\n", "\x00" * 300])
def test_a_broken_memory_is_made_anew(make_pack: MakePack, tmp_path: Path, broken: str) -> None:
    places, cache = [make_pack()], tmp_path / "cache"
    first = remember(places, "salt", cache)
    (file,) = cache.iterdir()
    sound = file.read_bytes()
    file.write_text(broken, encoding="utf-8")
    assert remember(places, "salt", cache) == first
    assert file.read_bytes() == sound
