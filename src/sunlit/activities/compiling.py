# SPDX-License-Identifier: MIT
"""The JSON that the front end gets: one envelope for every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sunlit.pictures import draw

if TYPE_CHECKING:
    from sunlit.activities.kind import Activity, Json
    from sunlit.pictures import PictureDescription


def drawn(picture: PictureDescription | None, uid: str) -> dict[str, str] | None:
    """Return ``picture`` as the front end takes it, or nothing where there is none."""
    return draw(picture, uid=uid, theme="css").as_json() if picture else None


def compile_activity(identifier: str, activity: Activity, band: str) -> dict[str, Json]:
    """Return the definition of ``activity`` as plain JSON.

    Keys of every kind: ``id``, ``kind``, ``band``, ``title``, ``how``, ``minutes`` and
    ``picture`` (the last three may be null); the kind adds its own.
    """
    return {
        "id": identifier,
        "kind": activity.kind,
        "band": band,
        "title": activity.title,
        "how": activity.how,
        "minutes": activity.minutes,
        "picture": drawn(activity.picture, "top"),
        **activity.compiled(band),
    }
