"""What a settings file may say, and how it is told what it may not."""

from __future__ import annotations

import json
import os
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
import yaml

from claimlint.errors import ClaimlintError
from claimlint.settings import Finder
from claimlint.settings.values import DEFAULTS
from tests.settings.files import put

SCHEMA = json.loads((resources.files("claimlint.schemas") / "settings.schema.json").read_text(encoding="utf-8"))
ALL = """\
law: [us]
fail-on: warning
level: note
rules: {clears-acne: 'off', "sun/*": note}
paths:
  "reviews/**": {rules: {clears-acne: error}, product: cosmetic}
  "*.bak.txt": {skip: true}
product: {otc: [acne]}
names: ["Heal & Co"]
patterns: [packs/own]
include: ["copy/**"]
exclude: [legacy/, "!legacy/new.txt"]
baseline: known.json
allow: allowed.yaml
fields: [title]
"""


def error(text: str) -> str:
    put(text)
    with pytest.raises(ClaimlintError) as caught:
        Finder().of("a.txt")
    return str(caught.value)


def test_every_key_is_read() -> None:
    put(ALL, "shop")
    settings = Finder().of("shop/a.txt")
    assert set(settings.data) == set(DEFAULTS) == set(SCHEMA["properties"])
    assert settings.value("names") == ["Heal & Co"] and settings.at("names", 0) == "shop/.claimlint.yaml:9"
    assert settings.paths("patterns") == [Path.cwd() / "shop/packs/own"]
    assert settings.paths("baseline") == [Path.cwd() / "shop/known.json"]


def test_the_schema_knows_the_defaults() -> None:
    assert {key: form.get("default") for key, form in SCHEMA["properties"].items()} == DEFAULTS


@pytest.mark.parametrize("text", ["", "# nothing\n", "{}\n"])
def test_an_empty_file_says_nothing(text: str) -> None:
    put(text)
    settings = Finder().of("a.txt")
    assert (settings.data, settings.place) == ({}, ".claimlint.yaml")


def test_off_is_a_word() -> None:
    put("rules: {clears-acne: off}\n")
    assert Finder().of("a.txt").value("rules") == {"clears-acne": "off"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fail_on: error\n", ".claimlint.yaml:1: fail_on: unknown key 'fail_on'; did you mean 'fail-on'?"),
        ("law: [us]\nfail-on: eror\n", ".claimlint.yaml:2: fail-on: 'eror' is not known; did you mean 'error'?"),
        ("law: us\n", ".claimlint.yaml:1: law: 'us' is no array; write a list"),
        ("rules: {clears-acne: of}\n", ".claimlint.yaml:1: rules.clears-acne: 'of' is not known; did you mean 'off'?"),
        ("product: drug\n", ".claimlint.yaml:1: product: 'drug' is not known; allowed are: cosmetic"),
        ("product: {otc: []}\n", ".claimlint.yaml:1: product.otc: 0 items; write at least 1"),
        ("product: {rx: [acne]}\n", ".claimlint.yaml:1: product: the key 'otc' is missing; add it"),
        ("paths:\n  a/:\n    skp: true\n", ".claimlint.yaml:3: paths.a/.skp: unknown key 'skp'; did you mean 'skip'?"),
        ("names: [x]\n", ".claimlint.yaml:1: names.0: 'x' is too short; write at least 2 characters"),
        ("names: ['12']\n", r".claimlint.yaml:1: names.0: '12' does not fit '[^\\W\\d_]'"),
        ("- law\n", ".claimlint.yaml:1: (whole file): ['law'] is no object; write keys and values"),
        ("exclude: ['#a']\n", ".claimlint.yaml:1: exclude.0: '#a' can fit no path; write a glob such as"),
        ("paths: {'!a': {skip: true}}\n", ".claimlint.yaml:1: paths.!a: '!a' begins with '!', which only"),
        ("a: &x 1\nb: *x\n", ".claimlint.yaml:1: (whole file): uses YAML anchors"),
        ("law: [us\n", ".claimlint.yaml:2: (whole file): not YAML"),
        ("law: [us]\nlevel: note\nlaw: [eu]\n", ".claimlint.yaml:3: law: the key 'law' stands twice; keep one"),
    ],
)  # fmt: skip
def test_what_it_may_not_say_is_told_with_its_line(text: str, told: str) -> None:
    assert error(text).startswith(told)


def test_every_fault_is_told_at_once() -> None:
    assert error("level: all\nlaws: [us]\n").splitlines() == [
        ".claimlint.yaml:1: level: 'all' is not known; allowed are: error, warning, note",
        ".claimlint.yaml:2: laws: unknown key 'laws'; did you mean 'law'?",
    ]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        (ALL, True), ("{}", True), ("product: cosmetic", True), ("law: us", False), ("nope: 1", False),
        ("product: {otc: []}", False), ("names: [x]", False), ("rules: {a: of}", False), ("paths: {a: {skip: 1}}", False),
    ],
)  # fmt: skip
def test_the_schema_judges_as_the_program_does(text: str, fits: bool) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert jsonschema.Draft202012Validator(SCHEMA).is_valid(yaml.safe_load(text)) == fits
    put(text)
    try:
        Finder().of("a.txt")
    except ClaimlintError:
        assert not fits
    else:
        assert fits


def test_what_is_no_file_is_not_read() -> None:
    Path(".claimlint.yaml").mkdir()
    with pytest.raises(ClaimlintError, match=r"^\.claimlint\.yaml: is no file; name a settings file"):
        Finder().of("a.txt")
    Path(".claimlint.yaml").rmdir()
    os.mkfifo(".claimlint.yaml")
    with pytest.raises(ClaimlintError, match="is no file"):
        Finder().of("a.txt")
    with pytest.raises(ClaimlintError, match=r"^none\.yaml: there is no such file"):
        Finder(Path("none.yaml"))


def test_a_huge_file_is_not_read() -> None:
    assert error("#" * 1_000_001).startswith(".claimlint.yaml:1: (whole file): more than 1,000,000 bytes")
