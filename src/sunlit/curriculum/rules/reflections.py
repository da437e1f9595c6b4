# SPDX-License-Identifier: MIT
"""What the anonymous reflection and the check may ask, and how (B-22, B-7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sunlit.curriculum.bands import YOUNGER, YOUNGEST
from sunlit.curriculum.findings import Finding, find
from sunlit.curriculum.rulebook import room
from sunlit.curriculum.rulebook.rule import either, small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sunlit.curriculum.rules.material import Material
    from sunlit.source import Key, Source

_TEXT_TYPES = frozenset(
    {"text", "free-text", "free_text", "freetext", "open", "long-text", "words"}
)
_TEXT_KEYS = frozenset({"free_text", "free-text", "freetext", "comment", "comments"})
_SENSITIVE = either(
    ((r"\b(?:I|me|my)\b[^.?!]{0,40}\b(?:safe|unsafe|bullied|treated (?:un)?fairly|unkind|left out"
     r"|scared)\b"),)
)  # fmt: skip


def check(material: Material) -> Iterator[Finding]:
    """Find questions that this age, or a small class, must not be asked."""
    source = material.activity_source
    if source is None or not isinstance(source.data, dict):
        return
    for name, data in source.data.items():
        if isinstance(data, dict) and data.get("kind") in {"reflection", "check"}:
            yield from _one(source, name, data, material.lesson.band.slug)


def _one(source: Source, name: str, data: dict[str, Any], band: str) -> Iterator[Finding]:
    file = source.file
    young = band in {YOUNGEST, YOUNGER}
    if young and data.get("about", "character") != "character":
        place = source.place((name, "about"))
        yield find(room.YOUNG_SUBJECT, file, place, f"about: {data['about']}")
    if band == YOUNGEST and data.get("mode", "devices") != "hands":
        place = source.place((name, "mode"))
        yield find(room.HANDS, file, place, f"mode: {data.get('mode', 'devices')}")
    reason = (
        "it is never used up to age 10"
        if young
        else "a teacher may add it for one class, moderated, and a lesson never does"
    )
    for key, value in data.items():
        if key in _TEXT_KEYS and value is not False and value is not None:
            place = source.place((name, key))
            yield find(room.FREE_TEXT, file, place, f"{key}: {value}", reason=reason)
    items = data.get("items")
    for number, item in enumerate(items if isinstance(items, list) else []):
        if isinstance(item, dict):
            asked = data["kind"] == "reflection"
            yield from _item(source, (name, "items", number), item, reason, asked=asked)


def _item(
    source: Source, path: tuple[Key, ...], item: dict[str, Any], reason: str, *, asked: bool
) -> Iterator[Finding]:
    file = source.file
    if str(item.get("type")) in _TEXT_TYPES:
        place = source.place((*path, "type"))
        yield find(room.FREE_TEXT, file, place, f"type: {item['type']}", reason=reason)
    for key, value in item.items():
        if key in _TEXT_KEYS and value is not False and value is not None:
            place = source.place((*path, key))
            yield find(room.FREE_TEXT, file, place, f"{key}: {value}", reason=reason)
    if item.get("coin") is True and item.get("sensitive") is not True:
        yield find(room.COIN, file, source.place((*path, "coin")), "coin: true")
    text = item.get("text")
    asked = asked and item.get("sensitive") is not True
    if asked and isinstance(text, str) and _SENSITIVE.search(small(text)) and "pass" not in text:
        yield find(room.SENSITIVE, file, source.place((*path, "text")), text)
