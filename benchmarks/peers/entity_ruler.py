"""spaCy's `EntityRuler` on a blank pipeline, with the token patterns of the `Matcher`; entities do not overlap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from peers.peer import Find, Peer, library, read_rules, run, write_rules

VERSION, COMMAND = library("spacy", "entity_ruler")
PEER = Peer("spaCy EntityRuler", "as token patterns", 0.001, VERSION, write_rules, COMMAND, starts_slowly=True)


def start(folder: Path) -> Find:
    """Add the patterns."""
    import spacy

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": rule, "pattern": tokens} for rule, _, tokens in read_rules(folder)])

    def find(text: str) -> Iterator[str]:
        return (f"{entity.start_char} {entity.label_}" for entity in nlp(text).ents)

    return find


if __name__ == "__main__":
    run(start)
