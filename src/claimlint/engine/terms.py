"""Mark every phrase of the packs in a sentence with one spaCy PhraseMatcher pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence as Row

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimlint.engine.rulebook import Rulebook

Spans = dict[int, list[tuple[int, int]]]


class TermMatcher:
    """Find phrases in tokenised sentences; a phrase joins the matcher when its key word is first met, one without
    letters at once."""

    def __init__(self, book: Rulebook) -> None:
        self._phrases = book.phrases
        self._vocab = Vocab()
        self._matcher = PhraseMatcher(self._vocab, attr="ORTH")
        self._slots: dict[int, list[int]] = {}
        self._met: set[str] = set()

    def find(self, words: Row[str]) -> Spans:
        """Give, for each slot, the spans of tokens (start, end) that fill it, in order of start."""
        for word in self._phrases.keys() & ({"", *words} - self._met):
            self._learn(word)
        doc = Doc(self._vocab, words=list(words))
        spans: Spans = defaultdict(list)
        for key, start, end in self._matcher(doc):
            for slot in self._slots[key]:
                spans[slot].append((start, end))
        for found in spans.values():
            found.sort()
        return spans

    def _learn(self, word: str) -> None:
        self._met.add(word)
        for phrase, slots in self._phrases[word]:
            name = " ".join(phrase)
            self._matcher.add(name, [Doc(self._vocab, words=list(phrase))])
            self._slots[self._vocab.strings[name]] = slots
