"""Settings: what a `.claimlint.yaml` and the command line say of a run and of each file."""

from __future__ import annotations

from claimlint.settings.finder import Finder
from claimlint.settings.policies import Policies
from claimlint.settings.run import Run, run_of
from claimlint.settings.values import NAME, Given, Settings

__all__ = ["NAME", "Finder", "Given", "Policies", "Run", "Settings", "run_of"]
