"""What .gitignore leaves out: by example, and held against git itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimlint.findings import NotChecked
from claimlint.readers.discover import discover
from claimlint.readers.gitignore import Ignore, is_ignored


def ignores(lines: str, path: str, *, is_folder: bool = False) -> bool:
    return is_ignored([Ignore.parse(b"", lines.encode())], path.encode(), is_folder=is_folder)


@pytest.mark.parametrize(
    ("lines", "left_out", "kept"),
    [
        ("soap.txt", ["soap.txt", "a/soap.txt"], ["soap.txt.txt", "a/Soap.txt"]),
        ("/soap.txt", ["soap.txt"], ["a/soap.txt"]),
        ("a/soap.txt", ["a/soap.txt"], ["b/a/soap.txt", "soap.txt"]),
        ("*.txt\n!soap.txt", ["comb.txt", "a/comb.txt"], ["soap.txt", "a/soap.txt"]),
        ("!soap.txt\n*.txt", ["soap.txt"], ["soap.md"]),
        ("**/soap.txt", ["soap.txt", "a/b/soap.txt"], ["asoap.txt"]),
        ("a/**/soap.txt", ["a/soap.txt", "a/b/c/soap.txt"], ["b/a/soap.txt"]),
        ("a/**", ["a/b", "a/b/c"], ["a", "b/a/c"]),
        ("a/*", ["a/b"], ["a/b/c"]),
        ("s?ap.*", ["soap.txt"], ["sap.txt", "s/ap.txt"]),
        ("so[a-c]p[!x]", ["soap1", "sobp2"], ["soapx", "sodp1", "soap"]),
        ("[[:digit:]].txt", ["1.txt"], ["a.txt"]),
        ("\\#soap\n\\!comb\n# note", ["#soap", "!comb"], ["# note", "soap"]),
        ("soap   \ncomb\\ \n", ["soap", "comb "], ["soap   ", "comb"]),
        ("\ufeffsoap\r\ncomb\r\n", ["soap", "comb"], ["comb\r"]),
        ("[z\nsoap\\\n[[:oats:]]\n/\n!\n\n", [], ["[z", "soap", "soap\\", "z"]),
        ("[]-]x", ["]x", "-x"], ["ax"]),
        ("*oat*oat*", ["oat-oat", "a-oat-oat-b"], ["oat", "oatoa"]),
    ],
)
def test_patterns(lines: str, left_out: list[str], kept: list[str]) -> None:
    assert [path for path in left_out if not ignores(lines, path)] == []
    assert [path for path in kept if ignores(lines, path)] == []


def test_a_slash_at_the_end_means_folders_only() -> None:
    assert ignores("soap/", "a/soap", is_folder=True)
    assert not ignores("soap/", "a/soap")


def test_the_nearest_file_speaks_first() -> None:
    both = [Ignore.parse(b"", b"*.txt\n"), Ignore.parse(b"a", b"!soap.txt\n/comb.md\n")]
    left_out = [b"comb.txt", b"a/comb.txt", b"a/comb.md"]
    kept = [b"a/soap.txt", b"a/b/comb.md", b"comb.md"]
    assert [path for path in left_out if not is_ignored(both, path, is_folder=False)] == []
    assert [path for path in kept if is_ignored(both, path, is_folder=False)] == []


@pytest.mark.parametrize(
    "pattern", ["*a" * 2000 + "b", "**/" * 1300 + "x", "[a-z]" * 800, "/" + "a**/*?" * 600, "a" * 9999]
)
def test_hostile_patterns_take_no_time(pattern: str) -> None:
    began = time.process_time()
    assert not ignores(pattern, "a" * 255)
    assert not ignores(pattern, "a/" * 2000 + "c")
    assert time.process_time() - began < 2


def put(path: Path, text: str = "Oat soap.") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(path: str) -> list[str]:
    return [item.path for item in discover([path])]


def test_nested_files_and_files_above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    put(tmp_path / ".gitignore", "draft*\n/shop/old/\n!shop/draft-kept.txt\n")
    put(tmp_path / "shop/.gitignore", "*.md\n!new.md\n")
    for name in ("a.md", "new.md", "draft.txt", "draft-kept.txt", "old/b.txt", "deep/old/c.txt", "deep/d.md"):
        put(tmp_path / "shop" / name)
    put(tmp_path / "e.md")
    assert found("shop") == ["shop/deep/old/c.txt", "shop/draft-kept.txt", "shop/new.md"]
    assert found(".") == ["e.md", "shop/deep/old/c.txt", "shop/draft-kept.txt", "shop/new.md"]
    assert found("shop/deep") == ["shop/deep/old/c.txt"]


def test_what_is_named_is_read_though_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    put(tmp_path / ".gitignore", "out/\n*.md\n")
    put(tmp_path / "out/a.txt")
    put(tmp_path / "b.md")
    assert found("b.md") == ["b.md"]
    assert found("out") == ["out/a.txt"]


def test_files_above_count_only_inside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path / ".gitignore", "*.txt\n")
    put(tmp_path / "shop/a.txt")
    assert found("shop") == ["shop/a.txt"]
    assert isinstance(next(iter(discover(["."]))), NotChecked)


def test_a_gitignore_that_is_a_link_or_a_pipe_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "rules", "*.txt\n")
    put(tmp_path / "linked/a.txt")
    put(tmp_path / "piped/b.txt")
    (tmp_path / "linked/.gitignore").symlink_to("../rules")
    os.mkfifo(tmp_path / "piped/.gitignore")
    put(tmp_path / "piped/in/c.txt")
    (tmp_path / "piped/.git").mkdir()
    assert found(".") == ["linked/a.txt", "piped/b.txt", "piped/in/c.txt"]
    assert found("piped/in") == ["piped/in/c.txt"]


NAMES = [
    "a", "b", "ab", "abc", "a-b", "a]b", "a b", "x.txt", "a.txt", "[", "\\", "A", "é", "!a", "#a", "a*", "-", "a ", "1",
]  # fmt: skip
FOLDERS = [
    "", "a", "a/a", "a/b", "a/ab", "a/ab/c", "b", "b/a", "b/ab", "b/ab/c", "ab", "ab/a", "ab/ab", "ab/ab/c", "abc",
]  # fmt: skip
SIGNS = [
    "a", "b", "c", "*", "**", "***", "?", "/", "!", "[", "]", "-", "\\", " ", ".txt", "[ab]", "[!a]", "[a-c]", "[^b]",
    "**/", "/**", "#", "[]a]", "[[:alpha:]]", "[[:digit:]a]", "[[:", ":]", "[z-a]", "[a\\]]", "\r", "é", "x", "\\/",
]  # fmt: skip
LINES = st.lists(st.lists(st.sampled_from(SIGNS), max_size=6).map("".join), max_size=3).map("\n".join)
Told = Callable[[bytes, bytes], set[bytes]]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("tree")
    for folder in FOLDERS:
        (top / folder).mkdir(exist_ok=True)
    for folder in FOLDERS:
        for name in NAMES:
            path = top / folder / name
            if not path.is_dir():
                path.touch()
    return top


@pytest.fixture(scope="module")
def git(tree: Path) -> Told:
    """Give what git leaves out of the tree, for the .gitignore files at its top and in its folder `a`."""
    if shutil.which("git") is None:
        pytest.skip("there is no git to compare with")
    alone = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "init", "-q", "--template=", tree], env=alone, check=True)
    paths = b"\0".join(paths_of(tree))

    def told(top: bytes, nested: bytes) -> set[bytes]:
        (tree / ".gitignore").write_bytes(top)
        (tree / "a/.gitignore").write_bytes(nested)
        command = ["git", "-C", str(tree), "check-ignore", "--no-index", "--stdin", "-z"]
        done = subprocess.run(command, input=paths, capture_output=True, env=alone, check=False)
        assert done.returncode in (0, 1), done.stderr
        return set(done.stdout.split(b"\0")) - {b""}

    return told


def paths_of(tree: Path) -> list[bytes]:
    return [os.fsencode(f"{folder}/{name}".lstrip("/")) for folder in FOLDERS for name in NAMES]


def left_out(tree: Path, path: bytes, top: Ignore, nested: Ignore) -> bool:
    """Tell whether a path or a folder above it is left out, as a walk from the top would find."""
    parts = path.split(b"/")
    for i in range(1, len(parts) + 1):
        place = b"/".join(parts[:i])
        both = [top, nested] if place.startswith(b"a/") else [top]
        if is_ignored(both, place, is_folder=(tree / os.fsdecode(place)).is_dir()):
            return True
    return False


@settings(max_examples=400)
@given(top=LINES, nested=LINES)
def test_git_says_the_same(tree: Path, git: Told, top: str, nested: str) -> None:
    above, below = Ignore.parse(b"", top.encode()), Ignore.parse(b"a", nested.encode())
    ours = {path for path in paths_of(tree) if left_out(tree, path, above, below)}
    assert ours == git(top.encode(), nested.encode())
