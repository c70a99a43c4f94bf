"""Let findings stand that a comment in the copy or a file of approvals allows, and tell of approvals gone wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from claimlint.findings import Allowance, Approval, Finding, Found
from claimlint.policy import dismissed_in
from claimlint.review.notices import Run, finding_of, of_comment, of_entry
from claimlint.review.places import located, shown, written
from claimlint.review.sidecar import Sidecar, Written, plain, read


class Approvals:
    """Approve what is found, file by file, and tell at the end what of the approvals is of no use.

    `file_of` gives the file of approvals that speaks for a path, if there is one.
    """

    def __init__(self, file_of: Callable[[str], Path | None], run: Run) -> None:
        self._file_of = file_of
        self._run = run
        self._used: set[tuple[Allowance, str] | Written] = set()
        self._sidecars: dict[Path, Sidecar] = {}
        self._off: dict[Path, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._torn: set[tuple[Path, str]] = set()
        self._earlier: Counter[str] = Counter()

    def approved(self, found: Found) -> Found:
        """Give a file, or a part of one, with what is approved so marked, and with findings about its comments.

        Raises ClaimlintError where the file of approvals has a fault.
        """
        file = self._file_of(found.path)
        if file and file not in self._sidecars:
            self._sidecars[file] = read(file, shown(file))
        sidecar = self._sidecars[file] if file else None
        comments = defaultdict(list)
        for allowance in found.allowances:
            comments[allowance.line].append(allowance)
        place = written(located(found.path), sidecar.folder) if sidecar else ""
        findings = [self._judged(finding, comments[finding.start.line], sidecar, place) for finding in found.findings]
        off = dismissed_in(found.considered)
        is_read = bool(found.file and not found.not_checked)
        told = [
            one
            for comment in found.allowances
            for one in of_comment(comment, self._used, off, self._run, is_read=is_read)
        ]
        if file:
            self._off[file][place].update(off)
            self._torn.update([] if is_read else [(file, place)])
        findings += [finding_of(one, self._earlier) for one in told]
        return found._replace(findings=tuple(sorted(findings, key=lambda f: (f.start, f.end, f.law))))

    def told(self) -> list[Finding]:
        """Give the findings about the entries of the files of approvals, when all files are through."""
        told: list[Finding] = []
        for file, sidecar in self._sidecars.items():
            places = {place: off for place, off in self._off[file].items() if (file, place) not in self._torn}
            off = {place: rules for place, rules in places.items() if rules}
            for entry in sidecar.entries:
                faults = of_entry(entry, sidecar, self._used, places, off, self._run)
                told += [finding_of(fault, self._earlier) for fault in faults]
        return sorted(told, key=lambda finding: (finding.path, finding.start, finding.end))

    def _judged(self, finding: Finding, comments: Iterable[Allowance], sidecar: Sidecar | None, place: str) -> Finding:
        """Give a finding of the file at a place, seen from the file of approvals, with what approves it."""
        meant = [*_comments(finding, comments)]
        entries = [*_entries(finding, sidecar, place)] if sidecar else []
        self._used.update(meant, entries)
        approval = next(_approvals(finding, meant, entries, self._run.today), None)
        return finding._replace(state="approved", approval=approval) if approval else finding


def _comments(finding: Finding, comments: Iterable[Allowance]) -> Iterator[tuple[Allowance, str]]:
    """Give the comments for a finding's line that name its rule, or one that points at the same words; with it."""
    for comment in comments:
        for rule in (finding.rule, *finding.also):
            if rule in comment.rules and comment.reason:
                yield comment, rule


def _entries(finding: Finding, sidecar: Sidecar, place: str) -> Iterator[Written]:
    """Give the entries of the file of approvals that mean a finding in the file at a place."""
    meant = sidecar.by_fingerprint.get(finding.fingerprint, [])
    if sidecar.by_words:
        meant = [*meant, *_by_words(sidecar, finding)]
    for one in meant:
        if one.entry.rule in ("", finding.rule) and one.entry.is_for(place):
            yield one


def _by_words(sidecar: Sidecar, finding: Finding) -> list[Written]:
    """Give the entries whose words the finding's sentence has, and that hold all words of the finding."""
    text = plain(finding.text)
    held = {words for words in sidecar.phrases.within(plain(finding.sentence)) if text in words}
    meant = (one for words in held | {text} for one in sidecar.by_words.get(words, ()))
    return sorted(meant, key=lambda one: one.start)


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
