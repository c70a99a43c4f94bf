"""All that is to be told of findings when one points at them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from claimlint.findings import Approval, Finding
from claimlint.writers.card import CUE_NOTES
from claimlint.writers.gfm import WEB
from claimlint.writers.groups import Group
from claimlint.writers.plain import line, short

MARKUP = re.compile(r"[\\`*_\[\]<>~|$@]|&(?=#?\w+;)|\A[#+=-]|(?<=\d)[.)](?=\s)|:(?=/)|(?<=www)\.", re.I)
"""What Markdown would read, at the start of a line or anywhere in it."""
MOST = 60


class Style(NamedTuple):
    """How texts are written for an editor: as they are, with weight, leading to an address."""

    text: Callable[[str], str]
    strong: Callable[[str], str]
    linked: Callable[[str, str], str]


def prose(text: str) -> str:
    """Give text on one line that no Markdown, HTML or address is read in."""
    return MARKUP.sub(r"\\\g<0>", line(text))


def _linked(text: str, url: str) -> str:
    return f"[{prose(text)}]({url})" if WEB.fullmatch(url) else prose(text)


def _spelt(text: str, url: str) -> str:
    return f"{line(text)} ({url})" if WEB.fullmatch(url) else line(text)


MARKDOWN = Style(prose, lambda text: f"**{prose(text)}**", _linked)
PLAIN = Style(line, line, _spelt)


def told(groups: Sequence[Group], style: Style) -> str:
    """Give the whole story of what the laws say about each span."""
    return "\n\n---\n\n".join("\n\n".join(_sections(group, style)) for group in groups)


def _sections(group: Group, style: Style) -> Iterator[str]:
    lead = group.lead
    yield f"{style.strong(lead.title)} ({lead.level}, {style.text(lead.rule)})"
    if lead.approval:
        yield style.text(_approved(lead.approval))
    yield from map(style.text, group.whys)
    yield from _list("Law", [_law(finding, style) for finding in group.findings if finding.basis], style)
    yield from _list("Instead", map(style.text, group.instead), style)
    facts = (f"{style.linked(f'{s.by} {s.kind}, {s.year}', s.source)}: {style.text(s.said)}" for s in group.seen)
    yield from _list("Seen", facts, style)
    yield from _list("Words nearby", _cues(group, style), style)


def _list(title: str, items: Iterable[str], style: Style) -> Iterator[str]:
    lines = [f"- {item}" for item in items]
    if lines:
        yield "\n".join([style.strong(title), "", *lines])


def _approved(approval: Approval) -> str:
    by = f" by {approval.by}" if approval.by else ""
    until = f", until {approval.expires}" if approval.expires else ""
    return f"Approved{by} in {approval.place}{until}: {approval.reason}"


def _law(finding: Finding, style: Style) -> str:
    cites = "; ".join(style.linked(basis.cite, basis.url) for basis in finding.basis)
    return f"{style.text(finding.law.upper())} {style.text(finding.class_)}: {cites}"


def _cues(group: Group, style: Style) -> Iterator[str]:
    for cue in group.cues:
        if cue.effect in CUE_NOTES:
            before, after = CUE_NOTES[cue.effect]
            yield style.text(f'{before} "{short(cue.text, MOST)}" {after}')
