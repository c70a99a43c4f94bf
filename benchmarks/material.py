"""Write the copy and the rules that are measured with. It runs as a process of its own: the benchmark's must stay small,
since what the system tells of the memory of a process is never less than that of the process which started it.

    python benchmarks/material.py FOLDER MEGABYTES SHARE...
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from copy_maker import make_copy, pages

from claimlint.marks import read_marks

FILES = 500
"""Small files for a megabyte of copy: a page is about 1.5 kB."""
TIMES = 10
"""How many times the copy the file of JSON lines is."""
WHOLE = 1.0
CORPUS = Path(__file__).resolve().parent.parent / "corpus"
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


def copy(folder: Path, share: float = WHOLE) -> Path:
    """Give the path of a share of the copy, which makes no claims, as one file."""
    return folder / f"copy-{share:g}.txt"


def small_files(folder: Path, share: float = WHOLE) -> Path:
    """Give the path of a folder with a share of the small files."""
    return folder / f"files-{share:g}"


def lines(folder: Path) -> Path:
    """Give the path of the file of JSON lines."""
    return folder / "products.jsonl"


def size(path: Path) -> int:
    """Give the bytes of a file, or of all files of a folder."""
    return sum(file.stat().st_size for file in (path.iterdir() if path.is_dir() else [path]))


def make(folder: Path, megabytes: float, shares: list[float]) -> None:
    """Write the copy; with shares also those of it, the small files and the JSON lines."""
    subprocess.run([sys.executable, __file__, str(folder), str(megabytes), *map(str, shares)], check=True)


def write_rules(folder: Path, count: int) -> None:
    """Write a pack of made-up rules about words that no copy has."""
    claims = folder / "claims" / "made-up"
    claims.mkdir(parents=True)
    for number in range(count):
        letters = "".join("bcdfghjklm"[int(digit)] + "aeiou"[int(digit) % 5] for digit in f"{number:04}")
        text = RULE.format(id=f"made-up-{number}", verb=f"zu{letters}p", noun=f"qua{letters}x")
        (claims / f"made-up-{number}.yaml").write_text(text, encoding="utf-8")


def main() -> None:
    """Write the material."""
    folder, megabytes, shares = Path(sys.argv[1]), float(sys.argv[2]), [float(share) for share in sys.argv[3:]]
    text = make_copy(int(megabytes * 1_000_000))
    for share in {WHOLE, *shares}:
        copy(folder, share).write_text(text[: int(share * len(text))], encoding="utf-8")
    claims = [*_claims()] if shares else []
    for share in shares:
        _write_files(small_files(folder, share), max(1, int(share * megabytes * FILES)), claims)
    if shares:
        _write_lines(lines(folder), int(megabytes * 1_000_000), claims)


def _claims() -> Iterator[str]:
    """Give the lines of the corpus that make a claim."""
    for path in sorted(CORPUS.rglob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            plain, marks = read_marks(line)
            if marks:
                yield plain


def _write_files(folder: Path, count: int, claims: list[str]) -> None:
    folder.mkdir()
    for number, page in enumerate(islice(pages(claims=claims), count)):
        (folder / f"{number:05}.txt").write_text(page, encoding="utf-8")


def _write_lines(path: Path, length: int, claims: list[str]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for seed in range(TIMES):
            written = 0
            for number, page in enumerate(pages(seed, claims)):
                title, _, body = page.partition("\n\n")
                product = {"sku": f"{seed}-{number}", "title": title, "description": body}
                written += file.write(json.dumps(product, ensure_ascii=False) + "\n")
                if written >= length:
                    break


if __name__ == "__main__":
    main()
