"""Build checked values from the plain data of pack files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimlint.findings import Seen
from claimlint.packs.model import Cue, FlagCase, Kind, Law, Provision, Rule, TermList

Data = dict[str, Any]


def terms(files: Iterable[Data]) -> dict[str, TermList]:
    """Build term lists; a list named in several files has the entries of all."""
    built: dict[str, TermList] = {}
    for data in files:
        for name, form in data.items():
            before = built.get(name)
            entries, includes = tuple(form.get("entries", ())), tuple(form.get("includes", ()))
            built[name] = TermList(
                name,
                form["forms"],
                (*(before.entries if before else ()), *entries),
                (*(before.includes if before else ()), *includes),
                form.get("breaks", before.breaks if before else False),
                form.get("bars", before.bars if before else False),
            )
    return built


def cue(data: Data) -> Cue:
    """Build a cue."""
    return Cue(
        data["id"], data["effect"], data["title"], data["dismisses"], data.get("always", False),
        tuple(data.get("kinds", ())), data["direction"], data.get("reach", 6), tuple(data.get("stops", ())),
        tuple(data.get("roles", ())), tuple(data.get("match", ())),
        tuple(data["cases"].get("dismissed", ())), tuple(data["cases"]["kept"]),
    )  # fmt: skip


def rule(data: Data, topic: str) -> Rule:
    """Build a rule of a topic."""
    flag = (
        FlagCase(case) if isinstance(case, str) else FlagCase(case["text"], tuple(case.get("also", ())))
        for case in data["cases"]["flag"]
    )
    return Rule(
        data["id"], topic, data["title"], data["says"], tuple(data["match"]), data["why"], tuple(data["instead"]),
        data["limits"], tuple(flag), tuple(data["cases"]["pass"]), str(data["since"]),
        data.get("provisions", topic),
        tuple(data.get("unless", ())), tuple(data.get("despite", ())), data.get("where", "anywhere"),
        tuple(Seen(**fact) for fact in data.get("seen", ())), data.get("trial", False),
        tuple(data.get("rewrite", ())), tuple(data["cases"].get("rewrite", ())),
    )  # fmt: skip


def law(data: Data) -> Law:
    """Build a law."""
    return Law(
        data["law"], data["name"], tuple(data["classes"]),
        {key: Provision(**provision) for key, provision in data["bases"].items()},
        {key: Kind(kind["class"], kind["level"], kind["text"], tuple(kind["basis"])) for key, kind in data["kinds"].items()},
        {topic: {kind: tuple(bases) for kind, bases in kinds.items()} for topic, kinds in data.get("topics", {}).items()},
        dict(data.get("rules", {})),
        {product: tuple(topics) for product, topics in data.get("products", {}).items()},
    )  # fmt: skip
