"""Let people's approvals bear on what is found; what that takes is loaded where there are any."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from claimlint.findings import Found

if TYPE_CHECKING:
    from claimlint.review.notices import Run


def approved(files: Iterable[Found], file_of: Callable[[str], Path | None], run: Callable[[], Run]) -> Iterator[Found]:
    """Give files with what is approved so marked, and behind them the files of approvals with findings about these.

    `file_of` gives the file of approvals that speaks for a path. Raises ClaimlintError where one of them has a fault.
    """
    approvals = None
    for found in files:
        if not approvals and (found.allowances or file_of(found.path)):
            from claimlint.review.allowed import Approvals

            approvals = Approvals(file_of, run())
        yield approvals.approved(found) if approvals else found
    for path, told in groupby(approvals.told() if approvals else (), lambda finding: finding.path):
        yield Found(path, findings=tuple(told))
