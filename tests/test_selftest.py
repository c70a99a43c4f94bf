"""The gates: a pack's own cases, each with a pack that breaks it."""

from __future__ import annotations

import pytest

from claimlint.mutate import misfires, mutation_report, slips
from claimlint.selftest import Bench, faults
from tests.conftest import CUE, RULE, MakePack

LAMP = CUE.replace("id: denied", "id: lamp").replace("always: true\n", "").replace("(never | not)", "lamp").replace(
    "It never grows moss.", "The lamp grows moss."
).replace("Never mind. It grows moss.", "A lamp. It grows moss.")  # fmt: skip


def test_a_sound_pack_has_no_faults(make_pack: MakePack) -> None:
    assert list(faults(Bench([make_pack()]))) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("It [[grows moss]].", "It grows [[moss]].", "grows-moss: flag: 'It grows moss.': wanted ['moss'], reported ['grows moss']"),
        ("It [[grows moss]].", "It never [[grows moss]].",
         "grows-moss: flag: 'It never grows moss.': wanted ['grows moss'], reported []; dismissed by denied 'never'"),
        ("Grow up.", "It grows moss.", "grows-moss: pass: 'It grows moss.': reported 'grows moss'"),
        ("A green-looking wall.", "Grows moss.", "grows-moss: instead: 'Grows moss.': grows-moss reports 'Grows moss'"),
        ('["It never grows moss.", "Moss green paint.", "Grow up."]', '["Stone.", "Paint.", "Up."]',
         "grows-moss: near miss: no passed case holds a word of its flagged claims"),
    ],
)  # fmt: skip
def test_a_rule_is_held_to_its_cases(make_pack: MakePack, old: str, new: str, fault: str) -> None:
    folder = make_pack({"claims/moss/grows-moss.yaml": RULE.replace(old, new)})
    assert fault in [f"{f.owner}: {f.gate}: {f.text}" for f in faults(Bench([folder]))]


def test_an_exception_must_earn_its_place(make_pack: MakePack) -> None:
    rule = RULE + "unless: [lamp]\n"
    idle = make_pack({"claims/moss/grows-moss.yaml": rule, "cues/lamp.yaml": LAMP})
    assert "grows-moss: unless: no passed case is dismissed by 'lamp' alone" in [
        f"{f.owner}: {f.gate}: {f.text}" for f in faults(Bench([idle]))
    ]
    proven = rule.replace('"Grow up."', '"Our lamp grows moss."')
    assert list(faults(Bench([make_pack({"claims/moss/grows-moss.yaml": proven, "cues/lamp.yaml": LAMP})]))) == []


GREENER = RULE.replace('.. moss"', '.. moss"\n  - "greener moss"').replace(
    "limits:", 'rewrite: ["greener <-looking> moss"]\nlimits:').replace(
    "  pass:", '  rewrite: ["Greener<-looking> moss", "GREENER<-LOOKING> MOSS"]\n  pass:')  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("is sound", "", ""),
        ('"Greener<-looking> moss"', '"Greener<-seeming> moss"',
         "rewrite: 'Greener moss': wanted 'Greener-seeming moss', made 'Greener-looking moss'"),
        ('"Greener<-looking> moss"', '"Green<-looking> moss"', "rewrite: 'Green moss': wanted 'Green-looking moss', made 'Green moss'"),
        ('"Greener<-looking> moss"', '"It grows greener<-looking> moss"',
         "rewrite: 'It grows greener-looking moss': grows-moss reports 'grows greener-looking moss'"),
        ("moss\"]\nlimits", 'moss", "grows <the look of> moss"]\nlimits', "rewrite: no case is rewritten by 'grows <the look of> moss'"),
    ],
)  # fmt: skip
def test_a_rewrite_is_held_to_its_cases(make_pack: MakePack, old: str, new: str, fault: str) -> None:
    folder = make_pack({"claims/moss/grows-moss.yaml": GREENER.replace(old, new)})
    told = [f"{f.gate}: {f.text}" for f in faults(Bench([folder]))]
    assert told[:1] == [fault] if fault else told == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("It never grows moss.", "It never snows.", "denied: cue: 'It never snows.': nothing is dismissed by it"),
        (
            "Never mind. It grows moss.",
            "It never grows moss.",
            "denied: cue: 'It never grows moss.': nothing is reported",
        ),
    ],
)
def test_a_cue_is_held_to_its_cases(make_pack: MakePack, old: str, new: str, fault: str) -> None:
    folder = make_pack({"cues/denied.yaml": CUE.replace(old, new)})
    assert fault in [f"{f.owner}: {f.gate}: {f.text}" for f in faults(Bench([folder]))]


def test_harmless_changes_hide_nothing_here(make_pack: MakePack) -> None:
    bench = Bench([make_pack()])
    assert list(slips(bench)) == []
    assert list(misfires(bench)) == []


def test_a_change_that_hides_a_claim_is_told(make_pack: MakePack) -> None:
    bench = Bench(
        [
            make_pack(
                {
                    "claims/moss/grows-moss.yaml": RULE.replace('"{grow~} .. moss"', '"{grow~} moss"')
                    .replace("Growing thick moss", "Growing moss")
                    .replace("grew green moss", "grew moss")
                }
            )
        ]
    )
    deaf = RULE.replace('since: "0.1"', 'since: "0.1"\ndespite: [denied]').replace(
        "It never grows moss.", "It never grew."
    )
    assert list(slips(bench)) == []
    assert ("negation", "grows-moss", "This product does not grow moss.") in list(
        misfires(Bench([make_pack({"claims/moss/grows-moss.yaml": deaf})]))
    )


def test_the_account_of_changes_counts_them(make_pack: MakePack) -> None:
    account = mutation_report(Bench([make_pack()]), 5)
    assert account.splitlines()[0].startswith("slipped: 0 of ")
    assert "changed cases" in account
