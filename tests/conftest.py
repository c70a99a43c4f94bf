"""Small packs to test with, and a cache that no other run shares."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("plain", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.load_profile("plain")

RULE = """
id: grows-moss
title: Says that it grows moss
says: alters-body
match:
  - "{grow~} .. moss"
why: Moss is alive, and what grows it changes the wall.
instead: [A green-looking wall.]
limits: Knows no lichen.
cases:
  flag: ["It [[grows moss]].", "[[Growing thick moss]] daily.", "We [[grew green moss]]."]
  pass: ["It never grows moss.", "Moss green paint.", "Grow up."]
since: "0.1"
"""
TERMS = """
grow:
  forms: verb
  entries: [grow, sprout]
"""
CUE = """
id: denied
effect: negated
title: The copy denies it
dismisses: true
always: true
direction: before
reach: 3
match: ["(never | not)"]
cases:
  dismissed: ["It never grows moss."]
  kept: ["Never mind. It grows moss."]
"""
LAW = """
law: moss
name: Mossland
classes: [drug, cosmetic]
bases:
  act: {cite: Moss Act 1, text: Growing moss needs leave., url: "https://example.org/moss", checked: "2026-11-24"}
kinds:
  alters-body: {class: drug, level: error, text: Growing is for gardeners., basis: [act]}
"""
FILES = {
    "terms/words.yaml": TERMS, "cues/denied.yaml": CUE, "claims/moss/grows-moss.yaml": RULE, "law/moss.yaml": LAW,
}  # fmt: skip

MakePack = Callable[..., Path]


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = os.environ.get("CLAIMLINT_CACHE")
    os.environ["CLAIMLINT_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    os.environ.pop("CLAIMLINT_CACHE")
    if before is not None:
        os.environ["CLAIMLINT_CACHE"] = before


@pytest.fixture
def make_pack(tmp_path: Path) -> MakePack:
    """Give a function that writes a pack of moss rules, changed by file, and gives its folder."""

    def make(changed: dict[str, str] | None = None, name: str = "moss", base: bool = True) -> Path:
        folder = tmp_path / name
        for path, text in {**(FILES if base else {}), **(changed or {})}.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return folder

    return make
