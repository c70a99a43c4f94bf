"""What commands share that let people's decisions bear on a report: options, and the order of the steps."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimlint.cli.progress import watched
from claimlint.cli.shared import printable
from claimlint.errors import ClaimlintError
from claimlint.findings import Report
from claimlint.linter import Linter
from claimlint.readers import EVERYTHING, Wishes, read_data, read_paths
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

law_option = click.option(
    "--law", default="us", show_default=True, metavar="LAW[,LAW]", help="Under which laws to read."
)


@dataclass(frozen=True, slots=True)
class Review:
    """Where decisions stand: the baseline, the approvals, the commit to compare with. Each is found where not given."""

    baseline: Path | None = None
    allow: Path | None = None
    diff_base: str | None = None
    wishes: Wishes = EVERYTHING


def checked(paths: tuple[str, ...], law: str, patterns: Sequence[Path], review: Review) -> Report:
    """Check copy and let stand what is approved. Raises ClaimlintError where nothing could be checked."""
    linter = Linter([name.strip() for name in law.split(",") if name.strip()], patterns)
    linter.require_laws()
    documents = read_paths(paths, review.wishes, wanted=wanted(review, None))
    report = linter.check_documents(watched(documents, sys.stderr))
    for item in report.not_checked:
        click.echo(printable(f"not checked: {item.path}: {item.reason}"), err=True)
    if not report.files:
        raise ClaimlintError("nothing was checked; name files or folders with copy")
    return allowed(report, linter, paths, review)


def allowed(report: Report, linter: Linter, paths: tuple[str, ...], review: Review) -> Report:
    """Give the report with what is approved, in the copy or beside it. Raises ClaimlintError for a faulty file."""
    read = [file.path for file in report.files]
    files = dict.fromkeys(read, review.allow) if review.allow else places.near(places.APPROVALS, read)
    if not (files or report.allowances):
        return report
    from claimlint.review.allowed import allowed as let_stand
    from claimlint.review.notices import Run
    from claimlint.review.sidecar import sidecars

    folders = () if review.diff_base else tuple(Path(os.path.realpath(path)) for path in paths if Path(path).is_dir())
    run = Run(date.today(), linter.packs.texts["rules"].keys(), folders, not review.wishes.fields)
    return let_stand(report, sidecars(files, review.allow), run)


def reviewed(report: Report, linter: Linter, paths: tuple[str, ...], review: Review, made: Changes | None) -> Report:
    """Give the report with what is approved, known and gone, and of changed files only what was not there before.

    Raises ClaimlintError for a faulty file of approvals or baseline.
    """
    report = allowed(report, linter, paths, review)
    file = review.baseline or places.default(places.BASELINE, paths)
    if review.baseline or file.is_file():
        from claimlint.review import baseline

        report = baseline.known(report, baseline.read(file), is_whole=not review.wishes.fields)
    if made:
        from claimlint.review.changes import added

        report = added(report, made, lambda path, data: linter.check_documents(read_data(path, data, review.wishes)))
    return report


def wanted(review: Review, made: Changes | None) -> Callable[[str], bool]:
    """Give what tells of a path whether it is copy to be checked: a changed file, and no file of decisions."""
    own = {places.located(str(file)) for file in (review.baseline, review.allow) if file}

    def is_wanted(path: str) -> bool:
        return (made is None or made.has(path)) and not (own and places.located(path) in own)

    return is_wanted


def changes(paths: tuple[str, ...], review: Review) -> Changes | None:
    """Give what has changed since the commit to compare with, where there is one."""
    if review.diff_base is None:
        return None
    from claimlint.review.changes import changes as told_by_git

    return told_by_git(review.diff_base, places.common(paths))
