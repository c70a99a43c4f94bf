"""Presidio's analyser: a `PatternRecognizer` for each rule, with a blank spaCy pipeline in place of a model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from peers.peer import Find, Peer, library, read_rules, run, write_rules

VERSION, COMMAND = library("presidio-analyzer", "presidio")
PEER = Peer("Presidio recognisers", "as expressions", 0.002, VERSION, write_rules, COMMAND, starts_slowly=True)
SCORE = 0.5


def start(folder: Path) -> Find:
    """Register the recognisers."""
    import spacy
    from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    engine = SpacyNlpEngine()
    engine.nlp = {"en": spacy.blank("en")}
    patterns = defaultdict(list)
    for rule, regex, _ in read_rules(folder):
        patterns[rule].append(Pattern(rule, regex, SCORE))
    registry = RecognizerRegistry()
    for rule, found in patterns.items():
        registry.add_recognizer(PatternRecognizer(supported_entity=rule, patterns=found))
    analyser = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])
    analyser.analyze("compiles the expressions, which it does at the first text", language="en")

    def find(text: str) -> Iterator[str]:
        return (f"{found.start} {found.entity_type}" for found in analyser.analyze(text, language="en"))

    return find


if __name__ == "__main__":
    run(start)
