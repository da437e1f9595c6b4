# SPDX-License-Identifier: MIT
"""The recipes for authors work as written: each is carried out on a copy, and then checked."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from sunlit.activities.reading import load_activity
from sunlit.cli import main
from sunlit.content import content_root
from sunlit.curriculum import starting
from sunlit.curriculum.checking import check_content, write_status
from sunlit.curriculum.lessons import lessons
from sunlit.curriculum.references import references
from sunlit.curriculum.reviews import CHECKLIST, read_review, review_file
from sunlit.curriculum.rules import catalogues
from sunlit.help.helplines import Helpline
from sunlit.problems import ContentError
from sunlit.source import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path

NAME = "ages-11-13/03-words"
DOCS = content_root() / "docs" / "authors"


def blocks(page: str, heading: str) -> list[str]:
    """Return the fenced blocks under a '## heading' of a page for authors."""
    text = (DOCS / page).read_text(encoding="utf-8")
    section = re.search(rf"(?ms)^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text)
    assert section, f"{page} has no section '{heading}'"
    found = re.findall(r"(?ms)^(`{3,})[^\n`]*\n(.*?)^\1$", section[1])
    return [body for _, body in found]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Copy one lesson and what belongs to all."""
    for folder, suffix in (("lessons", "md"), ("activities", "yml"), ("teacher_guides", "md")):
        target = tmp_path / folder / f"{NAME}.{suffix}"
        target.parent.mkdir(parents=True)
        shutil.copy(content_root() / folder / f"{NAME}.{suffix}", target)
    shutil.copytree(DOCS, tmp_path / "docs" / "authors")
    for file in ("references.bib", "_toc.yml"):
        shutil.copy(content_root() / file, tmp_path / file)
    return tmp_path


def must(root: Path) -> list[str]:
    """Return what has to be mended."""
    return [str(each) for each in check_content((), root).findings if each.must]


def test_change_a_lesson(root: Path) -> None:
    """The two lines of the recipe: one goes, the other comes, and nothing is to mend."""
    old, new = (block.strip() for block in blocks("lessons.md", "Change a lesson"))
    page = root / f"lessons/{NAME}.md"
    text = page.read_text(encoding="utf-8")
    short = old.split(". ")[0]
    assert short in text
    page.write_text(text.replace(short, new.split(". ")[0]), encoding="utf-8")
    assert must(root) == []


def test_add_an_activity_by_hand(root: Path) -> None:
    """The block goes to the end of the file and its fence onto the page."""
    definition, fence = (
        block for block in blocks("lessons.md", "Add an activity") if "one-more" in block
        and "start.py" not in block
    )  # fmt: skip
    file = root / f"activities/{NAME}.yml"
    file.write_text(file.read_text(encoding="utf-8") + "\n" + definition, encoding="utf-8")
    page = root / f"lessons/{NAME}.md"
    text = page.read_text(encoding="utf-8")
    at = text.index("## One class picture")
    page.write_text(text[:at] + fence + "\n" + text[at:], encoding="utf-8")
    assert must(root) == []
    assert load_activity(f"{NAME}/one-more", root)[0].kind == "quiz"


def run(monkeypatch: pytest.MonkeyPatch, root: Path, line: str) -> str:
    """Run a line of a recipe, such as 'python3 start.py new …', on the copy."""
    words = line.removeprefix("python3 start.py ").split()
    monkeypatch.setattr(starting, "content_root", lambda: root)
    monkeypatch.setattr("sunlit.curriculum.lessons.content_root", lambda: root)
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    return result.output


def test_add_an_activity_by_command(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both commands of the recipe: one prints a skeleton, the other puts it into the lesson."""
    commands = blocks("lessons.md", "Add an activity")[0].strip().split("\n")
    assert "kind: quiz" in run(monkeypatch, root, commands[0])
    run(monkeypatch, root, commands[1])
    assert {each.rule for each in check_content((), root).findings if each.must} == {"fill"}


def test_add_a_lesson(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command writes three files, and only FILL marks are left."""
    [command] = blocks("lessons.md", "Add a lesson")
    run(monkeypatch, root, command.strip())
    assert [lesson.name for lesson in lessons(root)] == [NAME, "ages-11-13/04-strengths"]
    assert {each.rule for each in check_content((), root).findings if each.must} == {"fill"}


def test_add_a_source(root: Path) -> None:
    """The entry is read, the sentence may cite it, and without the entry it may not."""
    entry, sentence = blocks("sources.md", "Add a source")
    page = root / f"lessons/{NAME}.md"
    text = page.read_text(encoding="utf-8")
    at = text.index("## Try the words")
    page.write_text(text[:at] + sentence + "\n" + text[at:], encoding="utf-8")
    assert [line for line in must(root) if "citations" in line] != []
    bib = root / "references.bib"
    bib.write_text(bib.read_text(encoding="utf-8") + "\n" + entry, encoding="utf-8")
    references.cache_clear()
    assert must(root) == []


def test_a_source_that_nobody_read_is_found(root: Path) -> None:
    """An entry without where and when is no source yet."""
    bib = root / "references.bib"
    bib.write_text(
        bib.read_text(encoding="utf-8") + "\n@misc{unread2026,\n  title = {A title},\n}\n",
        encoding="utf-8",
    )
    references.cache_clear()
    found = [each for each in check_content((), root).findings if each.rule == "citations"]
    assert [each.words for each in found] == ["the entry 'unread2026'"]
    line = bib.read_text(encoding="utf-8").split("\n")[found[0].line - 1]
    assert line == "@misc{unread2026,"


def test_add_a_helpline(tmp_path: Path) -> None:
    """The row of the recipe, once it has a number, is a helpline as Sunlit reads it."""
    [row] = blocks("helplines.md", "Add a row")
    row = row.replace("digits only", "02079460000")
    data = parse_yaml(row, tmp_path / "helplines.yml").data
    [helpline] = [Helpline.model_validate(each) for each in data]
    assert helpline.id == "gb-example"
    assert helpline.verified_on is None


def test_translate_a_string(tmp_path: Path) -> None:
    """The two lines of the recipe are fine; what a translator may forget is found by key."""
    lines = blocks("translating.md", "Translate a string")[0]
    english = (catalogues.FOLDER / "en.yml").read_text(encoding="utf-8")
    (tmp_path / "en.yml").write_text(english, encoding="utf-8")
    for line in lines.strip().split("\n"):
        key, _, text = line.strip().partition(": ")
        english = re.sub(rf"(?m)^{re.escape(key)}: .*$", f"{key}: {text}", english)
    french = tmp_path / "fr.yml"
    french.write_text(english, encoding="utf-8")
    assert "Je passe" in english
    assert list(catalogues.check(tmp_path)) == []
    french.write_text(
        english.replace("{n} sur {total}", "{n} sur").replace("activity.pass:", "activity.pas:"),
        encoding="utf-8",
    )
    found = [(each.words, each.mend) for each in catalogues.check(tmp_path)]
    assert ("'activity.pass' is missing", "Add 'activity.pass: …'.") in found
    assert ("activity.step: {n} sur", "Keep {total} in the text.") in found
    assert any("Did you mean 'activity.pass'?" in mend for _, mend in found)


def test_read_a_lesson_as_a_reviewer(root: Path) -> None:
    """Nobody has read a lesson until a person writes it down; then the table says who, and what."""
    [lesson] = lessons(root)
    report = check_content((), root)
    page = write_status(report, root)
    assert page.read_text(encoding="utf-8").count("| nobody yet |") == 1
    example = blocks("status.md", "What a reader looks for")[0]
    file = review_file(lesson)
    file.parent.mkdir(parents=True)
    file.write_text(example, encoding="utf-8")
    [reading] = read_review(lesson).readings
    assert reading.reviewed_by == "school counsellor"
    write_status(report, root)
    row = next(
        line for line in page.read_text(encoding="utf-8").split("\n") if "counsellor, " in line
    )
    assert f"3 of {len(CHECKLIST)}, 1 open" in row


def test_a_wrong_review_is_found_by_check(root: Path) -> None:
    """A rule that is not on the readers' list, or a missing role, is named with its line."""
    [lesson] = lessons(root)
    file = review_file(lesson)
    file.parent.mkdir(parents=True)
    file.write_text('readings:\n  - date: "2026-11-22"\n    checked: [B-99]\n    findings: []\n')
    with pytest.raises(ContentError, match="reviewed_by"):
        read_review(lesson)
    assert {each.file for each in check_content((), root).findings if each.must} == {file}


def test_no_review_is_written_before_somebody_read() -> None:
    """The repository holds no reading without a role and a day."""
    for lesson in lessons():
        for reading in read_review(lesson).readings:
            assert reading.reviewed_by
            assert reading.date
