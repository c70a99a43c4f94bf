"""What a command that checks copy is asked."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from claimlint.readers import STDIN
from claimlint.settings import Given

KEYS = {
    "law": "laws", "patterns": "patterns", "fail-on": "fail_on", "level": "level", "fields": "fields", "baseline": "baseline",
    "allow": "allow", "timeout": "timeout",
}  # fmt: skip
"""What an option may say in place of a settings file, and the name of its parameter."""


class Request(NamedTuple):
    """What is to be checked, and how. `given` holds what the command line says over the settings, by key."""

    paths: tuple[str, ...]
    given: Given
    config: Path | None = None
    no_config: bool = False
    no_exclude: bool = False
    stdin_filename: str = STDIN
    diff_base: str | None = None
    jobs: int | None = None
    no_cache: bool = False


def request_of(paths: Sequence[str], options: Mapping[str, Any]) -> Request:
    """Make a request of the options that a command has, by the names of their parameters."""
    given = {key: value for key, name in KEYS.items() if (value := options.get(name)) not in (None, ())}
    kept = {name: options[name] for name in Request._fields if name in options}
    return Request(tuple(paths), given, **kept)
