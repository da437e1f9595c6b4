# SPDX-License-Identifier: MIT
"""Student notebooks: valid, complete, the same bytes each time, nothing for teachers."""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat
import pytest

from sunlit.activities.reading import read_activities
from sunlit.curriculum.lessons import Lesson, lessons
from sunlit.curriculum.passages import page_passages
from sunlit.curriculum.pieces import Directive, Heading, pieces
from sunlit.notebooks import lesson_notebook, write_notebooks

LESSONS = lessons()
IDS = [lesson.name for lesson in LESSONS]


@pytest.mark.parametrize("lesson", LESSONS, ids=IDS)
def test_a_notebook_holds_the_whole_lesson(lesson: Lesson) -> None:
    """Every heading and every activity of the page is there, in order."""
    notebook = lesson_notebook(lesson)
    nbformat.validate(notebook)
    markdown = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    headings = [p.text for p in lesson.pieces if isinstance(p, Heading) and p.level > 1]
    assert [text.lstrip("# ") for text in markdown if text.startswith("##")] == headings
    assert {f'activity("{lesson.name}/{name}")' for name in read_activities(lesson.activities)} == {
        line for line in code if line.startswith("activity(")
    }
    for source in code:
        ast.parse(source)


@pytest.mark.parametrize("lesson", LESSONS, ids=IDS)
def test_no_markup_of_the_book_is_left(lesson: Lesson) -> None:
    """A notebook shows no role, directive or marked span as raw text."""
    text = nbformat.writes(lesson_notebook(lesson))
    for mark in ("{cite", "{.", ":::", "{activity}", "{agreement}", "[@"):
        assert mark not in text


@pytest.mark.parametrize("lesson", LESSONS, ids=IDS)
def test_nothing_for_teachers_is_inside(lesson: Lesson) -> None:
    """No line of the guide and no explanation of a choice stands in the file."""
    text = nbformat.writes(lesson_notebook(lesson))
    guide = lesson.guide.read_text(encoding="utf-8")
    long_lines = [line.strip() for line in guide.splitlines() if len(line.split()) > 12]
    page = lesson.page.read_text(encoding="utf-8")
    assert [line for line in long_lines if line in text and line not in page] == []
    assert "teacher_guides" not in text


@pytest.mark.parametrize("lesson", LESSONS, ids=IDS)
def test_the_code_of_a_page_runs_and_describes_its_charts(lesson: Lesson) -> None:
    """Cells run in order, and a chart that ends one has its words."""
    names: dict[str, object] = {}
    for piece in lesson.pieces:
        if isinstance(piece, Directive) and piece.name == "code-cell":
            *steps, last = ast.parse(piece.body).body
            exec(compile(ast.Module(steps, []), str(lesson.page), "exec"), names)  # noqa: S102
            if isinstance(last, ast.Expr):
                shown = eval(compile(ast.Expression(last.value), str(lesson.page), "eval"), names)  # noqa: S307
                assert getattr(shown, "alt", "no chart")
            else:
                exec(compile(ast.Module([last], []), str(lesson.page), "exec"), names)  # noqa: S102


def test_code_is_not_read_as_the_page_s_own_words() -> None:
    """The linter counts and judges prose; a code cell is not prose."""
    page = 'Some words.\n\n```{code-cell}\n# A note\nprint("shown")\n```\n'
    found = page_passages(Path("page.md"), pieces(page), guide=False)
    assert [passage.text for passage in found] == ["Some words."]


def test_the_same_lesson_gives_the_same_bytes(tmp_path: Path) -> None:
    """Writing again changes no file; another folder gets identical ones."""
    first = write_notebooks(tmp_path / "a")
    stamps = [file.stat().st_mtime_ns for file in first]
    assert write_notebooks(tmp_path / "a") == first
    assert [file.stat().st_mtime_ns for file in first] == stamps
    second = write_notebooks(tmp_path / "b")
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]
    assert len(first) == len(LESSONS)


def test_teacher_blocks_are_left_out(tmp_path: Path) -> None:
    """A block tagged for teachers never reaches a pupil's notebook."""
    source = LESSONS[0]
    for file in (source.page, source.activities):
        copy = tmp_path / file.relative_to(source.root)
        copy.parent.mkdir(parents=True)
        copy.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "references.bib").write_bytes((source.root / "references.bib").read_bytes())
    lesson = Lesson(source.band, source.theme, tmp_path)
    with lesson.page.open("a", encoding="utf-8") as page:
        page.write('\n```{code-cell}\n:tags: [teacher]\nprint("secret")\n```\n')
        page.write('\n```{code-cell}\nprint("shown")\n```\n')
    text = nbformat.writes(lesson_notebook(lesson))
    assert "secret" not in text
    assert 'print(\\"shown\\")' in text
