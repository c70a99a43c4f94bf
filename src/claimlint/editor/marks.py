"""Findings as diagnostics: one for each span, however many laws object to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol import types

from claimlint.editor.checking import Checked, Text
from claimlint.editor.client import Client
from claimlint.editor.places import TOP, span
from claimlint.findings import Finding, Level
from claimlint.writers.gfm import WEB
from claimlint.writers.groups import Group, grouped
from claimlint.writers.plain import line

NAME = "claimlint"
SEVERITIES: dict[Level, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What the laws say about a span, and the diagnostic that shows it."""

    group: Group
    diagnostic: types.Diagnostic


def marks(checked: Checked, client: Client) -> tuple[Mark, ...]:
    """Give the marks of a text, first those of new findings; what is approved or known is only hinted at."""
    found = checked.report.findings
    groups = [*grouped(f for f in found if f.state == "new"), *grouped(f for f in found if f.state != "new")]
    return tuple(Mark(group, _diagnostic(group, checked.text, client)) for group in groups)


def remarks(checked: Checked) -> Iterator[types.Diagnostic]:
    """Give what is to be told at the top of a text: why it was not checked, or how else it was read."""
    reasons = [f"Not checked: {item.reason}" for item in checked.report.not_checked]
    for reason in [*reasons, *(file.note for file in checked.report.files if file.note)]:
        yield types.Diagnostic(TOP, line(reason), severity=types.DiagnosticSeverity.Information, source=NAME)


def _diagnostic(group: Group, text: Text, client: Client) -> types.Diagnostic:
    lead = group.lead
    where = span(text.source, lead.start, lead.end, client.encoding)
    href = next((basis.url for basis in lead.basis if WEB.fullmatch(basis.url)), None)
    return types.Diagnostic(
        where,
        _message(lead),
        severity=SEVERITIES[lead.level] if lead.state == "new" else types.DiagnosticSeverity.Hint,
        code=lead.rule,
        code_description=types.CodeDescription(href) if href else None,
        source=NAME,
        related_information=[
            types.DiagnosticRelatedInformation(types.Location(text.uri, where), _law(finding))
            for finding in group.findings
            if finding.basis
        ]
        if client.is_relating
        else None,
        data={
            "fingerprint": lead.fingerprint, "rule": lead.rule, "also": group.also, "state": lead.state,
            "laws": [finding.law for finding in group.findings],
        },
    )  # fmt: skip


def _message(lead: Finding) -> str:
    if lead.state == "new":
        return line(f"{lead.title}. {lead.why}")
    told = f"approved: {lead.approval.reason}" if lead.approval else lead.state
    return line(f"{lead.title} ({told})")


def _law(finding: Finding) -> str:
    cites = "; ".join(basis.cite for basis in finding.basis)
    return line(f"{finding.law.upper()} {finding.class_} ({finding.level}): {cites}")
