"""The report for the screen: file by file, finding by finding, then what was dismissed or not read, then the sum."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from claimlint.findings import REVIEW, Considered, Report
from claimlint.writers.groups import Group, folded, grouped
from claimlint.writers.options import Options
from claimlint.writers.paint import painter
from claimlint.writers.tally import count, verdict
from claimlint.writers.visible import visible
from claimlint.writers.wrap import wrapped

HIDDEN = ("known", "suppressed")
"""The counts, by their names in the summary, of findings that are not told one by one."""

COMMAND = re.compile(r"^([^\S\n]*)::", re.M)

HINT = "`claimlint explain RULE` tells more."


def write_screen(report: Report, options: Options) -> Iterator[str]:
    """Give the whole report as text for a terminal, section by section."""
    for sections in (_files(report, options), _considered(report, options), _not_checked(report, options)):
        yield from (_joined([*section, "\n"]) for section in sections)
    yield _joined([*_ending(report, options), ""])


def _joined(lines: Iterable[str]) -> str:
    """Give lines as text in which none is a command to a service that obeys its log (`::error::`)."""
    return COMMAND.sub(r"\1\\::", "\n".join(lines))


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
    from claimlint.writers.card import card, spot  # a clean run shows none

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
    from claimlint.writers.card import place, quoted

    cue = item.dismissed_by
    return f"{place(item.start)} {quoted(item.text)} [{item.rule}] dismissed: {cue.effect} {quoted(cue.text)}"


def _not_checked(report: Report, options: Options) -> Iterator[list[str]]:
    if report.not_checked:
        yield [painter(options.color)("Not checked", "heading")]
    for item in report.not_checked:
        yield [visible(item.path), *_indented(item.reason, options)]


def _ending(report: Report, options: Options) -> list[str]:
    """Give the sum of the report and, where a rule was named, how to read more of it."""
    paint = painter(options.color)
    lines = [paint(line, "heading") for line in wrapped(_sum(report, options), options.width)]
    named = any(finding.state == "new" and finding.law != REVIEW for finding in report.findings)
    named = named or bool(options.considered and report.considered)
    return [*lines, paint(HINT, "quiet")] if named else lines


def _sum(report: Report, options: Options) -> str:
    summary = report.summary
    pointer = "" if options.considered else " (--considered shows them)"
    hidden = [f"{summary[state]:,} {state}" for state in HIDDEN if summary[state]]
    sentences = [
        verdict(report),
        f"{summary['considered']:,} dismissed{pointer}." if summary["considered"] else "",
        f"{' and '.join(hidden)} not shown." if hidden else "",
        f"{len(report.gone):,} gone from the copy: `claimlint baseline prune`." if report.gone else "",
        f"{count(summary['not_checked'], 'file')} not checked." if summary["not_checked"] else "",
    ]
    return " ".join(filter(None, sentences))
