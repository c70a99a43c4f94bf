"""The program: `claimlint`, or `python -m claimlint`."""

from __future__ import annotations

import atexit
import gc


def run() -> None:
    """Run the command line, looking for cycles seldom, and not at the end: modules, tokens and findings form few."""
    gc.set_threshold(1_000_000, 50, 50)
    atexit.register(gc.freeze)

    from claimlint.cli import main  # importing is most of a short run

    main(prog_name="claimlint")


if __name__ == "__main__":
    run()
