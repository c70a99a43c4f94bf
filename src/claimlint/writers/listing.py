"""What the screen tells one by one: findings file by file, what was dismissed, what was not read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from claimlint.findings import Considered, Report
from claimlint.writers.card import card, place, quoted, spot
from claimlint.writers.groups import Group, folded, grouped
from claimlint.writers.options import Options
from claimlint.writers.paint import painter
from claimlint.writers.visible import visible
from claimlint.writers.wrap import wrapped


def listed(report: Report, options: Options) -> Iterator[list[str]]:
    """Give the sections of a report as lines."""
    yield from _files(report, options)
    yield from _considered(report, options)
    yield from _not_checked(report, options)


def _files(report: Report, options: Options) -> Iterator[list[str]]:
    """Give a section for each file's name and remark, then one for each group of findings in it."""
    remarks = {file.path: file.note for file in report.files if file.note}
    groups: dict[str, list[Group]] = defaultdict(list)
    for group in grouped(finding for finding in report.findings if finding.state == "new"):
        groups[group.lead.path].append(group)
    for path in dict.fromkeys([*(file.path for file in report.files), *groups]):
        if path in groups or path in remarks:
            yield _named(path, remarks.get(path, ""), options)
            yield from _cards(groups.get(path, []), options)


def _cards(groups: Iterable[Group], options: Options) -> Iterator[list[str]]:
    """Give each group; an explanation that was told once in a file is only pointed at from then on."""
    told: dict[tuple[object, ...], str] = {}
    for first, *others in folded(groups):
        yield card(first, options, told.get(first.explanation, ""), [spot(other.lead) for other in others])
        told.setdefault(first.explanation, spot(first.lead))


def _named(path: str, remark: str, options: Options) -> list[str]:
    """Give a file's name, whole so that it can be copied, and what is to be said of the file."""
    name = painter(options.color)(visible(path), "heading")
    return [name, *_indented(remark, options)]


def _indented(text: str, options: Options, indent: str = "  ") -> list[str]:
    """Give a text as an item with a hanging indent."""
    lines = wrapped(text, options.width - 2 * len(indent))
    return [f"{indent}{'' if number == 0 else indent}{line}" for number, line in enumerate(lines)]


def _considered(report: Report, options: Options) -> Iterator[list[str]]:
    """Give what was dismissed, by file, with the words that dismissed it."""
    paths: dict[str, list[str]] = defaultdict(list)
    for item in report.considered if options.considered else ():
        paths[item.path] += _indented(_dismissed(item), options)
    if paths:
        yield [painter(options.color)("Considered and dismissed", "heading")]
    for path, lines in paths.items():
        yield [visible(path), *lines]


def _dismissed(item: Considered) -> str:
    cue = item.dismissed_by
    return f"{place(item.start)} {quoted(item.text)} [{item.rule}] dismissed: {cue.effect} {quoted(cue.text)}"


def _not_checked(report: Report, options: Options) -> Iterator[list[str]]:
    if report.not_checked:
        yield [painter(options.color)("Not checked", "heading")]
    for item in report.not_checked:
        yield [visible(item.path), *_indented(item.reason, options)]
