"""Strings of scripts: which of them are copy, by the names that lead to them and by what stands around."""

from __future__ import annotations

import re

from claimlint.readers.fields import PROSE_WORDS, TAGS, TITLES, Names, named
from claimlint.readers.html import is_html
from claimlint.readers.sections import topic_of

SILENT_CALLS = frozenset(
    """require import console log logger debug assert invariant describe it test expect cn cx clsx classnames classNames
    track analytics gtag querySelector querySelectorAll addEventListener removeEventListener closest matches
    cva tw twMerge twJoin css styled keyframes createGlobalStyle injectGlobal gql graphql groq sql cypher glsl
    wgsl""".split()
)
"""Functions and tags whose strings no customer reads: modules, messages, tests, classes, styles and queries."""
ERROR = re.compile(r"(?:[A-Z]\w*)?(?:Error|Exception)")
STYLES = re.compile(r"(?:.* )?class(?:es|name|names| names?)?|styles?|css|sx|tw|src ?set|sizes|test ?id|data testid")
"""Names of values that hold prose never: lists of classes, styles."""
TOLD = frozenset(
    "title heading headline subtitle subheading tagline label caption description text content copy children alt placeholder cta"
    .split()
)  # fmt: skip
"""Words that make a name one of copy where it ends with them, so that one word is read too."""
SORTS = frozenset({"type", "kind", "variant", "mode", "key", "family", "event", "rel", "method"})
"""Words that end the name of a sort, which a few words of code may tell."""
MODULES = frozenset({"from", "import", "module"})
COMPARED = frozenset({"|", "==", "===", "!=", "!==", "case", "]"})
"""What stands beside a string that is a sort, a state or a key."""
CODE = re.compile(r"use [a-z]+|\s*(?:[./~]|https?:)\S.*", re.S)
"""Directives, addresses, paths and selectors."""
CLASS = re.compile(
    r"[a-z!-][^\s,;]*?(?:-\d|-\[|:[a-z\[!-]|-(?:xs|sm|md|lg|xl|full|auto|none|center|between)\b)[^\s,;]*(?<![.!?])"
)
LONGEST_CLASS = 60
BARE_CLASSES = frozenset(
    """flex grid block hidden inline relative absolute fixed sticky container rounded border shadow truncate uppercase
    underline italic group peer transition antialiased""".split()
)


def is_silent(*names: str) -> bool:
    """Tell whether these, the first and the last name of what is called, take strings that are no copy."""
    return any(name in SILENT_CALLS or ERROR.fullmatch(name) for name in names)


def is_copy(text: str, names: Names, before: str, after: str) -> bool:
    """Tell whether a string may be copy; `before` and `after` are the tokens around it. Prose is wherever it stands."""
    name = next((named(name) for name in reversed(names) if not name.isdecimal()), "")
    words = text.split()
    if not words or before in MODULES or STYLES.fullmatch(name) or _is_class_list(words):
        return False
    if len(words) >= PROSE_WORDS:
        return True
    if before in COMPARED or after in COMPARED or CODE.fullmatch(text) or name.rpartition(" ")[2] in SORTS:
        return False
    return len(words) > 1 or _names_copy(name) or is_html(text)


def _names_copy(name: str) -> bool:
    return name in TITLES or name in TAGS or topic_of(name) is not None or name.rpartition(" ")[2] in TOLD


def _is_class_list(words: list[str]) -> bool:
    """Tell whether half of the words or more are classes as utility styles name them, "px-4 md:flex"."""
    return sum(map(_is_class, words)) * 2 >= len(words)


def _is_class(word: str) -> bool:
    return word in BARE_CLASSES or (len(word) <= LONGEST_CLASS and CLASS.fullmatch(word) is not None)
