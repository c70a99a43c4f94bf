"""What a change adds, told by git: names, moved lines, new names, and refs that are none."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from claimlint.errors import ClaimlintError
from claimlint.linter import Linter
from claimlint.readers import read_data
from claimlint.review.changes import Changes, added, changes

LINTER = Linter()
HAIR, ACNE, LONG = "Our tonic regrows hair.\n", "It heals acne.\n", "A soft cream with a light scent.\n\n" * 9
ODD = '-ö\n"é\t.txt'


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", "-C", str(folder), *arguments],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    for name in ("a.txt", "b.txt", ODD):
        (tmp_path / name).write_text(f"{LONG}{HAIR}", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    return tmp_path


def new(made: Changes, *paths: str) -> list[tuple[str, str]]:
    read = [path for path in paths if made.has(path)]
    report = added(LINTER.check_paths(read), made, lambda path, data: LINTER.check_documents(read_data(path, data)))
    return [(finding.path, finding.text) for finding in report.findings if finding.state == "new"]


def test_nothing_has_changed(shop: Path) -> None:
    made = changes("HEAD", shop)
    assert made.names == {} and not made.has("a.txt")


def test_moved_lines_are_known_and_added_ones_new(shop: Path) -> None:
    (shop / "a.txt").write_text(f"A new line.\n\n{HAIR}\n{ACNE}\n{LONG}")
    (shop / "new.txt").write_text(HAIR)
    made = changes("main", shop)
    assert made.names == {"a.txt": "a.txt", "new.txt": None}
    assert new(made, "a.txt", "b.txt", "new.txt") == [("a.txt", "heals acne"), ("new.txt", "regrows hair")]


def test_new_names_and_odd_ones_are_followed(shop: Path) -> None:
    git(shop, "mv", "--", ODD, "ü x.txt")
    git(shop, "mv", "b.txt", "c.txt")
    (shop / "c.txt").write_text(f"{LONG}{HAIR}\n{ACNE}")
    made = changes("HEAD", shop)
    assert made.names["c.txt"] in ("b.txt", ODD) and made.names["ü x.txt"] in ("b.txt", ODD)
    assert new(made, "c.txt", "ü x.txt") == [("c.txt", "heals acne")]


def test_the_base_is_where_the_branch_left(shop: Path) -> None:
    git(shop, "switch", "-qc", "topic")
    (shop / "b.txt").write_text(f"{LONG}{HAIR}\n{ACNE}")
    git(shop, "commit", "-qam", "two")
    git(shop, "switch", "-q", "main")
    (shop / "a.txt").write_text(ACNE)
    git(shop, "commit", "-qam", "three")
    git(shop, "switch", "-q", "topic")
    made = changes("main", shop)
    assert list(made.names) == ["b.txt"] and new(made, "b.txt") == [("b.txt", "heals acne")]


def test_paths_may_be_named_in_any_way(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shop / "a.txt").write_text(ACNE)
    (shop / "sub").mkdir()
    monkeypatch.chdir(shop / "sub")
    made = changes("HEAD", Path.cwd())
    assert [made.has(path) for path in ("../a.txt", str(shop / "a.txt"), "../b.txt", "/elsewhere/a.txt")] == [
        True, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize("ref", ["--output=x", "-h", "nope", "", "main..main", "HEAD:a.txt"])
def test_a_ref_that_is_none_is_named(shop: Path, ref: str) -> None:
    with pytest.raises(ClaimlintError) as caught:
        changes(ref, shop)
    assert str(caught.value).startswith(f"--diff-base {ref}: git knows no commit {ref!r}")
    assert sorted(path.name for path in shop.iterdir()) == sorted([".git", "a.txt", "b.txt", ODD])


def test_no_repository_and_no_common_history_are_told(shop: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(ClaimlintError, match="is in no git repository"):
        changes("HEAD", tmp_path_factory.mktemp("bare"))
    git(shop, "switch", "-q", "--orphan", "other")
    git(shop, "commit", "-q", "--allow-empty", "-m", "x")
    with pytest.raises(ClaimlintError, match="has no commit in common"):
        changes("main", shop)


def test_a_shallow_clone_is_told_how_to_deepen(shop: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (shop / "a.txt").write_text(ACNE)
    git(shop, "commit", "-qam", "two")
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "clone", "-q", "--depth", "1", f"file://{shop}", ".")
    with pytest.raises(ClaimlintError, match="fetch-depth: 0"):
        changes("HEAD~1", clone)


def test_nothing_that_a_repository_configures_runs(shop: Path) -> None:
    trap = shop.parent / "trap"
    for key in ("core.fsmonitor", "diff.external", "diff.x.textconv", "filter.x.smudge"):
        git(shop, "config", key, f"touch {trap}")
    (shop / ".gitattributes").write_text("* diff=x filter=x\n")
    (shop / "a.txt").write_text(ACNE)
    made = changes("HEAD", shop)
    assert made.before("a.txt") == f"{LONG}{HAIR}".encode()
    assert not trap.exists()
