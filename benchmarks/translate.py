"""Translate the rules of packs to regular expressions and token patterns, for tools that know nothing else.

    python benchmarks/translate.py FOLDER FORMS TOOL,... [PACK...]

Every way through a pattern becomes one expression: its words and phrases in every form they may take, with at most as many
words between as its gaps allow, inside one sentence. What has no counterpart is left out, and so costs the other tools
nothing: cues (what dismisses a claim), laws, odd spellings, roles of blocks, clauses, look-around of expressions.

Of every list at most FORMS forms are taken, spread evenly over it, or all of them where it is 0. Lists have up to 1,700
forms, and most tools run out of time or memory on the whole.

What each tool named reads is written to a folder of its name in FOLDER.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from peers import PEERS
from peers.peer import Line, Token

from claimlint.engine.rulebook import Sequence, Step
from claimlint.packs.compile import Phrase, Slots, sequences
from claimlint.packs.folders import shipped
from claimlint.packs.load import load_pack

APART = "[ ,-]+"
"""What stands between two words of one sentence."""
NUMBER = r"\d[\d.,]*%?"
LOOK_AROUND = re.compile(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)")
Trie = dict[str, "Trie"]


def main() -> None:
    """Prepare the tools named, as far as they are installed, for the shipped pack and the packs named."""
    folder, most, tools, *packs = sys.argv[1:]
    lines = translate([shipped(), *map(Path, packs)], int(most))
    print(f"{len(lines)} expressions", file=sys.stderr)
    for peer in PEERS:
        if peer.name in tools.split(",") and peer.version():
            Path(folder, peer.name).mkdir(parents=True)
            peer.prepare(lines, Path(folder, peer.name))


def translate(packs: list[Path], most: int) -> list[Line]:
    """Give every sequence of the rules once for each rule, its lists cut to `most` forms (0: uncut)."""
    pack = load_pack(packs)
    slots = Slots(pack.terms)
    rules = list(pack.rules.values())
    wanted = [s for i, rule in enumerate(rules) for p in rule.match for s in sequences(i, p, slots, is_claim=True)]
    lists: dict[int, list[Phrase]] = {}
    for phrase, numbers in sorted(slots.phrases().items()):
        for number in numbers:
            lists.setdefault(number, []).append(phrase)
    kept = {number: found[:: -(-len(found) // most)] if most else found for number, found in lists.items()}
    regexes = {number: _regex_of(found) for number, found in kept.items()}
    tokens = {number: _tokens_of(found) for number, found in kept.items()}
    lines = [(rules[s.owner].id, _regex(s, regexes), _tokens(s, tokens)) for s in wanted]
    return list({(rule, regex): (rule, regex, spelt) for rule, regex, spelt in lines}.values())


def _regex(sequence: Sequence, regexes: dict[int, str]) -> str:
    parts = [
        rf"{_between(step.gap) if place else ''}{_place(step, regexes)}" for place, step in enumerate(sequence.steps)
    ]
    return rf"\b{''.join(parts)}"


def _between(gap: int) -> str:
    return rf"{APART}(?:[\w']+{APART}){{0,{gap}}}" if gap else APART


def _place(step: Step, regexes: dict[int, str]) -> str:
    if step.kind == "slot":
        return regexes[step.slot]
    return NUMBER if step.kind == "number" else f"(?:{LOOK_AROUND.sub('', step.regex)})"


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


def _tokens(sequence: Sequence, tokens: dict[int, list[Token]]) -> list[Token]:
    found: list[Token] = []
    for step in sequence.steps:
        found += [{"IS_PUNCT": False, "OP": "?"}] * step.gap
        found += tokens[step.slot] if step.kind == "slot" else [{"LIKE_NUM": True}]
    return found


def _tokens_of(phrases: Iterable[Phrase]) -> list[Token]:
    """Give phrases as one row of tokens, each any of the words that stand in that place; later ones may be missing.

    A `Matcher` has no alternatives of several words, and a pattern for each phrase would be millions.
    """
    found = list(phrases)
    shortest = min(map(len, found))
    rows = [sorted({words[place] for words in found if place < len(words)}) for place in range(max(map(len, found)))]
    return [{"LOWER": {"IN": row}} | ({"OP": "?"} if place >= shortest else {}) for place, row in enumerate(rows)]


if __name__ == "__main__":
    main()
