"""Translate the rules of packs to plain regular expressions and token patterns, for tools that know nothing else.

    python benchmarks/translate.py FOLDER [PACK...]

Every way through a pattern becomes one line: its words and phrases in every form they may take, with at most as many words
between as its gaps allow, inside one sentence. What has no counterpart there is left out, and so costs the other tools
nothing: cues (what dismisses a claim), laws, odd spellings, roles of blocks, and clauses.

`FOLDER/rules.json` then holds a list of `[rule id, regular expression, tokens]`. The expression uses only what all the tools
know: no look-around and no references. The tokens are those of a spaCy `Matcher`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from claimlint.engine.rulebook import Sequence, Step
from claimlint.packs.compile import Phrase, Slots, sequences
from claimlint.packs.folders import shipped
from claimlint.packs.load import load_pack

APART = "[ ,-]+"
"""What stands between two words of one sentence."""
NUMBER = r"\d[\d.,]*%?"
LOOK_AROUND = re.compile(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)")
RULES = "rules.json"
Trie = dict[str, "Trie"]
Token = dict[str, Any]


def main() -> None:
    """Write the rules of the shipped pack and of the packs named."""
    folder, *packs = map(Path, sys.argv[1:])
    found = translate([shipped(), *packs])
    (folder / RULES).write_text(json.dumps(found), encoding="utf-8")


def read(folder: Path) -> list[tuple[str, str, list[Token]]]:
    """Give what `main` wrote."""
    return [(rule, regex, tokens) for rule, regex, tokens in json.loads((folder / RULES).read_text(encoding="utf-8"))]


def translate(packs: list[Path]) -> list[tuple[str, str, list[Token]]]:
    """Give rule id, regular expression and tokens of every sequence of the rules, each once for a rule."""
    pack = load_pack(packs)
    slots = Slots(pack.terms)
    rules = list(pack.rules.values())
    wanted = [s for i, rule in enumerate(rules) for p in rule.match for s in sequences(i, p, slots, is_claim=True)]
    phrases: dict[int, list[Phrase]] = {}
    for words, numbers in slots.phrases().items():
        for number in numbers:
            phrases.setdefault(number, []).append(words)
    regexes = {number: _regex_of(found) for number, found in phrases.items()}
    tokens = {number: _tokens_of(found) for number, found in phrases.items()}
    lines = [(rules[s.owner].id, _regex(s, regexes), _tokens(s, tokens)) for s in wanted]
    return list({(rule, regex): (rule, regex, spelt) for rule, regex, spelt in lines}.values())


def _regex(sequence: Sequence, regexes: dict[int, str]) -> str:
    parts = [rf"{_between(step.gap) if place else ''}{_place(step, regexes)}" for place, step in enumerate(sequence.steps)]
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
