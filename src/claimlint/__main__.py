"""The program: `claimlint`, or `python -m claimlint`."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from claimlint.cli import COMMANDS


def run() -> None:
    """Run the command line, looking for cycles seldom, and not at the end: modules, tokens and findings form few.

    Importing is most of a short run, and click a third of that: it is left out where there is nothing for it to read.
    """
    gc.set_threshold(1_000_000, 50, 50)
    atexit.register(gc.freeze)
    _open_closed()
    if _are_paths(sys.argv[1:]):
        from claimlint.cli.checking import check_paths

        sys.exit(check_paths(sys.argv[1:]))
    from claimlint.cli.commands import main

    main(prog_name="claimlint")


def _open_closed() -> None:
    """Let go nowhere what is said to a stream that is closed, as a service may have it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - until the end


def _are_paths(given: list[str]) -> bool:
    """Tell whether the command line is paths alone; on Windows click also writes out what patterns and `~` in it mean."""
    is_plain = os.name == "posix" and bool(given) and given[0] not in COMMANDS
    return is_plain and not any(item.startswith("-") and item != "-" for item in given)


if __name__ == "__main__":
    run()
