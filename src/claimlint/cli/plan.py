"""From what was asked to what is done: settings and command line in one plan."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from claimlint.cli.request import Request
from claimlint.cli.terminal import printable, tell
from claimlint.document import Document
from claimlint.errors import ClaimlintError
from claimlint.findings import Found, NotChecked
from claimlint.linter import Linter
from claimlint.packs.store import cache_folder
from claimlint.readers import Wishes, find_pieces, read_paths
from claimlint.readers.globs import is_folder
from claimlint.settings import Finder, Policies, Run, run_of
from claimlint.work import Work

if TYPE_CHECKING:
    from claimlint.work.cache import Cache

MOST_NAMED = 5
"""Left out files that are named in the line that tells of them."""


class Plan(NamedTuple):
    """What a run does: `paths` are those named, without what the settings leave out, which `left_out` tells with why."""

    request: Request
    run: Run
    linter: Linter
    finder: Finder
    paths: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]

    @property
    def wishes(self) -> Wishes:
        """Give what of a data file is read."""
        return Wishes(self.run.fields)

    def found(self, wanted: Callable[[str], bool]) -> Iterator[Found]:
        """Check what is named, of files only the `wanted`, and give what is found part by part."""
        cache = None if self.request.no_cache else self._cache
        work = Work(self.linter, self.wishes, partial(_linter, self.request), cache, self.request.jobs)
        return work.found(find_pieces(self.paths, self.request.stdin_filename, wanted, self._leaves))

    def read_again(self, path: str) -> Iterator[Document | NotChecked]:
        """Give the documents of a file that was checked; standard input cannot be read twice."""
        if path != self.request.stdin_filename or "-" not in self.request.paths:
            yield from read_paths([path], self.wishes)

    def _cache(self) -> "Cache":
        from claimlint.work.cache import Cache

        packs = (pack.sha256 for pack in self.linter.packs.infos)
        return Cache(cache_folder(os.environ), (repr(self.run.law), repr(self.wishes), *packs))

    def _leaves(self, path: str, is_folder: bool) -> bool:
        return bool(_why_left(self.finder, path, is_folder=is_folder, no_exclude=self.request.no_exclude))

    def tell_left_out(self) -> None:
        """Tell in one line which named files are left out, and why."""
        told = [f"{path} ({reason})" for path, reason in self.left_out[:MOST_NAMED]]
        more = len(self.left_out) - len(told)
        told += [f"{more} more"] if more else []
        if told:
            notice = f"left out: {', '.join(told)}; --no-exclude reads what settings leave out"
            tell(printable(notice).replace("\n", "?"))


def plan(request: Request) -> Plan:
    """Find the settings of all named paths, and check them. Raises ClaimlintError where they are faulty or differ."""
    if request.config and request.no_config:
        raise ClaimlintError("--config and --no-config exclude each other: give one of them")
    own = [request.given[key] for key in ("baseline", "allow") if key in request.given]
    finder = Finder(request.config, off=request.no_config, own=own)
    names = [request.stdin_filename if path == "-" else path for path in request.paths]
    governing = list(dict.fromkeys(finder.of(name) for name in names))
    run = run_of(governing, request.given)
    policies = Policies(finder, run)
    linter = Linter(run.law, run.patterns, policy=policies.of, cached=not request.no_cache, timeout=run.timeout or None)
    for settings in governing:
        policies.check(settings, linter.packs)
    linter.require_laws()
    reasons = [_why_left(finder, name, is_folder=is_folder(name), no_exclude=request.no_exclude) for name in names]
    kept = tuple(path for path, reason in zip(request.paths, reasons, strict=True) if not reason)
    left = tuple((name, reason) for name, reason in zip(names, reasons, strict=True) if reason)
    return Plan(request, run, linter, finder, kept, left)


def shown(request: Request) -> Iterator[str]:
    """Tell every setting for each path, or for the working directory. Raises ClaimlintError where one is faulty."""
    from claimlint.settings.show import show

    paths: Sequence[str] = request.paths or (".",)
    for number, path in enumerate(paths):
        run = plan(request._replace(paths=(path,))).run
        name = request.stdin_filename if path == "-" else path
        yield "\n" if number else ""
        yield from show(name, run, is_folder=is_folder(name))


def _linter(request: Request) -> Linter:
    return plan(request).linter


def _why_left(finder: Finder, path: str, *, is_folder: bool, no_exclude: bool) -> str | None:
    if finder.is_own(path, is_folder=is_folder):
        return "a file of claimlint's own"
    return None if no_exclude else finder.why_out(path, is_folder=is_folder)
