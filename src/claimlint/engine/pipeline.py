"""Run a document through the stages: fold, split, gate, and only then what needs spaCy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claimlint.document import Document
from claimlint.engine.candidates import Candidate, Passage
from claimlint.engine.fold import fold
from claimlint.engine.rulebook import Gate, Rulebook
from claimlint.engine.text import sentence_count, sentences
from claimlint.engine.triggers import may_skip, worth_reading

if TYPE_CHECKING:
    from claimlint.engine.matching import SentenceReader


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

    @cached_property
    def _reader(self) -> SentenceReader:
        from claimlint.engine.matching import SentenceReader

        return SentenceReader(self._load(), self._gate.vocabulary)

    def read(self, document: Document) -> Analysis:
        """Give the candidates of a document, in order of place."""
        count = 0
        found: list[Candidate] = []
        for block in document.blocks:
            folded, places = fold(block.text)
            if self._triggers and may_skip(self._gate, folded):
                count += sentence_count(folded)
                continue
            split = list(sentences(folded))
            count += len(split)
            worth = worth_reading(self._gate, folded, split) if self._triggers else enumerate(split)
            for number, sentence in worth:
                following = split[number + 1] if number + 1 < len(split) else None
                found.extend(self._reader.read(Passage(document, block, folded, places, sentence, following)))
        found.sort(key=lambda candidate: (candidate.start, candidate.end, candidate.rule))
        return Analysis(count, tuple(found))
