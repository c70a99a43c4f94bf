"""Hyperscan: the expressions compiled beforehand to databases, which are loaded at the start and scanned in turn.

One database of all the expressions takes far longer to compile than many small ones do. A match is told by its end only.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from peers.peer import HOME, Find, Line, Peer, library, read_rules, run, write_rules

KEPT = HOME / "databases"
IN_ONE = 50
"""Expressions of one database."""


def prepare(lines: list[Line], folder: Path) -> None:
    """Compile the databases, or take those of the same expressions that were kept."""
    write_rules(lines, folder)
    import hyperscan

    KEPT.mkdir(exist_ok=True)
    for number, part in enumerate(_parts(lines)):
        regexes = [regex.encode() for _, regex, _ in part]
        database_file = KEPT / f"{hashlib.sha256(b' '.join(regexes)).hexdigest()}.hyperscan"
        if not database_file.exists():
            database_file.write_bytes(hyperscan.dumpb(_compiled(regexes)))
        shutil.copy(database_file, folder / f"{number}.db")


def _compiled(regexes: list[bytes]) -> Any:
    """Give the database of expressions, without those that are too large for Hyperscan."""
    import hyperscan

    def compiled(numbers: list[int]) -> Any:
        database = hyperscan.Database()
        flags = [hyperscan.HS_FLAG_CASELESS] * len(numbers)
        database.compile(expressions=[regexes[number] for number in numbers], ids=numbers, flags=flags)
        return database

    def is_taken(number: int) -> bool:
        try:
            compiled([number])
        except hyperscan.error:
            return False
        return True

    try:
        return compiled([*range(len(regexes))])
    except hyperscan.error:
        taken = [number for number in range(len(regexes)) if is_taken(number)]
        print(f"Hyperscan: {len(regexes) - len(taken)} expressions are too large for it and left out", file=sys.stderr)
        return compiled(taken)


def _parts(lines: list[Line]) -> Iterator[list[Line]]:
    return (lines[first : first + IN_ONE] for first in range(0, len(lines), IN_ONE))


def start(folder: Path) -> Find:
    """Load the databases."""
    import hyperscan

    rules = [[rule for rule, _, _ in part] for part in _parts(read_rules(folder))]
    stored = ((folder / f"{number}.db").read_bytes() for number in range(len(rules)))
    databases = [hyperscan.loadb(content, hyperscan.HS_MODE_BLOCK) for content in stored]
    for database in databases:
        database.scratch = hyperscan.Scratch(database)

    def find(text: str) -> list[str]:
        found: list[str] = []
        encoded = text.encode()
        for names, database in zip(rules, databases, strict=True):
            database.scan(
                encoded,
                match_event_handler=lambda id_, _, end, flags, known: found.append(f"{end} {known[id_]}"),
                context=names,
            )
        return found

    return find


VERSION, COMMAND = library("hyperscan", "hyperscan")
PEER = Peer("Hyperscan", "as expressions", 1, VERSION, prepare, COMMAND, grows=True)


if __name__ == "__main__":
    run(start)
