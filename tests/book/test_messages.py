# SPDX-License-Identifier: MIT
"""What an author is told: file, line, what was wanted, and nothing half built."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sunlit.book.building import build, problems_in
from sunlit.problems import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Copy

THEME = "03-words"
TEEN = f"ages-11-13/{THEME}"
OLDER = f"ages-14-18/{THEME}"
YOUNG = f"ages-08-10/{THEME}"
HOSTILE = "</script><img src=x onerror=alert(1)> #eval(1) {{ 7*7 }} <b>&amp;</b>"


def _line_of(copy: Copy, name: str, text: str) -> int:
    lines = (copy.root / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_everything_that_is_wrong_is_told_at_once_with_file_and_line(
    copy_book: Callable[[], Copy],
) -> None:
    """A broken definition, unknown names, a bad link and bad data fail the build, located."""
    copy = copy_book()
    activities, page = f"activities/{TEEN}.yml", f"lessons/{OLDER}.md"
    copy.change(activities, "kind: sort", "kind: sortt")
    data = f"lessons/{YOUNG}.md"
    copy.change(data, "minutes: 40", "minutes: forty")
    wrong = (
        "\n```{activity} nonesuch\n```\n\n{cite}`nobody1999`\n"
        "\n[there](nowhere.md)\n\n```{say-it}\n```\n"
    )
    file = copy.root / page
    file.write_text(file.read_text(encoding="utf-8") + wrong, encoding="utf-8")
    done = copy.build()
    assert done.returncode == 1
    told = done.stderr
    assert "Traceback" not in told
    assert f"{activities}:{_line_of(copy, activities, 'sortt')}: " in told
    assert "Did you mean 'sort'?" in told
    assert f"{data}:{_line_of(copy, data, 'forty')}: " in told
    assert f"{page}:{_line_of(copy, page, 'nonesuch')}: " in told
    assert "nobody1999" in told
    assert f"{page}:{_line_of(copy, page, 'nowhere.md')}: " in told
    assert f"{page}:{_line_of(copy, page, 'say-it')}: " in told
    assert not (copy.out / "index.html").exists()


def test_a_renamed_lesson_is_told_by_name(copy_book: Callable[[], Copy]) -> None:
    """A lesson whose page was renamed or moved fails with the name it should have."""
    copy = copy_book()
    (copy.root / f"lessons/{TEEN}.md").rename(copy.root / "lessons/ages-11-13/03-wordz.md")
    (copy.root / f"lessons/{OLDER}.md").rename(copy.root / f"lessons/{THEME}.md")
    done = copy.build()
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "lessons/ages-11-13/03-wordz.md:1: " in done.stderr
    assert "Did you mean '03-words'?" in done.stderr
    assert f"activities/{TEEN}.yml:1: there is no lesson" in done.stderr
    assert f"teacher_guides/{OLDER}.md:1: there is no lesson" in done.stderr


def test_texts_stay_text_and_edits_rebuild_what_they_touch(
    copy_book: Callable[[], Copy], tmp_path: Path
) -> None:
    """Markup in any text is shown as typed; the school's people come first; edits show."""
    copy = copy_book()
    title = 'title: "Words & <img src=x onerror=alert(2)>"'
    page, activities = f"lessons/{TEEN}.md", f"activities/{TEEN}.yml"
    source = (copy.root / page).read_text(encoding="utf-8")
    name = re.search(r"^title: (.*)$", source, re.MULTILINE)
    assert name is not None
    copy.change(page, name[0], title)
    copy.change(page, f"# {name[1]}", "# Words & <img src=x onerror=alert(2)>")
    lead = re.search(r"^lead: .*$", source, re.MULTILINE)
    assert lead is not None
    copy.change(page, lead[0], f'lead: "{HOSTILE}"')
    file = copy.root / page
    file.write_text(
        file.read_text(encoding="utf-8") + f"\n{HOSTILE}\n\n<div onclick='x'>\n", "utf-8"
    )
    old = re.search(r"^  title: .*$", (copy.root / activities).read_text("utf-8"), re.MULTILINE)
    assert old is not None
    copy.change(activities, old[0], f'  title: "{HOSTILE}"')
    school = tmp_path / "school.yml"
    school.write_text(
        f'name: "{HOSTILE}"\ncountry: GB\ncontacts:\n  - {{person: "Ms {HOSTILE}", room: "12"}}\n',
        "utf-8",
    )
    before = _files(copy.root)
    done = copy.build(school)
    assert done.returncode == 0, done.stderr
    assert before == _files(copy.root), "something was written beside the sources"
    for html_file in (copy.out / f"lessons/{TEEN}.html", copy.out / "docs/help.html"):
        html = html_file.read_text(encoding="utf-8")
        assert "<img" not in html
        assert "<div onclick" not in html
        assert "onerror=alert(1)&gt;" in html
        assert "49" not in html.partition("{{ 7*7 }}")[0][-20:]
    help_page = (copy.out / "docs/help.html").read_text(encoding="utf-8")
    assert help_page.index("Ms &lt;/script") < help_page.index('class="countries"')
    assert '<details class="country" data-country="GB" open>' in help_page
    assert "call 999" in help_page

    # A second build changes nothing; an edit of the definition reaches the page.
    stamps = {one: one.stat().st_mtime_ns for one in copy.out.rglob("*.html")}
    assert copy.build(school).returncode == 0
    assert stamps == {one: one.stat().st_mtime_ns for one in copy.out.rglob("*.html")}
    copy.change(activities, f'  title: "{HOSTILE}"', "  title: A calmer title")
    assert copy.build(school).returncode == 0
    assert "A calmer title" in (copy.out / f"lessons/{TEEN}.html").read_text(encoding="utf-8")
    other = copy.out / f"lessons/{OLDER}.html"
    assert stamps[other] == other.stat().st_mtime_ns


def _files(root: Path) -> dict[Path, int]:
    return {
        file: file.stat().st_mtime_ns
        for file in root.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    """A site is never mixed with somebody's own files."""
    (tmp_path / "holiday.txt").write_text("mine")
    with pytest.raises(ContentError, match="this folder holds other files"):
        build(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["holiday.txt"]


def test_complaints_of_jupyter_book_become_problems() -> None:
    """Warnings with and without a line are told once each, relative to the content."""
    root = Path("/book")
    output = (
        "/book/lessons/a.md:12: WARNING: no such thing [myst.xref_missing]\n"
        "/book/lessons/a.md:12: WARNING: no such thing [myst.xref_missing]\n"
        "/book/docs/b.md: ERROR: unreadable\n"
        "WARNING: unknown value\n"
        "writing output... done\n"
    )
    assert problems_in(output, root) == [
        Problem(Path("lessons/a.md"), 12, 0, "no such thing"),
        Problem(Path("docs/b.md"), 0, 0, "unreadable"),
        Problem(Path("_config.yml"), 0, 0, "unknown value"),
    ]
