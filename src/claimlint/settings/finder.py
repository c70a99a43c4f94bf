"""Which settings file governs which path: the nearest, up to the top of its repository."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from claimlint.errors import ClaimlintError
from claimlint.files import folder_of
from claimlint.readers.folders import OWN_FILES
from claimlint.settings.globs import whole_path
from claimlint.settings.values import NAME, Settings


class Finder:
    """Find settings files and read each once; with `config` that file governs every path, with `off` none does.

    The nearest file counts alone: what it does not say, no file above it says. `own` are files that the command line
    names as claimlint's own. Without a settings file the YAML reader is not even imported.
    """

    def __init__(self, config: Path | None = None, *, off: bool = False, own: Iterable[Path] = ()) -> None:
        self._none = Settings("", Path.cwd())
        self._fixed = self._none if off else _load(config) if config else None
        self._own = frozenset(map(whole_path, own))
        self._known: dict[Path, Settings] = {}
        self._shown: dict[str, Settings] = {}

    def of(self, path: str, *, is_folder: bool | None = None) -> Settings:
        """Give the settings that govern a file or folder. Raises PackError where their file is faulty."""
        if self._fixed:
            return self._fixed
        if is_folder is None:
            is_folder = stat.S_ISDIR(_mode(Path(path)))
        if is_folder:
            return self._nearest(whole_path(path))
        # Files come folder by folder, so most are answered by the folder as it is shown.
        shown = folder_of(path)
        found = self._shown.get(shown)
        if found is None:
            found = self._shown[shown] = self._nearest(whole_path(path).parent)
        return found

    def why_out(self, path: str, *, is_folder: bool) -> str | None:
        """Say which setting leaves a path out, or nothing where it is to be read."""
        settings = self.of(path, is_folder=is_folder)
        key = settings.why_out(path, is_folder=is_folder) if settings.data else None
        return f"{settings.place}: {key}" if key else None

    def is_own(self, path: str, *, is_folder: bool) -> bool:
        """Tell whether a path is a file of claimlint's own, which is no copy."""
        if is_folder:
            return False
        if OWN_FILES in path and os.path.split(path)[1].startswith(OWN_FILES):
            return True
        settings = self.of(path, is_folder=False)
        own = {*settings.paths("baseline"), *settings.paths("allow")} if settings.data else ()
        return bool(own or self._own) and whole_path(path) in self._own.union(map(whole_path, own))

    def _nearest(self, folder: Path) -> Settings:
        passed = []
        found = self._known.get(folder)
        while found is None:
            passed.append(folder)
            if _mode(folder / NAME):
                found = _load(folder / NAME)
            elif folder.parent == folder or _mode(folder / ".git"):
                found = self._none
            else:
                folder = folder.parent
                found = self._known.get(folder)
        self._known.update(dict.fromkeys(passed, found))
        return found


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (OSError, ValueError):  # ValueError: no file can have this name
        return 0


def _load(path: Path) -> Settings:
    path = whole_path(path)
    shown = _shown(path)
    if not stat.S_ISREG(_mode(path)):
        reason = "is no file" if _mode(path) else "there is no such file"
        raise ClaimlintError(f"{shown}: {reason}; name a settings file, or let `claimlint init` write one")
    from claimlint.settings.load import load  # imports YAML, which a run without settings does not need

    return load(path, shown)


def _shown(path: Path) -> str:
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # on another drive
        return str(path)
