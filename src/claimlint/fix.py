"""Make claims of files safe where a rule knows how, and prove that nothing else has changed by it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from claimlint.document import Block
from claimlint.errors import NotReadable
from claimlint.findings import Finding, Report
from claimlint.readers import EVERYTHING, Wishes
from claimlint.readers.decode import decode, sniff
from claimlint.readers.source import Source
from claimlint.rewrite import Insertion, Rewriter, rewritten
from claimlint.trials import Check, Fix, Version, put, written

CHANGED = "the file has changed since it was read"
TWICE = "its words overlap with others that are rewritten"
BARRED = "the sentence says more than looks can make safe"
SETTLED = "another finding of the sentence is known or approved"
BINARY = "files of Office and PDF are not written"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A finding that has a rewrite and yet stays, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file before and after, as bytes and as text, the findings that are gone, and those that had to stay."""

    path: str
    old: bytes
    new: bytes
    old_text: str
    new_text: str
    findings: tuple[Finding, ...]
    dropped: tuple[Dropped, ...]


class Fixer:
    """Fix findings by the rewrites of their rules. `check` judges documents as the report was made."""

    def __init__(self, rewriter: Rewriter, check: Check, wishes: Wishes = EVERYTHING) -> None:
        self._rewriter = rewriter
        self._check = check
        self._wishes = wishes

    def has_rewrite(self, finding: Finding) -> bool:
        """Tell whether there is a safe wording for a finding."""
        return bool(self._rewriter.insertions(finding.rule, _words(finding)))

    def fixed(self, report: Report) -> Iterator[Fixed]:
        """Give every file that has a new finding with a rewrite; one pass does, as findings of a law stand apart.

        Nothing is written.
        """
        for path, found in groupby(report.findings, lambda finding: finding.path):
            findings = list(found)
            wanted = [finding for finding in findings if finding.state == "new" and self.has_rewrite(finding)]
            settled = {finding.sentence for finding in findings if finding.state != "new"}
            if wanted:
                yield self._file(path, wanted, settled)

    def _file(self, path: str, wanted: list[Finding], settled: set[str]) -> Fixed:
        try:
            data = Source(path).load()
            if sniff(data):
                raise NotReadable(BINARY)
            text, _ = decode(data)
        except NotReadable as error:
            return Fixed(path, b"", b"", "", "", (), tuple(Dropped(finding, str(error)) for finding in wanted))
        version = Version(path, data, self._check, self._wishes)
        fixes, dropped = self._planned(version, text, wanted, settled)
        kept, bad = version.sound(fixes)
        dropped += [Dropped(finding, reason) for fix, reason in bad for finding in fix.findings]
        edits = written(kept)
        gone = tuple(finding for fix in kept for finding in fix.findings)
        return Fixed(path, data, put(data, edits), text, rewritten(text, edits), gone, tuple(dropped))

    def _planned(
        self, version: Version, text: str, wanted: list[Finding], settled: set[str]
    ) -> tuple[list[Fix], list[Dropped]]:
        """Give fixes that share no words, and what has none."""
        fixes: list[Fix] = []
        dropped: list[Dropped] = []
        for finding in wanted:
            last = fixes[-1] if fixes else None
            fix = self._fix(version, text, finding)
            if finding.sentence in settled:
                dropped.append(Dropped(finding, SETTLED))
            elif self._rewriter.is_barred(finding.sentence):
                dropped.append(Dropped(finding, BARRED))
            elif fix is None:
                dropped.append(Dropped(finding, CHANGED))
            elif last and fix.written == last.written:
                fixes[-1] = Fix((*last.findings, finding), *_placing(last))
            elif last and finding.start.offset < max(other.end.offset for other in last.findings):
                dropped.append(Dropped(finding, TWICE))
            else:
                fixes.append(fix)
        return fixes, dropped

    def _fix(self, version: Version, text: str, finding: Finding) -> Fix | None:
        """Give the fix of a finding; none where the file has other words in its place."""
        if text[finding.start.offset : finding.end.offset] != finding.text:
            return None
        made = self._rewriter.insertions(finding.rule, _words(finding))
        for number, base, block in version.near(finding.start.offset):
            for first in _starts(block, finding.sentence, finding.said[0], finding.start.offset - base):
                said = tuple(Insertion(first + offset, words) for offset, words in made)
                in_file = tuple(Insertion(base + block.places.end_of(offset), words) for offset, words in said)
                return Fix((finding,), number, said, in_file)
        return None


def _placing(fix: Fix) -> tuple[int, tuple[Insertion, ...], tuple[Insertion, ...]]:
    return fix.block, fix.said, fix.written


def _words(finding: Finding) -> str:
    """Give the words of a finding as they are read, without markup."""
    return finding.sentence[slice(*finding.said)]


def _starts(block: Block, sentence: str, within: int, offset: int) -> Iterator[int]:
    """Give where words that stand at `within` in a sentence, and in the source at `offset`, stand in a block."""
    size = len(block.text)
    place = bisect_left(range(size), offset, key=block.places.start_of)
    while place < size and block.places.start_of(place) == offset:
        if place >= within and block.text.startswith(sentence, place - within):
            yield place
        place += 1
