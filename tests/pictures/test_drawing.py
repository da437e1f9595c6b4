# SPDX-License-Identifier: MIT
"""Every character, feeling and posture draws one small, accessible picture."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET  # the pictures are our own

import pytest

from sunlit.pictures import PictureDescription, draw
from sunlit.pictures.names import FEELINGS, POSTURES, WHO

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("feeling", FEELINGS)
def test_every_posture_draws(who: str, feeling: str) -> None:
    """Each posture is valid XML with a title and a description that it points at, and no words."""
    for posture in POSTURES:
        wanted = PictureDescription(who=who, feeling=feeling, posture=posture)
        picture = draw(wanted, uid="a1", theme="css")
        root = ET.fromstring(picture.svg)  # noqa: S314
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert ids == ["a1-t", "a1-d"]
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == "a1-t a1-d"
        assert picture.title == root.findtext(f"{SVG}title")
        assert picture.description == root.findtext(f"{SVG}desc")
        assert feeling in picture.title
        assert not list(root.iter(f"{SVG}text"))
        assert len(picture.svg.encode()) < 12_000
        assert not re.search(r"\d\.\d\d", picture.svg)
