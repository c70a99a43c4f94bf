"""Svelte and Astro components: HTML with code in single braces, in which further HTML may stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimlint.readers import html
from claimlint.readers.formats import Copy, Wishes
from claimlint.readers.html.templates import Span, filled, without_front_matter

SIGN = re.compile(r"=>|[{}>]|<(?:(?P<raw>script|style)\b(?s:.)*?(?:</(?P=raw)|\Z)|(?=[A-Za-z/]))", re.I)


@dataclass
class Braces:
    """Open braces: where they begin, and from where to where tags stand in them."""

    start: int
    first: int = 0
    last: int = 0


def read(text: str, wishes: Wishes) -> Copy:
    """Read a component: the words of its tags, not its code."""
    text = without_front_matter(text)
    return html.read(filled(text, _code(text)), wishes)


def _code(text: str) -> list[Span]:
    """Give what stands in braces, before the first tag in them and behind the last."""
    spans: list[Span] = []
    open_: list[Braces] = []
    for sign in SIGN.finditer(text):
        mark, at = sign.group(), sign.start()
        if mark == "{":
            open_.append(Braces(at))
        elif open_ and mark == "}":
            inner = open_.pop()
            spans += [(inner.start, inner.first), (inner.last, at + 1)] if inner.first else [(inner.start, at + 1)]
            if open_ and inner.first:
                _add_tag(open_[-1], inner.first, inner.last)
        elif open_ and mark[0] == "<":
            _add_tag(open_[-1], at, at)
        elif open_ and mark == ">" and open_[-1].first:
            open_[-1].last = at + 1
    return spans


def _add_tag(braces: Braces, start: int, end: int) -> None:
    braces.first = braces.first or start
    braces.last = max(braces.last, end)
