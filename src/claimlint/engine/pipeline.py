"""Run a document through the stages: fold, split, gate, and only then match and read cues."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claimlint.document import Block, Document, Role
from claimlint.engine.candidates import Candidate, Passage, Said
from claimlint.engine.fold import fold
from claimlint.engine.matching import SentenceReader
from claimlint.engine.rulebook import Gate, Rulebook
from claimlint.engine.sentences import readings, sentence_count, sentences
from claimlint.engine.triggers import may_skip, worth_reading
from claimlint.policy import NO_NAMES, Names

MOST_OPENING = 400
"""Characters of the next block in which an answer is looked for."""
NEAR_END = 40
"""Characters at the end of a block in which a question mark makes it ask for an answer."""
MOST_KEPT, LONGEST_KEPT = 2_000, 20_000
"""Blocks whose reading is kept for the next block of the same words, and characters of the longest of them."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the engine read in one document."""

    sentences: int
    candidates: tuple[Candidate, ...]


class Engine:
    """Find what documents say. `load` gives the rulebook when the first sentence is worth reading.

    With `triggers` off every sentence is read; the candidates are the same, only later.
    """

    def __init__(self, gate: Gate, load: Callable[[], Rulebook], *, triggers: bool = True) -> None:
        self._gate = gate
        self._load = load
        self._triggers = triggers
        self._kept = lru_cache(MOST_KEPT)(self._read_block)

    @cached_property
    def _reader(self) -> SentenceReader:
        return SentenceReader(self._load(), self._gate.vocabulary)

    def read(self, document: Document, names: Names = NO_NAMES) -> Analysis:
        """Give the candidates of a document, in order of place; what only `names` say is among them, dismissed."""
        count = 0
        found: list[Candidate] = []
        for place, block in enumerate(document.blocks):
            asks = "?" in block.text[-NEAR_END:] or "？" in block.text[-NEAR_END:]
            opening = _opening(document.blocks[place + 1 : place + 3]) if asks else ""
            read = self._kept if len(block.text) <= LONGEST_KEPT else self._read_block
            masked = names.masked(block.text)
            number, said = read(masked, block.role, opening)
            if masked != block.text:
                said = (*said, *_named(read(block.text, block.role, opening)[1], said, block.text, names))
            count += number
            found.extend(Candidate.of(one, block) for one in said)
        found.sort(key=lambda candidate: (candidate.start, candidate.end, candidate.rule))
        return Analysis(count, tuple(found))

    def _read_block(self, text: str, role: Role, opening: str) -> tuple[int, tuple[Said, ...]]:
        """Count the sentences of a block and give what they say; `opening` is the sentence that follows it."""
        folded, _ = folding = fold(text)
        if self._triggers and may_skip(self._gate, folded):
            return sentence_count(folded), ()
        split = list(sentences(folded))
        whole = readings(folded, split)
        said: list[Said] = []
        for number, sentence, seam in worth_reading(self._gate, folded, whole) if self._triggers else whole:
            following = split[number + 1 : number + 2]
            answer = folded[slice(*following[0])] if following else opening
            said.extend(self._reader.read(Passage(text, role, *folding, sentence, seam, answer)))
        return len(split), tuple(said)


def _named(said: Iterable[Said], without: Sequence[Said], text: str, names: Names) -> Iterator[Said]:
    """Give what a block says with its names read as words, but not `without` them; the name dismisses it."""
    for one in said:
        mention = names.mention(text[slice(*one.sentence)])
        if mention and not one.dismissed_by and not any(one.meets(other) for other in without):
            yield one._replace(cues=(mention, *one.cues), dismissed_by=(mention,))


def _opening(blocks: Sequence[Block]) -> str:
    """Give the first sentence of the next block, folded, if there is one; a mark such as "A:" before an answer is none."""
    behind_mark = len(blocks) == 2 and (blocks[0].role, blocks[1].role) == ("heading", "answer")
    for block in blocks[behind_mark : behind_mark + 1]:
        folded, _ = fold(block.text[:MOST_OPENING])
        for sentence in sentences(folded):
            return folded[slice(*sentence)]
    return ""
