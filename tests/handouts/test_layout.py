# SPDX-License-Identifier: MIT
"""Pages as pictures: nothing leaves the paper, and the code can be read after copying."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageFilter

from sunlit.curriculum.bands import BANDS
from sunlit.curriculum.lessons import find_lesson, lessons
from sunlit.handouts.kinds import BAND_KINDS, LESSON_KINDS
from sunlit.handouts.qr import code, in_words
from sunlit.handouts.rendering import preview
from sunlit.handouts.settings import Settings
from sunlit.handouts.worksheet import worksheet
from sunlit.help import Contact, School

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sunlit.curriculum.lessons import Lesson

PPI = 36
SIDE_MM, TOP_MM, FOOT_MM = 17, 10, 5
MANY = [
    Contact(person=f"Ms Rivera-Okonkwo the {n}th, school counsellor", room=f"Room {n}", times="all")
    for n in range(6)
]


def _page(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("L")


def _ink(page: Image.Image, box: tuple[float, float, float, float]) -> int:
    """Count the dark dots in a box given in millimetres."""
    dots = [round(value / 25.4 * PPI) for value in box]
    return sum(page.crop((dots[0], dots[1], dots[2], dots[3])).histogram()[:160])


def _documents(settings: Settings) -> Iterator[tuple[str, Any]]:
    for band in BANDS.values():
        for name, band_kind in BAND_KINDS.items():
            yield f"{band.slug} {name}", band_kind.make(band, settings)
        lesson = find_lesson(f"{band.slug}/03-words")
        for name, lesson_kind in LESSON_KINDS.items():
            if (made := lesson_kind.make(lesson, settings)) is not None:
                yield f"{band.slug} {name}", made


@pytest.mark.parametrize("size", ["normal", "large"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_nothing_leaves_the_page(paper: Any, size: Any) -> None:
    """The margins stay white, even with six people in the foot of the page."""
    school = School(
        name="The Hillside Community School",
        contacts=MANY,
        address="https://learning.hillside-community-school.example/sunlit",
    )
    width, height = (210, 297) if paper == "a4" else (215.9, 279.4)
    for name, made in _documents(Settings(paper=paper, size=size, school=school)):
        for data in preview(*made, ppi=PPI):
            page = _page(data)
            assert _ink(page, (0, 0, SIDE_MM, height)) == 0, name
            assert _ink(page, (width - SIDE_MM, 0, width, height)) == 0, name
            assert _ink(page, (0, 0, width, TOP_MM)) == 0, name
            assert _ink(page, (0, height - FOOT_MM, width, height)) == 0, name


def test_text_and_foot_do_not_meet(lesson: Lesson) -> None:
    """Between the text and the line above the foot there is white paper."""
    settings = Settings(school=School(contacts=MANY))
    for data in preview(*worksheet(lesson, settings), ppi=PPI):
        page = _page(data)
        rows = [
            sum(page.crop((0, y, page.width, y + 1)).histogram()[:160]) for y in range(page.height)
        ]
        rule = max(y for y in range(page.height) if rows[y] > page.width * 0.75)
        assert sum(rows[rule - 5 : rule - 1]) == 0


@pytest.mark.parametrize("lesson_name", [lesson.name for lesson in lessons()])
def test_the_code_survives_a_photocopy(lesson_name: str) -> None:
    """Read at 150 dpi, blurred and in grey, it is the address printed beside it."""
    school = School(address="https://hillside.example/sunlit")
    document, pictures = worksheet(find_lesson(lesson_name), Settings(school=school))
    page = _page(preview(document, pictures, ppi=150)[0])
    copied = page.filter(ImageFilter.GaussianBlur(1)).point(lambda v: round(40 + v * 0.75))
    (found,) = zxingcpp.read_barcodes(copied)
    expected = f"https://hillside.example/sunlit/lessons/{lesson_name}.html"
    assert found.text == expected
    assert f"https://{''.join(document['qr']['words'])}" == expected


def test_the_code_has_its_white_and_its_size() -> None:
    """Four modules of white round it, and 22 mm of code."""
    made = code("https://hillside.example/sunlit/lessons/ages-11-13/03-words.html")
    page = _page(
        preview({"template": "letter"} | _bare(made.side), {"code.svg": made.svg}, ppi=150)[0]
    )
    (found,) = zxingcpp.read_barcodes(page)
    place = found.position
    side = (place.top_right.x - place.top_left.x) / 150 * 25.4
    assert side == pytest.approx(22, abs=0.6)


def _bare(side: float) -> dict[str, Any]:
    document, _ = worksheet(find_lesson("ages-11-13/03-words"), Settings(school=School(
        address="https://hillside.example")))  # fmt: skip
    qr = {"image": "code.svg", "side": side, "alt": "Code", "words": ["hillside.example/"]}
    return document | {"qr": qr, "activities": [], "template": "worksheet"}


def test_an_address_in_words_is_whole() -> None:
    """Cut into lines it is still the whole address, without the scheme."""
    lines = in_words("https://learning.hillside.example/sunlit/lessons/ages-11-13/03-words.html")
    assert "".join(lines) == ("learning.hillside.example/sunlit/lessons/ages-11-13/03-words.html")
    assert len(lines) > 1


def test_black_only_print_has_no_colour(lesson: Lesson) -> None:
    """With mono, and without a school's colour, every dot is black, white or grey."""
    school = School(colour="#12487F")
    for settings, coloured in (
        (Settings(), False),
        (Settings(school=school), True),
        (Settings(school=school, mono=True), False),
        (Settings(school=School(colour="#FFD466")), False),
    ):
        page = Image.open(io.BytesIO(preview(*worksheet(lesson, settings), ppi=PPI)[0]))
        red, green, blue = page.convert("RGB").split()
        differences = (ImageChops.difference(one, blue) for one in (red, green))
        assert any(one.getextrema()[1] > 24 for one in differences) is coloured
