"""Packs are read whole, and every fault is told with file, line, key, value and way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.errors import PackError
from claimlint.packs.load import load_pack
from tests.conftest import CUE, LAW, RULE, TERMS, MakePack

REWRITE = 'rewrite: ["grow~ <the look of> moss"]\n'


def faults(*places: Path) -> list[str]:
    with pytest.raises(PackError) as caught:
        load_pack(places)
    return caught.value.faults


def test_a_sound_pack_is_read_whole(make_pack: MakePack) -> None:
    pack = load_pack([make_pack()])
    assert list(pack.rules) == ["grows-moss"]
    rule = pack.rules["grows-moss"]
    assert (rule.topic, rule.says, rule.match) == ("moss", "alters-body", ("{grow~} .. moss",))
    assert rule.flag[0].text == "It [[grows moss]]."
    assert pack.terms["grow"].entries == ("grow", "sprout")
    assert pack.laws["moss"].bases["act"].cite == "Moss Act 1"
    assert pack.cues["denied"].reach == 3
    assert (pack.infos[0].name, len(pack.infos[0].sha256)) == ("moss", 64)


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("claims/moss/grows-moss.yaml", RULE.replace("says: alters-body", "says: alters-bdy"),
         "moss/claims/moss/grows-moss.yaml:4: says: 'alters-bdy' is not known; did you mean 'alters-body'?"),
        ("claims/moss/grows-moss.yaml", RULE.replace("why:", "whi:"),
         "moss/claims/moss/grows-moss.yaml:7: whi: unknown key 'whi'; did you mean 'why'?"),
        ("claims/moss/grows-moss.yaml", RULE.replace("{grow~}", "{growth~}"),
         "moss/claims/moss/grows-moss.yaml:6: match.0: '{growth~} .. moss': there is no term list 'growth'; did you mean 'grow'?"),
        ("claims/moss/grows-moss.yaml", RULE.replace('"{grow~} .. moss"', '"{grow~} .."'),
         "moss/claims/moss/grows-moss.yaml:6: match.0: '{grow~} ..': a gap at the edge of a pattern finds nothing more; "
         "remove it, or move it inside the choice"),
        ("claims/moss/grows-moss.yaml", RULE.replace('"{grow~} .. moss"', '"{grow~} (moss"'),
         "moss/claims/moss/grows-moss.yaml:6: match.0: '{grow~} (moss': ')' is missing"),
        ("claims/moss/grows-moss.yaml", RULE.replace('"{grow~} .. moss"', '"/moss+/"'),
         "moss/claims/moss/grows-moss.yaml:6: match.0: '/moss+/': it needs at least one word or term list beside numbers "
         "and expressions"),
        ("claims/moss/grows-moss.yaml", RULE.replace("id: grows-moss", "id: grows-mos"),
         "moss/claims/moss/grows-moss.yaml:2: id: 'grows-mos' differs from the file's stem 'grows-moss'; name them alike"),
        ("claims/fern/grows-moss.yaml", RULE,
         "moss/claims/moss/grows-moss.yaml:2: id: 'grows-moss' stands in moss/claims/fern/grows-moss.yaml too; "
         "an id stands in one file of a pack"),
        ("claims/moss/grows-moss.yaml", RULE + "unless: [denyed]\n",
         "moss/claims/moss/grows-moss.yaml:14: unless.0: there is no cue 'denyed'; did you mean 'denied'?"),
        ("claims/moss/grows-moss.yaml", RULE.replace('since: "0.1"', "since: [1]"),
         "moss/claims/moss/grows-moss.yaml:13: since: [1] is no string; put it in quotes"),
        ("claims/moss/grows-moss.yaml", "a: b: c\n",
         "moss/claims/moss/grows-moss.yaml:1: (whole file): not YAML: mapping values are not allowed in this context; mend the line"),
        ("terms/words.yaml", TERMS + "spare:\n  forms: noun\n  entries: [stone]\n",
         "moss/terms/words.yaml:5: spare: no pattern and no other list names it; use it or remove it"),
        ("terms/words.yaml", TERMS.replace("sprout", '"11"'),
         "moss/claims/moss/grows-moss.yaml:6: match.0: '{grow~} .. moss': entry '11' of 'grow' has no word; "
         "write numbers as # in the pattern"),
        ("terms/words.yaml", TERMS.replace("forms: verb", "forms: vreb"),
         "moss/terms/words.yaml:3: grow.forms: 'vreb' is not known; did you mean 'verb'?"),
        ("terms/words.yaml", "grow: &a\n  forms: verb\n  entries: [x]\nother: *a\n",
         "moss/terms/words.yaml:1: (whole file): uses YAML anchors (&, *), which are not read here; write the value out"),
        ("claims/moss/grows-moss.yaml", RULE + REWRITE,
         "moss/claims/moss/grows-moss.yaml:14: rewrite: stands without 'cases.rewrite'; write both or neither"),
        ("claims/moss/grows-moss.yaml", RULE.replace("  pass:", '  rewrite: ["a <b> c", "a <b> c"]\n  pass:'),
         "moss/claims/moss/grows-moss.yaml:12: cases.rewrite: stands without 'rewrite'; write both or neither"),
        ("claims/moss/grows-moss.yaml", RULE + REWRITE.replace("<the look of>", "<<b>the</b> look>"),
         "moss/claims/moss/grows-moss.yaml:14: rewrite.0: 'grow~ <<b>the</b> look> moss': write the words to put in once, "
         "letters only, as in: reduce~ <the look of> wrinkles"),
        ("claims/moss/grows-moss.yaml", RULE + REWRITE.replace(" moss", " green .. moss"),
         "moss/claims/moss/grows-moss.yaml:14: rewrite.0: 'grow~ <the look of> green .. moss': a gap lets in words that may "
         "not fit; name the words that may stand there"),
        ("claims/moss/grows-moss.yaml", RULE.replace("  pass:", '  rewrite: ["a <b> c"]\n  pass:'),
         "moss/claims/moss/grows-moss.yaml:12: cases.rewrite: 1 items; write at least 2"),
        ("cues/denied.yaml", CUE.replace("reach: 3", "reach: 90"),
         "moss/cues/denied.yaml:8: reach: 90 is out of range; allowed are 0 to 60"),
        ("law/moss.yaml", LAW.replace("basis: [act]", "basis: [akt]"),
         "moss/law/moss.yaml:8: kinds.alters-body.basis: there is no basis 'akt'; did you mean 'act'?"),
        ("law/moss.yaml", LAW.replace("class: drug", "class: weed"),
         "moss/law/moss.yaml:8: kinds.alters-body.class: 'weed' is no class; allowed are: drug, cosmetic"),
    ],
)  # fmt: skip
def test_a_fault_says_where_what_and_the_way_out(make_pack: MakePack, file: str, text: str, fault: str) -> None:
    assert fault in faults(make_pack({file: text}))


def test_all_faults_are_told_at_once(make_pack: MakePack) -> None:
    folder = make_pack({"cues/denied.yaml": CUE.replace("title:", "titel:"), "terms/words.yaml": "grow: 1\n"})
    assert {fault.split(":")[0] for fault in faults(folder)} == {"moss/cues/denied.yaml", "moss/terms/words.yaml"}


def test_one_word_in_two_lists_of_a_pattern_is_told(make_pack: MakePack) -> None:
    terms = TERMS + "plant:\n  forms: noun\n  entries: [sprout, fern]\n"
    rule = RULE.replace('"{grow~} .. moss"', '"{grow~} .. {plant~}"')
    folder = make_pack({"terms/words.yaml": terms, "claims/moss/grows-moss.yaml": rule})
    assert faults(folder) == [
        "moss/claims/moss/grows-moss.yaml:6: match.0: '{grow~} .. {plant~}': 'sprout' stands in both 'grow' and 'plant'; "
        "keep it in one of them"
    ]


def test_a_folder_without_packs_is_told(tmp_path: Path) -> None:
    assert faults(tmp_path) == [
        f"{tmp_path}:1: (folder): holds no pack; put YAML files into terms/, cues/, claims/, law/"
    ]


def test_a_later_pack_overrides_single_keys_and_adds(make_pack: MakePack) -> None:
    own = make_pack(
        {
            "claims/moss/grows-moss.yaml": "id: grows-moss\ntitle: Our own title\n",
            "terms/words.yaml": "grow:\n  forms: verb\n  entries: [flourish into]\n",
            "law/moss.yaml": "law: moss\nrules: {grows-moss: note}\n",
        },
        name="own", base=False,
    )  # fmt: skip
    pack = load_pack([make_pack(), own])
    rule = pack.rules["grows-moss"]
    assert (rule.title, rule.limits) == ("Our own title", "Knows no lichen.")
    assert pack.terms["grow"].entries == ("grow", "sprout", "flourish into")
    assert pack.laws["moss"].rules == {"grows-moss": "note"}
    assert [info.name for info in pack.infos] == ["moss", "own"]


def test_words_of_yaml_1_1_stay_words(make_pack: MakePack) -> None:
    pack = load_pack(
        [make_pack({"terms/words.yaml": "grow:\n  forms: fixed\n  entries: [no, yes, on, off, may 2026-01-01]\n"})]
    )
    assert pack.terms["grow"].entries == ("no", "yes", "on", "off", "may 2026-01-01")
