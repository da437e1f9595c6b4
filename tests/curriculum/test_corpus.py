# SPDX-License-Identifier: MIT
"""Each rule bites: planted texts are found at their line, near-misses are left alone."""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from planting import LETTERS, Row, copy_lessons, lesson_of, line_of, plant, rows

from sunlit.content import content_root
from sunlit.curriculum.checking import check_content
from sunlit.curriculum.rulebook import RULES, TERMS
from sunlit.curriculum.rules import CHECKS
from sunlit.curriculum.rules.material import Material

if TYPE_CHECKING:
    from pathlib import Path

    from sunlit.curriculum.findings import Finding

BAD = rows("bad")
GOOD = rows("good")
BLIND = [*rows("bad", blind=True), *rows("good", blind=True)]
# What a lesson keeps of a file that no row was planted in.
ACTIVITIES = ("activity_source", "activities", "activity_passages")
GUIDE = ("_guide", "guide_passages")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the real lessons of one theme, in all four bands."""
    root = tmp_path_factory.mktemp("original")
    copy_lessons(content_root(), root)
    return root


@pytest.fixture(scope="module")
def before(original: Path) -> dict[str, tuple[Material, set[tuple[str, str]]]]:
    """Read each real lesson once, and note what is found in it already."""
    found = {}
    for letter in LETTERS:
        material = Material(lesson_of(original, letter))
        noted = {(each.rule, each.words) for each in run(material)}
        found[letter] = material, noted
    return found


def run(material: Material) -> list[Finding]:
    """Return what all rules find in one lesson."""
    return [finding for check in CHECKS for finding in check(material)]


def with_planted(original: Path, folder: Path, planted: list[Row], base: Material) -> tuple[
    Material, list[tuple[Path, str]]
]:  # fmt: skip
    """Copy a lesson, plant rows in it, and read only what has changed."""
    old = base.lesson
    for file in (old.page, old.activities, old.guide):
        target = folder / file.relative_to(original)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    shutil.copy(original / "references.bib", folder / "references.bib")
    lesson = lesson_of(folder, planted[0].band)
    lines = [plant(lesson, row, number) for number, row in enumerate(planted)]
    material = Material(lesson)
    changed = {file for file, _ in lines}
    for part, file in ((ACTIVITIES, lesson.activities), (GUIDE, lesson.guide)):
        if file not in changed:
            vars(material).update({name: getattr(base, name) for name in part})
    return material, lines


@pytest.mark.parametrize("row", BAD, ids=str)
def test_a_planted_fault_is_found_at_its_line(
    row: Row,
    original: Path,
    tmp_path: Path,
    before: dict[str, tuple[Material, set[tuple[str, str]]]],
) -> None:
    """One fault in a real lesson: its rule finds it, in its file and line, with a column."""
    material, [(file, line)] = with_planted(original, tmp_path, [row], before[row.band][0])
    number = line_of(file, line)
    found = [each for each in run(material) if each.file == file and each.line == number]
    assert row.rule in {each.rule for each in found}, [str(each) for each in run(material)]
    text = file.read_text(encoding="utf-8").split("\n")[number - 1]
    assert all(1 <= each.column <= len(text) for each in found)


@pytest.mark.parametrize("letter", LETTERS)
def test_near_misses_are_left_alone(letter: str, original: Path, tmp_path: Path) -> None:
    """Words that look like a fault and are none: nothing is found at their lines."""
    copy_lessons(original, tmp_path, letter)
    lesson = lesson_of(tmp_path, letter)
    chosen = [row for row in GOOD if row.band == letter]
    planted = [(row, *plant(lesson, row, number)) for number, row in enumerate(chosen)]
    found = {(each.file, each.line): str(each) for each in run(Material(lesson))}
    flagged = [found.get((file, line_of(file, line))) for _, file, line in planted]
    assert [each for each in flagged if each] == []


@pytest.mark.parametrize("letter", LETTERS)
def test_sentences_written_blind_are_sorted_as_well(
    letter: str, original: Path, tmp_path: Path
) -> None:
    """Faults are found under their rule, or under one that says the same; near-misses pass."""
    copy_lessons(original, tmp_path, letter)
    lesson = lesson_of(tmp_path, letter)
    chosen = [row for row in BLIND if row.band == letter]
    planted = [(row, *plant(lesson, row, number)) for number, row in enumerate(chosen)]
    found = run(Material(lesson))
    wrong = []
    for row, file, line in planted:
        number = line_of(file, line)
        here = [each for each in found if each.file == file and each.line == number]
        rules = {rule for each in here for rule in (each.rule, *each.see)}
        if (row.rule not in rules) if row.rule else here:
            wrong.append((str(row), [str(each) for each in here]))
    assert wrong == []


@pytest.mark.parametrize("letter", LETTERS)
def test_many_faults_at_once_are_all_found(letter: str, original: Path, tmp_path: Path) -> None:
    """Everything bad and every near-miss of a band in one lesson: each fault at its own line."""
    copy_lessons(original, tmp_path)
    lesson = lesson_of(tmp_path, letter)
    chosen = [row for row in [*BAD, *GOOD] if row.band == letter]
    fronts: Counter[str] = Counter()
    chosen = [
        row
        for row in chosen
        if not row.where.startswith("front:")
        or not (fronts.update([row.where]) or fronts[row.where] > 1)
    ]
    planted = [(row, *plant(lesson, row, number)) for number, row in enumerate(chosen)]
    report = check_content((), tmp_path)
    found = {(each.file, each.line, each.rule) for each in report.findings}
    missed = [
        str(row)
        for row, file, line in planted
        if row.rule and (file, line_of(file, line), row.rule) not in found
    ]
    assert missed == []
    lines = {(each.file, each.line) for each in report.findings}
    flagged = [
        str(row)
        for row, file, line in planted
        if not row.rule and (file, line_of(file, line)) in lines
    ]
    assert flagged == []


def test_every_pattern_is_a_text_and_every_rule_explains_itself() -> None:
    """A comma in the wrong place can't turn a pattern into something that never matches."""
    for terms in TERMS:
        patterns = (*terms.find, *terms.unless, *terms.needs, *terms.near)
        assert {type(pattern) for pattern in patterns} == {str}
    for rule in RULES:
        assert rule.why.endswith((".", "}"))
        assert rule.mend.endswith((".", "”", "}", "'", "?"))


def test_every_rule_of_words_has_two_faults() -> None:
    """No rule on wording goes without at least two planted faults."""
    planted = Counter(row.rule for row in BAD)
    wanted = {terms.rule.id for terms in TERMS}
    assert {rule for rule in wanted if planted[rule] < 2} == set()


def test_every_band_and_place_is_planted() -> None:
    """Faults are planted in all four bands, and in pages, activities, guides and letters."""
    assert {row.band for row in BAD} == set(LETTERS)
    assert {row.band for row in GOOD} == set(LETTERS)
    assert {"page", "activity", "feedback", "item", "say", "guide", "letter"} <= {
        row.where for row in BAD
    }
