"""What the tokens of a script look like: in code, in templates, in the heads and bodies of elements.

No pattern may take more than linear time, matched where the one before it ended.
"""

from __future__ import annotations

import re

LEADING = frozenset(
    "return case default yield await typeof void delete in of instanceof else do new throw extends".split()
)
"""Words that an expression follows."""
CONDITIONS = frozenset({"if", "while", "for", "with"})

CODE = re.compile(
    r"""\s*(?:(?P<number>\d[\w.]*)|(?P<line>//[^\r\n]*|\A\#![^\r\n]*)|(?P<word>[\w$@\#][\w$]*)
    |(?P<string>"[^"\\\r\n]*(?:\\(?:\r\n|.)[^"\\\r\n]*)*"?|'[^'\\\r\n]*(?:\\(?:\r\n|.)[^'\\\r\n]*)*'?)
    |(?P<comment>/\*)|(?P<less><)|(?P<template>`)
    |(?P<open>[(\[{])|(?P<close>[)\]}])
    |(?P<sign>=>|\+\+|--|&&|\|\||\?\?|\?\.|\.{3}|[=!]==?|[-+*%&|^>]=|.)|\Z)""",
    re.S | re.X,
)
REGEX = re.compile(r"/(?:[^/\\\[\r\n]|\\[^\r\n]|\[(?:[^\]\\\r\n]|\\[^\r\n])*\])+/[a-z]*")
GENERIC = re.compile(r"<(?:[\w\s,.|&\[\]?:]|\{[\w\s,.|&\[\]?:;]{0,200}\}){1,200}>(?=[(`])")
CHUNK = re.compile(r"[^`\\$]*(?:(?:\\.|\$(?!\{))[^`\\$]*)*", re.S)
TAG = re.compile(r"<(?P<name>[A-Za-z_$][\w$.:-]*(?=[\s/>{<])|(?=>))(?!\s*(?:,|=|extends\b))(?:<[^<>{}]{1,200}>)?")
CLOSING = re.compile(r"</\s*(?P<name>[\w$.:-]*)\s*>")
HEAD = re.compile(
    r"""\s*(?:(?P<line>//[^\r\n]*)|(?P<comment>/\*)|(?P<end>/\s*>)|(?P<children>>)|(?P<is>=)
    |(?P<attribute>[\w$@][\w$:.-]*)|(?P<value>"[^"]*"|'[^']*')|(?P<open>\{)|(?P<lost>.)|\Z)""",
    re.S | re.X,
)
BODY = re.compile(
    r"(?P<text>(?:[^<{}]+|<(?![A-Za-z_$/>]))+)|(?P<open>\{)|(?P<close>\})|(?P<less><)",
)
LINE_TEXT = re.compile(r"[^<{}\r\n]+")
LINE_END = re.compile(r"[\r\n]|\Z")
