"""A report in lines that are written while files are read: memory does not grow with what is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from claimlint.cli import review
from claimlint.cli.outcome import Outcome
from claimlint.cli.plan import Plan
from claimlint.findings import Found, NotChecked, Report, levels_from
from claimlint.writers import jsonl


class Stream:
    """Check what a plan names and give the lines of the report; what they come to is known behind the last one.

    `below` counts the findings that are not shown, as they are below the level asked for.
    """

    def __init__(self, planned: Plan) -> None:
        self.below = 0
        self._planned = planned
        self._levels = levels_from(planned.run.level)
        self._counts: Counter[str] = Counter()
        self._not_checked: list[NotChecked] = []
        self._is_failed = False

    def lines(self) -> Iterator[str]:
        """Give the lines. Raises ClaimlintError for a faulty file of approvals or faulty settings."""
        linter = self._planned.linter
        yield jsonl.first(linter.packs.infos)
        for _, parts in groupby(review.parts(self._planned), lambda part: part.path):
            read = []
            for part in parts:
                yield from jsonl.within(self._shown(part))
                read.append(_without_words(part))
            file = linter.whole(read).file
            if file:
                self._counts["files"] += 1
                yield jsonl.file(file)
        yield from jsonl.last(self._not_checked, (), self._summary)

    @property
    def findings(self) -> int:
        """Count the findings that are shown."""
        return self._counts["findings"]

    @property
    def outcome(self) -> Outcome:
        """Give what the exit status goes by."""
        return Outcome(self._counts["files"], frozenset(item.path for item in self._not_checked), self._is_failed)

    @property
    def _summary(self) -> dict[str, int]:
        return {name: self._counts[name] for name in Report.of((), ()).summary}

    def _shown(self, part: Found) -> Found:
        """Count what is found, and give what is to be shown of it."""
        shown = part._replace(findings=tuple(finding for finding in part.findings if finding.level in self._levels))
        self._counts.update({**Report.of((), [shown]).summary, "files": 0, "findings": len(shown.findings)})
        self._not_checked += part.not_checked
        self.below += len(part.findings) - len(shown.findings)
        self._is_failed |= Report.of((), [part]).reaches(self._planned.run.fail_on)
        return shown


def _without_words(part: Found) -> Found:
    """Give of a part what bears on the file as a whole: of findings one of each kind."""
    kinds = {(finding.law, finding.class_, finding.level): finding for finding in part.findings}
    return Found(part.path, part.file, tuple(kinds.values()))
