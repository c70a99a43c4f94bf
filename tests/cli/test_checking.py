"""A command line of paths alone, which click does not read, and one that it reads come to the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from claimlint.__main__ import _are_paths
from claimlint.cli import COMMANDS
from claimlint.cli.check import command
from claimlint.cli.checking import Task
from claimlint.cli.request import request_of
from tests.cli.test_check import heed_interrupts, run

POSIX = pytest.mark.skipif(os.name != "posix", reason="on Windows click reads every command line")


@POSIX
@pytest.mark.parametrize(
    "given", [["a.txt"], ["a.txt", "copy"], ["-"], ["a.txt", "-"], ["*.txt"], [""], ["a.txt", "check"]]
)
def test_paths_alone_are_told(given: list[str]) -> None:
    assert _are_paths(given)


@pytest.mark.parametrize(
    "given", [[], ["--version"], ["-h"], ["--"], ["--", "-a.txt"], ["a.txt", "--fix"], ["-j2", "a.txt"], *([name] for name in COMMANDS)]
)  # fmt: skip
def test_all_else_is_for_click(given: list[str]) -> None:
    assert not _are_paths(given)


def test_what_click_makes_of_paths_is_what_is_checked_without_it() -> None:
    parameters = command.make_context("check", ["a.txt", "-"]).params
    paths = parameters.pop("paths")
    assert request_of(paths, parameters) == request_of(["a.txt", "-"], {})
    assert Task(**{name: parameters[name] for name in Task._fields}) == Task()


@pytest.mark.parametrize(
    "paths", [["ad.txt"], ["soft.txt"], ["."], ["-"], ["none.txt", "ad.txt"], ["none.txt"], [""], ["*.txt"]]
)
def test_both_ways_print_the_same(tmp_path: Path, paths: list[str]) -> None:
    (tmp_path / "ad.txt").write_text("Our tonic regrows hair.\n", encoding="utf-8")
    (tmp_path / "soft.txt").write_text("Leaves skin soft.\n", encoding="utf-8")
    plain, read = (run(*given, cwd=tmp_path, given=b"It heals eczema.") for given in (paths, ["check", *paths]))
    assert (plain.returncode, plain.stdout, plain.stderr) == (read.returncode, read.stdout, read.stderr)


@POSIX
@pytest.mark.parametrize("given", [["-"], ["check", "-"]])
def test_a_run_that_is_stopped_says_so_and_does_not_pass_for_one_with_findings(
    tmp_path: Path, given: list[str]
) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "claimlint", *given],
        cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=heed_interrupts,
    ) as process:  # fmt: skip
        assert process.stdin
        process.stdin.write(b"A soft lotion.\n" * 100_000)  # more than a pipe holds: behind this the program is reading
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, told = process.communicate(timeout=60)
    assert (process.returncode, out, told) == (130, b"", b"claimlint: stopped\n")


def through_shell(tail: str, copy: str, folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "ad.txt").write_text(copy, encoding="utf-8")
    command = f'"{sys.executable}" -m claimlint {tail}'
    return subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False)


@POSIX
@pytest.mark.parametrize(
    ("tail", "copy", "status"),
    [
        ("ad.txt >&-", "It regrows hair.", 1), ("ad.txt >&- 2>&-", "A soft lotion.", 0), ("none.txt 2>&-", "", 2),
        ("check --law xx ad.txt 2>&-", "", 2), ("check --format jsonl ad.txt >&-", "It regrows hair.", 1),
    ],
)  # fmt: skip
def test_a_closed_stream_is_no_fault(tmp_path: Path, tail: str, copy: str, status: int) -> None:
    done = through_shell(tail, copy, tmp_path)
    assert (done.returncode, done.stderr) == (status, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("given", ["ad.txt", "check --format jsonl ad.txt", "rules"])
def test_a_full_disk_is_told(tmp_path: Path, given: str) -> None:
    done = through_shell(f"{given} >/dev/full", "It regrows hair.", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("claimlint: standard output cannot be written: No space left on device;")
    assert done.stderr.count("\n") == 1
    assert through_shell(f"{given} >/dev/full 2>&1", "It regrows hair.", tmp_path).returncode == 2
