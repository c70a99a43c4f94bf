"""Turn a pack into what the engine matches: slots of phrases, sequences of slots, and the gate before them."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from claimlint.engine.gate import ALONE, Gate
from claimlint.engine.grammar import by_slot
from claimlint.engine.rulebook import CueSpec, Endings, Rulebook, RuleSpec, Sequence, Step, Table
from claimlint.engine.sentences import Sentence
from claimlint.engine.text import SEPARATORS, tokens
from claimlint.engine.triggers import gate_of
from claimlint.packs.check import suggest
from claimlint.packs.inflect import forms
from claimlint.packs.model import Cue, Pack, Rule, TermList
from claimlint.packs.patterns import Expression, Flat, Gap, Number, PatternError, Phrases, Terms, Word, parse, runs

Phrase = tuple[str, ...]
NOTHING: frozenset[str] = frozenset()
RARER = 0.1
"""How much rarer than its rarest word a phrase of several words is taken to be; only speed depends on it."""
MOST_PHRASES = 60
"""Phrases that adjoining words may be multiplied out to; beyond, they stay places of their own."""


@lru_cache(maxsize=65536)  # packs say the same words ten times
def phrase(text: str) -> Phrase:
    """Give the words of an entry as the engine will see them in copy."""
    return tuple(token.norm for token in tokens(text, Sentence(0, len(text)), NOTHING))


class Slots:
    """Number the sets of phrases that fill one place of a pattern; equal sets share a number."""

    def __init__(self, terms: dict[str, TermList]) -> None:
        self._terms = terms
        self._numbers: dict[frozenset[Phrase], int] = {}
        self._lettered: list[bool] = []
        self._lists: dict[Terms, frozenset[Phrase]] = {}
        self.used: set[str] = set()

    def number(self, phrases: frozenset[Phrase]) -> int:
        """Give the number of a set of phrases."""
        if phrases not in self._numbers:
            self._numbers[phrases] = len(self._numbers)
            self._lettered.append(all(any(word[0].isalpha() for word in words) for words in phrases))
        return self._numbers[phrases]

    def has_letters(self, number: int) -> bool:
        """Tell whether every phrase of a slot has a word, so that the gate can ask for it."""
        return self._lettered[number]

    def phrases(self) -> dict[Phrase, list[int]]:
        """Give every phrase with the slots it fills."""
        filled: dict[Phrase, list[int]] = defaultdict(list)
        for phrases, number in self._numbers.items():
            for words in phrases:
                filled[words].append(number)
        return filled

    def of(self, element: Terms | Word | Phrases) -> frozenset[Phrase]:
        """Give the phrases an element stands for. Raises PatternError for a list that does not exist."""
        if isinstance(element, Phrases):
            spelt = [[self.of(word) for word in option] for option in element.options]
            return frozenset(tuple(itertools.chain(*parts)) for option in spelt for parts in itertools.product(*option))
        if isinstance(element, Word):
            words = phrase(element.text)
            if not words:
                raise PatternError(f"{element.text!r} holds no word")
            return forms(words, "any" if element.bent else "fixed")
        if element not in self._lists:
            self._lists[element] = frozenset(self._expand(element, set()))
        return self._lists[element]

    def _expand(self, element: Terms, open_lists: set[str]) -> Iterator[Phrase]:
        if element.name not in self._terms:
            raise PatternError(f"there is no term list {element.name!r}; {suggest(element.name, sorted(self._terms))}")
        self.used.add(element.name)
        terms = self._terms[element.name]
        for entry in terms.entries:
            words = phrase(entry)
            if not any(word[0].isalpha() for word in words):
                raise PatternError(
                    f"entry {entry!r} of {element.name!r} has no word; write numbers as # in the pattern"
                )
            yield from forms(words, terms.forms if element.bent else "fixed")
        for name in terms.includes:
            if name not in open_lists:
                yield from self._expand(Terms(name, element.bent), open_lists | {name})


def sequences(owner: int, pattern: str, slots: Slots, *, is_claim: bool) -> list[Sequence]:
    """Give the sequences of one pattern; those of a claim need a word for the gate. Raises PatternError."""
    found = [Sequence(owner, steps) for steps in dict.fromkeys(_steps(run, slots) for run in runs(parse(pattern)))]
    for sequence in found:
        words = [step.slot for step in sequence.steps if step.kind == "slot"]
        if not any(slots.has_letters(slot) or not is_claim for slot in words):
            raise PatternError("it needs at least one word or term list beside numbers and expressions")
    return found


def _steps(run: tuple[Flat, ...], slots: Slots) -> tuple[Step, ...]:
    steps: list[Step] = []
    gap = 0
    for literal, group in itertools.groupby(run, key=lambda element: isinstance(element, (Word, Phrases))):
        if literal:
            for phrases in _literal([slots.of(element) for element in group]):  # type: ignore[arg-type]
                steps.append(Step("slot", slots.number(phrases), "", gap))
                gap = 0
            continue
        for element in group:
            if isinstance(element, Gap):
                gap = element.most
                continue
            steps.append(_step(element, gap, slots))
            gap = 0
    return tuple(steps)


def _step(element: Flat, gap: int, slots: Slots) -> Step:
    if isinstance(element, Number):
        return Step("number", -1, "", gap)
    if isinstance(element, Expression):
        return Step("regex", -1, element.regex, gap)
    if isinstance(element, Terms):
        return Step("slot", slots.number(slots.of(element)), "", gap)
    raise TypeError(f"{element!r} fills no place of its own")


def _literal(options: list[frozenset[Phrase]]) -> list[frozenset[Phrase]]:
    """Join words that stand side by side to phrases, as long as they stay few."""
    joined = [options[0]]
    for option in options[1:]:
        if len(joined[-1]) * len(option) <= MOST_PHRASES:
            joined[-1] = frozenset((*head, *tail) for head in joined[-1] for tail in option)
        else:
            joined.append(option)
    return joined


def overlaps(pattern: str, slots: Slots) -> str:
    """Say which word stands in two lists of one pattern, so that it is unclear which it fills; empty if none does."""
    for run in runs(parse(pattern)):
        lists = list(dict.fromkeys(element for element in run if isinstance(element, Terms)))
        for one, other in itertools.combinations(lists, 2):
            shared = slots.of(one) & slots.of(other)
            if shared and one.name != other.name:
                word = " ".join(min(shared))
                return f"{word!r} stands in both {one.name!r} and {other.name!r}; keep it in one of them"
    return ""


def compile_pack(pack: Pack) -> tuple[Gate, Rulebook]:
    """Compile a checked pack. Raises PatternError for a pattern that cannot match (the loader adds file and line)."""
    slots = Slots(pack.terms)
    rules, cues = list(pack.rules.values()), list(pack.cues.values())
    claims = [s for i, rule in enumerate(rules) for p in rule.match for s in sequences(i, p, slots, is_claim=True)]
    hints = [s for i, cue in enumerate(cues) for p in cue.match for s in sequences(i, p, slots, is_claim=False)]
    breaks = frozenset(
        words[0]
        for name, terms in pack.terms.items()
        if terms.breaks
        for words in slots.of(Terms(name, True))
        if len(words) == 1
    )
    phrases = {words: sorted(numbers) for words, numbers in sorted(slots.phrases().items())}
    weight = _weights(phrases)
    book = Rulebook(
        table(phrases, claims, weight),
        table(phrases, hints, weight),
        tuple(_rule_spec(rule, pack) for rule in rules),
        tuple(_cue_spec(cue) for cue in cues),
        breaks,
    )
    return _gate(phrases, claims, weight), book


def _weights(phrases: dict[Phrase, list[int]]) -> dict[int, float]:
    """Tell, for each slot, how often ordinary copy fills it, in no unit."""
    weight: dict[int, float] = defaultdict(float)
    for words, numbers in phrases.items():
        common = _commonness(_key_word([word for word in words if word[0].isalpha()]))
        for slot in numbers:
            weight[slot] += common if len(words) == 1 else common * RARER
    return weight


def table(phrases: dict[Phrase, list[int]], wanted: list[Sequence], weight: dict[int, float]) -> Table:
    """Give sequences with the phrases that fill their slots and no others."""
    slots = {step.slot for sequence in wanted for step in sequence.steps if step.kind == "slot"}
    by_word: dict[str, dict[str, Endings]] = defaultdict(lambda: defaultdict(list))
    for (first, *rest), numbers in phrases.items():
        if filled := [number for number in numbers if number in slots]:
            by_word[first][rest[0] if rest else ALONE].append((tuple(rest[1:]), filled))
    return Table({first: dict(found) for first, found in by_word.items()}, by_slot(wanted, weight))


def _key_word(spelt: list[str]) -> str:
    """Give the word of a phrase that ordinary copy uses least; empty where there is none."""
    return min(spelt, key=lambda word: (_commonness(word), -len(word), word), default="")


@lru_cache
def _ranks() -> dict[str, int]:
    """Give the rank of the words of ordinary copy, the commonest first; only speed depends on it."""
    text = (resources.files("claimlint.packs") / "ordinary.txt").read_text(encoding="utf-8")
    return {word: rank for rank, word in enumerate(text.split(), 1)}


def _commonness(word: str) -> float:
    """Tell how often ordinary copy has a word, in no unit: by Zipf's law from its rank."""
    ranks = _ranks()
    return 1 / ranks.get(word, 50 * len(ranks))


def _gate(phrases: dict[Phrase, list[int]], claims: list[Sequence], weight: dict[int, float]) -> Gate:
    filling: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for words, numbers in phrases.items():
        letters = [word for word in words if word[0].isalpha()]
        for slot in numbers:
            filling[slot].append((_key_word(letters), f" {' '.join(letters)} " if len(letters) > 1 else ""))
    wordless = {slot for slot, found in filling.items() if ("", "") in found}
    sets = {frozenset(s.slot for s in sequence.steps if s.kind == "slot") - wordless for sequence in claims}
    needs: dict[int, set[frozenset[int]]] = defaultdict(set)
    for wanted in sets:
        first = min(wanted, key=lambda slot: (weight[slot], slot))
        needs[first].add(wanted - {first})
    starts: dict[str, dict[str, dict[str, list[int]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for slot in needs:
        for key, spelt_out in filling[slot]:
            starts[key][_second_word(key, spelt_out)][spelt_out].append(slot)
    spelt = {word for words in phrases for word in words} - SEPARATORS
    later = sorted(frozenset(slot for wanted in needs.values() for need in wanted for slot in need))
    return gate_of(
        {key: {second: [*found.items()] for second, found in seconds.items()} for key, seconds in starts.items()},
        {
            slot: [sorted(need, key=lambda other: (weight[other], other)) for need in _smallest(wanted)]
            for slot, wanted in needs.items()
        },
        {slot: frozenset(key for key, _ in filling[slot]) for slot in later},
        {slot: _by_key(filling[slot]) for slot in later},
        frozenset(word for word in spelt if len(word) > 2),
        [word for word in spelt if len(word) <= 2],
    )


def _second_word(key: str, spelt_out: str) -> str:
    """Give the other word of a phrase that ordinary copy uses least; empty where there is none."""
    return min((word for word in spelt_out.split() if word != key), key=_commonness, default="")


def _by_key(filling: list[tuple[str, str]]) -> dict[str, list[str]]:
    """Give the phrases of each key word that does not fill the slot alone."""
    alone = {key for key, spelt_out in filling if not spelt_out}
    keyed: dict[str, list[str]] = defaultdict(list)
    for key, spelt_out in filling:
        if key not in alone:
            keyed[key].append(spelt_out)
    return dict(keyed)


def _smallest(sets: set[frozenset[int]]) -> list[frozenset[int]]:
    """Leave out the sets that hold another of them."""
    kept: list[frozenset[int]] = []
    for candidate in sorted(sets, key=lambda numbers: (len(numbers), sorted(numbers))):
        if not any(known <= candidate for known in kept):
            kept.append(candidate)
    return kept


def _rule_spec(rule: Rule, pack: Pack) -> RuleSpec:
    always = {cue.id for cue in pack.cues.values() if cue.always and (not cue.kinds or rule.says in cue.kinds)} - set(
        rule.despite
    )
    return RuleSpec(rule.id, rule.says, frozenset(always | set(rule.unless)), rule.where == "short")


def _cue_spec(cue: Cue) -> CueSpec:
    return CueSpec(
        cue.id, cue.effect, cue.dismisses, cue.direction, cue.reach, frozenset(cue.stops), frozenset(cue.roles)
    )
