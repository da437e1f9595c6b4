# SPDX-License-Identifier: MIT
"""The class poster of ground rules (handbook, B-9 and B-10), one for each band."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sunlit.catalogue import wording
from sunlit.curriculum.bands import YOUNGEST
from sunlit.handouts.furniture import Sheet, furniture
from sunlit.handouts.paper_blocks import Pictures

if TYPE_CHECKING:
    from sunlit.curriculum.bands import Band
    from sunlit.handouts.settings import Settings

RULES = {
    "listen": "ear",
    "pass": "pass",
    "someone": "who",
    "ideas": "heart",
    "step-out": "door",
}
"""Each rule of the catalogue's ``agreement.*`` with its drawing."""
_DRAWINGS = Path(__file__).parents[1] / "book" / "icons"


def ground_rules(band: Band, settings: Settings) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the document and the pictures of the poster."""
    pictures = Pictures()
    rules = [
        {
            "text": wording(f"agreement.{name}", band.slug),
            "drawing": pictures.add((_DRAWINGS / f"ui-{drawing}.svg").read_bytes(), "svg"),
        }
        for name, drawing in RULES.items()
    ]
    sheet = Sheet("poster", wording("paper.rules-title", band.slug), band, pupil=True)
    young = band.slug == YOUNGEST
    content = {
        "rules": rules,
        "always": "" if young else wording("agreement.always", band.slug),
        "nobody": "" if young else wording("agreement.nobody-asks", band.slug),
    }
    return furniture(sheet, settings, pictures) | content, pictures.files
