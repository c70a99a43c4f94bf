"""The gate lets little of ordinary copy through: what it lets through costs a hundred times what it holds back."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from claimlint.engine.fold import fold
from claimlint.engine.triggers import Sieve
from claimlint.packs.folders import shipped
from claimlint.packs.store import Compiled
from claimlint.readers import EVERYTHING
from claimlint.readers.text import read

sys.path.append(str(Path(__file__).parent.parent / "benchmarks"))
from copy_maker import make_copy

MOST = 0.03
"""Share of the sentences of ordinary copy that may be worth reading."""


def test_ordinary_copy_is_seldom_worth_reading() -> None:
    sieve = Sieve(Compiled([shipped()]).gate)
    texts = [fold(block.text)[0] for block in read(make_copy(400_000), EVERYTHING).blocks]
    count = 0
    worth: Counter[str] = Counter()
    for text in texts:
        split, whole = sieve.worth(text)
        count += len(split)
        worth.update(text[slice(*reading.sentence)] for reading in whole)
    assert sum(worth.values()) <= MOST * count, [copy for copy, _ in worth.most_common(12)]
