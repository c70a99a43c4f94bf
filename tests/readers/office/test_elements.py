from __future__ import annotations

import pytest

from claimlint.errors import NotReadable
from claimlint.readers.office import elements as module
from claimlint.readers.office.elements import elements


def refused(*chunks: bytes) -> str:
    with pytest.raises(NotReadable) as error:
        list(elements(chunks))
    return str(error.value)


def test_elements_without_their_namespace() -> None:
    source = b'<w:p xmlns:w="any" w:val="1">a &amp; \xc3\xa9<tab/></w:p>'
    assert list(elements([source[:20], source[20:]])) == [
        ("start", "p", {"val": "1"}), ("text", "a & é", {}), ("start", "tab", {}), ("end", "tab", {}), ("end", "p", {}),
    ]  # fmt: skip


def test_names_that_others_use_keep_a_prefix() -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    source = f'<sldId xmlns:any="{space}" id="256" any:id="rId2"/>'.encode()
    assert next(elements([source])) == ("start", "sldId", {"id": "256", "r:id": "rId2"})


@pytest.mark.parametrize(
    "source",
    [b"<a>", b"<a></b>", b"", b"words", b"<a>&nbsp;</a>", b'<?xml version="1.0" encoding="x-no"?><a/>', b"<a>\xff</a>"],
)
def test_broken_xml_is_told(source: bytes) -> None:
    assert refused(source).startswith("the XML in it is broken (")


def test_a_document_type_is_refused_before_its_entities_are_read() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    assert "a document type (DOCTYPE)" in refused(bomb)
    assert "a document type (DOCTYPE)" in refused(b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')


def test_deep_nesting_is_refused() -> None:
    assert list(elements([b"<a>" * 500 + b"</a>" * 500]))
    assert "nested more than 500 deep" in refused(b"<a>" * 501 + b"</a>" * 501)


def test_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 10)
    assert "more than 10 pieces of XML" in refused(b"<a>", b"<b/>" * 10, b"</a>")


def test_a_tag_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_TAG", 1_000)
    assert "an element of more than 1,000 bytes" in refused(b'<a b="', b"c" * 900, b"c" * 900)
