"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from claimlint.review import places
from claimlint.settings import DEFAULTS, NAME

Command = TypeVar("Command", bound=Callable[..., Any])


def patterns_option(command: Command) -> Command:
    """Add --patterns."""
    return click.option(
        "--patterns", "patterns", multiple=True, metavar="DIR", type=click.Path(path_type=Path),
        help="A folder of your own packs, laid over the shipped one (repeatable).",
    )(command)  # fmt: skip


def _laws(context: click.Context, option: click.Parameter, names: str | None) -> tuple[str, ...] | None:
    laws = tuple(name.strip() for name in (names or "").split(",") if name.strip())
    if names is not None and not laws:
        raise click.BadParameter(f"{names!r} names no law; write it as in: --law us")
    return laws or None


law_option = click.option(
    "--law", "laws", metavar="LAW[,LAW]", callback=_laws, help="Under which laws to read (default: us)."
)  # fmt: skip


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
