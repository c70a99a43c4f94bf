"""The pre-commit hook, run by pre-commit itself with the command line of the hook file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimlint.readers.formats import FORMATS

ROOT = Path(__file__).parents[1]
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
SUFFIXES = "|".join(sorted(suffix[1:] for suffix in FORMATS))


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    home = {"HOME": str(cwd.parent), "PRE_COMMIT_HOME": str(cwd.parent / "pre-commit"), "GIT_CONFIG_NOSYSTEM": "1"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        command,
        cwd=cwd,
        env={**kept, **home, "PATH": path, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=False,
    )


def new_shop(folder: Path) -> Path:
    """Make a repository that uses the hook, with the installed command in place of an environment of its own."""
    folder.mkdir()
    hook: dict[str, Any] = {**HOOK, "language": "system"}
    del hook["additional_dependencies"]
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    for arguments in (["init", "-q"], ["config", "user.email", "ann@example.org"], ["config", "user.name", "Ann"]):
        assert run("git", *arguments, cwd=folder).returncode == 0
    done = run("pre-commit", "install", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return new_shop(tmp_path / "shop")


def commit(shop: Path, **files: str) -> subprocess.CompletedProcess[str]:
    for name, text in files.items():
        (shop / name.replace("_", ".")).write_text(text, encoding="utf-8")
    assert run("git", "add", ".", cwd=shop).returncode == 0
    return run("git", "commit", "-m", "copy", cwd=shop)


def test_the_hook_takes_what_the_readers_read() -> None:
    assert HOOK["files"] == rf"(?i)\.({SUFFIXES})$"
    assert re.search(HOOK["files"], "shop/Label.TXT")
    assert not re.search(HOOK["files"], "shop/label.txt.gz")


def test_a_commit_with_a_claim_is_stopped(shop: Path) -> None:
    assert commit(shop, label_txt="A soft cream.").returncode == 0
    stopped = commit(shop, label_txt="A soft cream.\nIt heals eczema.")
    assert stopped.returncode == 1
    assert "2:4  error" in stopped.stdout + stopped.stderr


def test_other_files_are_not_read(shop: Path) -> None:
    assert commit(shop, notes_py="# It heals eczema.").returncode == 0
    assert "no files to check" in run("pre-commit", "run", "--all-files", cwd=shop).stdout


def test_what_settings_exclude_is_left_out_though_it_is_passed(shop: Path) -> None:
    (shop / "legacy").mkdir()
    (shop / "legacy/label.txt").write_text("It heals eczema.", encoding="utf-8")
    (shop / ".claimlint.yaml").write_text("exclude: [legacy/]\nbaseline: known.json\n", encoding="utf-8")
    assert commit(shop, known_json='{"claimlint-baseline": 1, "findings": []}').returncode == 0
    assert commit(shop, label_txt="It heals eczema.").returncode == 1


def test_faulty_settings_stop_a_commit_and_are_told(shop: Path) -> None:
    (shop / ".claimlint.yaml").write_text("fail-in: note\n", encoding="utf-8")
    stopped = commit(shop, label_txt="A soft cream.")
    assert stopped.returncode == 1
    assert (
        ".claimlint.yaml:1: fail-in: unknown key 'fail-in'; did you mean 'fail-on'?" in stopped.stdout + stopped.stderr
    )
