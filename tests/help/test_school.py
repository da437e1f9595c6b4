# SPDX-License-Identifier: MIT
"""A school's own file: what it may say, and what it can never do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sunlit.help import School, read_school
from sunlit.problems import ContentError

if TYPE_CHECKING:
    from pathlib import Path

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


def school_file(folder: Path, text: str) -> Path:
    """Write a school.yml."""
    file = folder / "school.yml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_there_is_no_guess() -> None:
    """With no country chosen no helpline is shown."""
    assert School().rows() == []
    assert read_school(None) == School()


def test_the_schools_own_people_and_country(tmp_path: Path) -> None:
    """What the school wrote is what pages and paper get."""
    school = read_school(
        school_file(
            tmp_path,
            "name: Elm School\ncountry: GB\n"
            "contacts:\n  - {person: Ms Adeyemi, room: Room 4, times: lunch}\n",
        )
    )
    assert school.contacts[0].room == "Room 4"
    assert next(row.id for row in school.rows()) == "gb-childline"


def test_a_school_can_confirm_hide_and_add(tmp_path: Path) -> None:
    """A confirmed row turns verified; a hidden one goes; an own one comes first."""
    school = read_school(
        school_file(
            tmp_path,
            "country: GB\nhidden: [gb-shout]\n"
            "confirmed: [{id: gb-childline, on: '2026-11-01', by: safeguarding lead}]\n"
            "helplines:\n"
            "  - {id: gb-town, country: GB, name: Town line, kind: child, status: sourced,\n"
            "     channels: [{type: phone, value: 'room 4'}], languages: [en],\n"
            "     source: town leaflet, seen_in: leaflet of 2026}\n",
        )
    )
    rows = {row.id: row for row in school.rows()}
    assert next(iter(rows)) == "gb-town"
    assert rows["gb-childline"].status == "verified"
    assert "gb-shout" not in rows


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "contry: GB",
            "the unknown key 'contry'. Check its spelling, or take it out. Did you mean 'country'?",
        ),
        ("country: XX", "there is no country 'XX'"),
        ("hidden: [gb-nobody]", "there is no helpline 'gb-nobody'"),
        ("logo: ../secret.png", "one outside"),
        ("logo: none.png", "can't be read"),
        ("leave_to: javascript:alert(1)", "wanted an address such as"),
        ("address: ftp://x", "wanted an address such as"),
        ("colour: red", "'colour'"),
        ("name: [a]", "wanted a text for 'name', found a list of 1"),
        ("- a", "wanted 'key: value' lines"),
        ("name: !!python/object:os.system x", "the tag"),
    ],
)
def test_mistakes_are_located(tmp_path: Path, text: str, wanted: str) -> None:
    """Every mistake names file, line, what was wanted and what was found."""
    file = school_file(tmp_path, text)
    with pytest.raises(ContentError) as error:
        read_school(file)
    assert wanted in str(error.value)
    assert f"{file}:1" in str(error.value)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<image href="https://a.example/x.png"/>',
        '<a href="javascript:alert(1)"><rect/></a>',
        '<rect onload="alert(1)"/>',
        "<style>@import url(https://a.example/x.css)</style>",
        '<rect fill="url(file:///etc/passwd)"/>',
        "<foreignObject/>",
    ],
)
def test_an_svg_logo_holds_shapes_only(tmp_path: Path, inside: str) -> None:
    """A logo can neither run nor fetch anything."""
    (tmp_path / "logo.svg").write_text(f"<svg xmlns='x'>{inside}</svg>", encoding="utf-8")
    with pytest.raises(ContentError, match="wanted shapes only"):
        read_school(school_file(tmp_path, "logo: logo.svg"))


def test_a_plain_logo_is_taken(tmp_path: Path) -> None:
    """A PNG and a plain SVG are fine."""
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "logo.svg").write_text("<svg><rect fill='url(#a)'/></svg>", encoding="utf-8")
    for name in ("logo.png", "logo.svg"):
        assert read_school(school_file(tmp_path, f"logo: {name}")).logo == name
