"""From candidates to findings: one per stretch of words and law, the most severe first."""

from __future__ import annotations

from typing import Any

from claimlint.document import Block, Document, SourceMap
from claimlint.engine.candidates import Candidate, Said
from claimlint.findings import CueMention, Finding
from claimlint.law import Judge


def rule(id_: str, says: str, topic: str = "skin") -> dict[str, Any]:
    return {
        "id": id_, "title": id_, "says": says, "provisions": topic, "why": "why", "instead": ["x"], "seen": [],
        "trial": False,
    }  # fmt: skip


def law(id_: str, level: str) -> dict[str, Any]:
    kinds = {
        "treats-disease": {"class_": "drug", "level": "error", "basis": ["act"]},
        "mentions-disease": {"class_": "drug", "level": level, "basis": ["act"]},
        "trades-on-status": {"class_": "misbranding", "level": "error", "basis": ["act"]},
    }
    bases = {
        "act": {"cite": "Act 1", "url": "https://example.org/1"},
        "skin-act": {"cite": "Act 2", "url": "https://example.org/2"},
    }
    topics = {"skin": {"treats-disease": ["skin-act"]}}
    classes = ["drug", "misbranding", "cosmetic"]
    return {"id": id_, "classes": classes, "bases": bases, "kinds": kinds, "topics": topics, "rules": {"mild": "note"}}


TEXTS = {
    "rules": {
        "heals": rule("heals", "treats-disease"), "names": rule("names", "mentions-disease"),
        "seal": rule("seal", "trades-on-status", "status"), "mild": rule("mild", "treats-disease"),
    },
    "laws": {"one": law("one", "warning"), "two": law("two", "error")},
}  # fmt: skip
TEXT = "It heals eczema of the hands. It heals eczema of the hands. Sealed."
DOCUMENT = Document("t", TEXT, (Block(TEXT, "body", SourceMap.plain(0, len(TEXT))),))
FIRST, SECOND = (0, 29), (30, 59)
NO = CueMention("negated", "negated", "no")


def candidate(
    rule_: str, start: int, end: int, sentence: tuple[int, int] = FIRST, *, dismissed: bool = False
) -> Candidate:
    cues = (NO,) if dismissed else ()
    return Candidate.of(Said(rule_, start, end, sentence, cues, cues), DOCUMENT.blocks[0])


def judged(candidates: list[Candidate], *laws: str) -> list[Finding]:
    return Judge(TEXTS, laws or ["one"]).findings(DOCUMENT, candidates)


def test_overlapping_candidates_are_one_finding() -> None:
    found = judged([candidate("names", 9, 15), candidate("heals", 3, 15), candidate("heals", 3, 28)])
    (finding,) = found
    assert (finding.rule, finding.text, finding.also) == ("heals", "heals eczema of the hands", ("names",))
    assert (finding.level, finding.class_, finding.law) == ("error", "drug", "one")
    assert finding.sentence == "It heals eczema of the hands."


def test_each_law_answers_for_itself() -> None:
    found = judged([candidate("names", 9, 15)], "one", "two")
    assert [(f.law, f.level) for f in found] == [("one", "warning"), ("two", "error")]


def test_the_most_exact_provision_comes_first() -> None:
    (finding,) = judged([candidate("heals", 3, 15)])
    assert [basis.cite for basis in finding.basis] == ["Act 2", "Act 1"]


def test_a_law_may_level_a_single_rule() -> None:
    (finding,) = judged([candidate("mild", 3, 15)])
    assert finding.level == "note"


def test_dismissed_candidates_are_considered_only() -> None:
    judge, dismissed = Judge(TEXTS, ["one"]), candidate("heals", 3, 15, dismissed=True)
    assert judged([dismissed]) == []
    (considered,) = judge.considered(DOCUMENT, [dismissed])
    assert (considered.rule, considered.text, considered.dismissed_by) == ("heals", "heals eczema", NO)


def test_candidates_that_only_meet_through_another_stay_two_findings() -> None:
    found = judged([candidate("heals", 3, 15), candidate("names", 9, 22), candidate("heals", 16, 28)])
    assert [(f.rule, f.text, f.also) for f in found] == [
        ("heals", "heals eczema", ("names",)),
        ("heals", "of the hands", ("names",)),
    ]


def test_short_claims_that_say_as_much_explain_a_long_one_better() -> None:
    text = "It heals the eczema of your dry hands, then heals the acne of your face and neck."
    document = Document("t", text, (Block(text, "body", SourceMap.plain(0, len(text))),))
    judge = Judge(TEXTS, ["one"])
    whole, one, two = (
        candidate(rule_, *span, (0, 81)) for rule_, span in (("seal", (3, 80)), ("heals", (3, 37)), ("heals", (44, 80)))
    )
    found = judge.findings(document, [whole, one, two])
    assert [(f.text, f.also) for f in found] == [(text[3:37], ("seal",)), (text[44:80], ("seal",))]
    assert [f.rule for f in judge.findings(document, [whole, one])] == ["seal"]


def test_the_same_sentence_twice_has_two_fingerprints() -> None:
    found = judged([candidate("heals", 3, 15), candidate("heals", 33, 45, SECOND)])
    assert len({f.fingerprint for f in found}) == 2
    assert all(len(f.fingerprint) == 16 for f in found)


def test_a_fingerprint_does_not_know_the_place() -> None:
    moved = Document("t", "\n\n" + TEXT, (Block(TEXT, "body", SourceMap.plain(2, len(TEXT))),))
    (here,) = judged([candidate("heals", 3, 15)])
    there_ = Candidate.of(Said("heals", 3, 15, FIRST, (), ()), moved.blocks[0])
    (there,) = Judge(TEXTS, ["one"]).findings(moved, [there_])
    assert here.fingerprint == there.fingerprint
    assert here.start.line == 1 and there.start.line == 3


def test_the_verdict_goes_by_errors_and_the_order_of_classes() -> None:
    judge = Judge(TEXTS, ["one"])
    assert judge.verdict(judged([candidate("names", 9, 15)])) == {"one": "cosmetic"}
    assert judge.verdict(judged([candidate("seal", 9, 15)])) == {"one": "misbranding"}
    both = [candidate("seal", 9, 15), candidate("heals", 33, 45, SECOND)]
    assert judge.verdict(judged(both)) == {"one": "drug"}


def test_a_rule_on_trial_is_a_note_under_every_law() -> None:
    texts = {**TEXTS, "rules": {"heals": {**TEXTS["rules"]["heals"], "trial": True}}}
    found = Judge(texts, ["one", "two"]).findings(DOCUMENT, [candidate("heals", 3, 15)])
    assert [(finding.law, finding.level) for finding in found] == [("one", "note"), ("two", "note")]
