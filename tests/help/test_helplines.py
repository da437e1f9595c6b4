# SPDX-License-Identifier: MIT
"""Helplines: grades, dates and who may see a row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.help import Helpline, countries, emergency_number, helplines
from sunlit.problems import ContentError

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 22)
ROW = """\
countries: {{"GB": United Kingdom}}
emergency: {{"GB": "999"}}
services:
  - id: gb-example
    country: "GB"
    name: Example
    kind: child
    channels: [{{type: phone, value: "0800 000 000", tel: "0800000000"}}]
    languages: [en]
    verified_on: null
    verified_by: null
{more}
"""


def written(folder: Path, more: str) -> Path:
    """Write a data file with one service."""
    file = folder / "helplines.yml"
    file.write_text(ROW.format(more=more), encoding="utf-8")
    return file


def test_every_country_has_a_name_and_an_emergency_number() -> None:
    """A pupil in any country of the data finds the emergency number."""
    assert [code for code in countries() if not emergency_number(code)[0].isdigit()] == []
    assert {row.country for row in helplines()} <= set(countries())


def test_nothing_claims_to_be_verified_before_a_person_did_it() -> None:
    """No shipped row is verified: that takes a person on the operator's page."""
    assert [row.id for row in helplines() if row.status == "verified"] == []


def test_only_two_rows_are_young_enough_for_paper() -> None:
    """Rows without a text of the last two years stay off pupils' handouts."""
    fresh = [r.id for r in helplines() if r.shown_to_pupils() and not r.too_old(TODAY)]
    assert fresh == ["au-13yarn", "fi-mll"]


def test_no_number_stands_twice_in_one_country() -> None:
    """Two services of a country never share a number by a slip of the pen."""
    seen: dict[tuple[str, str, str], str] = {}
    for row in helplines():
        for channel in row.channels:
            key = (row.country, channel.type, channel.tel or channel.value)
            assert seen.setdefault(key, row.id) == row.id


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ("    status: verified", "wanted 'verified_on' and 'verified_by'"),
        ("    status: sourced", "wanted 'source' and 'seen_in'"),
        ("    status: sure", "'sourced', 'verified', 'unverified' or 'retired'"),
        ("    status: unverified\n    seen_on: yesterday", "wanted a date such as"),
        ("    status: unverified\n    seen_on: '2026-13'", "wanted a date such as"),
        ("    status: unverified\n    phone: '1'", "the unknown key 'phone'"),
    ],
)
def test_a_row_without_its_proof_is_refused(tmp_path: Path, more: str, wanted: str) -> None:
    """Each mistake is found with its file and line."""
    file = written(tmp_path, more)
    with pytest.raises(ContentError) as error:
        helplines(file=file)
    assert wanted in str(error.value)
    assert str(error.value).startswith(f"{file}:")
    assert error.value.problems[0].line >= 4


def test_a_retired_service_points_to_the_one_that_replaced_it() -> None:
    """Nobody rings a line that has gone."""
    by_id = {row.id: row for row in helplines()}
    retired = [row for row in helplines() if row.status == "retired"]
    assert retired
    for row in retired:
        assert not row.shown_to_pupils()
        assert row.moved_to in by_id


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_a_month_counts_to_its_last_day(day: date) -> None:
    """A date known to the month is as late as that month allows, never earlier."""
    row = Helpline.model_validate(
        {
            "id": "gb-x",
            "country": "GB",
            "name": "X",
            "kind": "child",
            "channels": [{"type": "phone", "value": "1"}],
            "languages": [],
            "status": "unverified",
            "seen_on": f"{day:%Y-%m}",
        }
    )
    assert row.last_sight is not None
    assert (row.last_sight.year, row.last_sight.month) == (day.year, day.month)
    assert row.last_sight >= day
