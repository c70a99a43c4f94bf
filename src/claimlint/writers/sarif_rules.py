"""The rules of a SARIF run: only those that its findings name, each told once for all laws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from claimlint.findings import LEVELS, Basis, Finding, Seen
from claimlint.writers.gfm import linked, prose


def rules(findings: Iterable[Finding]) -> dict[str, Mapping[str, Any]]:
    """Give the descriptor of each rule by its id, in the order in which they come."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.rule, []).append(finding)
    return {rule: _descriptor(rule, told) for rule, told in found.items()}


def _descriptor(rule: str, findings: Sequence[Finding]) -> Mapping[str, Any]:
    first = findings[0]
    level = min((finding.level for finding in findings), key=LEVELS.index)
    links = [basis.url for finding in findings for basis in finding.basis]
    return {
        "id": rule,
        "name": "".join(word.capitalize() for word in rule.split("-")),
        "shortDescription": {"text": f"{first.title}."},
        "fullDescription": {"text": first.why},
        "help": {"text": "\n".join(_plain(findings)), "markdown": "\n".join(_markdown(findings))},
        **({"helpUri": links[0]} if links else {}),
        "defaultConfiguration": {"level": level},
        "properties": {"tags": sorted({tag for each in findings for tag in (each.law, each.class_, each.says)})},
    }


def _plain(findings: Sequence[Finding]) -> Iterator[str]:
    yield findings[0].why
    yield from (f"Instead: {text}" for text in findings[0].instead)
    yield from (f"Law: {basis.cite} {basis.url}" for basis in _basis(findings))
    yield from (f"Seen: {_fact(seen)} {seen.source}" for seen in findings[0].seen)


def _markdown(findings: Sequence[Finding]) -> Iterator[str]:
    yield prose(findings[0].why)
    if findings[0].instead:
        yield from ("\n**Write instead**\n", *(f"- {prose(text)}" for text in findings[0].instead))
    if basis := _basis(findings):
        yield from ("\n**Law**\n", *(f"- {linked(each.cite, each.url)}" for each in basis))
    if findings[0].seen:
        yield from ("\n**Seen**\n", *(f"- {linked(_fact(seen), seen.source)}" for seen in findings[0].seen))


def _basis(findings: Iterable[Finding]) -> list[Basis]:
    """Give the provisions of all laws, each once."""
    return list(dict.fromkeys(basis for finding in findings for basis in finding.basis))


def _fact(seen: Seen) -> str:
    return f"{seen.by}, {seen.kind}, {seen.year}: {seen.said}"
