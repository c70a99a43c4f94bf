"""What passes between the stages: a sentence where it stands, and what was seen in it."""

from typing import NamedTuple

from claimlint.document import Block, Role, SourceMap
from claimlint.engine.sentences import Sentence
from claimlint.findings import CueMention


class Said(NamedTuple):
    """Words that say what a rule looks for, with the cues that touch them. Offsets are those of the block.

    `dismissed_by` is empty where the words stand.
    """

    rule: str
    start: int
    end: int
    sentence: tuple[int, int]
    cues: tuple[CueMention, ...]
    dismissed_by: tuple[CueMention, ...]

    def meets(self, other: "Said") -> bool:
        """Tell whether the other says the same in words that overlap these."""
        return self.rule == other.rule and self.start < other.end and other.start < self.end


class Candidate(NamedTuple):
    """What was said, and where: `start` and `end` are offsets of the source of the document.

    Candidates are told apart by these; the block may be as long as a file.
    """

    said: Said
    start: int
    end: int
    block: Block

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Candidate) and self[:3] == other[:3]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((self.said.rule, self.start, self.end))

    @classmethod
    def of(cls, said: Said, block: Block) -> "Candidate":
        """Place what was said in a block in the source."""
        return cls(said, block.places.start_of(said.start), block.places.end_of(said.end), block)

    @property
    def rule(self) -> str:
        """Give the id of the rule."""
        return self.said.rule

    @property
    def sentence(self) -> str:
        """Give the sentence as a reader of the copy sees it."""
        return self.block.text[slice(*self.said.sentence)]

    @property
    def within(self) -> tuple[int, int]:
        """Give where in the sentence the words stand."""
        first = self.said.sentence[0]
        return self.said.start - first, self.said.end - first


class Passage(NamedTuple):
    """One sentence where it stands: in its block, as it is and folded. `following` is the next sentence, folded.

    Where a short lead was read with it, `sentence` is both and `seam` the end of the lead, else 0.
    """

    text: str
    role: Role
    folded: str
    places: SourceMap
    sentence: Sentence
    seam: int
    following: str

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Give the offsets in the block of a stretch of the folded text."""
        return self.places.start_of(start), self.places.end_of(end)

    def words(self, start: int, end: int) -> str:
        """Give the words of a stretch of the folded text as they stand in the block."""
        return self.text[slice(*self.source(start, end))]
