"""Translate the rules of packs to regular expressions and token patterns, for tools that know nothing else.

    python benchmarks/translate.py FOLDER FORMS TOOL,... [PACK...]

Every way through a pattern becomes one expression: its words and phrases in every form they may take, with at most as many
words between as its gaps allow, inside one sentence. Ways of a rule that differ in one place become one. What has no
counterpart is left out, and so costs the other tools nothing: cues (what dismisses a claim), laws, odd spellings, roles of
blocks, clauses, look-around of expressions.

Of every list the forms are taken that stand in the rules' own cases, and others, spread evenly, up to FORMS; all of them where
it is 0. Lists have up to 1,700 forms, and most tools run out of time or memory on the whole.

What each tool named reads is written to a folder of its name in FOLDER, and to `translation.json` how many of the rules' own
cases the expressions judge as claimlint does.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import mode
from typing import NamedTuple

from peers import PEERS
from peers.peer import Line, Token

from claimlint.engine.rulebook import Step
from claimlint.marks import read_marks
from claimlint.packs.compile import Phrase, Slots, sequences
from claimlint.packs.folders import shipped
from claimlint.packs.load import load_pack
from claimlint.packs.model import Pack, Rule

APART = ",?[ -]"
"""What stands between two words of one sentence."""
NUMBER = r"\d[\d.,]*%?"
LOOK_AROUND = re.compile(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)")
WORD_OR_EDGE = re.compile(r"[\w']+|\|")
Trie = dict[str, "Trie"]


class Place(NamedTuple):
    """A place of a sequence: any phrase of the slots, else what the expression matches; and how many words may be before."""

    gap: int
    slots: frozenset[int]
    regex: str = ""

    @classmethod
    def of(cls, step: Step) -> Place:
        """Give the place that a step alone is."""
        if step.kind == "slot":
            return cls(step.gap, frozenset([step.slot]))
        return cls(step.gap, frozenset(), NUMBER if step.kind == "number" else LOOK_AROUND.sub("", step.regex))


Row = tuple[int, tuple[Place, ...]]
"""The number of a rule, and one sequence of it."""
Fill = Mapping[frozenset[int], list[Phrase]]


def main() -> None:
    """Prepare the tools named, as far as they are installed, for the shipped pack and the packs named."""
    folder, most, tools, *packs = sys.argv[1:]
    pack = load_pack([shipped(), *map(Path, packs)])
    lines = translate(pack, int(most))
    Path(folder).mkdir(parents=True, exist_ok=True)
    for peer in PEERS:
        if peer.name in tools.split(",") and peer.version():
            Path(folder, peer.name).mkdir()
            peer.prepare(lines, Path(folder, peer.name))
    told = {"expressions": len(lines), "characters": sum(len(regex) for _, regex, _ in lines)}
    judged = agreement(lines, pack.rules.values())
    Path(folder, "translation.json").write_text(json.dumps(told | judged), encoding="utf-8")


def translate(pack: Pack, most: int) -> list[Line]:
    """Give the sequences of the rules, their lists cut to about `most` forms (0: uncut)."""
    slots = Slots(pack.terms)
    rules = list(pack.rules.values())
    ways = (s for i, rule in enumerate(rules) for p in rule.match for s in sequences(i, p, slots, is_claim=True))
    rows = _merged((way.owner, tuple(map(Place.of, way.steps))) for way in ways)
    marked = _marked(rules)
    lists = defaultdict(list)
    for phrase, numbers in slots.phrases().items():
        for number in numbers:
            lists[number].append(phrase)
    kept = {number: _cut(found, marked, most) if most else found for number, found in lists.items()}
    fill = {
        place.slots: sorted({phrase for number in place.slots for phrase in kept[number]})
        for _, places in rows
        for place in places
    }
    regexes = {wanted: _regex_of(phrases) for wanted, phrases in fill.items() if phrases}
    return [(rules[owner].id, _regex(places, regexes), _tokens(places, fill)) for owner, places in rows]


def agreement(lines: Iterable[Line], rules: Iterable[Rule]) -> dict[str, float]:
    """Give the share of the marked claims of the rules' own cases that their expressions find, and of the passed cases that
    they are silent on.
    """
    regexes = defaultdict(list)
    for rule, regex, _ in lines:
        regexes[rule].append(re.compile(regex, re.IGNORECASE))
    found, silent = [], []
    for rule in rules:
        for text, marks in (read_marks(case.text) for case in rule.flag):
            spans = [match.span() for regex in regexes[rule.id] for match in regex.finditer(text)]
            found += [any(start < mark.end and mark.start < end for start, end in spans) for mark in marks]
        silent += [not any(regex.search(text) for regex in regexes[rule.id]) for text in rule.passed]
    return {"found": sum(found) / len(found), "silent": sum(silent) / len(silent)}


def _merged(rows: Iterable[Row]) -> list[Row]:
    """Make one of the sequences of a rule that differ in the slots of one place only."""
    merged = list(rows)
    for at in range(max(len(places) for _, places in merged)):
        alike: dict[tuple[int, tuple[Place, ...], tuple[Place, ...], tuple[Place, ...]], frozenset[int]] = {}
        for owner, places in merged:
            here = places[at : at + 1]
            key = (owner, places[:at], tuple(place._replace(slots=frozenset()) for place in here), places[at + 1 :])
            alike[key] = alike.get(key, frozenset()).union(*(place.slots for place in here))
        merged = [
            (owner, (*before, *(place._replace(slots=slots) for place in here), *after))
            for (owner, before, here, after), slots in alike.items()
        ]
    return merged


def _marked(rules: Iterable[Rule]) -> str:
    """Give the words of what the rules' flagged cases mark, each between blanks."""
    cases = (read_marks(case.text) for rule in rules for case in rule.flag)
    spans = (text[mark.start : mark.end] for text, marks in cases for mark in marks)
    return f" {' '.join(WORD_OR_EDGE.findall('|'.join(spans).lower()))} "


def _cut(phrases: list[Phrase], marked: str, most: int) -> list[Phrase]:
    """Give the phrases that are marked, and others, spread evenly, up to `most`; at least one."""
    proven = [phrase for phrase in phrases if f" {' '.join(phrase)} " in marked]
    others = sorted(set(phrases).difference(proven))
    step = -(-len(others) // max(1, most - len(proven))) or 1
    return [*proven, *others[::step]]


def _regex(places: Iterable[Place], regexes: Mapping[frozenset[int], str]) -> str:
    parts = ((_between(place.gap), regexes[place.slots] if place.slots else f"(?:{place.regex})") for place in places)
    return r"\b" + "".join(part for pair in parts for part in pair).removeprefix(APART)


def _between(gap: int) -> str:
    return rf"{APART}(?:[\w']+{APART}){{0,{gap}}}" if gap else APART


def _regex_of(phrases: Iterable[Phrase]) -> str:
    """Give phrases as an expression in which shared beginnings stand once, so that it backtracks least."""
    words: Trie = {}
    marks: Trie = {}
    for phrase in phrases:
        node = words if phrase[-1][-1].isalnum() else marks
        for sign in " ".join(phrase):
            node = node.setdefault(sign, {})
        node[""] = {}
    ways = [*([_branches(words) + r"\b"] if words else []), *([_branches(marks)] if marks else [])]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _branches(trie: Trie) -> str:
    options = [_sign(sign) + _branches(rest) for sign, rest in sorted(trie.items(), reverse=True) if sign]
    if not options:
        return ""
    if "" in trie:
        return f"(?:{'|'.join(options)})?"
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


def _sign(sign: str) -> str:
    return APART if sign == " " else re.escape(sign)


def _tokens(places: Iterable[Place], fill: Fill) -> list[Token]:
    found: list[Token] = []
    for place in places:
        found += [{"IS_PUNCT": False, "OP": "?"}] * place.gap
        found += _tokens_of(fill[place.slots]) if place.slots else [{"LIKE_NUM": True}]
    return found


def _tokens_of(phrases: list[Phrase]) -> list[Token]:
    """Give phrases as one row of tokens, each any of the words that stand in that place.

    A `Matcher` has no alternatives of several words, and a pattern for each phrase would be millions: so a row is given only
    for the phrases of as many words as most have.
    """
    length = mode(map(len, phrases))
    rows = zip(*(phrase for phrase in phrases if len(phrase) == length), strict=True)
    return [{"LOWER": {"IN": sorted(set(row))}} for row in rows]


if __name__ == "__main__":
    main()
