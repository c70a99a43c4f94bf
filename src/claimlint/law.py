"""Turn what was said into findings: one law's answer to each candidate."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from claimlint.document import Document
from claimlint.engine.candidates import Candidate
from claimlint.findings import LEVELS, Basis, Considered, CueMention, Finding, Level, Seen
from claimlint.policy import AS_SHIPPED, Policy, dismissal

Json = Any
Said = Counter[str]
"""How often each rule and sentence comes, by their digest."""
Cluster = tuple[Candidate, list[Candidate]]
Told = tuple[tuple[str, ...], tuple[Basis, ...], tuple[Seen, ...]]
"""Wordings to use instead, provisions, enforcement facts."""
DRUG_USE, NAMING = "otc-drug-use", "mentions-"
"""The kind of statement that is a use of an OTC drug; the kinds that only name something."""
LONG = 60
"""Characters beyond which a match is likely several claims strung together."""
ENOUGH = 0.7
"""Share of a long match that shorter ones must cover to stand in its place."""


class Judge:
    """Answer candidates under the chosen laws and one policy. `texts` holds the rules and laws as plain data."""

    def __init__(self, texts: Json, laws: Sequence[str], policy: Policy = AS_SHIPPED) -> None:
        self._rules = texts["rules"]
        self._laws = [texts["laws"][law] for law in laws]
        self._products = policy.products
        self._chosen = {choice.rule: choice for choice in policy.rules}
        self._told: dict[tuple[str, str], Told] = {}

    def findings(self, document: Document, candidates: Sequence[Candidate]) -> list[Finding]:
        """Give the findings of a document: one per stretch of words and law, the others in its `also`."""
        return [finding for finding, _ in self.counted(document, candidates, Counter())]

    def counted(self, document: Document, candidates: Sequence[Candidate], said: Said) -> list[tuple[Finding, int]]:
        """Give with each finding which time its rule and sentence come; `said` counts them."""
        found: list[tuple[Finding, int]] = []
        standing = [candidate for candidate in candidates if not candidate.said.dismissed_by]
        times = _times(standing, said)
        for law in self._laws:
            excused = self._excused(standing, law)
            for stretch in _stretches(candidate for candidate in standing if candidate not in excused):
                for candidate, others in self._led(stretch, law):
                    also = tuple(sorted({other.rule for other in others} - {candidate.rule}))
                    found.append((self._finding(document, candidate, law, also, times[candidate]), times[candidate]))
        return sorted(found, key=lambda one: (one[0].start, one[0].end, one[0].law))

    def considered(self, document: Document, candidates: Iterable[Candidate]) -> list[Considered]:
        """Give what was dismissed, and by which cue or setting."""
        kept = list(candidates)
        standing = [candidate for candidate in kept if not candidate.said.dismissed_by]
        by = {candidate: candidate.said.dismissed_by[0] for candidate in kept if candidate.said.dismissed_by}
        for law in self._laws:
            by.update(self._excused(standing, law))
        return [
            Considered(
                c.rule, document.path, document.place(c.start), document.place(c.end),
                document.source[c.start : c.end], by[c],
            )
            for c in kept
            if c in by
        ]  # fmt: skip

    def _excused(self, candidates: Sequence[Candidate], law: Json) -> dict[Candidate, CueMention]:
        """Give what the policy dismisses under a law, and by which setting."""
        if not self._products and not self._chosen:
            return {}
        excused: dict[Candidate, CueMention] = {}
        for stretch in _stretches(candidates):
            allowed = [(c, mention) for c in stretch if (mention := self._allowed(c.rule, law))]
            for candidate in stretch:
                within = (mention for use, mention in allowed if self._goes_with(candidate, use))
                mention = self._switched_off(candidate.rule) or next(within, None)
                if mention:
                    excused[candidate] = mention
        return excused

    def _switched_off(self, rule: str) -> CueMention | None:
        choice = self._chosen.get(rule)
        return dismissal("rules", f"{rule}: off", choice.place) if choice and choice.level is None else None

    def _allowed(self, rule: str, law: Json) -> CueMention | None:
        """Give the product whose own use a rule tells of, if the policy names one."""
        facts = self._rules[rule]
        for product, place in self._products if facts["says"] == DRUG_USE else ():
            if facts["provisions"] in law["products"].get(product, ()):
                return dismissal("product", f"otc: {product}", place)
        return None

    def _goes_with(self, candidate: Candidate, use: Candidate) -> bool:
        """Tell whether a candidate is an allowed use, or only names, within its words, what the use is against."""
        is_named = self._rules[candidate.rule]["says"].startswith(NAMING)
        return candidate is use or (is_named and use.start <= candidate.start and candidate.end <= use.end)

    def verdict(self, findings: Iterable[Finding]) -> dict[str, str]:
        """Give the class that each law would put the product in, going by its errors."""
        verdict = {}
        kept = list(findings)
        for law in self._laws:
            classes = {f.class_ for f in kept if f.law == law["id"] and f.level == "error"}
            verdict[law["id"]] = next((name for name in law["classes"] if name in classes), "cosmetic")
        return verdict

    def _level(self, rule: str, law: Json) -> Level:
        choice = self._chosen.get(rule)
        if choice and choice.level:
            return choice.level
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
        self, document: Document, candidate: Candidate, law: Json, also: tuple[str, ...], time: int
    ) -> Finding:
        rule = self._rules[candidate.rule]
        kind = law["kinds"][rule["says"]]
        start, end, layout = candidate.start, candidate.end, document.layout
        return Finding(
            fingerprint(candidate.rule, candidate.sentence, time), candidate.rule, rule["title"], rule["says"], law["id"], kind["class_"],
            self._level(candidate.rule, law), document.path, document.place(start), document.place(end),
            document.source[start:end], candidate.sentence, rule["why"], *self._explained(candidate.rule, law),
            candidate.said.cues, also, candidate.within,
            candidate.block.pointer, layout.page(start) if layout else None, layout.box(start, end) if layout else None,
        )  # fmt: skip

    def _explained(self, rule: str, law: Json) -> Told:
        """Give what every finding of a rule under a law tells, made once: findings may be many."""
        key = rule, law["id"]
        if key not in self._told:
            facts = self._rules[rule]
            seen = tuple(Seen(*fact) for fact in facts["seen"])
            self._told[key] = tuple(facts["instead"]), self._basis(facts, law), seen
        return self._told[key]

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
    taken: list[Cluster] = []  # in order of place, as no leader overlaps another
    for candidate in ranked:
        first = bisect_right(taken, candidate.start, key=lambda cluster: cluster[0].end)
        last = bisect_left(taken, candidate.end, key=lambda cluster: cluster[0].start)
        for _, others in taken[first:last]:
            others.append(candidate)
        if first == last:
            taken.insert(first, (candidate, []))
    return taken


def _times(candidates: Iterable[Candidate], said: Said) -> dict[Candidate, int]:
    """Tell of each candidate which time its rule and sentence come, and count them."""
    times = {}
    for candidate in candidates:
        digest = digest_of(candidate.rule, candidate.sentence)
        said[digest] += 1
        times[candidate] = said[digest]
    return times


def digest_of(rule: str, sentence: str) -> str:
    """Stand for a rule and a sentence, whose case and space do not count."""
    return _hash(_key(rule, sentence))[:32]


def fingerprint(rule: str, sentence: str, time: int) -> str:
    """Name a finding by its rule, its sentence, and which time both come in their file."""
    return _hash(b"%b\0%d" % (_key(rule, sentence), time))[:16]


def _hash(key: bytes) -> str:
    import hashlib  # a copy without findings needs none, and it loads a large library

    return hashlib.sha256(key).hexdigest()


def _key(rule: str, sentence: str) -> bytes:
    return f"{rule}\0{' '.join(sentence.casefold().split())}".encode("utf-8", "surrogatepass")
