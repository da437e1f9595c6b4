# SPDX-License-Identifier: MIT
"""What a school's own file changes on paper: people, numbers, logo, colour."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from sunlit.curriculum.bands import BANDS
from sunlit.handouts import write_handouts
from sunlit.handouts.furniture import Sheet, furniture
from sunlit.handouts.paper_blocks import Pictures
from sunlit.handouts.settings import Settings, contrast_with_white
from sunlit.help import School, helplines

if TYPE_CHECKING:
    from pathlib import Path

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'


def _furniture(settings: Settings, today: date = date(2026, 11, 22)) -> dict[str, Any]:
    sheet = Sheet("worksheet", "Words", BANDS["ages-11-13"], pupil=True)
    return furniture(sheet, settings, Pictures(), today)


def _confirmed() -> School:
    row = next(row for row in helplines("GB") if "ages-11-13" in row.bands)
    return School(
        country="GB", confirmed=[{"id": row.id, "on": "2026-11-01", "by": "school nurse"}]
    )


def test_a_number_the_school_checked_is_printed_with_its_date() -> None:
    """A confirmed row stands on paper and says when it was checked."""
    (line, *_) = _furniture(Settings(school=_confirmed()))["helplines"]
    assert "2026-11-01" in line["note"]
    assert "check again before use" in line["note"]


def test_a_number_nobody_saw_for_two_years_drops_out() -> None:
    """Old rows leave a pupil's page; the emergency number stays."""
    document = _furniture(Settings(school=_confirmed()), date(2029, 1, 1))
    assert document["helplines"] == []
    assert "999" in document["labels"]["emergency"]


def test_without_a_country_no_number_is_guessed() -> None:
    """No country, no helpline and no emergency number."""
    document = _furniture(Settings())
    assert document["helplines"] == []
    assert not any(letter.isdigit() for letter in document["labels"]["emergency"])


def test_a_logo_is_printed_with_words(curriculum: Path, tmp_path: Path, reader: Any) -> None:
    """The school's logo is on the sheet and has a text alternative; mono leaves it out."""
    school = School(name="Hillside School")
    for mono, expected in ((False, True), (True, False)):
        (file,) = write_handouts(
            ["all"], tmp_path, kinds=["worksheet"], school=school, logo=(SVG, "svg"),
            root=curriculum, mono=mono,
        )  # fmt: skip
        assert (b"Logo of Hillside School" in _strings(reader(file.read_bytes()))) is expected
        assert ("Hillside School" in reader(file.read_bytes()).pages[0].extract_text()) is mono


def _strings(pdf: Any) -> bytes:
    """Return every alternative text in the file."""
    found = []
    for number in range(1, len(pdf.xref[0]) + 1 if 0 in pdf.xref else 0):
        item = pdf.get_object(number)
        if hasattr(item, "get") and item.get("/Alt"):
            found.append(str(item["/Alt"]))
    return "\n".join(found).encode()


@pytest.mark.parametrize(
    ("colour", "kept"), [("#12487F", True), ("#000000", True), ("#FFD466", False)]
)
def test_a_pale_colour_gives_way_to_ink(colour: str, kept: bool) -> None:  # noqa: FBT001
    """A colour is used only where it can be read on white."""
    assert (Settings(school=School(colour=colour)).accent == colour) is kept


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21, white on white 1."""
    assert contrast_with_white("#000000") == pytest.approx(21)
    assert contrast_with_white("#ffffff") == pytest.approx(1)


def test_names_change_at_once() -> None:
    """Two names can be swapped, and parts of words stay."""
    settings = Settings(rename={"Noor": "Jo", "Jo": "Noor"})
    assert settings.renamed("Noor’s and Jo, Joanna") == "Jo’s and Noor, Joanna"
