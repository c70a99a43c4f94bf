"""Packs as checked values: terms, cues, rules and laws, as their authors wrote them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from claimlint.findings import Basis, Level, PackInfo, Seen
from claimlint.packs.inflect import Forms


@dataclass(frozen=True, slots=True)
class TermList:
    """A named list of words and phrases. `forms` says how `{name~}` bends its entries; `bars` that they keep sentences unwritten."""

    name: str
    forms: Forms
    entries: tuple[str, ...]
    includes: tuple[str, ...] = ()
    breaks: bool = False
    bars: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """Words, or a role of a block, that change what a claim means."""

    id: str
    effect: str
    title: str
    dismisses: bool
    always: bool
    kinds: tuple[str, ...]
    direction: Literal["before", "after", "either", "sentence", "next"]
    reach: int
    stops: tuple[str, ...]
    roles: tuple[str, ...]
    match: tuple[str, ...]
    dismissed: tuple[str, ...]
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlagCase:
    """Copy that a rule must report, its words in `[[…]]`; `also` names other rules that report it too."""

    text: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of saying something a regulator acts on, with everything that explains and proves it.

    `provisions` is the topic whose exact provisions a law adds; as a rule the rule's own. A rule on `trial` has not
    been seen at work on enough copy yet, so that it is a note under every law. `rewrite` are patterns with words to put
    in, `rewritten` the cases that prove them.
    """

    id: str
    topic: str
    title: str
    says: str
    match: tuple[str, ...]
    why: str
    instead: tuple[str, ...]
    limits: str
    flag: tuple[FlagCase, ...]
    passed: tuple[str, ...]
    since: str
    provisions: str
    unless: tuple[str, ...] = ()
    despite: tuple[str, ...] = ()
    where: Literal["anywhere", "short"] = "anywhere"
    seen: tuple[Seen, ...] = ()
    trial: bool = False
    rewrite: tuple[str, ...] = ()
    rewritten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision of law: what it says in one own sentence, where to read it, the day it was checked."""

    cite: str
    text: str
    url: str
    checked: str

    @property
    def basis(self) -> Basis:
        """Give what a finding prints of it."""
        return Basis(self.cite, self.url)


@dataclass(frozen=True, slots=True)
class Kind:
    """What one kind of statement means under one law."""

    class_: str
    level: Level
    text: str
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """A country's answer to every kind of statement.

    `topics` adds provisions by rule topic and kind; `products` gives the topics whose uses an OTC drug product may claim.
    """

    id: str
    name: str
    classes: tuple[str, ...]
    bases: dict[str, Provision]
    kinds: dict[str, Kind]
    topics: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    rules: dict[str, Level] = field(default_factory=dict)
    products: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def level(self, rule: Rule) -> Level:
        """Give the level of a rule here."""
        return "note" if rule.trial else self.rules.get(rule.id, self.kinds[rule.says].level)

    def provisions(self, rule: Rule) -> tuple[Provision, ...]:
        """Give what a finding of a rule rests on here, the most exact first."""
        exact = self.topics.get(rule.provisions, {}).get(rule.says, ())
        return tuple(self.bases[name] for name in dict.fromkeys([*exact, *self.kinds[rule.says].basis]))


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything the linter knows about words and laws, from one or several folders."""

    infos: tuple[PackInfo, ...]
    terms: dict[str, TermList]
    cues: dict[str, Cue]
    rules: dict[str, Rule]
    laws: dict[str, Law]

    def dismissing(self, rule: Rule) -> list[Cue]:
        """Give the cues that dismiss a rule: those it names, then those that always do."""
        always = (
            cue for cue in self.cues.values()
            if cue.dismisses and cue.always and cue.id not in rule.despite and (not cue.kinds or rule.says in cue.kinds)
        )  # fmt: skip
        return [*(self.cues[cue] for cue in rule.unless), *always]
