"""What --fix and --diff do with the findings that have a safe wording."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from claimlint.cli.terminal import put, tell
from claimlint.diff import diff
from claimlint.files import replace_file
from claimlint.findings import Report
from claimlint.fix import CHANGED, Dropped, Fixed, Fixer
from claimlint.linter import Linter
from claimlint.readers import Wishes
from claimlint.rewrite import Rewriter
from claimlint.writers.visible import visible


def show(report: Report, linter: Linter, wishes: Wishes) -> None:
    """Print as a diff what would be fixed."""
    fixer = _fixer(linter, wishes)
    for fixed in fixer.fixed(report):
        put(diff(visible(fixed.path), fixed.old_text, fixed.new_text))
        _tell("would fix", fixed, fixed.dropped)
    _tell_the_rest(report, fixer)


def mend(report: Report, linter: Linter, wishes: Wishes) -> bool:
    """Write the files that can be fixed, and tell whether all went well."""
    fixer = _fixer(linter, wishes)
    is_well = True
    for fixed in fixer.fixed(report):
        why = _written(fixed) if fixed.findings else ""
        if why:
            is_well = False
            tell(f"not fixed: {visible(fixed.path)}: {why}")
        else:
            _tell("fixed", fixed, fixed.dropped)
    _tell_the_rest(report, fixer)
    return is_well


def _fixer(linter: Linter, wishes: Wishes) -> Fixer:
    return Fixer(Rewriter(linter.packs), linter.check_documents, wishes)


def _written(fixed: Fixed) -> str:
    """Write a file, a link's own target, in place of the one read; give the reason where that cannot be."""
    target = Path(os.path.realpath(fixed.path))
    try:
        if target.read_bytes() != fixed.old:
            return CHANGED
        info = target.stat()
        if not os.access(target, os.W_OK):
            return "it is write-protected: let this user write it"
        replace_file(target, [fixed.new], stat.S_IMODE(info.st_mode))
        with suppress(OSError):
            os.chown(target, info.st_uid, info.st_gid)
    except OSError as error:
        return f"it cannot be written: {error.strerror}"
    return ""


def _tell(verb: str, fixed: Fixed, dropped: Sequence[Dropped]) -> None:
    path = visible(fixed.path)
    if fixed.findings:
        tell(f"{verb} {_counted(len(fixed.findings))} in {path}")
    for item in dropped:
        start = item.finding.start
        tell(f"not fixed: {path}:{start.line}:{start.column}: {item.finding.rule}: {item.reason}")


def _tell_the_rest(report: Report, fixer: Fixer) -> None:
    rest = sum(finding.state == "new" and not fixer.has_rewrite(finding) for finding in report.findings)
    if rest:
        verb = "has" if rest == 1 else "have"
        tell(f"{_counted(rest)} {verb} no rewrite: a person must decide on the wording")


def _counted(number: int) -> str:
    return f"{number} finding{'' if number == 1 else 's'}"
