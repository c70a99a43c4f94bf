"""Make claims of files safe where a rule knows how, and prove that nothing else has changed by it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from claimlint.document import Block, Document
from claimlint.errors import NotReadable
from claimlint.findings import Finding, NotChecked, Report
from claimlint.readers import EVERYTHING, Wishes, read_data
from claimlint.readers.decode import decode, edited, sniff
from claimlint.readers.source import Source
from claimlint.rewrite import Insertion, Rewriter, rewritten

Documents = Sequence[Document | NotChecked]
Check = Callable[[Documents], Report]
Key = tuple[str, str, str]
"""Law, rule and words of a finding."""
Texts = list[tuple[str, str]]
"""The pointer and the text of every block."""

STRETCH = 1024
"""Characters of a file whose blocks are kept together."""

CHANGED = "the file has changed since it was read"
LEFT = "the words would still be a claim"
TORN = "the file would not read the same around the words"
TWICE = "its words overlap with others that are rewritten"
HIDDEN = "another claim would no longer be told"
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


@dataclass(frozen=True, slots=True)
class Fix:
    """What makes one stretch of words safe: put into the text of block number `block`, and into the file."""

    findings: tuple[Finding, ...]
    block: int
    said: tuple[Insertion, ...]
    written: tuple[Insertion, ...]


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
        documents = list(read_data(path, data, self._wishes))
        version = _Version(path, data, documents, _count(self._check(documents)), self._check, self._wishes)
        fixes, dropped = self._planned(version, text, wanted, settled)
        kept, bad = version.sound([], fixes)
        dropped += [Dropped(finding, reason) for fix, reason in bad for finding in fix.findings]
        edits = _written(kept)
        gone = tuple(finding for fix in kept for finding in fix.findings)
        return Fixed(path, data, _edited(data, edits), text, rewritten(text, edits), gone, tuple(dropped))

    def _planned(
        self, version: _Version, text: str, wanted: list[Finding], settled: set[str]
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

    def _fix(self, version: _Version, text: str, finding: Finding) -> Fix | None:
        """Give the fix of a finding; none where the file has other words in its place."""
        if text[finding.start.offset : finding.end.offset] != finding.text:
            return None
        made = self._rewriter.insertions(finding.rule, _words(finding))
        for number, base, block in version.near(finding.start.offset):
            for first in _starts(block, finding.sentence, finding.said[0], finding.start.offset - base):
                said = tuple(Insertion(first + offset, words) for offset, words in made)
                written = tuple(Insertion(base + block.places.end_of(offset), words) for offset, words in said)
                return Fix((finding,), number, said, written)
        return None


@dataclass(frozen=True)
class _Version:
    """A file as it was read, against which changed ones are held."""

    path: str
    data: bytes
    documents: Documents
    found: Counter[Key]
    check: Check
    wishes: Wishes

    @cached_property
    def _stretches(self) -> dict[int, list[tuple[int, int, Block]]]:
        """Give for every stretch of the file the blocks in it, with number and the offset at which the document begins."""
        found = defaultdict(list)
        for number, (base, block) in enumerate(
            (d.start.offset, block) for d in _read(self.documents) for block in d.blocks
        ):
            first, last = base + block.places.start_of(0), base + block.places.end
            for stretch in range(first // STRETCH, last // STRETCH + 1):
                found[stretch].append((number, base, block))
        return found

    def near(self, offset: int) -> Iterable[tuple[int, int, Block]]:
        """Give the blocks that may hold an offset of the file, with number and the offset at which the document begins."""
        return self._stretches.get(offset // STRETCH, ())

    def sound(self, kept: list[Fix], fixes: list[Fix]) -> tuple[list[Fix], list[tuple[Fix, str]]]:
        """Add to the fixes that hold those others that hold with them, and give the rest with reasons."""
        why = self._trouble([*kept, *fixes]) if fixes else ""
        if not why:
            return [*kept, *fixes], []
        if len(fixes) == 1:
            return kept, [(fixes[0], why)]
        half = len(fixes) // 2
        kept, bad = self.sound(kept, fixes[:half])
        kept, worse = self.sound(kept, fixes[half:])
        return kept, [*bad, *worse]

    def _trouble(self, fixes: list[Fix]) -> str:
        """Say why fixes do not hold together: blocks must read as expected, and all other findings stay."""
        data = _edited(self.data, _written(fixes))
        documents = list(read_data(self.path, data, self.wishes))
        if _texts(documents) != self._expected(fixes):
            return TORN
        gone = Counter(_key(finding) for fix in fixes for finding in fix.findings)
        now, wanted = _count(self.check(documents)), self.found - gone
        return LEFT if now - wanted else HIDDEN if wanted - now else ""

    def _expected(self, fixes: list[Fix]) -> Texts:
        texts = _texts(self.documents)
        for number, group in groupby(sorted(fixes, key=lambda fix: fix.block), lambda fix: fix.block):
            pointer, text = texts[number]
            texts[number] = pointer, rewritten(text, [insertion for fix in group for insertion in fix.said])
        return texts


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


def _written(fixes: Iterable[Fix]) -> list[Insertion]:
    return sorted(insertion for fix in fixes for insertion in fix.written)


def _edited(data: bytes, edits: list[Insertion]) -> bytes:
    return edited(data, lambda text: rewritten(text, edits))


def _read(documents: Documents) -> Iterator[Document]:
    return (document for document in documents if isinstance(document, Document))


def _texts(documents: Documents) -> Texts:
    return [(block.pointer, block.text) for document in _read(documents) for block in document.blocks]


def _count(report: Report) -> Counter[Key]:
    return Counter(map(_key, report.findings))


def _key(finding: Finding) -> Key:
    return finding.law, finding.rule, finding.text
