"""Texts of files and packs inside GitHub's or GitLab's Markdown: read as they are, linking and naming nobody."""

from __future__ import annotations

import re

from claimlint.writers.plain import line, short

MARKUP = re.compile(r"[!#$%&*+<=>@\[\\\]^_`{|}~]|\A-|(?<=\d)[.)](?=\s)|:(?=/)|(?<=www)\.", re.I)
"""What Markdown or HTML would read, at the start of a text or anywhere in it."""
REACHING = re.compile(r"@|[#!$%&~^](?=\w)|\bgh-(?=\d)", re.I)
"""What links to a person or a thread where a word follows, or makes an address of the words around it."""
BREAK = "\u200b"
"""Stands unseen where a link would begin."""
AT = "&#64;"
AT_ALONE = f"{AT}<!-- -->"
"""A sign between words that make no address; unlike `BREAK`, nothing unseen is copied with them."""
WEB = re.compile(r"https?://[\w.~/?=%&;,+:@-]+(?:#[\w./%=&-]*)?", re.A)


def prose(text: str) -> str:
    """Give text on one line that no Markdown and no HTML is read in, and that calls on nobody."""
    return _entities(REACHING.sub(rf"\g<0>{BREAK}", line(text)))


def quoted(text: str, most: int) -> str:
    """Give words of a file, shortened, as code, where only addresses would be linked."""
    return f"<code>{_entities(short(text, most)).replace(AT, AT_ALONE)}</code>"


def linked(text: str, url: str) -> str:
    """Give text that leads to an address of the web, and leads nowhere where the address is not one."""
    return f"[{prose(text)}]({url})" if WEB.fullmatch(url) else prose(text)


def _entities(text: str) -> str:
    return MARKUP.sub(lambda char: f"&#{ord(char.group())};", text)
