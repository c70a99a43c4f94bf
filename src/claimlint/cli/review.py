"""What commands share that let people's decisions bear on a report: the order of the steps."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claimlint.cli.plan import Plan
from claimlint.cli.progress import watched
from claimlint.cli.terminal import printable, tell
from claimlint.errors import ClaimlintError
from claimlint.findings import Found, Report
from claimlint.linter import numbered
from claimlint.readers import read_data
from claimlint.readers.globs import is_folder
from claimlint.review import places
from claimlint.review.steps import approved

if TYPE_CHECKING:
    from claimlint.review.changes import Changes
    from claimlint.review.notices import Run


def checked(planned: Plan) -> Report:
    """Check copy and let stand what is approved. Raises ClaimlintError where nothing could be checked."""
    planned.tell_left_out()
    report = _report(planned, _files(planned))
    for item in report.not_checked:
        tell(printable(f"not checked: {item.path}: {item.reason}"))
    if not report.files:
        raise ClaimlintError("nothing was checked; name files or folders with copy")
    return report


def reviewed(planned: Plan) -> Report:
    """Check copy, mark what is approved, known and gone, and of changed files report only what was not there before.

    Raises ClaimlintError for a faulty file of approvals or baseline.
    """
    made = _changes(planned)
    report = _report(planned, _files(planned, made))
    if knows(planned):
        from claimlint.review import baseline

        report = baseline.known(report, baseline.read(baseline_of(planned)), is_whole=planned.run.is_whole)
    if made:
        from claimlint.review.changes import added

        check = planned.linter.check_documents
        report = added(report, made, lambda path, data: check(read_data(path, data, planned.wishes)))
    return report


def parts(planned: Plan) -> Iterator[Found]:
    """Check copy, and mark what is approved, part by part."""
    return _approved(numbered(_found(planned, None)), planned)


def _files(planned: Plan, made: Changes | None = None) -> Iterator[Found]:
    """Check copy, of files only those that were changed, and mark what is approved, file by file."""
    return _approved(planned.linter.files(_found(planned, made)), planned)


def _found(planned: Plan, made: Changes | None) -> Iterator[Found]:
    return watched(planned.found(made.has if made else lambda path: True), sys.stderr)


def _approved(found: Iterable[Found], planned: Plan) -> Iterator[Found]:
    return approved(found, _approvals_of(planned), partial(_approvals_run, planned))


def baseline_of(planned: Plan) -> Path:
    """Give the baseline that is named or nearest, or where it is to be made."""
    return planned.run.file("baseline") or places.default(places.BASELINE, planned.request.paths)


def knows(planned: Plan) -> bool:
    """Tell whether there is a baseline to be read."""
    return _is_there(baseline_of(planned), "baseline", planned)


def _report(planned: Plan, found: Iterable[Found]) -> Report:
    return Report.of(planned.linter.packs.infos, found)


def _approvals_of(planned: Plan) -> Callable[[str], Path | None]:
    file = planned.run.file("allow")
    if not file:
        return places.near(places.APPROVALS)
    there = file if _is_there(file, "allow", planned) else None
    return lambda path: there


def _approvals_run(planned: Plan) -> Run:
    from datetime import date

    from claimlint.review.notices import Run

    named = () if planned.request.diff_base else planned.paths
    folders = tuple(Path(os.path.realpath(path)) for path in named if is_folder(path))
    return Run(date.today(), planned.linter.packs.topics.keys(), folders, planned.run.is_whole)


def _is_there(file: Path, key: str, planned: Plan) -> bool:
    """Tell whether a file of decisions is to be read: one that the command line does not name may not be written yet."""
    return key in planned.run.given or os.path.lexists(file)


def _changes(planned: Plan) -> Changes | None:
    """Give what has changed since the commit to compare with, where there is one."""
    if planned.request.diff_base is None:
        return None
    from claimlint.review.changes import changes

    return changes(planned.request.diff_base, places.common(planned.request.paths))
