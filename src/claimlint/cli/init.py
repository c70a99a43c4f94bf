"""`claimlint init`: look at a folder and write settings that fit it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from claimlint.cli.terminal import fail, printable, put, save
from claimlint.errors import ClaimlintError
from claimlint.settings import NAME
from claimlint.settings.start import first_settings
from claimlint.settings.survey import Survey, survey


@click.command("init")
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help=f"Write over a {NAME} that is there.")
def command(folder: Path, force: bool) -> None:
    """Look at a folder (default: this one) and write a commented settings file that fits it."""
    try:
        found = start(folder, force=force)
    except ClaimlintError as error:
        fail(str(error))
    put([f"{printable(line)}\n" for line in told(found, folder)])


def start(folder: Path, *, force: bool) -> Survey:
    """Write the settings file and give what was found. Raises ClaimlintError where one is there already."""
    target = folder / NAME
    if not folder.is_dir():
        raise ClaimlintError(f"{folder}: is no folder; name the top of the repository that holds the copy")
    if (target.exists() or target.is_symlink()) and not force:
        raise ClaimlintError(f"{target}: is there already and stays as it is; --force writes a new one over it")
    found = survey(folder)
    save(target, [first_settings(found)])
    return found


def told(found: Survey, folder: Path) -> Iterator[str]:
    """Tell what was found and what to do next."""
    kinds = ", ".join(f"{count} {suffix}" for suffix, count in found.suffixes) or "no files of a kind that is read"
    yield f"found: {kinds}"
    for what, places in (
        ("reviews", found.told), ("legal texts, left out", found.legal),
        ("other languages, left out", found.foreign), ("no copy, left out", found.tools),
        ("brand", (found.brand,) if found.brand else ()),
    ):  # fmt: skip
        if places:
            yield f"found {what}: {', '.join(places)}"
    yield f"wrote {folder / NAME}"
    yield "next:"
    yield f"  claimlint check {folder} --show-settings    what holds, and why"
    yield f"  claimlint check {folder}                    the first findings"
    yield "  claimlint baseline write             keep what is there, so that only new findings fail"
    yield "  .pre-commit-config.yaml              add the hook `claimlint`, see the README"
