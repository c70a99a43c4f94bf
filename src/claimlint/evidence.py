"""Count how often rules fire on copy that was not written for them: the corpus, and the cases of other rules."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from claimlint.marks import read_marks
from claimlint.selftest import Bench

ENOUGH = 3
"""Firings on foreign copy from which a rule is known to work outside its own cases."""


def firings(bench: Bench, corpus: Path) -> Counter[str]:
    """Count, for each rule, the standing candidates in the corpus and in the cases of other rules and of cues.

    What a rule reports in its own cases does not count, nor the same text twice.
    """
    copy: dict[str, set[str]] = {}
    for path in sorted(corpus.rglob("*.txt")):
        copy.setdefault(read_marks(path.read_text(encoding="utf-8"))[0], set())
    for rule in bench.pack.rules.values():
        for text in (*(case.text for case in rule.flag), *rule.passed):
            copy.setdefault(read_marks(text)[0], set()).add(rule.id)
    for cue in bench.pack.cues.values():
        for text in cue.kept:
            copy.setdefault(text, set())
    fired: Counter[str] = Counter()
    for text, owners in copy.items():
        fired.update(c.rule for c in bench.candidates(text) if not c.said.dismissed_by and c.rule not in owners)
    return fired
