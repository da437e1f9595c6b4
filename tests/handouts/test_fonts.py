# SPDX-License-Identifier: MIT
"""Letters: every string of the catalogue has them, and Arabic can be copied out again."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from sunlit.catalogue import strings
from sunlit.handouts.fonts import families, folders
from sunlit.handouts.rendering import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PdfReader

Made = tuple[dict[str, Any], dict[str, bytes]]
# "Words leave room for the person. Do you need to talk?"
ARABIC = "الكلمات تترك مساحة للشخص. هل تحتاج إلى التحدث؟"


def _with_text(made: Made, texts: list[str], **changes: Any) -> Made:
    document, pictures = made
    blocks = [{"b": "p", "text": text, "strong": False} for text in texts]
    activity = {"number": "1", "title": "One", "how": "", "groups": [blocks]}
    return document | {"activities": [activity]} | changes, pictures


@pytest.mark.parametrize("face", ["default", "legible"])
def test_every_string_of_the_catalogue_can_be_printed(face: Any, sheet: Any) -> None:
    """No interface text has a letter that the fonts lack; ua-1 would refuse it."""
    document, pictures = _with_text(sheet(), sorted(strings().values()), fonts=families(face, "en"))
    assert render(document, pictures).startswith(b"%PDF-")


def test_the_legible_face_is_used(sheet: Any, reader: Callable[[bytes], PdfReader]) -> None:
    """Whoever asks for Atkinson Hyperlegible gets it, with true italics left out."""
    document, pictures = _with_text(sheet(), ["Words"], fonts=families("legible", "en"))
    names = {
        str(font.get_object()["/BaseFont"])
        for page in reader(render(document, pictures)).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert any("AtkinsonHyperlegible" in name for name in names)
    assert not any("Lexend" in name for name in names)


def test_arabic_comes_out_as_it_went_in(sheet: Any, reader: Callable[[bytes], PdfReader]) -> None:
    """Copied, searched or read aloud it is the same text, letter for letter."""
    document, pictures = _with_text(
        sheet(), [ARABIC], fonts=families("default", "ar"), lang="ar", region=None, dir="rtl"
    )
    found = reader(render(document, pictures))
    text = unicodedata.normalize("NFKC", " ".join(page.extract_text() for page in found.pages))
    for word in ARABIC.replace(".", " ").replace("؟", " ").split():
        assert word in text or word[::-1] in text, word
    assert found.trailer["/Root"]["/Lang"] == "ar"


def test_a_missing_font_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its package a font is an error that says what to install."""
    monkeypatch.setattr("sunlit.handouts.fonts.find_spec", lambda _: None)
    folders.cache_clear()
    with pytest.raises(ModuleNotFoundError, match="pip install fontpkg-lexend"):
        folders()
    folders.cache_clear()
