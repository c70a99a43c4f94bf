"""The first settings file of a folder, with a comment on everything that may be said in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from claimlint.settings.survey import Survey

HEAD = """\
# How claimlint checks the copy in this folder. docs/settings.md tells every key;
# `claimlint PATH --show-settings` tells what holds for a file and why.

# Laws to read under.
law: [us]

# From this level on a finding fails the run: error, warning or note.
fail-on: error

# What is sold. An OTC drug product may claim its own monograph uses:
# product: {otc: [sunscreen]}
product: cosmetic

# Rules off or at another level, by id or all of a topic; `claimlint rules` lists them.
# rules:
#   "borderline/*": off
"""


def first_settings(found: Survey) -> str:
    """Write settings that fit what was found; they load as they are."""
    return "\n".join([HEAD, *_names(found), *_exclude(found), *_paths(found)]).rstrip("\n") + "\n"


def _names(found: Survey) -> Iterator[str]:
    yield "# Brand words that are names, so that they make no claim."
    yield from _list("names", [found.brand]) if found.brand else ['# names: ["Heal & Co"]']
    yield ""


def _exclude(found: Survey) -> Iterator[str]:
    yield "# What is no copy, in the way of .gitignore: files of tools, languages other than English."
    globs = [f"/{_escaped(place)}" for place in (*found.tools, *found.foreign)]
    yield from _list("exclude", globs) if globs else ["# exclude: [drafts/]"]
    yield ""


def _paths(found: Survey) -> Iterator[str]:
    yield "# Folders with their own rules. A review that the seller repeats is the seller's claim, so reviews stay checked."
    if not found.told and not found.legal:
        yield from ("# paths:", "#   legal/:", "#     skip: true")
        return
    yield "paths:"
    for place in found.legal:
        yield f"  {_quoted(f'/{_escaped(place)}/')}:"
        yield "    skip: true"
    for place in found.told:
        yield f"  {_quoted(f'/{_escaped(place)}/')}:"
        yield "    rules: {}"


def _list(key: str, items: Iterable[str]) -> Iterator[str]:
    yield f"{key}:"
    yield from (f"  - {_quoted(item)}" for item in items)


def _quoted(text: str) -> str:
    """Give text in double quotes as YAML reads them."""
    return json.dumps(text, ensure_ascii=False) if text.isprintable() else json.dumps(text)


def _escaped(path: str) -> str:
    """Give a path as a glob that fits it alone."""
    return "".join(f"\\{char}" if char in "*?[\\ " else char for char in path)
