"""How comments that let findings stand are written in each format. Loaded where a text may hold one."""

import re
from functools import lru_cache
from typing import NamedTuple

from claimlint.readers.formats import FORMATS, suffix_of

LONGEST, NEAR = 2000, 80
"""Characters of a comment, and of them before the name: one that is not closed by then is none."""
REST_OF_LINE = re.compile(r"[ \t]*(?=[\r\n]|\Z)")
LINE_END = re.compile(r"[\r\n]|\Z")
ASKED = re.compile(r"claimlint:\s*(?P<verb>[\w-]*)\s*(?:\[(?P<rules>[^\]]*)\])?(?P<reason>.*)", re.S)


class Form(NamedTuple):
    """How a comment opens and closes: a block at its `closer`; a line with its line, where a `closer` may stand.

    A line that is `alone` has nothing before it.
    """

    opener: str
    closer: str = ""
    is_line: bool = False
    alone: bool = False


MARKUP = (
    Form("<!--", "-->"), Form("{{!--", "--}}"), Form("{{--", "--}}"), Form("<%#", "%>"), Form("<%--", "--%>"),
    Form("{#", "#}"), Form("{% comment %}", "{% endcomment %}"), Form("{% #", "%}"),
)  # fmt: skip
SCRIPT = (Form("{/*", "*/}"), Form("/*", "*/"), Form("//", is_line=True))
PROSE = (
    Form("<!--", "-->"), Form("[//]: # (", ")", True, True), Form('[//]: # "', '"', True, True),
    Form("[//]: #", "", True, True), Form("#", "", True, True), Form("//", "", True, True),
)  # fmt: skip
EVERY = (*MARKUP, *PROSE[1:4], *SCRIPT, Form("#", is_line=True), Form("%%", is_line=True))
"""Where one opening ends like another the longer comes first."""
FORMS: dict[str, tuple[Form, ...]] = {
    "text": PROSE, "html": MARKUP, "json": (), "table": (),
    **dict.fromkeys(("script", "typescript"), (*SCRIPT, Form("<!--", "-->"))),
}  # fmt: skip
"""By the module that reads a format; others may have every form, but for those read from bytes."""


class Comment(NamedTuple):
    """Where a comment stands in a text, with what it asks for: verb, rules, reason."""

    start: int
    end: int
    asked: re.Match[str]


def forms_of(path: str) -> tuple[Form, ...]:
    """Give the forms that comments have in a file of that name."""
    suffix = suffix_of(path)
    known = FORMATS.get(suffix)
    if known is None:
        return EVERY if suffix else PROSE
    return () if known.takes == "bytes" else FORMS.get(known.module, EVERY)


def comment_at(text: str, at: int, done: int, forms: tuple[Form, ...]) -> Comment | None:
    """Give the comment whose words begin at `at`, if it is one and lets something stand."""
    for form in forms:
        opening = _opening(form).search(text, max(done, at - NEAR), at)
        if opening:
            words_end, end = _end(text, at, form)
            asked = ASKED.match(text, at, words_end)
            is_asked = asked and (asked["verb"] == "allow" or asked["rules"] is not None)
            return Comment(opening.start("opener"), end, asked) if asked and is_asked else None
    return None


@lru_cache
def _opening(form: Form) -> re.Pattern[str]:
    """Give what stands before the words. A block may begin as "/**", and the lines in it with a star."""
    before = r"(?<![^\r\n])[ \t]*" if form.alone else r"(?<![^\s;,(){}\[\]>])" if form.is_line else ""
    gap = r"[ \t]*" if form.is_line else r"[\s*]*"
    return re.compile(rf"{before}(?P<opener>{re.escape(form.opener)}){gap}\Z")


def ends_line(text: str, at: int) -> bool:
    """Tell whether nothing but space follows on a line."""
    return REST_OF_LINE.match(text, at) is not None


def _end(text: str, at: int, form: Form) -> tuple[int, int]:
    """Give where the words of a comment end, and the comment; both at its words' begin where it is not closed."""
    if not form.is_line:
        end = text.find(form.closer, at, at + LONGEST)
        return (end, end + len(form.closer)) if end >= 0 else (at, at)
    line = LINE_END.search(text, at, at + LONGEST)
    end = line.start() if line else at
    words = text[at:end].rstrip()
    return at + len(words.removesuffix(form.closer)), at + len(words)
