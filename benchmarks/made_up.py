"""Packs of made-up rules that match nothing, to measure what more rules cost."""

from __future__ import annotations

from pathlib import Path

RULE = """
id: {id}
title: Says that it {verb}s
says: alters-body
match: ["{verb}~ .. {noun}~", "{noun}~ {verb}~", "{verb}~ skin"]
why: It is made up, to measure what rules that never match cost.
instead: [Something else.]
limits: Matches nothing on purpose.
cases:
  flag: ["[[{verb} {noun}]]", "[[{verb} the {noun}]]", "[[{verb}s {noun}s]]"]
  pass: ["{verb}", "{noun}", "other"]
since: "0.1"
"""


def write_rules(folder: Path, count: int) -> None:
    """Write a pack of rules about words that no copy has."""
    claims = folder / "claims" / "made-up"
    claims.mkdir(parents=True)
    for number in range(count):
        letters = "".join("bcdfghjklm"[int(digit)] + "aeiou"[int(digit) % 5] for digit in f"{number:04}")
        text = RULE.format(id=f"made-up-{number}", verb=f"zu{letters}p", noun=f"qua{letters}x")
        (claims / f"made-up-{number}.yaml").write_text(text, encoding="utf-8")
