"""Which settings file governs which path, and what it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.settings import Finder
from tests.settings.files import put


def test_the_nearest_file_counts_alone() -> None:
    put("law: [us]\nfail-on: note\n")
    put("level: error\n", "shop")
    Path("shop/deep").mkdir()
    finder = Finder()
    assert [finder.of(path).place for path in ("a.txt", "shop/a.txt", "shop/deep/a.txt", "other/a.txt")] == [
        ".claimlint.yaml", "shop/.claimlint.yaml", "shop/.claimlint.yaml", ".claimlint.yaml",
    ]  # fmt: skip
    assert finder.of("shop/a.txt").value("fail-on") == "error"
    assert finder.of("shop").place == "shop/.claimlint.yaml"
    assert finder.of("<stdin>").place == ".claimlint.yaml"


def test_the_search_ends_at_the_top_of_the_repository() -> None:
    put("law: [us]\n")
    Path("inner/.git").mkdir(parents=True)
    assert Finder().of("inner/a.txt").place == ""
    Path("inner/.git").rmdir()
    Path("inner/.git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    assert Finder().of("inner/a.txt").place == ""
    Path("inner/.git").unlink()
    assert Finder().of("inner/a.txt").place == ".claimlint.yaml"


def test_one_file_for_all_or_none() -> None:
    put("law: [us]\n")
    put("level: error\n", "etc", "mine.yaml")
    assert Finder(Path("etc/mine.yaml")).of("a.txt").place == "etc/mine.yaml"
    assert Finder(off=True).of("a.txt").place == ""


@pytest.mark.parametrize(
    ("text", "path", "why"),
    [
        ("exclude: [legacy/]", "legacy/a.txt", "exclude"),
        ("exclude: [legacy/]", "shop/legacy/deep/a.txt", "exclude"),
        ("exclude: [/legacy/]", "shop/legacy/a.txt", None),
        ("exclude: ['*.bak.txt']", "shop/a.bak.txt", "exclude"),
        ("exclude: ['*.txt', '!keep.txt']", "keep.txt", None),
        ("exclude: ['a/**/b.txt']", "a/x/y/b.txt", "exclude"),
        ("include: ['copy/**']", "copy/x/a.txt", None),
        ("include: ['copy/']", "other/a.txt", "include"),
        ("paths: {'drafts/': {skip: true}}", "drafts/a.txt", "paths: drafts/: skip"),
        ("paths: {'drafts/': {skip: false}}", "drafts/a.txt", None),
        ("exclude: ['é*.txt']", "été.txt", "exclude"),
        ("exclude: ['é*.txt']", "elan.txt", None),
    ],
)  # fmt: skip
def test_what_is_left_out(text: str, path: str, why: str | None) -> None:
    put(text)
    assert Finder().why_out(path, is_folder=False) == (why and f".claimlint.yaml: {why}")


def test_globs_go_from_the_folder_of_their_file() -> None:
    put("exclude: [/a.txt]", "shop")
    finder = Finder()
    assert finder.why_out("shop/a.txt", is_folder=False) and not finder.why_out("shop/x/a.txt", is_folder=False)
    assert finder.why_out("shop/../shop/./a.txt", is_folder=False)
    assert not finder.why_out("a.txt", is_folder=False)


def test_a_folder_with_its_own_settings_answers_to_them() -> None:
    put("exclude: [shop/]")
    put("{}", "shop")
    assert not Finder().why_out("shop", is_folder=True)
    assert not Finder().why_out("shop/a.txt", is_folder=False)


@pytest.mark.parametrize(
    "name", [".claimlint.yaml", ".claimlint-allow.yaml", ".claimlint-baseline.json", "x/known.json"]
)
def test_files_of_its_own_are_no_copy(name: str) -> None:
    put("baseline: x/known.json")
    assert Finder().is_own(name, is_folder=False)
    assert not Finder().is_own("claimlint.txt", is_folder=False)


@pytest.mark.parametrize("path", ["a\0b", "\udcff/a.txt", "", "/", "x" * 5000, "../../../../../../../../../a"])
def test_odd_paths_have_settings(path: str) -> None:
    assert Finder().of(path).data == {}
    assert Finder().why_out(path, is_folder=False) is None
