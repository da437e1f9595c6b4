# SPDX-License-Identifier: MIT
"""The archive for a USB stick: whole, the same every time, and alive in a folder."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from sunlit.cli import main
from sunlit.curriculum.lessons import lessons
from sunlit.packing import FOLDER, START, write_pack
from sunlit.problems import ContentError

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

PAPERS = ("1-worksheet", "2-key", "3-guide", "4-letter")


@pytest.fixture(scope="module")
def packed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the archive once."""
    return write_pack(tmp_path_factory.mktemp("pack") / "sunlit.zip", site=site)


@pytest.fixture(scope="module")
def unpacked(packed: Path) -> Path:
    """Unpack it as a teacher would; return the folder."""
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(packed.parent)
    return packed.parent / FOLDER


def test_everything_is_in_it_in_one_folder(packed: Path) -> None:
    """Each lesson has its page, its notebook and four PDFs; nothing of the build is there."""
    with zipfile.ZipFile(packed) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names} == {FOLDER}
    assert [name for name in names if "/." in name] == []
    wanted = {START, "site/index.html", "site/_static/sunlit.css"}
    for lesson in lessons():
        wanted |= {f"site/lessons/{lesson.name}.html", f"site/notebooks/{lesson.name}.ipynb"}
        start = f"paper/{lesson.band.short}_{lesson.theme.slug}"
        wanted |= {f"{start}_{paper}.pdf" for paper in PAPERS}
    assert wanted - {name.removeprefix(f"{FOLDER}/") for name in names} == set()


def test_the_same_content_gives_the_same_bytes(packed: Path, site: Path, tmp_path: Path) -> None:
    """Written again elsewhere, the archive does not differ; the steps are told to the end."""
    told = []
    again = write_pack(
        tmp_path / "deep" / "other.zip", site=site, progress=lambda *step: told.append(step)
    )
    assert again.read_bytes() == packed.read_bytes()
    done, total, _ = told[-1]
    assert done == total
    assert list(tmp_path.joinpath("deep").iterdir()) == [again]


def test_the_start_page_leads_to_everything(page: Page, unpacked: Path) -> None:
    """From file:// it names each lesson, and every one of its links leads to a file."""
    page.goto((unpacked / START).as_uri())
    links = page.eval_on_selector_all("a[href]", "all => all.map((a) => a.getAttribute('href'))")
    assert [link for link in links if not (unpacked / link).is_file()] == []
    for lesson in lessons():
        assert page.get_by_role("link", name=lesson.front.title, exact=True).first.is_visible()
    assert len([link for link in links if link.endswith(".pdf")]) == 4 * len(lessons())
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Sunlit')


def test_activities_and_present_work_from_the_folder(page: Page, unpacked: Path) -> None:
    """The lessons open from the start page; an activity answers, and Present starts."""
    page.goto((unpacked / START).as_uri())
    page.get_by_role("link", name="Open the lessons").click()
    assert page.title().startswith("Sunlit")
    page.goto((unpacked / "site/lessons/ages-11-13/03-words.html").as_uri())
    quiz = page.locator("#act-swap")
    quiz.locator("input").first.check()
    quiz.get_by_role("button", name="See what we think").first.click()
    assert quiz.locator(".why").first.is_visible()
    page.get_by_role("button", name="Present").click()
    assert page.locator(".p-bar").is_visible()


def test_another_ending_is_refused_before_any_work(tmp_path: Path) -> None:
    """A name that is no zip is a located message with what to write, not a traceback."""
    with pytest.raises(ContentError, match=r"ends in \.zip, found 'sunlit\.rar'"):
        write_pack(tmp_path / "sunlit.rar")
    done = CliRunner().invoke(main, ["pack", "--out", str(tmp_path / "sunlit")])
    assert done.exit_code == 1
    assert "--out sunlit.zip" in done.output
    assert list(tmp_path.iterdir()) == []
