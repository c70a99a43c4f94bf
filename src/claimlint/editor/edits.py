"""Changes to copy that leave all else of it as it is read: a sentence written anew, a comment that allows.

A change is offered only where reading the changed text shows that it does what it says and nothing more: quotation
marks, escapes and the forms of comments are the readers' knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from claimlint.document import LINE_END, Document
from claimlint.findings import Finding
from claimlint.readers import allowances, read_string
from claimlint.readers.formats import suffix_of
from claimlint.writers.groups import Group

Side = Literal["above", "behind"]

COMMENTS: dict[str, tuple[tuple[str, Side], ...]] = {
    ".html .htm .xhtml .php .xml .rss .atom .xlf .xliff .resx .tmx .dita .dbk": (("<!-- {} -->", "above"),),
    ".vue .svelte .astro": (("// {}", "above"), ("<!-- {} -->", "above")),
    ".md .markdown": (("# {}", "above"), ("<!-- {} -->", "behind")),
    ".mdx": (("# {}", "above"), ("{{/* {} */}}", "behind")),
    ".jinja .jinja2 .j2 .njk .twig": (("{{# {} #}}", "above"),),
    ".liquid": (("{{% comment %}} {} {{% endcomment %}}", "above"),),
    ".hbs .mustache": (("{{{{!-- {} --}}}}", "above"),),
    ".erb .ejs": (("<%# {} %>", "above"),),
    ".js .mjs .cjs .jsx .tsx .ts .mts .cts": (("// {}", "above"), ("{{/* {} */}}", "above"), ("// {}", "behind")),
    ".yaml .yml .toml .properties": (("# {}", "above"),),
    ".strings": (("/* {} */", "above"),),
}
"""The forms of comments to try, in this order. A comment above a line of Markdown would part a paragraph or a list."""
FORMS = {suffix: forms for suffixes, forms in COMMENTS.items() for suffix in suffixes.split()}


class Edit(NamedTuple):
    """A text to stand in the place of `source[start:end]`."""

    start: int
    end: int
    text: str

    def applied(self, source: str) -> str:
        """Give the changed source."""
        return source[: self.start] + self.text + source[self.end :]


def reworded(path: str, source: str, finding: Finding, wording: str) -> Edit | None:
    """Put a wording in the place of a finding's sentence, if that stands in the source as it is read."""
    start = finding.start.offset - finding.said[0]
    edit = Edit(start, start + len(finding.sentence), wording)
    if start < 0 or source[start : edit.end] != finding.sentence:
        return None
    before, after = _texts(path, source), _texts(path, edit.applied(source))
    changed = [(old, new) for old, new in zip(before, after, strict=False) if old != new]
    if len(before) != len(after) or len(changed) != 1:
        return None
    old, new = changed[0]
    return edit if any(place.applied(old) == new for place in _places(old, finding.sentence, wording)) else None


def commented(path: str, source: str, group: Group) -> Edit | None:
    """Put a comment that allows a group's rules on the line of its words or the one above; its reason is to be added."""
    rules = tuple(dict.fromkeys(finding.rule for finding in group.findings))
    for form, side in FORMS.get(suffix_of(path), ()):
        trial = _comment(source, group.lead, form.format("note"), side)
        if _words(path, trial.applied(source)) != _words(path, source):
            continue
        edit = _comment(source, group.lead, form.format(f"claimlint: allow[{', '.join(rules)}]"), side)
        line = group.lead.start.line + (side == "above")
        if (rules, line) in _allowed(path, edit.applied(source)):
            return edit
    return None


def _comment(source: str, finding: Finding, comment: str, side: Side) -> Edit:
    first = finding.start.offset - finding.start.column + 1
    line_end = LINE_END.search(source, first)
    line = source[first : line_end.start() if line_end else len(source)]
    if side == "behind":
        return Edit(first + len(line), first + len(line), f" {comment}")
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    usual = LINE_END.search(source)
    return Edit(first, first, f"{indent}{comment}{usual.group() if usual else chr(10)}")


def _places(text: str, sentence: str, wording: str) -> Iterator[Edit]:
    for found in re.finditer(re.escape(sentence), text):
        yield Edit(*found.span(), wording)


def _read(path: str, source: str) -> list[Document]:
    return [part for part in read_string(path, source) if isinstance(part, Document)]


def _texts(path: str, source: str) -> list[str]:
    return [block.text for part in _read(path, source) for block in part.blocks]


def _words(path: str, source: str) -> list[list[str]]:
    """Give the words of each block, for a comment may leave a space or an empty block behind."""
    return list(filter(None, map(str.split, _texts(path, source))))


def _allowed(path: str, source: str) -> list[tuple[tuple[str, ...], int]]:
    return [(each.rules, each.line) for part in _read(path, source) for each in allowances(part)]
