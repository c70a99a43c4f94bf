"""The component works on anyone's pipeline."""

from __future__ import annotations

import spacy

from claimlint import Linter

TEXT = "Soft skin. Our tonic regrows hair. It re\u00adgrows hair again."


def test_spans_and_extension_are_filled() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("claimlint")
    doc = nlp(TEXT)
    spans = list(doc.spans["claims"])
    assert [(span.text, span.label_) for span in spans] == [
        ("regrows hair", "regrows-hair"),
        ("re\u00adgrows hair", "regrows-hair"),
    ]
    assert [span._.claim for span in spans] == list(Linter().check_text(TEXT).findings)


def test_any_tokenisation_will_do() -> None:
    nlp = spacy.blank("xx")
    nlp.tokenizer = spacy.tokenizer.Tokenizer(nlp.vocab)
    nlp.add_pipe("claimlint", config={"law": ["us"]})
    doc = nlp("It regrows hair, quickly.")
    (span,) = doc.spans["claims"]
    assert span.text == "regrows hair,"


def test_quiet_copy_has_an_empty_group() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("claimlint")
    assert list(nlp("A soft scent.").spans["claims"]) == []
