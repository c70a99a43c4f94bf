"""Measure start-up and volume beside spaCy, in one interleaved run, as ratios.

    python benchmarks/bench.py [--runs 7] [--megabytes 10] [--check]

`--check` exits with 1 where a ratio misses its target. Seconds depend on the machine; compare ratios only.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from copy_maker import make_copy

ROOT = Path(__file__).resolve().parent.parent
SPACY = [sys.executable, "-c", "import spacy; spacy.blank('en')"]
LINT = [sys.executable, "-m", "claimlint"]
TOKENIZE = """
import sys, time, spacy
text = open(sys.argv[1], encoding="utf-8").read()
parts = text.split("\\n\\n")
nlp = spacy.blank("en")
began = time.perf_counter()
for part in parts:
    nlp.tokenizer(part)
print(time.perf_counter() - began)
"""
TARGETS = {
    "clean label / import of spaCy": 0.2,
    "flagged label / import of spaCy": 1.35,
    "time for 10 MB / bare tokenizer": 0.5,
    "ten times the rules / the rules": 1.2,
}


def main() -> None:
    """Measure, print the table, and check the targets if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    ratios = {**start_up(options.runs), **volume(options.megabytes)}
    print(f"{'ratio':36} {'measured':>9} {'target':>7}")
    for name, target in TARGETS.items():
        print(f"{name:36} {ratios[name]:9.3f} {target:7.2f}")
    missed = [name for name, target in TARGETS.items() if ratios[name] > target]
    if options.check and missed:
        sys.exit("missed: " + ", ".join(missed))


def start_up(runs: int) -> dict[str, float]:
    """Time whole processes in turn and give the medians of the ratios within each turn."""
    clean, flagged = [], []
    label, risky = str(ROOT / "examples/clean-label.txt"), str(ROOT / "examples/label.txt")
    for turn in range(runs + 1):
        spacy = timed(SPACY)
        quiet, loud = timed([*LINT, label]), timed([*LINT, risky])
        if turn:
            clean.append(quiet / spacy)
            flagged.append(loud / spacy)
    return {
        "clean label / import of spaCy": statistics.median(clean),
        "flagged label / import of spaCy": statistics.median(flagged),
    }


def timed(command: list[str]) -> float:
    """Give the seconds a whole process takes."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


def volume(megabytes: float) -> dict[str, float]:
    """Check generated copy with the rules and with ten times as many, beside the bare tokenizer.

    The command is timed as a whole process, less what it takes on a short label; the tokenizer without its import.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy.txt")
        copy.write_text(make_copy(int(megabytes * 1_000_000)), encoding="utf-8")
        more = Path(folder, "more")
        write_rules(more, 9 * len(list((ROOT / "patterns/claims").rglob("*.yaml"))))
        plain, tenfold = [*LINT, "--format", "json"], [*LINT, "--format", "json", "--patterns", str(more)]
        rows = [[tokenizing(copy), checking(plain, copy), checking(tenfold, copy)] for _ in range(4)][1:]
    for name, column in (("bare tokenizer", 0), ("claimlint", 1), ("claimlint, ten times the rules", 2)):
        print(f"{name:36} {megabytes / statistics.median(row[column] for row in rows):7.2f} MB/s")
    return {
        "time for 10 MB / bare tokenizer": statistics.median(row[1] / row[0] for row in rows),
        "ten times the rules / the rules": statistics.median(row[2] / row[1] for row in rows),
    }


def tokenizing(copy: Path) -> float:
    """Give the seconds of spaCy's tokenizer alone, as it prints them."""
    done = subprocess.run([sys.executable, "-c", TOKENIZE, str(copy)], capture_output=True, text=True, check=True)
    return float(done.stdout)


def checking(command: list[str], copy: Path) -> float:
    """Give the seconds of a run over the copy beyond those of a run over one short label."""
    return timed([*command, str(copy)]) - timed([*command, str(ROOT / "examples/label.txt")])


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


if __name__ == "__main__":
    main()
