"""The spaCy component: `nlp.add_pipe("claimlint")` marks claims in `doc.spans["claims"]`."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from claimlint.linter import Linter

KEY = "claims"


class ClaimMarker:
    """Mark findings in any Doc as spans with the rule as label and the finding in `span._.claim`.

    Works on any tokenisation: a span covers every token that a finding touches.
    """

    def __init__(self, law: Sequence[str], patterns: Sequence[str]) -> None:
        self._linter = Linter(law, patterns)
        self._linter.require_laws()

    def __call__(self, doc: Doc) -> Doc:
        """Fill `doc.spans["claims"]`, in order of place."""
        findings = self._linter.check_text(doc.text).findings
        spans: list[Span] = []
        for finding in findings:
            span = doc.char_span(finding.start.offset, finding.end.offset, label=finding.rule, alignment_mode="expand")
            if span is not None:
                span._.claim = finding
                spans.append(span)
        doc.spans[KEY] = SpanGroup(doc, name=KEY, spans=spans)
        return doc


if not Span.has_extension("claim"):
    Span.set_extension("claim", default=None)


@Language.factory("claimlint", default_config={"law": ["us"], "patterns": []}, assigns=["doc.spans", "span._.claim"])
def make_claim_marker(nlp: Language, name: str, law: list[str], patterns: list[str]) -> ClaimMarker:
    """Make the component from a pipeline's configuration."""
    return ClaimMarker(law, patterns)
