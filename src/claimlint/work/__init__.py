"""The work of a run: pieces of copy to what is found in them, from the cache, in this process or in several."""

from __future__ import annotations

from claimlint.work.run import Work

__all__ = ["Work"]
