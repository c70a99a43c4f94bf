"""Let findings stand that a comment in the copy or a file of approvals allows, and tell of approvals gone wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from claimlint.findings import Allowance, Approval, Finding, Report
from claimlint.review.notices import Run, notices
from claimlint.review.places import located, written
from claimlint.review.sidecar import Sidecar, Written, plain


@dataclass(frozen=True)
class Grounds:
    """All that may let a finding of `report` stand; `sidecars` has for each path the approvals that speak for it."""

    report: Report
    sidecars: Mapping[str, Sidecar]

    @cached_property
    def _comments(self) -> dict[tuple[str, int], list[Allowance]]:
        found = defaultdict(list)
        for allowance in self.report.allowances:
            found[allowance.path, allowance.line].append(allowance)
        return found

    def comments(self, finding: Finding) -> Iterator[tuple[Allowance, str]]:
        """Give the comments for a finding's line that name its rule, or one that points at the same words; with it."""
        for comment in self._comments.get((finding.path, finding.start.line), ()):
            for rule in (finding.rule, *finding.also):
                if rule in comment.rules and comment.reason:
                    yield comment, rule

    def entries(self, finding: Finding) -> Iterator[Written]:
        """Give the entries of the file of approvals that mean a finding."""
        sidecar = self.sidecars.get(finding.path)
        if not sidecar:
            return
        meant = sidecar.by_fingerprint.get(finding.fingerprint, [])
        if sidecar.by_words:
            meant = [*meant, *_by_words(sidecar, finding)]
        for one in meant:
            if one.entry.rule in ("", finding.rule) and one.entry.is_for(
                written(located(finding.path), sidecar.folder)
            ):
                yield one


def _by_words(sidecar: Sidecar, finding: Finding) -> Iterator[Written]:
    """Give the entries whose words the finding's sentence has, and that hold all words of the finding."""
    text, sentence = plain(finding.text), plain(finding.sentence)
    return (one for words, one in sidecar.by_words if text in words and (words in sentence or words == text))


def allowed(report: Report, sidecars: Mapping[str, Sidecar], run: Run) -> Report:
    """Give the report with what is approved so marked, and with findings about approvals that are of no use.

    `sidecars` has for each path the approvals that speak for it.
    """
    grounds = Grounds(report, sidecars)
    findings: list[Finding] = []
    used: set[tuple[Allowance, str] | Written] = set()
    for finding in report.findings:
        comments, entries = list(grounds.comments(finding)), list(grounds.entries(finding))
        used.update(comments, entries)
        approval = next(_approvals(finding, comments, entries, run.today), None)
        findings.append(replace(finding, state="approved", approval=approval) if approval else finding)
    told = notices(report, {id(sidecar): sidecar for sidecar in sidecars.values()}.values(), used, run)
    return replace(report, findings=_in_order(report, [*findings, *told]))


def _approvals(
    finding: Finding, comments: Iterable[tuple[Allowance, str]], entries: Iterable[Written], today: date
) -> Iterator[Approval]:
    for comment, rule in comments:
        if rule == finding.rule:
            yield Approval(comment.reason, f"{comment.path}:{comment.start.line}")
    for one in entries:
        if not one.entry.is_expired(today):
            entry = one.entry
            yield Approval(entry.reason, one.file, entry.by, entry.date, entry.expires, entry.evidence)


def _in_order(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Order findings as the files were read, those in files of approvals last, and by place."""
    order = {file.path: number for number, file in enumerate(report.files)}
    return tuple(sorted(findings, key=lambda f: (order.get(f.path, len(order)), f.path, f.start, f.end, f.law)))
