"""Try which rewrites of a file hold together: every block must read as expected, and every other finding stay."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby
from operator import attrgetter

from claimlint.document import Block, Document
from claimlint.findings import Finding, NotChecked, Report
from claimlint.readers import Wishes, read_data
from claimlint.readers.decode import edited
from claimlint.rewrite import Insertion, rewritten

Documents = Sequence[Document | NotChecked]
Check = Callable[[Documents], Report]
Key = tuple[str, str, str]
"""Law, rule and words of a finding."""
Text = tuple[str, str]
"""The pointer and the text of a block."""

STRETCH = 1024
"""Characters of a file whose blocks are kept together."""
MOST_TRIALS = 100
"""Trials of a file after which nothing more is put into it, and as many more for what stands in it to hold together."""

LEFT = "the words would still be a claim"
TORN = "the file would not read the same around the words"
HIDDEN = "another claim would no longer be told"
IN_DOUBT = "too many others in the file do not hold, so it was not tried"


@dataclass(frozen=True, slots=True)
class Fix:
    """What makes one stretch of words safe: put into the text of block number `block`, and into the file."""

    findings: tuple[Finding, ...]
    block: int
    said: tuple[Insertion, ...]
    written: tuple[Insertion, ...]


BLOCK = attrgetter("block")
Bad = tuple[Fix, str]
"""A fix that does not hold, and why."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why fixes do not hold, by their blocks; without `is_all` there may be more behind the first."""

    reasons: Mapping[int, str]
    is_all: bool


NO_TROUBLE = Trouble({}, True)


class Reading:
    """The blocks of documents, one behind the other, and what is told in each."""

    def __init__(self, documents: Documents, check: Check) -> None:
        self._documents = documents
        self._check = check
        self.blocks = [(d.start.offset, block) for d in documents if isinstance(d, Document) for block in d.blocks]
        self.texts: list[Text] = [(block.pointer, block.text) for _, block in self.blocks]
        self._starts = sorted((base + block.places.start_of(0), n) for n, (base, block) in enumerate(self.blocks))

    @cached_property
    def told(self) -> Counter[tuple[int, Key]]:
        """Give how often each block tells what."""
        return self.counted(self._check(self._documents).findings)

    def counted(self, findings: Iterable[Finding]) -> Counter[tuple[int, Key]]:
        """Count findings by block and key."""
        return Counter((self._number(finding), (finding.law, finding.rule, finding.text)) for finding in findings)

    def _number(self, finding: Finding) -> int:
        """Give the number of the block in which a finding begins."""
        place = bisect_right(self._starts, (finding.start.offset, len(self._starts)))
        return self._starts[place - 1][1]


class Version:
    """A file as it was read, against which changed ones are held."""

    def __init__(self, path: str, data: bytes, check: Check, wishes: Wishes) -> None:
        self._path = path
        self._data = data
        self._check = check
        self._wishes = wishes
        self._reading = self._read(data)

    def _read(self, data: bytes) -> Reading:
        return Reading(list(read_data(self._path, data, self._wishes)), self._check)

    @cached_property
    def _stretches(self) -> dict[int, list[tuple[int, int, Block]]]:
        """Give for every stretch of the file the blocks in it, with number and the offset at which the document begins."""
        found = defaultdict(list)
        for number, (base, block) in enumerate(self._reading.blocks):
            first, last = base + block.places.start_of(0), base + block.places.end
            for stretch in range(first // STRETCH, last // STRETCH + 1):
                found[stretch].append((number, base, block))
        return found

    def near(self, offset: int) -> Iterable[tuple[int, int, Block]]:
        """Give the blocks that may hold an offset of the file, with number and the offset at which the document begins."""
        return self._stretches.get(offset // STRETCH, ())

    def sound(self, fixes: Iterable[Fix]) -> tuple[list[Fix], list[Bad]]:
        """Give the fixes that hold together, and the others with the reasons; both in the order of the file.

        A trial reads the whole file, so each is of all blocks at once; where one has trouble, the next are of half of
        the fixes that were tried in it.
        """
        kept: dict[int, list[Fix]] = defaultdict(list)
        bad: list[Bad] = []
        waiting = {block: [[*group]] for block, group in groupby(sorted(fixes, key=BLOCK), BLOCK)}
        for number in range(2 * MOST_TRIALS):
            if number == MOST_TRIALS:
                bad += ((fix, IN_DOUBT) for groups in waiting.values() for fix in chain(*groups))
                waiting = {}
            tried = {block: groups.pop() for block, groups in waiting.items() if groups}
            trouble = self._trouble([*chain(*kept.values(), *tried.values())])
            for block, why in trouble.reasons.items():
                group = tried.pop(block, [])
                if len(group) > 1:
                    half = len(group) // 2
                    waiting[block] += [group[half:], group[:half]]
                else:
                    bad += ((fix, why) for fix in group or kept.pop(block))
            for block, group in tried.items():
                if trouble.is_all:
                    kept[block] += group
                else:
                    waiting[block].append(group)
            if not trouble.reasons and not any(waiting.values()):
                break
        else:
            bad += ((fix, IN_DOUBT) for fix in chain(*kept.values()))
            kept.clear()
        return sorted(chain(*kept.values()), key=_place), sorted(bad, key=lambda one: _place(one[0]))

    def _trouble(self, fixes: list[Fix]) -> Trouble:
        """Say why fixes do not hold: all blocks must read as expected, and all other findings stay.

        What goes wrong in a block without a fix counts for the one before it that has some.
        """
        if not fixes:
            return NO_TROUBLE
        read = self._read(put(self._data, written(fixes)))
        reasons = dict(self._torn(read, fixes)) or dict(self._missed(read, fixes))
        owners = sorted({fix.block for fix in fixes})
        owned = {owners[max(bisect_right(owners, block) - 1, 0)]: why for block, why in reasons.items()}
        return Trouble(owned, len(read.texts) == len(self._reading.texts))

    def _torn(self, read: Reading, fixes: Iterable[Fix]) -> Iterator[tuple[int, str]]:
        """Give the blocks that do not read as expected; only the first where they are not as many."""
        expected = self._expected(fixes)
        differing = (n for n, (one, other) in enumerate(zip(read.texts, expected, strict=False)) if one != other)
        if len(read.texts) == len(expected):
            yield from ((number, TORN) for number in differing)
        else:
            yield next(differing, min(len(read.texts), len(expected))), TORN

    def _missed(self, read: Reading, fixes: Iterable[Fix]) -> Iterator[tuple[int, str]]:
        """Give the blocks that tell more or less than they are to."""
        gone = self._reading.counted(finding for fix in fixes for finding in fix.findings)
        now, wanted = read.told, self._reading.told - gone
        if _whole(now) != _whole(wanted):
            yield from ((block, HIDDEN) for block, _ in wanted - now)
            yield from ((block, LEFT) for block, _ in now - wanted)

    def _expected(self, fixes: Iterable[Fix]) -> list[Text]:
        texts = [*self._reading.texts]
        for number, group in groupby(sorted(fixes, key=BLOCK), BLOCK):
            pointer, text = texts[number]
            texts[number] = pointer, rewritten(text, [insertion for fix in group for insertion in fix.said])
        return texts


def _whole(told: Counter[tuple[int, Key]]) -> Counter[Key]:
    """Give how often a file tells what, wherever that stands."""
    whole: Counter[Key] = Counter()
    for (_, key), times in told.items():
        whole[key] += times
    return whole


def _place(fix: Fix) -> int:
    return fix.findings[0].start.offset


def written(fixes: Iterable[Fix]) -> list[Insertion]:
    """Give what fixes put into a file, in order."""
    return sorted(insertion for fix in fixes for insertion in fix.written)


def put(data: bytes, edits: list[Insertion]) -> bytes:
    """Put words into the text of a file, in its encoding."""
    return edited(data, lambda text: rewritten(text, edits))
