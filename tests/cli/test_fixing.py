"""--fix and --diff, end to end: what is written, printed, told and answered."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_check import run

COPY = "Our serum reduces wrinkles\r\nand boosts collagen.\r\n\r\nFIRMS SKIN\r\n"
MADE = "Our serum reduces the look of wrinkles\r\nand boosts collagen.\r\n\r\nFIRMS THE LOOK OF SKIN\r\n"
REST = "1 finding has no rewrite: a person must decide on the wording\n"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    (tmp_path / "ad.txt").write_bytes(COPY.encode())
    return tmp_path


def test_nothing_is_written_unasked(copy: Path) -> None:
    run("ad.txt", cwd=copy)
    assert (copy / "ad.txt").read_bytes() == COPY.encode()


def test_a_diff_is_all_that_is_printed_and_git_applies_it(copy: Path) -> None:
    done = subprocess_bytes("ad.txt", "--diff", cwd=copy)
    assert (done.returncode, done.stderr.decode()) == (1, "would fix 2 findings in ad.txt\n" + REST)
    assert (copy / "ad.txt").read_bytes() == COPY.encode()
    assert done.stdout.startswith(b"--- a/ad.txt\n+++ b/ad.txt\n@@ -1,4 +1,4 @@\n-Our serum reduces wrinkles\r\n")
    (copy / "d.patch").write_bytes(done.stdout)
    subprocess.run(["git", "apply", "--whitespace=nowarn", "d.patch"], cwd=copy, check=True)
    assert (copy / "ad.txt").read_bytes() == MADE.encode()


def subprocess_bytes(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    import sys

    return subprocess.run([sys.executable, "-m", "claimlint", *arguments], capture_output=True, cwd=cwd, check=False)


def test_a_fix_is_written_and_what_is_left_reported(copy: Path) -> None:
    done = run("ad.txt", "--fix", cwd=copy)
    assert (done.returncode, done.stderr) == (1, "fixed 2 findings in ad.txt\n" + REST)
    assert (copy / "ad.txt").read_bytes() == MADE.encode()
    assert "boosts collagen" in done.stdout and "FIRMS" not in done.stdout
    again = run("ad.txt", "--fix", cwd=copy)
    assert (again.returncode, again.stderr, again.stdout) == (1, REST, done.stdout)


def test_copy_without_other_findings_ends_with_zero(tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_text("Erases wrinkles.\n")
    assert run("ad.txt", "--diff", cwd=tmp_path).returncode == 1
    done = run("ad.txt", "--fix", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "fixed 1 finding in ad.txt\n")


def test_what_is_below_the_level_is_left(copy: Path) -> None:
    run("ad.txt", "--fix", "--level", "warning", cwd=copy)
    assert (copy / "ad.txt").read_bytes() == COPY.replace("wrinkles", "the look of wrinkles").encode()


def test_a_field_that_is_not_read_is_left(tmp_path: Path) -> None:
    (tmp_path / "p.json").write_text('{"a": "It reduces wrinkles.", "b": "It reduces wrinkles."}')
    run("p.json", "--fix", "--field", "b", cwd=tmp_path)
    assert (tmp_path / "p.json").read_text() == '{"a": "It reduces wrinkles.", "b": "It reduces the look of wrinkles."}'


def test_what_is_approved_is_left(tmp_path: Path) -> None:
    page = "<!-- claimlint: allow[reduces-wrinkles] tested in our lab -->\n<p>It reduces wrinkles.</p>\n\n<p>It erases wrinkles.</p>\n"
    (tmp_path / "p.html").write_text(page)
    run("p.html", "--fix", cwd=tmp_path)
    assert (tmp_path / "p.html").read_text() == page.replace("erases ", "erases the look of ")


def test_a_link_is_followed_and_the_mode_kept(copy: Path) -> None:
    (copy / "real").mkdir()
    target = copy / "real" / "ad.txt"
    (copy / "ad.txt").rename(target)
    target.chmod(0o640)
    (copy / "ad.txt").symlink_to(Path("real") / "ad.txt")
    run("ad.txt", "--fix", cwd=copy)
    assert (copy / "ad.txt").is_symlink() and target.read_bytes() == MADE.encode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(path.name for path in target.parent.iterdir()) == ["ad.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(copy: Path) -> None:
    copy.chmod(0o500)
    try:
        done = run("ad.txt", "--fix", cwd=copy)
    finally:
        copy.chmod(0o700)
    assert (done.returncode, (copy / "ad.txt").read_bytes()) == (2, COPY.encode())
    assert "not fixed: ad.txt: it cannot be written: Permission denied\n" in done.stderr


def test_a_file_that_changes_meanwhile_is_left(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from claimlint import Linter
    from claimlint.cli import fixing
    from claimlint.fix import Fixer
    from claimlint.readers import EVERYTHING

    path = copy / "ad.txt"
    linter = Linter()
    whole = Fixer.fixed

    def late(self: Fixer, report: object) -> object:
        for one in whole(self, report):  # type: ignore[arg-type]
            path.write_text("Newer words.")
            yield one

    monkeypatch.setattr(Fixer, "fixed", late)
    assert fixing.mend(linter.check_path(path), linter, EVERYTHING) is False
    assert path.read_text() == "Newer words."
    assert f"not fixed: {path}: the file has changed since it was read\n" in capsys.readouterr().err


def test_a_disk_that_fails_leaves_the_file_whole(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from claimlint import Linter
    from claimlint.cli import fixing
    from claimlint.readers import EVERYTHING

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    linter = Linter()
    assert fixing.mend(linter.check_path(copy / "ad.txt"), linter, EVERYTHING) is False
    assert [path.name for path in copy.iterdir()] == ["ad.txt"]
    assert (copy / "ad.txt").read_bytes() == COPY.encode()
    assert "it cannot be written: No space left on device" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["ad.txt", "--fix", "--diff"], "--fix writes what --diff only shows: give one of them"),
        (["ad.txt", "--diff", "--format", "json"], "--diff prints a diff: leave --format out, or name a file with --output"),
        (["-", "--fix"], "--fix and --diff change files, and standard input (-) is none: name the file"),
        (["-", "--diff", "--stdin-filename", "ad.txt"], "--fix and --diff change files, and standard input (-) is none: name the file"),
    ],
)  # fmt: skip
def test_options_that_cannot_go_together_are_refused(copy: Path, arguments: list[str], error: str) -> None:
    done = run(*arguments, cwd=copy, given=COPY.encode())
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"claimlint: {error}\n")
    assert (copy / "ad.txt").read_bytes() == COPY.encode()


def test_a_report_may_be_saved_beside_a_diff(copy: Path) -> None:
    done = run("ad.txt", "--diff", "-o", "out.json", cwd=copy)
    assert done.stdout.startswith("--- a/ad.txt\n") and (copy / "out.json").is_file()


def test_hostile_names_and_copy_do_not_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\u202eb\nc.txt").write_text("\x1b]0;x\x07 It reduces wrinkles.\n\u202e\n", encoding="utf-8")
    for option in ("--diff", "--fix"):
        done = run(".", option, cwd=tmp_path)
        assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout + done.stderr)
        assert "fix" in done.stderr


def test_a_plain_run_does_not_load_what_fixes(copy: Path) -> None:
    import sys

    program = "import sys; from claimlint.cli.check import command; command(['ad.txt'], standalone_mode=False)"
    program = f"try:\n    {program}\nexcept SystemExit:\n    pass\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=copy, check=True)
    loaded = set(done.stdout.split())
    assert "claimlint.law" in loaded and not {"claimlint.fix", "claimlint.diff", "claimlint.rewrite"} & loaded
