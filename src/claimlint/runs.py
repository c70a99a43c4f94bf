"""Lay several runs over each other: what stands now, what is gone, how the counts went."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from claimlint.findings import CheckedFile, Considered, Finding, Gone, NotChecked, Report

Item = TypeVar("Item", CheckedFile, Finding, Considered, NotChecked)
Latest = dict[str, int]
"""For each path, the number of the last run that tells of it."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run in a row of them: a name, the day as ISO 8601 where it is known, and the counts of its summary."""

    name: str
    date: str
    summary: dict[str, int]


def merged(reports: Sequence[Report]) -> Report:
    """Lay reports over each other, the latest last.

    Each file is as the latest run that read it says; what an earlier run found there and that run did not is gone.
    """
    if len(reports) == 1:
        return reports[0]
    read = _latest(reports, lambda report: report.files)
    tried = read | _latest(reports, lambda report: (*report.files, *report.not_checked))
    standing = {
        (item.path, item.start, item.end, item.law, item.fingerprint): item
        for item in _kept(reports, read, lambda report: report.findings)
    }
    findings = tuple(standing[key] for key in sorted(standing))
    return Report(
        packs=tuple(dict.fromkeys(pack for report in reports for pack in report.packs)),
        files=tuple(sorted(_kept(reports, read, lambda report: report.files), key=lambda file: file.path)),
        findings=findings,
        considered=tuple(_kept(reports, read, lambda report: report.considered)),
        not_checked=tuple(dict.fromkeys(_kept(reports, tried, lambda report: report.not_checked))),
        gone=tuple(_gone(reports, findings)),
    )


def _latest(reports: Sequence[Report], items: Callable[[Report], Iterable[CheckedFile | NotChecked]]) -> Latest:
    return {item.path: number for number, report in enumerate(reports) for item in items(report)}


def _kept(reports: Sequence[Report], latest: Latest, items: Callable[[Report], Iterable[Item]]) -> Iterator[Item]:
    """Give the items of each run whose files no later run tells of."""
    for number, report in enumerate(reports):
        yield from (item for item in items(report) if latest.get(item.path, number) == number)


def _gone(reports: Sequence[Report], standing: Iterable[Finding]) -> Iterator[Gone]:
    """Give what an earlier run or the baseline of the latest knew and no file has any more, each once."""
    seen = {(item.fingerprint, item.path) for item in standing}
    known: list[Finding | Gone] = [item for report in reports for item in report.findings]
    for item in [*known, *(reports[-1].gone or ())]:
        if (item.fingerprint, item.path) not in seen:
            seen.add((item.fingerprint, item.path))
            yield Gone(item.fingerprint, item.rule, item.path, item.text)
