"""What commands share that let people's decisions bear on a report: the order of the steps."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimlint.cli.plan import Plan
from claimlint.cli.progress import watched
from claimlint.cli.shared import printable
from claimlint.errors import ClaimlintError
from claimlint.findings import Report
from claimlint.readers import read_data
from claimlint.readers.globs import is_folder
from claimlint.review import places

if TYPE_CHECKING:
    from claimlint.review.changes import Changes


def checked(planned: Plan) -> Report:
    """Check copy and let stand what is approved. Raises ClaimlintError where nothing could be checked."""
    planned.tell_left_out()
    report = _read(planned, None)
    for item in report.not_checked:
        click.echo(printable(f"not checked: {item.path}: {item.reason}"), err=True)
    if not report.files:
        raise ClaimlintError("nothing was checked; name files or folders with copy")
    return _allowed(report, planned)


def reviewed(planned: Plan) -> Report:
    """Check copy, mark what is approved, known and gone, and of changed files report only what was not there before.

    Raises ClaimlintError for a faulty file of approvals or baseline.
    """
    made = _changes(planned)
    report = _allowed(_read(planned, made), planned)
    file = baseline_of(planned)
    if _is_there(file, "baseline", planned):
        from claimlint.review import baseline

        report = baseline.known(report, baseline.read(file), is_whole=planned.run.is_whole)
    if made:
        from claimlint.review.changes import added

        check = planned.linter.check_documents
        report = added(report, made, lambda path, data: check(read_data(path, data, planned.wishes)))
    return report


def baseline_of(planned: Plan) -> Path:
    """Give the baseline that is named or nearest, or where it is to be made."""
    return planned.run.file("baseline") or places.default(places.BASELINE, planned.request.paths)


def _read(planned: Plan, made: Changes | None) -> Report:
    parts = watched(planned.found(made.has if made else lambda path: True), sys.stderr)
    return Report.of(planned.linter.packs.infos, planned.linter.files(parts))


def _allowed(report: Report, planned: Plan) -> Report:
    """Give the report with what is approved, in the copy or beside it. Raises ClaimlintError for a faulty file."""
    read = [file.path for file in report.files]
    file = planned.run.file("allow")
    files = dict.fromkeys(read, file) if file else places.near(places.APPROVALS, read)
    files = files if file is None or _is_there(file, "allow", planned) else {}
    if not (files or report.allowances):
        return report
    from claimlint.review.allowed import allowed
    from claimlint.review.notices import Run
    from claimlint.review.sidecar import sidecars

    named = () if planned.request.diff_base else planned.paths
    folders = tuple(Path(os.path.realpath(path)) for path in named if is_folder(path))
    rules = planned.linter.packs.texts["rules"].keys()
    return allowed(report, sidecars(files), Run(date.today(), rules, folders, planned.run.is_whole))


def _is_there(file: Path, key: str, planned: Plan) -> bool:
    """Tell whether a file of decisions is to be read: one that the command line does not name may not be written yet."""
    return key in planned.run.given or os.path.lexists(file)


def _changes(planned: Plan) -> Changes | None:
    """Give what has changed since the commit to compare with, where there is one."""
    if planned.request.diff_base is None:
        return None
    from claimlint.review.changes import changes

    return changes(planned.request.diff_base, places.common(planned.request.paths))
