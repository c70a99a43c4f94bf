"""Where reports are written beside standard output."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from claimlint.cli.terminal import printable, tell
from claimlint.errors import ClaimlintError
from claimlint.findings import Report
from claimlint.writers import SUFFIXES, WRITERS, Options

SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable in which GitHub Actions names the file for a summary of the job."""


class Output(NamedTuple):
    """A file to write and the format it gets."""

    format: str
    path: Path


def output_of(wish: str) -> Output:
    """Read FORMAT:FILE, or FILE whose suffix says the format. Raises ClaimlintError with the known ones."""
    name, colon, file = wish.partition(":")
    if colon and name in WRITERS:
        return Output(name, _named(wish, file))
    path = _named(wish, wish)
    if path.suffix.lower() in SUFFIXES:
        return Output(SUFFIXES[path.suffix.lower()], path)
    raise ClaimlintError(
        f"--output {wish}: no format has the suffix {path.suffix!r}; known are {', '.join(SUFFIXES)}, "
        f"or put a format and a colon before the file: {_nearest(name if colon else path.suffix[1:])}:FILE"
    )


def _nearest(name: str) -> str:
    """Give the format that is spelt most like a name, or all."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, WRITERS, n=1)), "|".join(WRITERS))


def _named(wish: str, file: str) -> Path:
    path = Path(file)
    if not path.name or path.is_dir():
        raise ClaimlintError(f"--output {wish}: {file!r} is no file; name one, such as report.json")
    return path


def add_summary(report: Report, options: Options, environ: Mapping[str, str]) -> None:
    """Add the report as Markdown to the summary of a GitHub job, where there is one; warn where that fails."""
    name = environ.get(SUMMARY)
    if not name:
        return
    try:
        with open(name, "a", encoding="utf-8", newline="\n") as file:
            file.writelines(WRITERS["markdown"](report, options))
    except OSError as error:
        tell(f"{SUMMARY} {printable(name)}: cannot be written: {error.strerror}")
