"""Run a document through the stages: fold, split, gate, and only then match and read cues."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, NamedTuple

from claimlint.document import Block, Document, Role
from claimlint.engine.fold import fold, fold_all
from claimlint.engine.sentences import sentences
from claimlint.engine.triggers import Sieve, everything
from claimlint.errors import NotReadable
from claimlint.policy import NO_NAMES, Names

if TYPE_CHECKING:
    from claimlint.engine.candidates import Candidate, Said
    from claimlint.engine.gate import Gate
    from claimlint.engine.matching import SentenceReader
    from claimlint.engine.rulebook import Rulebook

MOST_OPENING = 400
"""Characters of the next block in which an answer is looked for."""
NEAR_END = 40
"""Characters at the end of a block in which a question mark makes it ask for an answer."""
GROUP = 50_000
"""Characters of blocks that are looked at together."""
MOST_KEPT, LONGEST_KEPT = 2_000, 20_000
"""Blocks whose reading is kept for the next block of the same words, and characters of the longest of them."""


class Analysis(NamedTuple):
    """What the engine read in one document."""

    sentences: int
    candidates: tuple[Candidate, ...]


class Engine:
    """Find what documents say. `load` gives the rulebook when the first sentence is worth reading.

    With `triggers` off every sentence is read; the candidates are the same, only later. `limit` is the seconds that a
    document may take.
    """

    def __init__(
        self, gate: Gate, load: Callable[[], Rulebook], *, triggers: bool = True, limit: float | None = None
    ) -> None:
        self._gate = gate
        self._limit = limit
        self._late: float | None = None
        self._load = load
        self._sieve = Sieve(gate) if triggers else None
        self._kept = lru_cache(MOST_KEPT)(self._read_block)

    @cached_property
    def _reader(self) -> SentenceReader:
        from claimlint.engine.matching import SentenceReader

        return SentenceReader(self._load(), self._gate.vocabulary)

    def read(self, document: Document, names: Names = NO_NAMES) -> Analysis:
        """Give the candidates of a document, in order of place; what only `names` say is among them, dismissed.

        Raises NotReadable where it takes longer than it may.
        """
        self._late = time.monotonic() + self._limit if self._limit else None
        count = 0
        found: list[Candidate] = []
        blocks = document.blocks
        texts = [block.text for block in blocks]
        masked = [*map(names.masked, texts)] if names else texts
        for first, last in _groups(texts):
            self._require_time()
            for place, number in enumerate(self._idle(texts[first:last]), first):
                if number is None or masked[place] != texts[place]:
                    self._require_time()
                    number, said = self._read_named(blocks[place], masked[place], _answer(blocks, place), names)
                    found += _placed(said, blocks[place])
                count += number
        found.sort(key=lambda candidate: (candidate.start, candidate.end, candidate.rule))
        return Analysis(count, tuple(found))

    def _idle(self, texts: Sequence[str]) -> Iterable[int | None]:
        """Give the number of sentences of each text that can hold no claim."""
        return self._sieve.idle(fold_all(texts)) if self._sieve else repeat(None, len(texts))

    def _read_named(self, block: Block, masked: str, opening: str, names: Names) -> tuple[int, tuple[Said, ...]]:
        """Count the sentences of a block and give what they say, with what they say only where names are words."""
        text, role = block.text, block.role
        read = self._kept if len(text) <= LONGEST_KEPT else self._read_block
        number, said = read(masked, role, opening)
        if masked != text:
            said = (*said, *_named(read(text, role, opening)[1], said, text, names))
        return number, said

    def _require_time(self) -> None:
        if self._late and time.monotonic() > self._late:
            raise NotReadable(
                f"it takes longer than {self._limit:g} seconds to check: split it into smaller files, or give it more with "
                "--timeout"
            )

    def _read_block(self, text: str, role: Role, opening: str) -> tuple[int, tuple[Said, ...]]:
        """Count the sentences of a block and give what they say; `opening` is the sentence that follows it."""
        from claimlint.engine.candidates import Passage

        folded, _ = folding = fold(text)
        split, whole = self._sieve.worth(folded) if self._sieve else everything(folded)
        said: list[Said] = []
        for number, sentence, seam in whole:
            self._require_time()
            following = split[number + 1 : number + 2]
            answer = folded[slice(*following[0])] if following else opening
            for one in self._reader.read(Passage(text, role, *folding, sentence, seam, answer)):
                self._require_time()
                said.append(one)
        return len(split), tuple(said)


def _placed(said: Iterable[Said], block: Block) -> list[Candidate]:
    """Place what was said in a block in the source."""
    from claimlint.engine.candidates import Candidate

    return [Candidate.of(one, block) for one in said]


def _named(said: Iterable[Said], without: Sequence[Said], text: str, names: Names) -> Iterator[Said]:
    """Give what a block says with its names read as words, but not `without` them; the name dismisses it."""
    for one in said:
        mention = names.mention(text[slice(*one.sentence)])
        if mention and not one.dismissed_by and not any(one.meets(other) for other in without):
            yield one._replace(cues=(mention, *one.cues), dismissed_by=(mention,))


def _groups(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Cut the texts of blocks into runs that are together about as long as a group may be."""
    sizes = [0, *accumulate(map(len, texts))]
    first = 0
    while first < len(texts):
        last = min(bisect_left(sizes, sizes[first] + GROUP, first + 1), len(texts))
        yield first, last
        first = last


def _answer(blocks: Sequence[Block], place: int) -> str:
    """Give the first sentence of the block behind one that ends with a question."""
    end = blocks[place].text[-NEAR_END:]
    return _opening(blocks[place + 1 : place + 3]) if "?" in end or "？" in end else ""


def _opening(blocks: Sequence[Block]) -> str:
    """Give the first sentence of the next block, folded, if there is one; a mark such as "A:" before an answer is none."""
    behind_mark = len(blocks) == 2 and (blocks[0].role, blocks[1].role) == ("heading", "answer")
    for block in blocks[behind_mark : behind_mark + 1]:
        folded, _ = fold(block.text[:MOST_OPENING])
        for sentence in sentences(folded):
            return folded[slice(*sentence)]
    return ""
