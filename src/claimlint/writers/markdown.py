"""The report as a comment on a pull request: the sum, tables by level, the rest folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimlint.findings import LEVELS, Finding, Gone, NotChecked, Report
from claimlint.writers.gfm import linked, prose, quoted
from claimlint.writers.groups import Group, grouped
from claimlint.writers.message import HIDDEN, approved, relative, spot
from claimlint.writers.options import Options
from claimlint.writers.tally import aside, verdict

ROOM = 60_000
"""Characters of a comment: GitHub takes 65,536."""
DETAILS = 9_000
"""Characters left to each folded part."""
MOST_CLAIM, MOST_PATH = 120, 160
MOST_INSTEAD = 2

HEADINGS = {"error": "Errors", "warning": "Warnings", "note": "Notes"}
TABLE = "| Place | Words | Rule | Write instead |\n| --- | --- | --- | --- |\n"


def write_markdown(report: Report, options: Options) -> Iterator[str]:
    """Give the comment section by section, never longer than a comment may be."""
    folded = [*_folded(report, options)]
    yield f"### claimlint: {prose(verdict(report))}\n\n"
    if told := aside(report):
        yield f"{prose(told)}\n\n"
    yield from _tables(report, ROOM - 1_000 - sum(map(len, folded)), options)
    yield from folded


def _tables(report: Report, room: int, options: Options) -> Iterator[str]:
    """Give a table of findings for each level, as far as there is room, most severe first."""
    groups = grouped(finding for finding in report.findings if finding.state == "new")
    for level in LEVELS:
        rows = [_row(group, options) for group in groups if group.lead.level == level]
        if not rows:
            continue
        table = f"#### {HEADINGS[level]}\n\n{TABLE}{''.join(fitting(rows, room, '|'))}\n"
        room = max(0, room - len(table))
        yield table


def fitting(rows: Sequence[str], room: int, mark: str) -> Iterator[str]:
    """Give the rows that fit, and the number of those that do not, on a row that begins with `mark`."""
    for number, row in enumerate(rows):
        room -= len(row)
        if room < 0:
            yield f"{mark} … and {len(rows) - number:,} more\n"
            return
        yield row


def _row(group: Group, options: Options) -> str:
    lead = group.lead
    laws = ", ".join(f"{prose(each.law)} {each.level}" for each in group.findings)
    instead = "<br>".join(map(prose, group.instead[:MOST_INSTEAD]))
    rule = f"{prose(lead.title)}<br>{quoted(lead.rule, MOST_CLAIM)} ({laws})"
    return f"| {_place(lead, options)} | {quoted(lead.text, MOST_CLAIM)} | {rule} | {instead} |\n"


def _place(finding: Finding, options: Options) -> str:
    return f"{quoted(relative(finding.path, options.root), MOST_PATH)} {prose(spot(finding))}"


def _folded(report: Report, options: Options) -> Iterator[str]:
    """Give what is read on request only: the reasons, what no longer counts, what was not read."""
    new = [finding for finding in report.findings if finding.state == "new"]
    yield from _fold("Why, and under which law", _reasons(new))
    for state in HIDDEN:
        yield from _fold(
            state.capitalize(), [_settled(each, options) for each in report.findings if each.state == state]
        )
    yield from _fold("Gone since the baseline", [_gone(item, options) for item in report.gone or ()])
    yield from _fold("Not checked", [_unread(item, options) for item in report.not_checked])


def _fold(title: str, rows: Sequence[str]) -> Iterator[str]:
    if rows:
        body = "".join(fitting(rows, DETAILS, "-"))
        yield f"<details><summary>{title} ({len(rows):,})</summary>\n\n{body}\n</details>\n\n"


def _reasons(findings: Iterable[Finding]) -> list[str]:
    """Give the reason of each rule and the provisions of each law, once."""
    told: dict[str, dict[str, None]] = {}
    for finding in findings:
        cites = told.setdefault(f"- {quoted(finding.rule, MOST_CLAIM)} {prose(finding.why)}", {})
        cites.update(dict.fromkeys(linked(basis.cite, basis.url) for basis in finding.basis))
    return [" ".join([reason, "; ".join(cites)]).rstrip() + "\n" for reason, cites in told.items()]


def _settled(finding: Finding, options: Options) -> str:
    words = f"{quoted(finding.text, MOST_CLAIM)} {quoted(finding.rule, MOST_CLAIM)} ({prose(finding.law)})"
    reason = f": {prose(approved(finding))}" if finding.approval else ""
    return f"- {_place(finding, options)} {words}{reason}\n"


def _gone(item: Gone, options: Options) -> str:
    path = quoted(relative(item.path, options.root), MOST_PATH)
    return f"- {path} {quoted(item.text, MOST_CLAIM)} {quoted(item.rule, MOST_CLAIM)}\n"


def _unread(item: NotChecked, options: Options) -> str:
    return f"- {quoted(relative(item.path, options.root), MOST_PATH)} {prose(item.reason)}\n"
