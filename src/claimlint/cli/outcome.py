"""What a run comes to: its exit status."""

from pathlib import Path
from typing import NamedTuple

from claimlint.cli.plan import Plan
from claimlint.cli.terminal import FINDINGS, TROUBLE
from claimlint.findings import Level, Report


class Outcome(NamedTuple):
    """What the exit status goes by: how many files were read, what was not, whether a finding is severe enough to fail."""

    files: int
    unread: frozenset[str]
    is_failed: bool

    @classmethod
    def of(cls, report: Report, fail_on: Level) -> "Outcome":
        """Take it from a whole report."""
        return cls(len(report.files), frozenset(item.path for item in report.not_checked), report.reaches(fail_on))

    def status(self, planned: Plan, *, exit_zero: bool) -> int:
        """Give the exit status: trouble with something named, or nothing checked, outweighs findings.

        Where settings leave out all that was named, or only changes are asked for, there may be nothing to check.
        """
        named = {Path(path).as_posix() for path in planned.paths} | set(planned.paths)
        named |= {planned.request.stdin_filename} if "-" in named else set()
        is_unchanged = planned.request.diff_base is not None and not self.unread
        if named & self.unread or (planned.paths and not self.files and not is_unchanged):
            return TROUBLE
        return FINDINGS if self.is_failed and not exit_zero else 0
