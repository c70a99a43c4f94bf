"""`claimlint rules`: a table of the rules, or a page for each."""

from __future__ import annotations

from pathlib import Path

import click

from claimlint import catalog
from claimlint.cli.options import patterns_option
from claimlint.cli.terminal import fail, put, save, tell
from claimlint.errors import ClaimlintError
from claimlint.findings import LEVELS
from claimlint.linter import Linter


@click.command("rules")
@click.option("--topic", help="Only rules of this topic.")
@click.option("--law", default="us", show_default=True, help="The law whose levels are shown.")
@click.option("--level", type=click.Choice(LEVELS), help="Only rules of this level under that law.")
@click.option(
    "--pages", nargs=2, metavar="CORPUS DIR", type=click.Path(path_type=Path, file_okay=False),
    help="Write a Markdown page for every rule, with its measures on CORPUS, and an index into the folder DIR.",
)  # fmt: skip
@patterns_option
def command(
    topic: str | None, law: str, level: str | None, pages: tuple[Path, Path] | None, patterns: tuple[Path, ...]
) -> None:
    """List the rules: id, level, topic, kind of statement, title."""
    try:
        if pages:
            write_pages(*pages, patterns)
        else:
            put([catalog.table(Linter(patterns=patterns).packs.pack, topic, law, level)])
    except ClaimlintError as error:
        fail(str(error))


def write_pages(corpus: Path, folder: Path, patterns: tuple[Path, ...]) -> None:
    """Write the pages, and remove those of rules that are gone.

    Raises ClaimlintError where the folder holds pages that are not of this kind.
    """
    from claimlint import evidence, pages
    from claimlint.evaluate import evaluate
    from claimlint.packs.folders import shipped
    from claimlint.selftest import Bench

    kept = list(folder.glob("*.md"))
    index = folder / pages.INDEX
    if kept and not (index.is_file() and index.read_text(encoding="utf-8").startswith(pages.TITLE)):
        raise ClaimlintError(f"--pages {folder}: holds other Markdown files; name an empty folder")
    tallies = evaluate(corpus, Linter(patterns=patterns)).rules
    bench = Bench([shipped(), *patterns])
    texts = pages.pages(bench.pack, tallies, evidence.firings(bench, corpus))
    folder.mkdir(parents=True, exist_ok=True)
    for path in kept:
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        save(folder / name, [text])
    tell(f"wrote {len(texts)} pages to {folder}")
