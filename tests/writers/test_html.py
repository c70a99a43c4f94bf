"""The page for reviewers, as text; what a browser makes of it is in test_html_browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given

from claimlint.findings import CheckedFile, NotChecked, Report
from claimlint.runs import Run
from claimlint.writers.html import SCRIPTS, page, write_html
from claimlint.writers.json import write_json
from claimlint.writers.options import Options
from claimlint.writers.tally import aside, verdict

from .kept import kept
from .sample import CLEAN, EMPTY, FINDINGS, REPORT
from .terminal import AWKWARD

ELEMENT = {
    "data": re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.S),
    "script": re.compile(r'<script type="module">(.*?)</script>', re.S),
    "style": re.compile(r"<style>(.*?)</style>", re.S),
}
ROOT = Path(__file__).parents[2]


def inside(text: str, element: str) -> str:
    (found,) = ELEMENT[element].findall(text)
    return str(found)


def test_output_is_as_kept() -> None:
    """The style and the script are files of their own; the rest of the page is kept."""
    output = "".join(write_html(REPORT, Options()))
    for element in ("script", "style"):
        output = output.replace(inside(output, element), "")
    output = re.sub("sha256-[^']+", "sha256-…", output)
    assert output == kept("report.html", output)


def unfolded(text: str) -> dict[str, Any]:
    """Give the data of a page with each finding in full, without what only the page has."""
    data: dict[str, Any] = json.loads(inside(text, "data"))
    told, said = data.pop("told"), data.pop("said")
    assert len(said) == len(data["findings"])
    data["findings"] = [{**told[finding.pop("told")], **finding} for finding in data["findings"]]
    return {name: part for name, part in data.items() if name not in ("id", "verdict", "runs", "whole")}


@pytest.mark.parametrize("report", [REPORT, CLEAN, EMPTY, REPORT._replace(gone=None)])
def test_the_data_is_that_of_the_json_output(report: Report) -> None:
    assert unfolded("".join(page(report))) == json.loads("".join(write_json(report, Options())))


def test_the_data_tells_where_the_words_stand_in_a_sentence() -> None:
    data = json.loads(inside("".join(page(REPORT)), "data"))
    assert [tuple(said) for said in data["said"]] == [finding.said for finding in FINDINGS]


def test_what_findings_have_in_common_is_held_once() -> None:
    again = FINDINGS[0]._replace(path="again.txt")
    data = json.loads(inside("".join(page(REPORT._replace(findings=(FINDINGS[0], again)))), "data"))
    assert ([finding["told"] for finding in data["findings"]], len(data["told"])) == ([0, 0], 1)


def test_the_policy_lets_nothing_in_but_the_style_and_script_of_the_page() -> None:
    text = "".join(write_html(REPORT, Options()))
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    def digest(element: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(inside(text, element).encode()).digest()).decode()}'"

    assert rules == {
        "default-src": "'none'", "style-src": digest("style"), "script-src": digest("script"), "base-uri": "'none'",
        "form-action": "'none'", "require-trusted-types-for": "'script'", "trusted-types": "'none'",
    }  # fmt: skip


def test_the_page_asks_for_nothing() -> None:
    text = "".join(page(EMPTY))
    assert not re.findall(r"""(?:src|href)=["'](?!#)|@import|url\(|fetch\(|XMLHttp|import\(|innerHTML|eval\(""", text)


def test_the_sum_is_that_of_the_screen() -> None:
    text = "".join(page(REPORT))
    assert f'<p id="verdict">{verdict(REPORT)} {aside(REPORT)}</p>' in text
    assert json.loads(inside(text, "data"))["verdict"] == f"{verdict(REPORT)} {aside(REPORT)}"


@pytest.mark.parametrize("report", [REPORT, CLEAN, EMPTY])
def test_the_page_judges_no_text_to_be_in_order(report: Report) -> None:
    assert not re.search(r"\b(compliant|is safe|approved by|passed)\b", "".join(page(report)), re.I)


def test_the_page_is_the_same_in_every_encoding() -> None:
    assert "".join(page(REPORT)).isascii()


HOSTILE = '</script><img src=x onerror=alert(1)><!--<script>\u2028"&amp;'


def test_hostile_text_stays_inside_its_element() -> None:
    finding = FINDINGS[0]._replace(path=HOSTILE, text=HOSTILE, sentence=HOSTILE, title=HOSTILE, why=HOSTILE)
    report = EMPTY._replace(
        findings=(finding,), files=(CheckedFile(HOSTILE, {}, 1),), not_checked=(NotChecked(HOSTILE, HOSTILE),)
    )
    text = "".join(page(report, [Run(HOSTILE, "", report.summary)]))
    assert not set(inside(text, "data")) & set("<>&\u2028")
    assert unfolded(text)["findings"][0]["path"] == HOSTILE
    assert text.count("<script") == "".join(page(EMPTY)).count("<script") == 2


@given(AWKWARD)
def test_any_text_comes_back(text: str) -> None:
    written = "".join(page(EMPTY._replace(not_checked=(NotChecked(text, text),))))
    assert (
        unfolded(written)["not_checked"]
        == [{"path": text, "reason": text}]
        == json.loads(json.dumps([{"path": text, "reason": text}]))
    )


def test_a_page_made_anew_has_the_same_name_and_another_report_has_not() -> None:
    def name(report: Report) -> str:
        return str(json.loads(inside("".join(page(report)), "data"))["id"])

    assert name(REPORT) == name(REPORT._replace(findings=FINDINGS[::-1], considered=()))
    assert name(REPORT) != name(REPORT._replace(findings=FINDINGS[1:]))


def test_runs_are_told_in_their_order() -> None:
    runs = [Run("old.json", "2026-01-02", CLEAN.summary), Run("new.json", "2026-02-02", REPORT.summary)]
    data = json.loads(inside("".join(page(REPORT, runs)), "data"))
    assert [(run["name"], run["date"], run["summary"]["error"]) for run in data["runs"]] == [
        ("old.json", "2026-01-02", 0), ("new.json", "2026-02-02", REPORT.summary["error"]),
    ]  # fmt: skip


def test_the_wheel_has_every_part_of_the_page(tmp_path: Path) -> None:
    wheel = pytest.importorskip("hatchling.builders.wheel", reason="hatchling is not installed")
    (built,) = wheel.WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    names = ZipFile(built).namelist()
    assert {f"claimlint/writers/report/{name}" for name in (*SCRIPTS, "report.html", "report.css")} <= set(names)
