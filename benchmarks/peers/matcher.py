"""spaCy's `Matcher` on a blank pipeline, one pattern of tokens for every way to say a thing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from peers.peer import Find, Peer, library, read_rules, run, write_rules

VERSION, COMMAND = library("spacy", "matcher")
PEER = Peer("spaCy Matcher", "as token patterns", 0.001, VERSION, write_rules, COMMAND, starts_slowly=True)


def start(folder: Path) -> Find:
    """Add the patterns."""
    import spacy
    from spacy.matcher import Matcher

    nlp = spacy.blank("en")
    matcher = Matcher(nlp.vocab)
    for rule, _, tokens in read_rules(folder):
        matcher.add(rule, [tokens])

    def find(text: str) -> Iterator[str]:
        doc = nlp(text)
        return (f"{doc[first:last].start_char} {nlp.vocab.strings[rule]}" for rule, first, last in matcher(doc))

    return find


if __name__ == "__main__":
    run(start)
