"""Read packs from folders: merge, check, build. Every fault of every file is told at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimlint.errors import PackError
from claimlint.packs import build, folders
from claimlint.packs.check import faults, suggest
from claimlint.packs.compile import Slots, overlaps, sequences
from claimlint.packs.model import Pack, Rule
from claimlint.packs.patterns import PatternError
from claimlint.packs.rewrites import rewrite_sequences
from claimlint.packs.yaml_file import YamlFile, read_yaml

FORMS = {"terms": "terms", "cues": "cue", "claims": "rule", "law": "law"}


@dataclass
class Raw:
    """The files of all packs, by part and id, later packs merged over earlier ones, and the faults met."""

    cues: dict[str, YamlFile] = field(default_factory=dict)
    claims: dict[str, YamlFile] = field(default_factory=dict)
    law: dict[str, YamlFile] = field(default_factory=dict)
    terms: dict[str, YamlFile] = field(default_factory=dict)
    topics: dict[str, str] = field(default_factory=dict)
    places: dict[tuple[str, str], Path] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def load_pack(places: Sequence[Path]) -> Pack:
    """Load the packs in `places`, the shipped one first. Raises PackError with every fault found."""
    raw = Raw()
    infos = tuple(folders.info(place) for place in places)
    for place in places:
        for path in folders.files(place):
            _take(raw, place, path)
    _check_forms(raw)
    if raw.faults:
        raise PackError(raw.faults)
    pack = Pack(
        infos,
        build.terms([file.data for file in raw.terms.values()]),
        {id_: build.cue(file.data) for id_, file in raw.cues.items()},
        {id_: build.rule(file.data, raw.topics[id_]) for id_, file in raw.claims.items()},
        {id_: build.law(file.data) for id_, file in raw.law.items()},
    )
    found = [*_cross_checks(raw, pack), *_pattern_checks(raw, pack)]
    if found:
        raise PackError(found)
    return pack


def _take(raw: Raw, place: Path, path: Path) -> None:
    """Read one file and file it under its id, merged over what an earlier pack says."""
    shown = f"{place.name}/{path.relative_to(place).as_posix()}"
    part = path.relative_to(place).parts[0]
    try:
        file = read_yaml(path, shown)
    except PackError as error:
        raw.faults.extend(error.faults)
        return
    if not isinstance(file.data, dict):
        raw.faults.append(file.fault((), "is no mapping; write keys and values"))
        return
    known: dict[str, YamlFile] = getattr(raw, part)
    if part == "terms":
        known[shown + "@" + str(place)] = file
        return
    id_ = path.stem
    if part == "claims":
        raw.topics.setdefault(id_, path.parent.name)
    named = file.data.get("law" if part == "law" else "id", id_)
    if named != id_:
        raw.faults.append(file.fault(("id",), f"{named!r} differs from the file's stem {id_!r}; name them alike"))
    before = known.get(id_)
    if before is not None and raw.places[part, id_] == place:
        raw.faults.append(
            file.fault(("id",), f"{id_!r} stands in {before.path} too; an id stands in one file of a pack")
        )
    raw.places[part, id_] = place
    known[id_] = file if before is None else _merged(before, file, deep=part == "law")


def _merged(before: YamlFile, file: YamlFile, *, deep: bool) -> YamlFile:
    """Lay the keys of a later file over an earlier one; the parts of a law are merged key by key."""
    data: dict[str, Any] = {**before.data}
    for key, value in file.data.items():
        old = data.get(key)
        data[key] = {**old, **value} if deep and isinstance(old, dict) and isinstance(value, dict) else value
    return YamlFile(file.path, data, file.lines)


def _check_forms(raw: Raw) -> None:
    for part, form in FORMS.items():
        for file in getattr(raw, part).values():
            raw.faults.extend(faults(file, form))


def _cross_checks(raw: Raw, pack: Pack) -> Iterable[str]:
    """Check what files say of one another."""
    for id_, rule in pack.rules.items():
        file = raw.claims[id_]
        if len(rule.title.split()) > 14:
            yield file.fault(("title",), f"{len(rule.title.split())} words; at most 14")
        for key, cues in (("unless", rule.unless), ("despite", rule.despite)):
            for number, cue in enumerate(cues):
                if cue not in pack.cues:
                    yield file.fault((key, number), f"there is no cue {cue!r}; {suggest(cue, sorted(pack.cues))}")
        if rule.provisions != rule.topic and not any(rule.provisions in law.topics for law in pack.laws.values()):
            known = sorted(topic for law in pack.laws.values() for topic in law.topics)
            yield file.fault(
                ("provisions",), f"no law has provisions for {rule.provisions!r}; {suggest(rule.provisions, known)}"
            )
        for law in pack.laws.values():
            if rule.says not in law.kinds:
                yield file.fault(("says",), f"law {law.id!r} has no kind {rule.says!r}; add it to {law.id}.yaml")
    for id_ in pack.laws:
        yield from _law_checks(raw.law[id_], pack, id_)


def _law_checks(file: YamlFile, pack: Pack, id_: str) -> Iterable[str]:
    law = pack.laws[id_]
    for name, kind in law.kinds.items():
        if kind.class_ not in law.classes:
            yield file.fault(
                ("kinds", name, "class"), f"{kind.class_!r} is no class; {suggest(kind.class_, list(law.classes))}"
            )
        yield from _basis_faults(file, ("kinds", name, "basis"), kind.basis, law.bases)
    for topic, kinds in law.topics.items():
        for name, bases in kinds.items():
            if name not in law.kinds:
                yield file.fault(("topics", topic, name), f"{name!r} is no kind; {suggest(name, sorted(law.kinds))}")
            yield from _basis_faults(file, ("topics", topic, name), bases, law.bases)
    yield from _product_checks(file, pack, law.products)
    for rule in law.rules:
        if rule not in pack.rules:
            yield file.fault(("rules", rule), f"there is no rule {rule!r}; {suggest(rule, sorted(pack.rules))}")


def _product_checks(file: YamlFile, pack: Pack, products: dict[str, tuple[str, ...]]) -> Iterable[str]:
    uses = sorted({rule.provisions for rule in pack.rules.values()})
    for product, topics in products.items():
        for number, topic in enumerate(topics):
            if topic not in uses:
                text = f"no rule has provisions for {topic!r}; {suggest(topic, uses)}"
                yield file.fault(("products", product, number), text)


def _basis_faults(file: YamlFile, where: tuple[str, ...], named: Iterable[str], bases: dict[str, Any]) -> Iterable[str]:
    for basis in named:
        if basis not in bases:
            yield file.fault(where, f"there is no basis {basis!r}; {suggest(basis, sorted(bases))}")


def _pattern_checks(raw: Raw, pack: Pack) -> Iterable[str]:
    """Check that every pattern can match and every list is used."""
    slots = Slots(pack.terms)
    for id_, rule in pack.rules.items():
        yield from _patterns(raw.claims[id_], rule.match, slots, is_claim=True)
        yield from _rewrite_checks(raw.claims[id_], rule, slots)
    for id_, cue in pack.cues.items():
        yield from _patterns(raw.cues[id_], cue.match, slots, is_claim=False)
    yield from _list_checks(raw, pack, slots.used)


def _rewrite_checks(file: YamlFile, rule: Rule, slots: Slots) -> Iterable[str]:
    """Check that every rewrite can match, and that rewrites and their cases come together."""
    if bool(rule.rewrite) != bool(rule.rewritten):
        there, missing = ("rewrite", "cases.rewrite") if rule.rewrite else ("cases.rewrite", "rewrite")
        yield file.fault((*there.split("."),), f"stands without {missing!r}; write both or neither")
    for number, text in enumerate(rule.rewrite):
        try:
            rewrite_sequences(0, text, slots)
        except PatternError as error:
            yield file.fault(("rewrite", number), f"{text!r}: {error}")


def _list_checks(raw: Raw, pack: Pack, used: set[str]) -> Iterable[str]:
    """Check that every list is named somewhere, and that every list named exists."""
    named = used | {name for terms in pack.terms.values() for name in terms.includes}
    for file in raw.terms.values():
        for name, form in file.data.items():
            if name not in named and not (form.get("breaks") or form.get("bars")):
                yield file.fault((name,), "no pattern and no other list names it; use it or remove it")
            for number, inner in enumerate(form.get("includes", ())):
                if inner not in pack.terms:
                    yield file.fault(
                        (name, "includes", number), f"there is no list {inner!r}; {suggest(inner, sorted(pack.terms))}"
                    )


def _patterns(file: YamlFile, texts: Sequence[str], slots: Slots, *, is_claim: bool) -> Iterable[str]:
    for number, text in enumerate(texts):
        try:
            sequences(0, text, slots, is_claim=is_claim)
            shared = overlaps(text, slots)
        except PatternError as error:
            shared = str(error)
        if shared:
            yield file.fault(("match", number), f"{text!r}: {shared}")
