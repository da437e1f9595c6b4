# SPDX-License-Identifier: MIT
"""The JSON that the front end gets: one envelope for every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sunlit.pictures import draw

if TYPE_CHECKING:
    from sunlit.activities.kind import Activity, Json


def compile_activity(identifier: str, activity: Activity, band: str) -> dict[str, Json]:
    """Return the definition of ``activity`` as plain JSON.

    Keys of every kind: ``id``, ``kind``, ``band``, ``title``, ``how``, ``minutes`` and
    ``picture`` (the last three may be null); the kind adds its own.
    """
    picture = activity.picture
    return {
        "id": identifier,
        "kind": activity.kind,
        "band": band,
        "title": activity.title,
        "how": activity.how,
        "minutes": activity.minutes,
        "picture": draw(picture, uid="top", theme="css").as_json() if picture else None,
        **activity.compiled(band),
    }
