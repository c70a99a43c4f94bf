"""The report as SARIF 2.1.0."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft4Validator

from claimlint.findings import Report
from claimlint.writers import sarif, shapes
from claimlint.writers.options import Options
from claimlint.writers.sarif import write_sarif

from .kept import kept
from .sample import BALM, BOX, CLEAN, EMPTY, EVIL, FINDINGS, REPORT, SHOP, SOURCES, finding
from .terminal import AWKWARD

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft4Validator(SCHEMA)


def run(report: Report, options: Options = Options()) -> dict[str, Any]:  # noqa: B008 - frozen
    log = json.loads("".join(write_sarif(report, options)))
    VALIDATOR.validate(log)
    (only,) = log["runs"]
    result: dict[str, Any] = only
    return result


def of(path: str, report: Report = REPORT) -> list[dict[str, Any]]:
    """Give the results whose region is that of a finding in a file."""
    numbers = [number for number, each in enumerate(report.findings) if each.path == path]
    return [run(report)["results"][number] for number in numbers]


def place(result: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = result["locations"][0]["physicalLocation"]
    return found


def test_output_is_as_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "__version__", "1.2.3")
    monkeypatch.setattr(shapes, "__version__", "1.2.3")
    output = "".join(write_sarif(REPORT, Options()))
    assert output == kept("report.sarif", output)


@pytest.mark.parametrize("report", [REPORT, CLEAN, EMPTY, REPORT._replace(gone=None)])
def test_every_report_fits_the_schema_of_the_format(report: Report) -> None:
    assert len(run(report)["results"]) == len(report.findings) + len(report.gone or ())


def test_regions_count_code_points() -> None:
    assert run(REPORT)["columnKind"] == "unicodeCodePoints"
    for each, result in zip(FINDINGS, run(REPORT)["results"], strict=False):
        region = place(result)["region"]
        if "charOffset" in region:
            start = region["charOffset"]
            assert SOURCES[each.path][start : start + region["charLength"]] == each.text == region["snippet"]["text"]
            line = SOURCES[each.path].splitlines()[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 :].startswith(each.text.split("\n")[0])
            last = SOURCES[each.path].splitlines()[region["endLine"] - 1]
            assert last[: region["endColumn"] - 1].endswith(each.text.split("\n")[-1])
    (shop,) = of(SHOP)
    assert {name: place(shop)["region"][name] for name in ("startLine", "startColumn", "endLine", "endColumn")} == {
        "startLine": 1, "startColumn": 33, "endLine": 1, "endColumn": 48,
    }  # fmt: skip


def test_every_result_names_its_rule_and_rules_come_once() -> None:
    whole = run(REPORT)
    rules = whole["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["heals-disease", "mentions-disease", "anti-ageing", "builds-collagen"]
    for result in whole["results"]:
        if result.get("baselineState") != "absent":
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    first = rules[0]
    assert (first["defaultConfiguration"]["level"], first["helpUri"]) == ("error", "https://law.example/us/321")
    assert first["properties"]["tags"] == ["drug", "eu", "medicine", "treats-disease", "us"]
    assert "[FTC, settlement, 2014: clears up skin trouble](https://seen.example/1)" in first["help"]["markdown"]
    assert "https://law.example/eu/2001-83" in first["help"]["text"]


def test_addresses_are_relative_and_encoded() -> None:
    addresses = [place(result)["artifactLocation"] for result in run(REPORT)["results"]]
    assert all(address["uriBaseId"] == "SRCROOT" for address in addresses)
    names = {address["uri"] for address in addresses}
    assert "evil%1B%5B2J%E2%80%AEtxt.exe" in names
    assert "shop/%E6%97%A5%E6%9C%AC%E8%AA%9E/%E3%82%AF%E3%83%AA%E3%83%BC%E3%83%A0.txt" in names
    notes = run(REPORT)["invocations"][0]["toolExecutionNotifications"]
    assert place(notes[1])["artifactLocation"]["uri"] == "bad%0Aname%FF.txt"


def test_a_path_below_the_root_is_told_from_it_and_another_is_absolute() -> None:
    one = REPORT._replace(findings=(FINDINGS[0]._replace(path="/srv/shop/a b.txt"),), gone=None)
    (inside,) = run(one, Options(root="/srv"))["results"]
    (outside,) = run(one, Options(root="/home"))["results"]
    assert place(inside)["artifactLocation"] == {"uri": "shop/a%20b.txt", "uriBaseId": "SRCROOT"}
    assert place(outside)["artifactLocation"] == {"uri": "file:///srv/shop/a%20b.txt"}


def test_states_are_told_as_the_format_tells_them() -> None:
    results = run(REPORT)["results"]
    states = [(result["baselineState"], result["ruleId"]) for result in results]
    assert states.count(("unchanged", "mentions-disease")) == 3
    assert states[-2:] == [("absent", "heals-disease"), ("absent", "left-rule")]
    approved = [result["suppressions"] for result in results if "suppressions" in result]
    assert approved == [
        [{"kind": "external", "status": "accepted", "justification": "told ::error::to stay | @bob\x1b[31m"}],
        [{"kind": "inSource", "status": "accepted", "justification": "the study is on file with regulatory"}],
    ]
    assert all("baselineState" not in result for result in run(REPORT._replace(gone=None))["results"])


def test_a_document_without_lines_is_told_by_page_and_pointer() -> None:
    (page,) = of(BOX)
    assert place(page)["region"] == {"startLine": 1, "snippet": {"text": FINDINGS[-1].text}}
    assert (page["properties"]["page"], page["properties"]["box"]) == (2, [10.0, 20.12, 90.0, 30.0])
    assert page["message"]["text"].startswith("page 2: Says the product heals a disease: ")
    (value,) = of(SHOP)
    assert value["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "/items/0/title"}]


def test_what_was_not_read_is_an_error_of_the_run_and_a_remark_a_note() -> None:
    (invocation,) = run(REPORT)["invocations"]
    assert invocation["executionSuccessful"] is True
    assert [(each["level"], each["message"]["text"]) for each in invocation["toolExecutionNotifications"]] == [
        ("error", "has no text layer; 3 pages are pictures"),
        ("error", "file \\x1b[31mnot\\x1b[0m found"),
        ("note", "not UTF-8; read as Windows-1252 <U+202E>"),
    ]
    assert run(EMPTY)["invocations"][0]["executionSuccessful"] is False


def test_copy_makes_no_links_in_messages() -> None:
    linked = finding(BALM, "anti-ageing", "Anti-ageing", SOURCES[BALM].splitlines()[5])
    (result,) = run(EMPTY._replace(findings=(linked._replace(text="[click](https://evil.example)"),)))["results"]
    assert "[click] (https://evil.example)" in result["message"]["text"]
    assert EVIL  # the sample's own hostile names are in every test above


@given(AWKWARD)
def test_any_text_keeps_to_the_schema(text: str) -> None:
    one = FINDINGS[0]._replace(path=text or "a", text=text, sentence=text, pointer=text, title=text, why=text)
    assert run(EMPTY._replace(findings=(one,)))["results"][0]["properties"]["sentence"] == json.loads(json.dumps(text))
