# SPDX-License-Identifier: MIT
"""The sheet for authors shows everything, and importing pictures costs next to nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

from sunlit.pictures.contact_sheet import contact_sheet
from sunlit.pictures.names import FEELINGS, POSTURES, SCENES, SIGNS, THINGS, WHO

if TYPE_CHECKING:
    from pathlib import Path


def test_the_sheet_shows_every_word(tmp_path: Path) -> None:
    """Each character with each feeling and posture, each scene, thing and sign is on all pages."""
    pages = contact_sheet(tmp_path / "sheet")
    assert [page.name for page in pages] == [
        "pictures-daylight.html",
        "pictures-evening.html",
        "pictures-paper.html",
    ]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for who in WHO:
            for feeling in FEELINGS:
                assert f"<code>who: {who}, feeling: {feeling}</code>" in text
            for posture in POSTURES:
                assert f"<code>who: {who}, feeling: busy, posture: {posture}</code>" in text
        for scene in SCENES:
            assert f"<code>scene: {scene}, figures:" in text
        for thing in THINGS:
            assert f"things: [{thing}]" in text
        for sign in SIGNS:
            assert f"says: [{sign}]" in text
        ids = re.findall(r' id="([^"]+)"', text)
        assert len(ids) == len(set(ids))


def test_importing_pictures_loads_no_models() -> None:
    """``import sunlit.pictures`` leaves pydantic unloaded."""
    code = "import sys, sunlit.pictures; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
