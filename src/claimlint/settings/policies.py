"""From settings to the policy of each file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from claimlint.errors import PackError
from claimlint.findings import Level
from claimlint.packs.store import Compiled
from claimlint.policy import AS_SHIPPED, Choice, Policy, RuleChoice
from claimlint.settings.finder import Finder
from claimlint.settings.run import Run
from claimlint.settings.values import Settings

Where = tuple["str | int", ...]
ALL = "/*"
"""What follows a topic to name all its rules."""


class Policies:
    """Give the policy of every path of a run, and see that its settings fit the run and the packs."""

    def __init__(self, finder: Finder, run: Run) -> None:
        self._finder = finder
        self._run = run
        self._checked: set[Settings] = set()
        self._known: dict[tuple[Settings, tuple[int, ...]], Policy] = {}

    def of(self, path: str, packs: Compiled) -> Policy:
        """Give the policy of a shown path. Raises ClaimlintError where its settings are faulty or ask for another run."""
        settings = self._finder.of(path, is_folder=False)
        self.check(settings, packs)
        if not settings.data:
            return AS_SHIPPED
        key = settings, settings.areas_of(path)
        if key not in self._known:
            self._known[key] = _policy(settings, key[1], packs.topics if _has_rules(settings) else {})
        return self._known[key]

    def check(self, settings: Settings, packs: Compiled) -> None:
        """Check that settings fit the run, and that what they name exists. Raises ClaimlintError."""
        if settings in self._checked:
            return
        self._run.require_same(settings)
        laws = settings.data.get("law", ()) if "law" not in self._run.given else ()
        faults = [*_unknown(settings, _laws(laws), packs.laws)] if laws else []
        if _has_rules(settings):
            topics = sorted({f"{topic}{ALL}" for topic in packs.topics.values()})
            faults += _unknown(settings, _rules(settings), [*sorted(packs.topics), *topics])
        products = list(_products(settings))
        faults += _unknown(settings, products, packs.products) if products else []
        if faults:
            raise PackError(faults)
        self._checked.add(settings)


def _has_rules(settings: Settings) -> bool:
    return "rules" in settings.data or any("rules" in area.data for area in settings.areas)


def _laws(laws: Sequence[str]) -> Iterator[tuple[Where, str]]:
    yield from ((("law", number), law) for number, law in enumerate(laws))


def _levels(settings: Settings) -> Iterator[tuple[Where, Mapping[str, Any]]]:
    """Give what stands for all files, then each area, with its place."""
    yield (), settings.data
    yield from ((("paths", area.glob), area.data) for area in settings.areas)


def _rules(settings: Settings) -> Iterator[tuple[Where, str]]:
    for where, data in _levels(settings):
        yield from (((*where, "rules", rule), rule) for rule in data.get("rules", ()))


def _products(settings: Settings) -> Iterator[tuple[Where, str]]:
    for where, data in _levels(settings):
        for number, product in enumerate(_otc(data.get("product"))):
            yield (*where, "product", "otc", number), product


def _otc(product: Any) -> Sequence[str]:
    return product["otc"] if isinstance(product, dict) else ()


def _unknown(settings: Settings, named: Any, known: Sequence[str]) -> list[str]:
    """Word what is named and not known."""
    from claimlint.packs.check import suggest  # only settings with such names need it

    return [
        f"{settings.at(*where)}: {'.'.join(map(str, where))}: {name!r} is not known; {suggest(name, list(known))}"
        for where, name in named
        if name not in known
    ]


def _policy(settings: Settings, areas: tuple[int, ...], topics: Mapping[str, str]) -> Policy:
    """Lay what the areas say over what the file says for all: in each, a rule's own id over its topic."""
    rules: dict[str, RuleChoice] = {}
    products: tuple[Choice, ...] = ()
    for number, (where, data) in enumerate(_levels(settings)):
        if number and number - 1 not in areas:
            continue
        for choice in _choices(settings, where, data.get("rules", {}), topics):
            rules[choice.rule] = choice
        if "product" in data:
            at = (*where, "product")
            products = tuple(Choice(name, settings.at(*at)) for name in _otc(data["product"]))
    names = (Choice(name, settings.at("names", i)) for i, name in enumerate(settings.value("names")))
    return Policy(tuple(rules.values()), products, tuple(names))


def _choices(
    settings: Settings, where: Where, chosen: Mapping[str, str], topics: Mapping[str, str]
) -> Iterator[RuleChoice]:
    for named in sorted(chosen, key=lambda name: not name.endswith(ALL)):
        level = None if chosen[named] == "off" else cast(Level, chosen[named])
        place = settings.at(*where, "rules", named)
        topic = named.removesuffix(ALL) if named.endswith(ALL) else None
        ids = [named] if topic is None else [rule for rule, of in topics.items() if of == topic]
        yield from (RuleChoice(rule, level, place) for rule in ids)
