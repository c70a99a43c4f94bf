"""What a change adds: the files it touches, told by git, and the findings that the files did not have before."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimlint.errors import ClaimlintError
from claimlint.findings import Report
from claimlint.review.places import located

# Nothing that a repository configures may run: no file watcher, no outer diff, no filter.
GIT = ("git", "-c", "core.fsmonitor=false", "--no-optional-locks")
DIFF = (
    "diff",
    "--name-status",
    "-z",
    "-M",
    "--no-relative",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=all",
)
UNTRACKED = ("ls-files", "-z", "--others", "--exclude-standard", "--full-name")
OPTION = "--diff-base"
DEEPEN = "this clone is shallow: fetch the whole history (fetch-depth: 0 in a workflow, git fetch --unshallow by hand)"


@dataclass(frozen=True, slots=True)
class Changes:
    """The files of the repository at `top` that differ from the commit `base`, each with its name there, or none."""

    top: Path
    base: str
    names: Mapping[str, str | None]

    def has(self, path: str) -> bool:
        """Tell whether a shown path was changed."""
        return self._name(path) in self.names

    def before(self, path: str) -> bytes | None:
        """Give what a file held at the base; None where it was not there. A file that is not changed keeps its name."""
        name = self._name(path)
        old = self.names.get(name, name)
        done = _git(self.top, "cat-file", "blob", f"{self.base}:{old}") if old is not None else None
        return done.stdout if done and done.returncode == 0 else None

    def _name(self, path: str) -> str:
        place = located(path)
        return place.relative_to(self.top).as_posix() if place.is_relative_to(self.top) else str(place)


def changes(ref: str, folder: Path) -> Changes:
    """Give what differs between the working tree around `folder` and the commit where it left `ref`.

    Raises ClaimlintError where there is no repository, no such ref, or too little history.
    """
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top.returncode:
        raise ClaimlintError(f"{OPTION} {ref}: {folder} is in no git repository: {_said(top)}")
    place = Path(os.path.realpath(os.fsdecode(top.stdout).rstrip("\r\n")))
    base = _base(ref, place)
    names = dict(_changed(_out(place, *DIFF, base, "--")))
    names.update((name, None) for name in _fields(_out(place, *UNTRACKED)))
    return Changes(place, base, names)


def _base(ref: str, top: Path) -> str:
    """Give the commit in which the current one and `ref` last had the same history."""
    commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    is_shallow = _out(top, "rev-parse", "--is-shallow-repository").strip() == b"true"
    if commit.returncode:
        way_out = DEEPEN if is_shallow else "name a branch, tag or commit as `git log` does"
        raise ClaimlintError(f"{OPTION} {ref}: git knows no commit {ref!r}; {way_out}")
    base = _git(top, "merge-base", commit.stdout.decode().strip(), "HEAD")
    if base.returncode:
        reason = DEEPEN if is_shallow else "name a commit that the current branch grew from"
        raise ClaimlintError(f"{OPTION} {ref}: has no commit in common with the current one; {reason}")
    return base.stdout.decode().strip()


def _changed(output: bytes) -> Iterator[tuple[str, str | None]]:
    """Read the changed files from a diff: each with its old name, none where it is new or deleted."""
    fields = _fields(output)
    for status in fields:
        old = next(fields)
        name = next(fields) if status[0] in "RC" else old
        yield name, None if status[0] in "AD" else old


def _fields(output: bytes) -> Iterator[str]:
    return (os.fsdecode(field) for field in output.split(b"\0")[:-1])


def _out(folder: Path, *arguments: str) -> bytes:
    done = _git(folder, *arguments)
    if done.returncode:
        raise ClaimlintError(f"{OPTION}: git {arguments[0]} failed: {_said(done)}")
    return done.stdout


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - each argument is passed as it is
            [*GIT, "-C", str(folder), *arguments], capture_output=True, check=False, stdin=subprocess.DEVNULL
        )
    except OSError as error:
        raise ClaimlintError(f"{OPTION}: git cannot be run: {error.strerror}; install git") from error


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    return lines[0] if lines else f"status {done.returncode}"


def added(report: Report, made: Changes, check: Callable[[str, bytes], Report]) -> Report:
    """Give the report with those findings marked as known that the same file had at the base.

    `check` reports on bytes as if a file of that name held them. Files without a new finding are not looked up.
    """
    paths = {finding.path for finding in report.findings if finding.state == "new"}
    before = {(path, mark) for path in sorted(paths) for mark in _marks(path, made, check)}
    findings = (
        f._replace(state="known") if f.state == "new" and (f.path, f.fingerprint) in before else f
        for f in report.findings
    )
    return report._replace(findings=tuple(findings))


def _marks(path: str, made: Changes, check: Callable[[str, bytes], Report]) -> set[str]:
    data = made.before(path)
    return {finding.fingerprint for finding in check(path, data).findings} if data is not None else set()
