# SPDX-License-Identifier: MIT
"""``sunlit new``: what it writes is valid, and only its FILL marks are found."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from sunlit.activities.reading import activities_in
from sunlit.activities.registry import KINDS
from sunlit.content import content_root
from sunlit.curriculum.bands import BANDS
from sunlit.curriculum.checking import check_content
from sunlit.curriculum.lessons import find_lesson
from sunlit.curriculum.starting import add_activity, new_activity, new_lesson
from sunlit.source import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Copy the curriculum, so that a test can add to it."""
    for folder in ("lessons", "activities", "teacher_guides", "docs/authors"):
        shutil.copytree(content_root() / folder, tmp_path / folder)
    for file in ("references.bib", "_toc.yml"):
        shutil.copy(content_root() / file, tmp_path / file)
    return tmp_path


def start(root: Path, band: str, theme: str, said: str = "") -> list[Path]:
    """Start a lesson where, in this copy, there is none yet; ``said`` is its shorter name."""
    for folder, suffix in (("lessons", "md"), ("activities", "yml"), ("teacher_guides", "md")):
        (root / folder / band / f"{theme}.{suffix}").unlink()
    return new_lesson(band, said or theme, root)


def found_in(root: Path, lesson: str) -> list[tuple[str, str]]:
    """Return (rule, words) of what is found in one lesson."""
    files = [root / f"lessons/{lesson}.md", root / f"teacher_guides/{lesson}.md"]
    return [(each.rule, each.words) for each in check_content(files, root).findings]


@pytest.mark.parametrize("theme", ["04-strengths", "10-world"])
@pytest.mark.parametrize("band", BANDS)
def test_a_new_lesson_passes_but_for_its_fill_marks(root: Path, band: str, theme: str) -> None:
    """The three files are written, read without a problem, and lack only the author's words."""
    written = start(root, band, theme)
    assert len(written) == 3
    found = found_in(root, f"{band}/{theme}")
    assert [each for each in found if each[0] != "fill"] == []
    assert len(found) >= 30


def test_every_place_to_fill_is_found(root: Path) -> None:
    """No line with a FILL mark is left out of the report, and none twice."""
    written = start(root, "ages-11-13", "04-strengths", "strengths")
    wanted = {
        (file, number)
        for file in written
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1)
        if "FILL" in line
    }
    report = check_content(written, root)
    found = [(each.file, each.line) for each in report.findings if each.rule == "fill"]
    assert sorted(found) == sorted(wanted)


def test_a_filled_skeleton_is_a_lesson(root: Path) -> None:
    """A lesson whose marks are gone has nothing left to mend but what the author wrote."""
    for file in start(root, "ages-11-13", "09-work", "09"):
        text = file.read_text(encoding="utf-8").replace("FILL", "Good")
        file.write_text(text, encoding="utf-8")
    rules = {rule for rule, _ in found_in(root, "ages-11-13/09-work")}
    assert "fill" not in rules
    assert "format" not in rules


def test_nothing_is_overwritten(root: Path) -> None:
    """A lesson that is there already is left as it is."""
    page = root / "lessons/ages-11-13/03-words.md"
    before = page.read_bytes()
    with pytest.raises(FileExistsError, match="nothing was written"):
        new_lesson("ages-11-13", "03-words", root)
    assert page.read_bytes() == before


@pytest.mark.parametrize(("band", "theme"), [("ages-12", "03-words"), ("ages-11-13", "wordz")])
def test_a_wrong_name_is_answered_with_the_right_ones(root: Path, band: str, theme: str) -> None:
    """Somebody who mistypes a band or a theme gets the list."""
    with pytest.raises(LookupError, match=r"There are: (?:ages-05-07|01-many-sides)"):
        new_lesson(band, theme, root)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_activity_of_every_kind_is_valid(kind: str, tmp_path: Path) -> None:
    """What is printed can be read as it stands, has comments, and no text of the example."""
    text = new_activity(kind)
    [(name, activity)] = activities_in(
        parse_yaml(text, tmp_path / "ages-11-13" / "new.yml")
    ).items()
    assert activity.kind == kind
    assert name.startswith("new-")
    assert activity.title.startswith("FILL")
    assert text.count("#") >= 3


@pytest.mark.parametrize("kind", KINDS)
def test_an_activity_added_to_a_lesson_leaves_only_fill_marks(root: Path, kind: str) -> None:
    """It stands in the file and on the page; check finds what is to fill and nothing else."""
    lesson = find_lesson("ages-11-13/03-words", root)
    before = set(found_in(root, lesson.name))
    name = add_activity(kind, lesson, "an-added-one")
    assert name == "an-added-one"
    assert "```{activity} an-added-one" in lesson.page.read_text(encoding="utf-8")
    added = {each for each in found_in(root, lesson.name) if each not in before}
    # A second check has to be shown twice, which its author decides.
    assert {rule for rule, _ in added} <= ({"fill", "4"} if kind == "check" else {"fill"})
    assert "fill" in {rule for rule, _ in added}


def test_an_unknown_kind_is_answered_with_the_kinds() -> None:
    """A mistyped kind gets the nearest and the whole list."""
    with pytest.raises(LookupError, match="Did you mean 'quiz'"):
        new_activity("quizz")
