"""Python's own `re`: every expression compiled at the start, then run over the text one after another."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from pathlib import Path

from peers.peer import Find, Peer, library, read_rules, run, write_rules

COMMAND = library("", "python_re")[1]
PEER = Peer("Python re", "as expressions", 0.003, platform.python_version, write_rules, COMMAND, grows=True)


def start(folder: Path) -> Find:
    """Compile the expressions."""
    rules = [(rule, re.compile(regex, re.IGNORECASE)) for rule, regex, _ in read_rules(folder)]

    def find(text: str) -> Iterator[str]:
        return (f"{match.start()} {rule}" for rule, regex in rules for match in regex.finditer(text))

    return find


if __name__ == "__main__":
    run(start)
