"""A folder of copy in every way of reading, and what a run finds in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

from claimlint import Linter
from claimlint.findings import Report
from claimlint.readers import EVERYTHING, find_pieces
from claimlint.work import Work
from claimlint.work.cache import Cache

CLAIMS = ("This serum regrows hair.", "It heals eczema.", "Leaves skin soft.", "It heals eczema.", "A light scent.")
LINTER = Linter()
linter_again = partial(Linter)


def write_copy(folder: Path) -> None:
    """Write texts, data of many lines, a table, and what cannot be read."""
    for number in range(20):
        (folder / f"p{number:02}.txt").write_text(f"{CLAIMS[number % 5]}\n\nLabel {number}.\n", encoding="utf-8")
    rows = [{"id": number, "body": CLAIMS[number % 5]} for number in range(200)]
    (folder / "rows.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    (folder / "rows.csv").write_text(
        "id,body\n" + "".join(f'{row["id"]},"{row["body"]}"\n' for row in rows), encoding="utf-8"
    )
    (folder / "page.html").write_text("<p>A stem cell therapy.</p>", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "binary.md").write_bytes(b"\x89PNG\r\n\x1a\n....")


def report(
    paths: list[str], cache: Callable[[], Cache] | None = None, jobs: int | None = 1, linter: Linter = LINTER
) -> Report:
    """Give what a run finds."""
    work = Work(linter, EVERYTHING, linter_again, cache, jobs)
    return Report.of(linter.packs.infos, linter.files(work.found(find_pieces(paths))))
