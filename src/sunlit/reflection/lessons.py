# SPDX-License-Identifier: MIT
"""From the activities of the lessons to polls that can be opened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from sunlit.activities.reading import read_activities
from sunlit.content import content_root
from sunlit.reflection.spec import Band, Item, PollSpec
from sunlit.reflection.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

CLASS_SIZE = 30
_LIVE = frozenset({"reflection", "check"})
_TITLE = re.compile(r"^#\s+(.+?)\s*$|^title:\s*(.+?)\s*$", re.MULTILINE)


def items_of(entries: Iterable[Mapping[str, Any]]) -> tuple[Item, ...]:
    """Return the closed items of a poll from neutral entries (id, type, text, options ...).

    Cards, of which several may be picked, become one yes-or-no item each: what a pupil picked
    together is then never stored together.
    """
    items = []
    for entry in entries:
        common: dict[str, Any] = {
            "sensitive": bool(entry.get("sensitive", False)),
            "coin": bool(entry.get("coin", False)),
            "wall": bool(entry.get("wall", True)),
            "protected_area": str(entry.get("protected_area", "")),
        }
        options = tuple(entry["options"])
        if entry["type"] == "cards":
            items += [
                Item(
                    f"{entry['id']}-{number}",
                    option,
                    "yes-no",
                    (wording("card.picked"), wording("card.left")),
                    group=entry["text"],
                    **common,
                )
                for number, option in enumerate(options, start=1)
            ]
            continue
        kind: Any = "nominal" if entry["type"] == "true-false-unsure" else entry["type"]
        items.append(Item(entry["id"], entry["text"], kind, options, **common))
    return tuple(items)


def poll_of(
    activity_id: str, title: str, band: str, entries: Iterable[Mapping[str, Any]]
) -> PollSpec:
    """Return the poll of one activity, for a class of thirty until the teacher says otherwise."""
    return PollSpec(
        items_of(entries), CLASS_SIZE, activity_id=activity_id, title=title, band=cast("Band", band)
    )


def lesson_polls(root: Path | None = None) -> dict[str, PollSpec]:
    """Return every activity of the lessons that a class can answer together, by its id.

    Raises
    ------
    ContentError
        When a file of activities has problems.

    """
    root = root or content_root()
    polls = {}
    for file in sorted(root.glob("activities/*/*.yml")):
        band = file.parent.name
        lesson = root / "lessons" / band / f"{file.stem}.md"
        heading = _TITLE.search(lesson.read_text(encoding="utf-8")) if lesson.is_file() else None
        for name, activity in read_activities(file).items():
            if activity.kind not in _LIVE:
                continue
            found: Any = activity
            entries = [
                {
                    "id": item.id,
                    "type": item.type,
                    "text": item.text,
                    "options": item.labels(band),
                    "sensitive": getattr(item, "sensitive", False),
                    "coin": getattr(item, "coin", False),
                }
                for item in found.items
            ]
            title = next((t for t in heading.groups() if t), "") if heading else activity.title
            identifier = f"{band}/{file.stem}/{name}"
            polls[identifier] = poll_of(identifier, title.strip("\"'"), band, entries)
    return polls
