# SPDX-License-Identifier: MIT
"""The gate bites: each fault of a document stops it with a message of its own."""

from __future__ import annotations

from typing import Any

import pytest

from sunlit.handouts import HandoutError
from sunlit.handouts.rendering import render

SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'


def _groups(*blocks: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"number": "1", "title": "One", "how": "", "groups": [list(blocks)]}]


def _paragraph(text: Any) -> dict[str, Any]:
    return {"b": "p", "text": text, "strong": False}


def _figure(**fields: Any) -> dict[str, Any]:
    return {"b": "figs", "figs": [{"caption": "", "image": "square.svg"} | fields]}


def _options(**fields: Any) -> dict[str, Any]:
    option = {"text": "One", "ticked": False, "note": "", "picture": None} | fields
    return {"b": "choices", "several": False, "key": False, "options": [option]}


FAULTS: dict[str, tuple[dict[str, Any], str]] = {
    "no title": ({"title": " "}, "wanted a title"),
    "a language by name": ({"lang": "english"}, "wanted a language of two or three letters"),
    "a language with its region": ({"lang": "es-MX"}, "wanted a language of two or three letters"),
    "a region of three letters": ({"region": "GBR"}, "wanted a region of two capital letters"),
    "an unknown paper": ({"paper": "a5"}, "wanted a4 or letter for 'paper'"),
    "an unknown size": ({"size": "huge"}, "wanted large or normal for 'size'"),
    "nobody to turn to": ({"contacts": [], "labels": {}}, "wanted whom to turn to"),
    "a picture with alt none": (
        {"activities": _groups(_figure(alt=None))}, "wanted words for the picture"),
    "a picture with empty alt": (
        {"activities": _groups(_figure(alt=" "))}, "wanted words for the picture"),
    "a skipped heading level": (
        {"activities": _groups({"b": "h", "level": 4, "text": "Deep"})}, "skipped from heading"),
    "a character without a font": (
        {"activities": _groups(_paragraph("漢"))}, "could not be displayed"),
    "an emoji": ({"activities": _groups(_paragraph("🙂"))}, "could not be displayed"),
    "an unknown block": ({"activities": _groups({"b": "video"})}, "unknown block 'video'"),
    "an unknown piece of text": (
        {"activities": _groups(_paragraph([{"t": "blink", "x": "a"}]))}, "unknown piece"),
    "a ticked box on a worksheet": (
        {"activities": _groups(_options(ticked=True))}, "found an answer"),
    "a note on a worksheet": ({"activities": _groups(_options(note="why"))}, "found an answer"),
    "a script as a link": (
        {"activities": _groups(_paragraph([{"t": "link", "to": "javascript:a()", "x": "a"}]))},
        "wanted a link that starts with https:"),
    "an empty link": (
        {"activities": _groups(_paragraph([{"t": "link", "to": "", "x": "a"}]))},
        "wanted a link that starts with https:"),
    "a text without end": (
        {"activities": _groups(_paragraph("long " * 1000))}, "wanted at most 4000 characters"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_stops_the_print(fault: str, sheet: Any) -> None:
    """A faulty document is an error that names the document and the fault."""
    changes, message = FAULTS[fault]
    document, pictures = sheet(**changes)
    with pytest.raises(HandoutError) as caught:
        render(document, pictures | {"square.svg": SQUARE})
    assert message in str(caught.value)
    assert f"'{document['title']}'" in str(caught.value)


def test_a_sound_document_passes(sheet: Any) -> None:
    """The gate lets through what the faults are made from."""
    document, pictures = sheet(activities=_groups(_figure(alt="A square"), _options()))
    assert render(document, pictures | {"square.svg": SQUARE}).startswith(b"%PDF-")


def test_a_broken_picture_is_an_error(sheet: Any) -> None:
    """A picture that can't be drawn is never a blank."""
    document, pictures = sheet(activities=_groups(_figure(alt="A square")))
    with pytest.raises(HandoutError, match="SVG"):
        render(document, pictures | {"square.svg": b"<svg><path d='M0"})
