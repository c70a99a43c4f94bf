"""Template code in a page: which stretches of it are no copy."""

from __future__ import annotations

import re
from collections.abc import Iterable

FILL = "\x1f"
"""Stands for each character of code: space to whoever reads words, part of a value to whoever reads attributes."""
IN_LINE = re.compile(r"[^\r\n]+")
Span = tuple[int, int]

STARTS = ("{{", "{%", "{#", "{!!", "<%", "<?", "<![CDATA[")
CODE = re.compile(
    r"""
      \{\{!?-- [^-{]* (?: (?: -(?!-\}\}) | \{(?!\{!?--) ) [^-{]* )* --\}\}
    | \{\{ [^{}<]* (?: (?: \{(?!\{) | \}(?!\}) | <(?![/!]) ) [^{}<]* )* \}\}\}?
    | \{% [^%{]* (?: (?: %(?!\}) | \{(?!%) ) [^%{]* )* %\}
    | \{\# [^\#{]* (?: (?: \#(?!\}) | \{(?!\#) ) [^\#{]* )* \#\}
    | \{!! [^!{]* (?: (?: !(?!!\}) | \{(?!!!) ) [^!{]* )* !!\}
    | <% [^%<]* (?: (?: %(?!>) | <(?!%) ) [^%<]* )* %>
    | <\?(?=[=\s]) [^?<]* (?: (?: \?(?!>) | <(?!\?) ) [^?<]* )* \?>
    | <\?php\b (?s:.)*? (?: \?> | \Z )
    | <!\[CDATA\[ | \]\]>
    """,
    re.X,
)
"""Code with its signs. None goes on over the next sign of its kind, so many that are never closed cost little.

The signs of CDATA count as code, what stands between them does not.
"""
BLOCK = re.compile(r"\{%[-+~]?\s*(end)?(comment|schema|javascript|stylesheet)\b")
"""Tags with no copy between them and their ends."""
FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?:.*\n)*?---[ \t]*(?:\r?\n|\Z)")


def without_code(text: str) -> str:
    """Give a text of the same lines with filling in place of template code."""
    return filled(text, _code(text)) if any(start in text for start in STARTS) else text


def without_front_matter(text: str) -> str:
    """Give a text of the same lines with filling in place of what stands between two lines of dashes at its top."""
    front = FRONT_MATTER.match(text)
    return filled(text, [front.span()]) if front else text


def filled(text: str, spans: Iterable[Span]) -> str:
    """Give a text of the same lines with filling in place of spans, which may lie within each other."""
    parts, read = [], 0
    for start, end in sorted(spans):
        if end > read:
            start = max(start, read)
            parts += [text[read:start], IN_LINE.sub(_fill, text[start:end])]
            read = end
    return "".join([*parts, text[read:]])


def _fill(match: re.Match[str]) -> str:
    return FILL * len(match.group())


def _code(text: str) -> list[Span]:
    spans: list[Span] = []
    begun: dict[str, int] = {}
    for code in CODE.finditer(text):
        spans.append(code.span())
        block = BLOCK.match(text, *code.span())
        if block and not block[1]:
            begun.setdefault(block[2], code.start())
        elif block and block[2] in begun:
            spans.append((begun.pop(block[2]), code.end()))
    return spans
