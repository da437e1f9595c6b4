# SPDX-License-Identifier: MIT
"""Guides and letters on paper: everything that is in the file, and located errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sunlit.curriculum.pieces import pieces
from sunlit.handouts.guide import family_letter, guide
from sunlit.handouts.guide_text import GuideText
from sunlit.handouts.settings import Settings
from sunlit.problems import ContentError

if TYPE_CHECKING:
    from pathlib import Path

    from sunlit.curriculum.lessons import Lesson
    from sunlit.help import School

Printed = "Callable[[dict[str, Any], dict[str, bytes]], str]"


def _blocks(tmp_path: Path, markdown: str) -> list[dict[str, Any]]:
    return GuideText(tmp_path / "guide.md", {}).blocks(pieces(markdown))


def test_a_guide_has_its_parts(lesson: Lesson, printed: Printed) -> None:
    """The lesson at a glance, the checks, words to say, a table and numbered sources."""
    text = printed(*guide(lesson, Settings()))
    for words in (
        "I can swap a word.", "☐", "Words to say", "Noor is made up. You can pass on anything.",
        "Most are not about illness [1]", "Step 25 minutes Settle 2",
        "1. Rose and others, 2007. 250 labels used to stigmatise people",
        "https://doi.org/10.1186/1472-6963-7-97",
    ):  # fmt: skip
        assert words in text, words


def test_a_letter_is_what_the_guide_quotes(lesson: Lesson, printed: Printed) -> None:
    """Families get the letter and nothing that is meant for teachers."""
    text = printed(*family_letter(lesson, Settings()))
    assert "Dear family, We read about Noor." in text
    assert "not for the letter" not in text


def test_a_letter_names_the_people_at_school(
    lesson: Lesson, school: School, printed: Printed
) -> None:
    """Where the school gave them, families see whom to ask."""
    text = printed(*family_letter(lesson, Settings(school=school)))
    assert "Ms Rivera, Room 12, every break" in text


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        ("Text.\n\n```{video} x\n```", "guide.md:3: paper does not know the block '{video}'"),
        ("Text.\n\n```python\nx = 1\n```", "guide.md:3: wanted text or a {directive}, found code"),
        ("Text {abbr}`x`.", "guide.md:1: paper does not know the role '{abbr}'"),
        ("One.\n\nA <b>word</b>.", "guide.md:3: paper does not know 'html_inline'"),
        ("One.\n\n<div>\nx\n</div>", "guide.md:3: paper does not know 'html_block'"),
        ("![A picture](a.png)", "guide.md:1: paper does not know 'image'"),
        ("One.\n\n***\n\nTwo.", "guide.md:3: paper does not know 'hr'"),
    ],
)
def test_what_paper_does_not_know_is_never_lost(
    markdown: str, message: str, tmp_path: Path
) -> None:
    """An unknown construct is an error at its line."""
    with pytest.raises(ContentError) as caught:
        _blocks(tmp_path, markdown)
    assert message in str(caught.value)


def test_text_keeps_its_marks(tmp_path: Path) -> None:
    """Bold, emphasis, links and words under discussion survive; bad links become text."""
    (paragraph,) = _blocks(
        tmp_path, "**a** *b* [c](https://c.example) [d](javascript:x) [e]{.discussed}"
    )
    kinds = [piece["t"] for piece in paragraph["text"] if isinstance(piece, dict)]
    assert kinds == ["strong", "em", "link"]
    assert "e" in paragraph["text"]


def test_lists_nest(tmp_path: Path) -> None:
    """A list inside a list stays inside it."""
    (outer,) = _blocks(tmp_path, "1. one\n   - inner\n2. two")
    assert outer["ordered"] is True
    assert [block["b"] for block in outer["items"][0]] == ["p", "list"]
    assert len(outer["items"]) == 2


def test_sources_are_numbered_by_first_mention(tmp_path: Path) -> None:
    """The same source has the same number wherever it is named."""
    text = GuideText(tmp_path / "guide.md", {})
    text.blocks(pieces("A {cite}`b,a`.\n\nB {cite}`a`."))
    assert text.cited == ["b", "a"]


def test_an_unknown_source_is_an_error(lesson: Lesson) -> None:
    """A guide that names a source nobody wrote down does not print."""
    lesson.guide.write_text(
        lesson.guide.read_text(encoding="utf-8").replace("`rose2007`", "`rose2008`"),
        encoding="utf-8",
    )
    with pytest.raises(ContentError, match="'rose2008' is not in references"):
        guide(lesson, Settings())


def test_a_guide_without_a_letter_says_so(lesson: Lesson) -> None:
    """The letter must be there, as a quote."""
    lesson.guide.write_text(
        lesson.guide.read_text(encoding="utf-8").replace("> ", ""), encoding="utf-8"
    )
    with pytest.raises(ContentError, match="wanted the letter as a quote"):
        family_letter(lesson, Settings())
