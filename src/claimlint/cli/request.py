"""What a command that checks copy is asked: its options, and the request that they make."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from claimlint.cli.shared import law_option, patterns_option
from claimlint.readers import STDIN
from claimlint.review import places
from claimlint.settings import DEFAULTS, NAME, Given

Command = TypeVar("Command", bound=Callable[..., Any])

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


CONFIG_OPTIONS = (
    click.option(
        "--config", metavar="FILE", type=click.Path(path_type=Path),
        help=f"Settings for all files (default: the nearest {NAME}).",
    ),
    click.option("--no-config", is_flag=True, help="Read no settings file."),
)  # fmt: skip
BASELINE_OPTION = click.option(
    "--baseline", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
    help=f"The file of known findings (default: the nearest {places.BASELINE}).",
)  # fmt: skip
OPTIONS = (
    law_option,
    patterns_option,
    click.option(
        "--field", "fields", multiple=True, metavar="NAME",
        help="Of data files read only this field: a key, a column, or a pattern such as /products/*/title (repeatable).",
    ),
    BASELINE_OPTION,
    click.option(
        "--allow", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
        help=f"The file of approved findings (default: the nearest {places.APPROVALS}).",
    ),
    *CONFIG_OPTIONS,
    click.option("--no-exclude", is_flag=True, help="Also read what the settings leave out."),
    click.option(
        "--jobs", "-j", type=click.IntRange(1, 256), metavar="N",
        help="Check in so many processes (default: as many as there are processors, if there is enough to do).",
    ),
    click.option(
        "--timeout", type=click.FloatRange(min=0), metavar="SECONDS",
        help=f"Leave a document that takes longer unchecked, and tell so; 0 is no limit (default: {DEFAULTS['timeout']}).",
    ),
    click.option("--no-cache", is_flag=True, help="Neither use nor keep anything of other runs."),
)  # fmt: skip
"""What every command takes that checks copy."""


def options(*added: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Add options to a command, in this order."""

    def with_options(command: Command) -> Command:
        for option in reversed(added):
            command = option(command)
        return command

    return with_options
