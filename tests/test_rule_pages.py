"""The rule pages are those of the rules, and every rule has been seen at work."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from claimlint import Linter, evidence
from claimlint.evaluate import evaluate
from claimlint.packs.folders import shipped
from claimlint.pages import pages
from claimlint.selftest import Bench

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench([shipped()])


@pytest.fixture(scope="module")
def fired(bench: Bench) -> Counter[str]:
    return evidence.firings(bench, ROOT / "corpus")


def test_every_rule_is_seen_at_work_on_other_copy_or_on_trial(bench: Bench, fired: Counter[str]) -> None:
    unseen = {rule.id for rule in bench.pack.rules.values() if fired[rule.id] < evidence.ENOUGH and not rule.trial}
    assert unseen == set(), "these need `trial: true`, or copy in corpus/ that they fire on"


def test_the_rule_pages_are_those_of_the_rules(bench: Bench, fired: Counter[str]) -> None:
    folder = ROOT / "docs" / "rules"
    wanted = pages(bench.pack, evaluate(ROOT / "corpus", Linter()).rules, fired)
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert written == wanted, "run: claimlint rules --pages corpus docs/rules"
