"""Findings of several laws on the same words, gathered so that they are told once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from claimlint.findings import LEVELS, CueMention, Finding, Seen


class Group:
    """What every law says about one span; `findings` start with the most severe one, which leads."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings

    @property
    def lead(self) -> Finding:
        """Give the finding that names the group."""
        return self.findings[0]

    @property
    def whys(self) -> list[str]:
        """Give the reasons, each once."""
        return list(dict.fromkeys(finding.why for finding in self.findings))

    @property
    def instead(self) -> list[str]:
        """Give the wordings to use instead, each once."""
        return list(dict.fromkeys(text for finding in self.findings for text in finding.instead))

    @property
    def cues(self) -> list[CueMention]:
        """Give the cues that touched the words, each once."""
        return list(dict.fromkeys(cue for finding in self.findings for cue in finding.cues))

    @property
    def seen(self) -> list[Seen]:
        """Give the enforcement facts, each once, the latest first."""
        facts = dict.fromkeys(fact for finding in self.findings for fact in finding.seen)
        return sorted(facts, key=lambda fact: -fact.year)

    @property
    def also(self) -> list[str]:
        """Give the other rules that point at these words, each once."""
        rules = (rule for finding in self.findings for rule in (finding.rule, *finding.also))
        return [rule for rule in dict.fromkeys(rules) if rule != self.lead.rule]

    @property
    def likeness(self) -> tuple[object, ...]:
        """Give what tells whether another group says the same in the same words."""
        return self.lead.path, self.explanation, self.lead.sentence, self.lead.said

    @cached_property
    def explanation(self) -> tuple[object, ...]:
        """Give what tells whether another group needs the same explanation."""
        laws = tuple((finding.law, finding.class_, finding.level, finding.basis) for finding in self.findings)
        return self.lead.rule, tuple(self.whys), tuple(self.instead), tuple(self.seen), laws


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """Gather findings on the same span, in the order in which the spans come."""
    spans: dict[tuple[str, int, int], list[Finding]] = {}
    for finding in findings:
        spans.setdefault((finding.path, finding.start.offset, finding.end.offset), []).append(finding)
    return [Group(tuple(sorted(span, key=lambda each: LEVELS.index(each.level)))) for span in spans.values()]


def folded(groups: Iterable[Group]) -> list[list[Group]]:
    """Gather groups that say the same in the same words of one file, in the order in which the first of each comes."""
    alike: dict[tuple[object, ...], list[Group]] = {}
    for group in groups:
        alike.setdefault(group.likeness, []).append(group)
    return list(alike.values())
