"""From settings to what holds for a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimlint.errors import ClaimlintError
from claimlint.findings import Report
from claimlint.linter import Linter
from claimlint.settings import Finder, Policies, run_of
from claimlint.settings.show import rows_of
from tests.settings.files import put

Given = dict[str, object]


def linter(*paths: str, given: Given | None = None) -> Linter:
    finder = Finder()
    run = run_of([finder.of(path) for path in paths or (".",)], given or {})
    return Linter(run.law, run.patterns, policy=Policies(finder, run).of)


def levels(report: Report) -> list[tuple[str, str, str]]:
    return [(finding.level, finding.rule, finding.text) for finding in report.findings]


def told(report: Report) -> list[tuple[str, str, str]]:
    return [(item.rule, item.text, item.dismissed_by.text) for item in report.considered]


def test_a_rule_is_off_and_told() -> None:
    put("rules:\n  regrows-hair: off\n")
    report = linter().check_text("Our tonic regrows hair.", "a.txt")
    assert (levels(report), report.files[0].verdict) == ([], {"us": "cosmetic"})
    (item,) = report.considered
    assert (item.text, item.dismissed_by.effect, item.dismissed_by.text) == (
        "regrows hair", "settings", ".claimlint.yaml:2: regrows-hair: off",
    )  # fmt: skip


def test_a_level_counts_for_the_verdict() -> None:
    put("rules: {regrows-hair: warning}\n")
    report = linter().check_text("Our tonic regrows hair.", "a.txt")
    assert levels(report) == [("warning", "regrows-hair", "regrows hair")]
    assert report.files[0].verdict == {"us": "cosmetic"}


def test_levels_decide_which_finding_leads() -> None:
    text = "Heals eczema"
    (finding,) = linter().check_text(text, "a.txt").findings
    assert (finding.rule, finding.also) == ("treats-eczema", ("mentions-disease",))
    put("rules: {treats-eczema: note}\n")
    (finding,) = linter().check_text(text, "a.txt").findings
    assert (finding.level, finding.rule, finding.also) == ("warning", "mentions-disease", ("treats-eczema",))


def test_an_id_counts_before_its_topic_and_a_path_before_both() -> None:
    put(
        'rules: {regrows-hair: note, "hair/*": off}\n'
        'paths:\n  b.txt: {rules: {"hair/*": warning}}\n  c.txt: {rules: {regrows-hair: off}}\n'
    )
    checked = linter()
    found = [checked.check_text("It regrows hair.", path).findings for path in ("a.txt", "b.txt", "c.txt")]
    assert [[finding.level for finding in findings] for findings in found] == [["note"], ["warning"], []]


def test_a_drug_product_may_claim_its_own_uses_only() -> None:
    put("product: {otc: [acne]}\n")
    report = linter().check_text("Clears acne. Stops dandruff. Heals eczema. Acne treatment", "a.txt")
    assert [finding.text for finding in report.findings] == ["Stops dandruff", "Heals eczema"]
    assert ("clears-acne", "Clears acne", ".claimlint.yaml:1: otc: acne") in told(report)


def test_what_an_own_use_only_names_goes_with_it() -> None:
    put("product: {otc: [acne]}\n")
    report = linter().check_text("Acne Gel", "a.txt")
    assert (levels(report), told(report)) == (
        [],
        [
            ("mentions-disease", "Acne", ".claimlint.yaml:1: otc: acne"),
            ("clears-acne", "Acne Gel", ".claimlint.yaml:1: otc: acne"),
        ],
    )


def test_a_product_may_differ_by_path() -> None:
    put("product: {otc: [sunscreen]}\npaths: {b.txt: {product: cosmetic}}\n")
    checked = linter()
    text = "Broad spectrum SPF 30. Clears acne."
    assert [f.text for f in checked.check_text(text, "a.txt").findings] == ["Clears acne"]
    assert len(checked.check_text(text, "b.txt").findings) == 2


def test_names_neither_make_a_claim_nor_take_one_away() -> None:
    put('names: ["Eczema Cure", "No Doubt"]\n')
    text = "Eczema Cure is a soft soap. ECZEMA  CURE too. No Doubt soap heals eczema. It is an eczema cure."
    report = linter().check_text(text, "a.txt")
    assert [(f.text, f.sentence) for f in report.findings] == [
        ("heals eczema", "No Doubt soap heals eczema."), ("eczema cure", "It is an eczema cure."),
    ]  # fmt: skip
    assert ("treats-eczema", "Eczema Cure", ".claimlint.yaml:1: names: Eczema Cure") in told(report)


def test_names_keep_every_offset_and_word() -> None:
    put('names: ["DermaCure"]\n')
    text = "🌿 DermaCure® é DermaCure heals eczema; this balm heals acne."
    findings = linter().check_text(text, "a.txt").findings
    assert [text[f.start.offset : f.end.offset] for f in findings] == [f.text for f in findings] == [
        "heals eczema", "heals acne",
    ]  # fmt: skip
    assert {f.sentence for f in findings} == {text.removeprefix("🌿 ")}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("rules: {clears-acn: off}", ".claimlint.yaml:1: rules.clears-acn: 'clears-acn' is not known; did you mean 'clears-acne'?"),
        ('rules: {"sunn/*": off}', ".claimlint.yaml:1: rules.sunn/*: 'sunn/*' is not known; did you mean 'sun/*'?"),
        ("paths: {a.txt: {rules: {clears-acn: off}}}", ".claimlint.yaml:1: paths.a.txt.rules.clears-acn: "),
        ("product: {otc: [sunscren]}", ".claimlint.yaml:1: product.otc.0: 'sunscren' is not known; did you mean 'sunscreen'?"),
    ],
)  # fmt: skip
def test_what_does_not_exist_is_told_with_the_nearest(text: str, fault: str) -> None:
    put(text)
    with pytest.raises(ClaimlintError) as caught:
        linter().check_text("Soft.", "a.txt")
    assert str(caught.value).startswith(fault)


def test_own_packs_go_from_the_settings_file() -> None:
    law = Path("shop/own/law")
    law.mkdir(parents=True)
    (law / "us.yaml").write_text("law: us\nrules: {regrows-hair: note}\n", encoding="utf-8")
    put("patterns: [own]\n", "shop")
    report = linter("shop").check_text("It regrows hair.", "shop/a.txt")
    assert levels(report) == [("note", "regrows-hair", "regrows hair")]


def test_one_run_has_one_threshold() -> None:
    put("fail-on: note\n")
    put("law: [us]\n", "shop")
    with pytest.raises(ClaimlintError) as caught:
        linter(".", "shop")
    assert str(caught.value) == (
        "shop/.claimlint.yaml: fail-on is error (default), but .claimlint.yaml:1: fail-on is note: one run has one value "
        "of 'fail-on'; say the same in both, run once for each, or give --fail-on for all"
    )
    assert linter(".", "shop", given={"fail-on": "error"})


def test_settings_met_on_the_way_must_agree_too() -> None:
    put("fail-on: note\n", "shop")
    with pytest.raises(
        ClaimlintError, match=r"shop/\.claimlint\.yaml:1: fail-on is note, but where no settings file is"
    ):
        linter(".").check_text("Soft.", "shop/a.txt")


def test_settings_tell_where_every_value_comes_from() -> None:
    put(
        'law: [us]\nrules: {"sun/*": off, clears-acne: note}\n'
        'paths:\n  "b/":\n    rules: {clears-acne: off}\n    product: {otc: [acne]}\n'
    )
    run = run_of([Finder().of("b/a.txt")], {"fail-on": "note"})
    assert list(rows_of("b/a.txt", run)) == [
        ("law", "us", ".claimlint.yaml:1"),
        ("fail-on", "note", "command line"),
        ("level", "note", "default"),
        ("rules", "sun/*: off", ".claimlint.yaml:2"),
        ("rules", "clears-acne: off", ".claimlint.yaml:5 (paths: b/)"),
        ("paths", "b/", ".claimlint.yaml:4"),
        ("product", "otc: acne", ".claimlint.yaml:6 (paths: b/)"),
        *((key, "none", "default") for key in ("names", "patterns", "include", "exclude")),
        ("baseline", "the nearest", "default"),
        ("allow", "the nearest", "default"),
        ("fields", "none", "default"),
    ]  # fmt: skip
    assert ("product", "cosmetic", "default") in list(rows_of("a.txt", run))
