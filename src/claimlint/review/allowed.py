"""Let findings stand that a comment in the copy or a file of approvals allows, and tell of approvals gone wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from claimlint.findings import Allowance, Approval, Finding, Found
from claimlint.policy import dismissed_in
from claimlint.review.notices import Run, Use, finding_of, of_comment, of_entry
from claimlint.review.places import located, shown, written
from claimlint.review.sidecar import Meaning, Sidecar, Written, plain, read


class Approvals:
    """Approve what is found, file by file, and tell at the end what of the approvals is of no use.

    `file_of` gives the file of approvals that speaks for a path, if there is one.
    """

    def __init__(self, file_of: Callable[[str], Path | None], run: Run) -> None:
        self._file_of = file_of
        self._run = run
        self._used: set[Use] = set()
        self._held: dict[Path, Held] = {}
        self._off: dict[Path, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._torn: set[tuple[Path, str]] = set()
        self._earlier: Counter[str] = Counter()

    def approved(self, found: Found) -> Found:
        """Give a file, or a part of one, with what is approved so marked, and with findings about its comments.

        Raises ClaimlintError where the file of approvals has a fault.
        """
        file = self._file_of(found.path)
        if file and file not in self._held:
            self._held[file] = Held(read(file, shown(file)), self._run.today)
        held = self._held[file] if file else None
        comments = defaultdict(list)
        for allowance in found.allowances:
            comments[allowance.line].append(allowance)
        place = written(located(found.path), held.sidecar.folder) if held else ""
        paths = held.sidecar.paths.holding(place) if held else []
        findings = [self._judged(one, comments[one.start.line], held, paths) for one in found.findings]
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
        for file, held in self._held.items():
            sidecar = held.sidecar
            places = {place: rules for place, rules in self._off[file].items() if (file, place) not in self._torn}
            off: defaultdict[str, set[str]] = defaultdict(set)
            for place, rules in places.items():
                for path in sidecar.paths.holding(place) if rules else ():
                    off[path] |= rules
            for entry in sidecar.entries:
                faults = of_entry(entry, sidecar, self._used, places, off, self._run)
                told += [finding_of(fault, self._earlier) for fault in faults]
        return sorted(told, key=lambda finding: (finding.path, finding.start, finding.end))

    def _judged(
        self, finding: Finding, comments: Iterable[Allowance], held: Held | None, paths: Sequence[str]
    ) -> Finding:
        """Give a finding of a file that some paths of approvals hold, with what approves it."""
        meant = [*_comments(finding, comments)]
        entries = [*held.meant(finding, paths)] if held else []
        self._used.update(meant, ((one.file, one.entry.meaning) for one in entries))
        approval = next(_approvals(finding, meant, entries, self._run.today), None)
        return finding._replace(state="approved", approval=approval) if approval else finding


class Held:
    """A file of approvals, and on a day of each meaning the first entry that holds, or one that has run out."""

    def __init__(self, sidecar: Sidecar, today: date) -> None:
        self.sidecar = sidecar
        self._first = {
            meaning: next((one for one in alike if not one.entry.is_expired(today)), alike[0])
            for meaning, alike in sidecar.by_meaning.items()
        }

    def meant(self, finding: Finding, paths: Sequence[str]) -> Iterator[Written]:
        """Give one entry of each meaning for a finding in a file that these paths hold, in the order of the entries.

        Those for its fingerprint come first, then those whose words its sentence has, if they hold all its own words.
        """
        yield from self._in_order((finding.fingerprint, "", rule, path) for rule, path in _both(finding, paths))
        text = plain(finding.text)
        words = {words for words in self.sidecar.phrases.within(plain(finding.sentence)) if text in words} | {text}
        yield from self._in_order(("", each, rule, path) for each in words for rule, path in _both(finding, paths))

    def _in_order(self, meanings: Iterable[tuple[str, str, str, str]]) -> list[Written]:
        meant = (self._first.get(Meaning(*meaning)) for meaning in meanings)
        return sorted(filter(None, meant), key=lambda one: one.start)


def _both(finding: Finding, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each path with any rule, and with that of a finding."""
    return ((rule, path) for path in paths for rule in ("", finding.rule))


def _comments(finding: Finding, comments: Iterable[Allowance]) -> Iterator[tuple[Allowance, str]]:
    """Give the comments for a finding's line that name its rule, or one that points at the same words; with it."""
    for comment in comments:
        for rule in (finding.rule, *finding.also):
            if rule in comment.rules and comment.reason:
                yield comment, rule


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
