"""What must hold of the shipped pack as a whole."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from claimlint import Linter
from claimlint.findings import Seen
from claimlint.packs.folders import PARTS, files, shipped
from claimlint.packs.load import FORMS
from claimlint.packs.yaml_file import read_yaml
from claimlint.schemas.fit import shipped_schema
from tests.conftest import RULE
from tests.growth import seconds

ROOT = Path(__file__).parent.parent
FEWEST_ROUNDS, MOST_ROUNDS = 4, 20
"""Of measurements by turns, the least of which counts: other processes may slow any, nothing makes one quicker."""
COPY = sorted([*(ROOT / "corpus").rglob("*.txt"), *(ROOT / "examples").glob("*.txt")])


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


@pytest.mark.parametrize("form", [*FORMS.values(), "ledger", "report"])
def test_the_shipped_schemas_are_schemas(form: str) -> None:
    jsonschema.Draft202012Validator.check_schema(shipped_schema(form))


@pytest.mark.parametrize("part", PARTS)
def test_a_validator_and_the_loader_agree_on_the_shipped_files(part: str) -> None:
    validator = jsonschema.Draft202012Validator(shipped_schema(FORMS[part]))
    paths = [path for path in files(shipped()) if path.relative_to(shipped()).parts[0] == part]
    assert paths
    for path in paths:
        assert list(validator.iter_errors(read_yaml(path, path.name).data)) == [], path


def test_every_fact_has_a_public_address_and_every_provision_a_day(linter: Linter) -> None:
    facts = [fact for rule in linter.packs.texts["rules"].values() for fact in rule["seen"]]
    provisions = [base for law in linter.packs.texts["laws"].values() for base in law["bases"].values()]
    assert facts and provisions
    for address in (*(Seen(*fact).source for fact in facts), *(base["url"] for base in provisions)):
        assert address.startswith(("https://", "http://")) and " " not in address


def test_triggers_change_nothing_on_real_copy(linter: Linter) -> None:
    slow = Linter(triggers=False)
    for path in COPY:
        text = path.read_text(encoding="utf-8")
        assert linter.check_text(text) == slow.check_text(text), path


def test_offsets_give_back_the_text_on_real_copy(linter: Linter) -> None:
    for path in COPY:
        source = path.read_text(encoding="utf-8")
        report = linter.check_text(source)
        for item in (*report.findings, *report.considered):
            assert source[item.start.offset : item.end.offset] == item.text
            line = source.split("\n")[item.start.line - 1]
            assert line[item.start.column - 1 :].startswith(item.text.split("\n")[0])


def test_ten_times_the_rules_cost_less_than_a_fifth_more_time(
    linter: Linter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = tmp_path / "more" / "claims" / "made-up"
    claims.mkdir(parents=True)
    for number in range(9 * len(linter.packs.texts["rules"])):
        rule = RULE.replace("{grow~} .. moss", f"zugrow{number}x~ .. quamoss{number}x").replace(
            "grows-moss", f"made-up-{number}"
        )
        (claims / f"made-up-{number}.yaml").write_text(rule, encoding="utf-8")
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in COPY[::3])
    more = Linter(patterns=[tmp_path / "more"])
    assert len(more.packs.texts["rules"]) == 10 * len(linter.packs.texts["rules"])
    assert more.check_text(text).findings == linter.check_text(text).findings
    monkeypatch.setattr("claimlint.engine.pipeline.LONGEST_KEPT", -1)  # so that a block is read again each time
    monkeypatch.setattr("claimlint.engine.triggers.MOST_JUDGED", -1)
    told = []
    for _ in range(MOST_ROUNDS):
        told.append((seconds(lambda: more.check_text(text)), seconds(lambda: linter.check_text(text))))
        with_more, without = map(min, zip(*told, strict=True))
        if len(told) >= FEWEST_ROUNDS and with_more < 1.2 * without:
            return
    raise AssertionError(told)
