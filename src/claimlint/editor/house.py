"""How a document of an editor is to be checked: what its settings file says, and the editor's own settings over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from claimlint.editor.checking import Checked, Text, check
from claimlint.editor.preferences import Preferences
from claimlint.findings import Report
from claimlint.linter import Linter
from claimlint.packs.store import Compiled
from claimlint.policy import AS_SHIPPED, Policy
from claimlint.settings import Finder, Policies, run_of


class House:
    """Check documents as their settings say; those are read anew for each check, so that a change counts at once."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._linters: dict[tuple[tuple[str, ...], tuple[Path, ...]], Linter] = {}
        self._policy_of: Callable[[str, Compiled], Policy] = lambda path, packs: AS_SHIPPED

    def check(self, text: Text) -> Checked:
        """Check a document; one that settings leave out has nothing to be found. Raises ClaimlintError."""
        finder = Finder(off=not text.is_kept)
        settings = finder.of(text.path, is_folder=False)
        if finder.why_out(text.path, is_folder=False) or finder.is_own(text.path, is_folder=False):
            return Checked(text, Report((), (), (), (), ()))
        run = run_of([settings], self._preferences.given)
        policies = Policies(finder, run)
        linter = self._linter(run.law, run.patterns)
        policies.check(settings, linter.packs)
        linter.require_laws()
        self._policy_of = policies.of
        return check(linter, text, run.level, run.file("baseline"), run.file("allow"))

    def _linter(self, law: tuple[str, ...], patterns: tuple[Path, ...]) -> Linter:
        key = law, patterns
        if key not in self._linters:
            self._linters[key] = Linter(law, patterns, policy=lambda path, packs: self._policy_of(path, packs))
        return self._linters[key]
