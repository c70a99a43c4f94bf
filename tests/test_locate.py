"""Finding a claim in its sentence."""

from __future__ import annotations

import pytest

from claimlint.locate import locate


def _words(sentence: str, claim: str, start: int = 0, starts: frozenset[int] = frozenset()) -> str | None:
    span = locate(sentence, claim, start, starts)
    return None if span is None else f"{sentence[: span[0]]}[{sentence[slice(*span)]}]{sentence[span[1] :]}"


@pytest.mark.parametrize(
    ("sentence", "claim", "marked"),
    [
        ("It heals acne.", "heals acne", "It [heals acne]."),
        ("Acneic skin: acne goes.", "acne", "Acneic skin: [acne] goes."),
        ("hydracne, acne", "acne", "hydracne, [acne]"),
        ("It heals acne.", "heals\n  acne", "It [heals acne]."),
        ("It heals acne.", "heals <b>ac</b>ne", "It [heals acne]."),
        ("It heals acne.", "heals&nbsp;acne", "It [heals acne]."),
        ("It heals ac\u200bne.", "heals acne", "It [heals ac\u200bne]."),
        ("It heals acne.", "heals ac\u200bne", "It [heals acne]."),
        ("It ﬁghts acne.", "fights acne", "It [ﬁghts acne]."),
        ("It heals.", "acne", None),
        ("It heals.", "", None),
        ("It heals.", "!!", None),
        ("", "acne", None),
    ],
)
def test_the_claim_is_found_by_its_letters(sentence: str, claim: str, marked: str | None) -> None:
    assert _words(sentence, claim) == marked


@pytest.mark.parametrize(
    ("start", "starts", "marked"),
    [
        (104, {104, 116}, "Not [acne], never acne."),
        (116, {104, 116}, "Not acne, never [acne]."),
        (116, {104, 116, 204, 216}, "Not acne, never [acne]."),
        (204, {104, 116, 204, 216}, "Not [acne], never acne."),
        (300, {300}, "Not [acne], never acne."),
    ],
)
def test_other_claims_of_the_file_tell_repeated_words_apart(start: int, starts: set[int], marked: str) -> None:
    assert _words("Not acne, never acne.", "acne", start, frozenset(starts)) == marked


def test_a_text_of_nothing_but_the_claim_takes_no_time() -> None:
    assert locate("acne" * 100_000, "acne", 7, {7}) == (0, 4)
