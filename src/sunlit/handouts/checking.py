# SPDX-License-Identifier: MIT
"""The gate before a document is printed: each failure has a message of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sunlit.activities.blocks import TICKED
from sunlit.handouts.cleaning import link_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BLOCKS = frozenset(
    {"h", "q", "p", "list", "choices", "lines", "table", "figs", "box", "say", "field", "people"}
)
INLINES = frozenset({"strong", "em", "link", "code", "cite", "break"})
PAPERS = frozenset({"a4", "letter"})
SIZES = frozenset({"normal", "large"})
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
_REGION = re.compile(r"[A-Z]{2}\Z")


class HandoutError(ValueError):
    """A document can't be printed; says which one, what was wanted and what was found."""

    def __init__(self, title: str, message: str) -> None:
        self.title = title
        super().__init__(f"the handout '{title}' can't be printed: {message}")


def check(document: Mapping[str, Any]) -> None:
    """Check what Typst does not.

    Raises
    ------
    HandoutError
        At the first rule broken.

    """
    title = document.get("title", "")
    for message in _problems(document):
        raise HandoutError(title, message)
    for part in document.get("parts", []):
        check(part)


def _problems(document: Mapping[str, Any]) -> Iterator[str]:
    if not str(document.get("title", "")).strip():
        yield "wanted a title, found none."
    if not _LANGUAGE.match(document.get("lang", "")):
        yield f"wanted a language of two or three letters, found '{document.get('lang')}'."
    region = document.get("region")
    if region is not None and not _REGION.match(region):
        yield f"wanted a region of two capital letters, found '{region}'."
    for field, known in (("paper", PAPERS), ("size", SIZES), ("dir", {"ltr", "rtl"})):
        if document.get(field) not in known:
            yield (
                f"wanted {' or '.join(sorted(known))} for '{field}', found '{document.get(field)}'."
            )
    if document.get("pupil") and not (
        document.get("contacts") or document.get("labels", {}).get("person")
    ):
        yield "wanted whom to turn to on a pupil's page, or a box for a pen; found neither."
    content = {key: value for key, value in document.items() if key != "parts"}
    yield from _walk(content, answers=bool(document.get("pupil")))


def _walk(value: Any, *, answers: bool) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, answers=answers)
        return
    if not isinstance(value, dict):
        return
    if "b" in value:
        yield from _block(value, answers=answers)
    if "t" in value and value["t"] not in INLINES:
        yield f"found the unknown piece of text '{value['t']}'."
    for field in ("to", "url"):
        address = value.get(field)
        if address is not None and link_address(address) is None:
            yield f"wanted a link that starts with https:, found '{address}'."
    if "image" in value and not str(value.get("alt") or "").strip():
        yield f"wanted words for the picture '{value['image']}' (alt text), found none."
    for item in value.values():
        yield from _walk(item, answers=answers)


def _block(block: Mapping[str, Any], *, answers: bool) -> Iterator[str]:
    kind = block["b"]
    if kind not in BLOCKS:
        yield f"found the unknown block '{kind}'."
    if not answers:
        return
    if kind == "choices" and (
        block["key"] or any(option["ticked"] or option["note"] for option in block["options"])
    ):
        yield "found an answer on a pupil's page."
    if kind == "table" and any(TICKED in row for row in block["rows"]):
        yield "found a ticked box on a pupil's page."
