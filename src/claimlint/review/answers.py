"""What a person says of findings, one by one, and how good the rules are by that."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from claimlint.errors import ClaimlintError
from claimlint.findings import REVIEW, Finding
from claimlint.review.places import located, shown

FORM = "claimlint-audit"
VERSION = 1
JUDGEMENTS = ("true", "false", "ask")
MEND = "restore it, or remove it to begin anew"


class Answer(NamedTuple):
    """What was said of a finding, in the order in which answers are sorted: true, false, or to be asked of counsel."""

    rule: str
    fingerprint: str
    path: str
    words: str
    judgement: str
    note: str


Answers = Mapping[str, Answer]
"""By fingerprint: the same sentence is judged once, wherever it stands."""


def read(file: Path) -> dict[str, Answer]:
    """Read the answers given so far. Raises ClaimlintError with file, line and reason where the file is broken."""
    name = shown(located(str(file)))
    try:
        data = json.loads(file.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        return {}
    except json.JSONDecodeError as error:
        raise ClaimlintError(f"{name}:{error.lineno}: the answers are broken: {error.msg}; {MEND}") from error
    except (OSError, UnicodeDecodeError, RecursionError) as error:
        raise ClaimlintError(f"{name}: the answers cannot be read: {error}; {MEND}") from error
    return {answer.fingerprint: answer for answer in _answers(data, name)}


def _answers(data: Any, name: str) -> Iterator[Answer]:
    if not (isinstance(data, dict) and data.get(FORM) == VERSION and isinstance(data.get("answers"), list)):
        raise ClaimlintError(
            f'{name}:1: holds no answers: "{FORM}": {VERSION} and a list "answers" are missing; {MEND}'
        )
    for number, item in enumerate(data["answers"], start=1):
        values = [item.get(key) for key in Answer._fields] if isinstance(item, dict) else [None]
        if not all(isinstance(value, str) for value in values):
            keys = ", ".join(Answer._fields)
            raise ClaimlintError(f"{name}:{number + 3}: answer {number} lacks one of {keys}: {item!r:.80}; {MEND}")
        answer = Answer(*values)
        if answer.judgement not in JUDGEMENTS:
            known = ", ".join(JUDGEMENTS)
            raise ClaimlintError(f"{name}:{number + 3}: judgement: {answer.judgement!r} is none; known are: {known}")
        yield answer


def text(answers: Answers) -> Iterator[str]:
    """Give the text of a file of answers, one a line, in an order that does not depend on when they were given."""
    lines = ",\n".join(f"    {json.dumps(answer._asdict())}" for answer in sorted(answers.values()))
    yield f'{{\n  "{FORM}": {VERSION},\n  "answers": [' + (f"\n{lines}\n  " if lines else "") + "]\n}\n"


def open_findings(findings: Iterable[Finding], answers: Answers) -> list[Finding]:
    """Give the findings in copy that nobody has judged, each sentence and rule once."""
    found: dict[str, Finding] = {}
    for finding in findings:
        if finding.law != REVIEW and finding.fingerprint not in answers:
            found.setdefault(finding.fingerprint, finding)
    return list(found.values())


class Measure(NamedTuple):
    """What was said of the findings of one rule."""

    rule: str
    true: int
    false: int
    ask: int

    @property
    def precision(self) -> float | None:
        """Give the share of true findings among those judged; None where none was."""
        judged = self.true + self.false
        return self.true / judged if judged else None


def measures(answers: Answers) -> list[Measure]:
    """Give a measure for each rule that was judged, by its id."""
    counts = Counter((answer.rule, answer.judgement) for answer in answers.values())
    rules = sorted({answer.rule for answer in answers.values()})
    return [Measure(rule, *(counts[rule, judgement] for judgement in JUDGEMENTS)) for rule in rules]
