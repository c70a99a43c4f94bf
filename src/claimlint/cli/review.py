"""What commands share that let people's decisions bear on a report: options, and the order of the steps."""

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

baseline_option = click.option(
    "--baseline", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
    help=f"The file of known findings (default: the nearest {places.BASELINE}).",
)  # fmt: skip
allow_option = click.option(
    "--allow", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
    help=f"The file of approved findings (default: the nearest {places.APPROVALS}).",
)  # fmt: skip
diff_base_option = click.option(
    "--diff-base", metavar="REF", help="Of files in git report only what was not there when the branch left REF."
)


def checked(planned: Plan) -> Report:
    """Check copy and let stand what is approved. Raises ClaimlintError where nothing could be checked."""
    report = planned.linter.check_documents(watched(planned.documents(), sys.stderr))
    for item in report.not_checked:
        click.echo(printable(f"not checked: {item.path}: {item.reason}"), err=True)
    if not report.files:
        raise ClaimlintError("nothing was checked; name files or folders with copy")
    return allowed(report, planned)


def allowed(report: Report, planned: Plan, made: Changes | None = None) -> Report:
    """Give the report with what is approved, in the copy or beside it. Raises ClaimlintError for a faulty file."""
    read = [file.path for file in report.files]
    given = planned.run.allow
    files = dict.fromkeys(read, given) if given else places.near(places.APPROVALS, read)
    files = files if _is_there(given, "allow", planned) else {}
    if not (files or report.allowances):
        return report
    from claimlint.review.allowed import allowed as let_stand
    from claimlint.review.notices import Run
    from claimlint.review.sidecar import sidecars

    folders = () if made else tuple(Path(os.path.realpath(path)) for path in planned.paths if is_folder(path))
    run = Run(date.today(), planned.linter.packs.texts["rules"].keys(), folders, not planned.run.fields)
    return let_stand(report, sidecars(files, given), run)


def reviewed(report: Report, planned: Plan, made: Changes | None) -> Report:
    """Give the report with what is approved, known and gone, and of changed files only what was not there before.

    Raises ClaimlintError for a faulty file of approvals or baseline.
    """
    report = allowed(report, planned, made)
    file = planned.run.baseline or places.default(places.BASELINE, planned.paths)
    if _is_there(file, "baseline", planned):
        from claimlint.review import baseline

        report = baseline.known(report, baseline.read(file), is_whole=not planned.run.fields)
    if made:
        from claimlint.review.changes import added

        check = planned.linter.check_documents
        report = added(report, made, lambda path, data: check(read_data(path, data, planned.wishes)))
    return report


def _is_there(file: Path | None, key: str, planned: Plan) -> bool:
    """Tell whether a file of decisions is to be read: one that only settings name may not have been written yet."""
    return file is None or key in planned.run.given or os.path.lexists(file)


def changes(paths: tuple[str, ...], diff_base: str | None) -> Changes | None:
    """Give what has changed since the commit to compare with, where there is one."""
    if diff_base is None:
        return None
    from claimlint.review.changes import changes as told_by_git

    return told_by_git(diff_base, places.common(paths))
