"""Compiled packs: the same from files and from the cache, whatever state the cache is in."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from claimlint.engine.lazy import Lazy
from claimlint.errors import PackError
from claimlint.packs import kept
from claimlint.packs.store import Compiled, cache_folder
from tests.conftest import RULE, MakePack


def whole(packs: Compiled) -> list[object]:
    """Give every part of compiled packs, decoded."""
    values = [*packs.gate, *packs.book.claims, *packs.book.hints, *packs.book[2:]]
    return [*(value.whole() if isinstance(value, Lazy) else value for value in values), packs.texts]


def test_stored_packs_are_the_same_as_built_ones(make_pack: MakePack, tmp_path: Path) -> None:
    places, cache = [make_pack()], tmp_path / "cache"
    first, second, bare = Compiled(places, cache), Compiled(places, cache), Compiled(places)
    assert whole(first) == whole(second) == whole(bare)
    assert sorted(path.suffix for path in cache.iterdir()) == [
        ".book", ".gate", ".laws", ".products", ".rewrites", ".texts", ".topics",
    ]  # fmt: skip


def test_a_stored_pack_needs_no_yaml(make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = [make_pack()]
    assert Compiled(places, tmp_path / "cache").gate
    monkeypatch.setitem(sys.modules, "claimlint.packs.load", None)
    assert "grows" in Compiled(places, tmp_path / "cache").gate.vocabulary


@pytest.mark.parametrize("broken", ["", "{", "[]", "\x00", "0\n{}", "0\n", "0\n{}\n"])
def test_a_broken_cache_is_built_anew(make_pack: MakePack, tmp_path: Path, broken: str) -> None:
    places, cache = [make_pack()], tmp_path / "cache"
    sound_packs = whole(Compiled(places, cache))
    (stored,) = cache.glob("*.gate")
    stored.write_text(broken, encoding="utf-8")
    assert whole(Compiled(places, cache)) == sound_packs
    assert kept.read(stored)


def test_a_cache_is_built_anew_where_one_byte_of_it_has_changed(make_pack: MakePack, tmp_path: Path) -> None:
    places, cache = [make_pack()], tmp_path / "cache"
    sound_packs = whole(Compiled(places, cache))
    for name in ("gate", "texts"):
        (stored,) = cache.glob(f"*.{name}")
        sound = stored.read_bytes()
        for place in range(9, len(sound), 97):
            stored.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
            assert kept.read(stored) is None
    assert whole(Compiled(places, cache)) == sound_packs


def test_each_python_has_packs_of_its_own(make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places, cache = [make_pack()], tmp_path / "cache"
    assert Compiled(places, cache).gate
    monkeypatch.setattr(sys.implementation, "cache_tag", "another")
    assert Compiled(places, cache).gate
    assert len([*cache.glob("*.gate")]) == 2


def test_a_changed_rule_is_never_read_from_the_cache(make_pack: MakePack, tmp_path: Path) -> None:
    folder, cache = make_pack(), tmp_path / "cache"
    assert Compiled([folder], cache).texts["rules"]["grows-moss"]["title"] == "Says that it grows moss"
    make_pack({"claims/moss/grows-moss.yaml": RULE.replace("Says that it grows moss", "Another")})
    assert Compiled([folder], cache).texts["rules"]["grows-moss"]["title"] == "Another"


def test_a_faulty_pack_is_refused_with_or_without_cache(make_pack: MakePack, tmp_path: Path) -> None:
    folder = make_pack({"claims/moss/grows-moss.yaml": "id: grows-moss\n"})
    for cache in (None, tmp_path / "cache"):
        with pytest.raises(PackError, match="the key 'title' is missing; add it"):
            Compiled([folder], cache).gate  # noqa: B018


def test_a_cache_that_cannot_be_written_is_done_without(make_pack: MakePack, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    assert Compiled([make_pack()], blocked / "cache").gate.triggers


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"CLAIMLINT_CACHE": "/c"}, Path("/c")),
        ({"XDG_CACHE_HOME": "/x"}, Path("/x/claimlint")),
        ({"XDG_CACHE_HOME": ""}, Path.home() / ".cache/claimlint"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="paths of Unix")
def test_the_cache_lies_where_users_expect_it(environ: dict[str, str], folder: Path) -> None:
    assert cache_folder(environ) == folder
