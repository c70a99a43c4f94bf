"""What passes between the stages: a sentence where it stands, and what was seen in it."""

from __future__ import annotations

from dataclasses import dataclass

from claimlint.document import Block, Document, SourceMap
from claimlint.engine.sentences import Sentence
from claimlint.findings import CueMention


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that say what a rule looks for, with the cues that touch them. Offsets are those of the source.

    `dismissed_by` is empty where the candidate stands.
    """

    rule: str
    start: int
    end: int
    sentence: tuple[int, int]
    cues: tuple[CueMention, ...]
    dismissed_by: tuple[CueMention, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence where it stands: in its folded block and its document. `following` is the next sentence, folded.

    Where a short lead was read with it, `sentence` is both and `seam` the end of the lead, else 0.
    """

    document: Document
    block: Block
    folded: str
    places: SourceMap
    sentence: Sentence
    seam: int
    following: str

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Give the source offsets of a stretch of the folded block."""
        inner = self.places.start_of(start), self.places.end_of(end)
        return self.block.places.start_of(inner[0]), self.block.places.end_of(inner[1])

    def words(self, start: int, end: int) -> str:
        """Give the source text of a stretch of the folded block."""
        begin, stop = self.source(start, end)
        return self.document.source[begin:stop]
