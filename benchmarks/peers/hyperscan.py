"""Hyperscan: the expressions compiled beforehand to databases, which are loaded at the start and scanned in turn.

One database of all the expressions takes far longer to compile than many small ones do, and some expressions alone take
minutes and gigabytes, or are refused as too large: these are left out. A match is told by its end only.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from peers.peer import HOME, Find, Line, Peer, library, run

KEPT = HOME / "databases"
IN_ONE = 50
"""Expressions of one database."""
LONGEST, LONGEST_EACH = 4, 0.4
"""Seconds that a database may take to compile, and how many more for each of its expressions."""
COMPILE = "--compile"


def prepare(lines: list[Line], folder: Path) -> None:
    """Compile the databases, or take those of the same expressions that were kept."""
    KEPT.mkdir(exist_ok=True)
    parts = (lines[first : first + IN_ONE] for first in range(0, len(lines), IN_ONE))
    made = [database for part in parts for database in _databases(part)]
    for number, (part, file) in enumerate(made):
        shutil.copy(file, folder / f"{number}.db")
        (folder / f"{number}.json").write_text(json.dumps([rule for rule, _, _ in part]), encoding="utf-8")
    left = len(lines) - sum(len(part) for part, _ in made)
    print(f"Hyperscan: {left} of {len(lines)} expressions are too large for it and left out", file=sys.stderr)


def _databases(part: list[Line]) -> Iterator[tuple[list[Line], Path]]:
    """Give the database of some expressions, or where it takes too long those of its halves, without what is too large."""
    regexes = json.dumps([regex for _, regex, _ in part]).encode()
    file = KEPT / f"{hashlib.sha256(regexes).hexdigest()}.hyperscan"
    if not file.exists():
        file.write_bytes(_compiled(regexes, LONGEST + LONGEST_EACH * len(part)))
    if file.stat().st_size:
        yield part, file
    elif len(part) > 1:
        half = len(part) // 2
        yield from _databases(part[:half])
        yield from _databases(part[half:])


def _compiled(regexes: bytes, seconds: float) -> bytes:
    """Compile in a process of its own, which alone can be ended; give nothing where it fails or takes too long."""
    try:
        command = [sys.executable, "-m", "peers.hyperscan", COMPILE]
        done = subprocess.run(command, input=regexes, capture_output=True, timeout=seconds, cwd=HOME)
    except subprocess.TimeoutExpired:
        return b""
    return done.stdout if done.returncode == 0 else b""


def write_database() -> None:
    """Compile the expressions on standard input, and write their database to standard output."""
    import hyperscan

    regexes = [regex.encode() for regex in json.load(sys.stdin)]
    database = hyperscan.Database()
    flags = [hyperscan.HS_FLAG_CASELESS] * len(regexes)
    database.compile(expressions=regexes, ids=[*range(len(regexes))], flags=flags)
    sys.stdout.buffer.write(hyperscan.dumpb(database))


def start(folder: Path) -> Find:
    """Load the databases."""
    import hyperscan

    files = sorted(folder.glob("*.db"))
    rules = [json.loads(file.with_suffix(".json").read_text(encoding="utf-8")) for file in files]
    databases = [hyperscan.loadb(file.read_bytes(), hyperscan.HS_MODE_BLOCK) for file in files]
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
    write_database() if sys.argv[1:] == [COMPILE] else run(start)
