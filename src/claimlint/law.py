"""Turn what was said into findings: one law's answer to each candidate."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from claimlint.document import Document
from claimlint.engine.candidates import Candidate
from claimlint.findings import LEVELS, Basis, Considered, Finding, Level, Seen

Json = Any
Cluster = tuple[Candidate, list[Candidate]]
LONG = 60
"""Characters beyond which a match is likely several claims strung together."""
ENOUGH = 0.7
"""Share of a long match that shorter ones must cover to stand in its place."""


class Judge:
    """Answer candidates under the chosen laws. `texts` holds the rules and laws as plain data."""

    def __init__(self, texts: Json, laws: Sequence[str]) -> None:
        self._rules = texts["rules"]
        self._laws = [texts["laws"][law] for law in laws]

    def findings(self, document: Document, candidates: Sequence[Candidate]) -> list[Finding]:
        """Give the findings of a document: one per stretch of words and law, the others in its `also`."""
        found: list[Finding] = []
        standing = [candidate for candidate in candidates if not candidate.dismissed_by]
        marks = _fingerprints(document, standing)
        for law in self._laws:
            for stretch in _stretches(standing):
                for candidate, others in self._led(stretch, law):
                    also = tuple(sorted({other.rule for other in others} - {candidate.rule}))
                    found.append(self._finding(document, candidate, law, also, marks[candidate]))
        return sorted(found, key=lambda finding: (finding.start, finding.end, finding.law))

    def considered(self, document: Document, candidates: Iterable[Candidate]) -> list[Considered]:
        """Give what was dismissed, and by which cue."""
        return [
            Considered(
                c.rule, document.path, document.place(c.start), document.place(c.end),
                document.source[c.start : c.end], c.dismissed_by[0],
            )
            for c in candidates
            if c.dismissed_by
        ]  # fmt: skip

    def verdict(self, findings: Iterable[Finding]) -> dict[str, str]:
        """Give the class that each law would put the product in, going by its errors."""
        verdict = {}
        kept = list(findings)
        for law in self._laws:
            classes = {f.class_ for f in kept if f.law == law["id"] and f.level == "error"}
            verdict[law["id"]] = next((name for name in law["classes"] if name in classes), "cosmetic")
        return verdict

    def _level(self, rule: str, law: Json) -> Level:
        if self._rules[rule]["trial"]:
            return "note"
        level: Level = law["rules"].get(rule) or law["kinds"][self._rules[rule]["says"]]["level"]
        return level

    def _led(self, stretch: Sequence[Candidate], law: Json) -> list[Cluster]:
        """Give the leading candidates of a stretch: the longest, or several short ones that say as much."""
        ranks = {candidate: self._rank(candidate, law) for candidate in stretch}
        long = _clusters(
            sorted(stretch, key=lambda candidate: (*ranks[candidate], -_length(candidate), candidate.start))
        )
        if max(_length(leader) for leader, _ in long) <= LONG:
            return long
        order = sorted(stretch, key=lambda c: (*ranks[c], _length(c) > LONG, -_length(c), c.start))
        short = _clusters(order)
        return short if _covered(short) >= ENOUGH * _covered(long) else long

    def _rank(self, candidate: Candidate, law: Json) -> tuple[int, bool]:
        """Order candidates: the more severe, then the more exact first."""
        rule = self._rules[candidate.rule]
        vague = rule["says"].startswith(("mentions-", "borderline", "unproven"))
        return LEVELS.index(self._level(candidate.rule, law)), vague

    def _finding(
        self, document: Document, candidate: Candidate, law: Json, also: tuple[str, ...], fingerprint: str
    ) -> Finding:
        rule = self._rules[candidate.rule]
        kind = law["kinds"][rule["says"]]
        first, last = candidate.sentence
        return Finding(
            fingerprint, candidate.rule, rule["title"], rule["says"], law["id"], kind["class_"],
            self._level(candidate.rule, law), document.path, document.place(candidate.start),
            document.place(candidate.end), document.source[candidate.start : candidate.end],
            document.source[first:last], rule["why"], tuple(rule["instead"]), self._basis(rule, law),
            tuple(Seen(**fact) for fact in rule["seen"]), candidate.cues, also,
        )  # fmt: skip

    def _basis(self, rule: Json, law: Json) -> tuple[Basis, ...]:
        exact = law["topics"].get(rule["provisions"], {}).get(rule["says"], ())
        names = dict.fromkeys([*exact, *law["kinds"][rule["says"]]["basis"]])
        return tuple(Basis(law["bases"][name]["cite"], law["bases"][name]["url"]) for name in names)


def _stretches(candidates: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """Group candidates that overlap, directly or through others."""
    group: list[Candidate] = []
    end = -1
    for candidate in sorted(candidates, key=lambda candidate: (candidate.start, candidate.end)):
        if group and candidate.start >= end:
            yield group
            group = []
        group.append(candidate)
        end = max(end, candidate.end) if len(group) > 1 else candidate.end
    if group:
        yield group


def _length(candidate: Candidate) -> int:
    return candidate.end - candidate.start


def _covered(clusters: Iterable[Cluster]) -> int:
    return sum(_length(leader) for leader, _ in clusters)


def _clusters(ranked: Iterable[Candidate]) -> list[Cluster]:
    """Give the leading candidates of a stretch, each with those that overlap it."""
    taken: list[Cluster] = []
    for candidate in ranked:
        met = [others for leader, others in taken if candidate.start < leader.end and leader.start < candidate.end]
        for others in met:
            others.append(candidate)
        if not met:
            taken.append((candidate, []))
    return taken


def _fingerprints(document: Document, candidates: Iterable[Candidate]) -> dict[Candidate, str]:
    """Name candidates by rule, sentence without case and space, and how often that came before."""
    seen: Counter[tuple[str, str]] = Counter()
    marks = {}
    for candidate in candidates:
        sentence = " ".join(document.source[slice(*candidate.sentence)].casefold().split())
        seen[candidate.rule, sentence] += 1
        text = f"{candidate.rule}\0{sentence}\0{seen[candidate.rule, sentence]}"
        marks[candidate] = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return marks
