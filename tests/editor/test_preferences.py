"""Settings of editors: what is taken over, from where, and what is refused with a way out."""

from __future__ import annotations

import pytest

from claimlint.editor.preferences import Preferences, preferred
from claimlint.errors import ClaimlintError

BEFORE = Preferences(("us",), "warning", ("/own",))


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (None, BEFORE),
        ([], BEFORE),
        ({}, BEFORE),
        ({"python": {"law": "eu"}}, BEFORE),
        ({"claimlint": None}, BEFORE),
        ({"level": "error"}, Preferences(("us",), "error", ("/own",))),
        ({"claimlint": {"level": "error"}, "level": "note"}, Preferences(("us",), "error", ("/own",))),
        ({"law": "us, eu,"}, Preferences(("us", "eu"), "warning", ("/own",))),
        ({"law": ["eu"], "patterns": ["packs", "/abs"]}, Preferences(("eu",), "warning", ("/top/packs", "/abs"))),
    ],
)
def test_what_an_editor_sends_is_laid_over_what_held_before(given: object, wanted: Preferences) -> None:
    assert preferred(given, BEFORE, "/top") == wanted


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"claimlint": {"lvl": "error"}}, "editor settings: there is no 'lvl'; did you mean 'level'?"),
        ({"level": "errors"}, "editor settings: level: 'errors' is no level; did you mean 'error'?"),
        ({"level": 3}, "editor settings: level: 3 is no level; allowed are: error, warning, note"),
        ({"law": 7}, "editor settings: law: 7 is no list of texts"),
        ({"patterns": ["a", None]}, "editor settings: patterns: ['a', None] is no list of texts"),
    ],
)
def test_what_means_nothing_is_refused(given: object, fault: str) -> None:
    with pytest.raises(ClaimlintError) as error:
        preferred(given, BEFORE, "/top")
    assert str(error.value) == fault
