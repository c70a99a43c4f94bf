"""Findings as JUnit XML: a suite for each law with a case for each file, and one for the run itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from claimlint.findings import LEVELS, Finding, Gone, Level, NotChecked, Report, levels_from
from claimlint.writers.message import MOST_WORDS, message, relative, spot
from claimlint.writers.options import Options
from claimlint.writers.plain import harmless, line, short
from claimlint.writers.tally import aside, count, verdict

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Suite(NamedTuple):
    """A suite with its cases written out: `failures` and `errors` count cases."""

    name: str
    cases: Sequence[str]
    failures: int = 0
    errors: int = 0
    extra: str = ""


def write_junit(report: Report, options: Options) -> Iterator[str]:
    """Give the suites: a case fails by new findings from `--fail-on` up, a file that was not read is an error."""
    laws = dict.fromkeys(law for file in report.files for law in file.verdict)
    suites = [*(_law(report, law, options) for law in laws), _run(report, options)]
    sums = {
        "tests": sum(len(suite.cases) for suite in suites),
        "failures": sum(suite.failures for suite in suites),
        "errors": sum(suite.errors for suite in suites),
    }
    yield f"{HEAD}<testsuites{_attributes(name='claimlint', **sums)}>\n"
    for suite in suites:
        yield from _suite(suite)
    yield "</testsuites>\n"


def _suite(suite: Suite) -> Iterator[str]:
    counts = _attributes(name=suite.name, tests=len(suite.cases), failures=suite.failures, errors=suite.errors)
    yield f" <testsuite{counts}>\n{suite.extra}"
    yield from suite.cases
    yield " </testsuite>\n"


def _law(report: Report, law: str, options: Options) -> Suite:
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding.law == law:
            findings[finding.path].append(finding)
    failing = {path for path, found in findings.items() if any(_fails(finding, options.fail_on) for finding in found)}
    paths = [file.path for file in report.files if law in file.verdict]
    cases = [_case(path, law, findings.get(path, ()), options) for path in paths]
    return Suite(f"claimlint.{law}", cases, len(failing.intersection(paths)))


def _case(path: str, law: str, findings: Sequence[Finding], options: Options) -> str:
    """Give a file's case: one failure with all that fails it, since most readers show but the first."""
    failing = [finding for finding in findings if _fails(finding, options.fail_on)]
    others = [finding for finding in findings if finding not in failing]
    body = ""
    if failing:
        level = min((finding.level for finding in failing), key=LEVELS.index)
        body += f"   <failure{_attributes(type=level, message=_sum(failing))}>{_told(failing)}</failure>\n"
    if others:
        body += f"   <system-out>{_told(others)}</system-out>\n"
    head = _attributes(name=relative(path, options.root), classname=f"claimlint.{law}")
    return f"  <testcase{head}>\n{body}  </testcase>\n" if body else f"  <testcase{head}/>\n"


def _run(report: Report, options: Options) -> Suite:
    """Give the suite of the run: its counts, what is gone, and an error for each file that was not read."""
    counts = {**report.summary, **({} if report.gone is None else {"gone": len(report.gone)})}
    rows = "".join(f"   <property{_attributes(name=name, value=value)}/>\n" for name, value in counts.items())
    lines = [verdict(report), aside(report), *map(_gone, report.gone or ())]
    told = _text("\n".join(filter(None, lines)))
    extra = f"  <properties>\n{rows}  </properties>\n  <system-out>{told}</system-out>\n"
    cases = [_unread(item, options) for item in report.not_checked]
    return Suite("claimlint", cases, 0, len(cases), extra)


def _unread(item: NotChecked, options: Options) -> str:
    head = _attributes(name=relative(item.path, options.root), classname="claimlint")
    return (
        f"  <testcase{head}>\n   <error{_attributes(type='not checked', message=line(item.reason))}/>\n  </testcase>\n"
    )


def _gone(item: Gone) -> str:
    return f"gone: {line(item.path)} {item.rule} {short(item.text, MOST_WORDS)}"


def _fails(finding: Finding, threshold: Level) -> bool:
    return finding.state == "new" and finding.level in levels_from(threshold)


def _sum(findings: Sequence[Finding]) -> str:
    levels = [finding.level for finding in findings]
    return ", ".join(count(levels.count(level), level) for level in LEVELS if level in levels)


def _told(findings: Sequence[Finding]) -> str:
    return _text("\n\n".join(f"{spot(each)} {each.level} {each.rule}\n{message(each)}" for each in findings))


def _text(text: str) -> str:
    return escape(harmless(text))


def _attributes(**values: str | int) -> str:
    return "".join(f" {name}={quoteattr(harmless(str(value)))}" for name, value in values.items())
