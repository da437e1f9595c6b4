# SPDX-License-Identifier: MIT
"""Every character, feeling, posture and scene draws one small, accessible picture."""

from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET

import pytest
import typst

from sunlit.pictures import Picture, PictureDescription, draw
from sunlit.pictures.contact_sheet import sections
from sunlit.pictures.names import FEELINGS, POSTURES, SCENES, WHO

SVG = "{http://www.w3.org/2000/svg}"
COLOUR = re.compile(r"#[0-9a-f]{3,6}\b")
EVERYTHING = [wanted for section in sections() for wanted in section.descriptions]


def drawn(theme: str = "light", uid: str = "a1", **wanted: object) -> Picture:
    """Draw what an author would write."""
    return draw(PictureDescription.model_validate(wanted), uid=uid, theme=theme)  # type: ignore[arg-type]


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("feeling", FEELINGS)
def test_every_posture_draws(who: str, feeling: str) -> None:
    """Each is valid XML whose title and description are the ones it points at, without words."""
    for posture in POSTURES:
        picture = drawn("css", who=who, feeling=feeling, posture=posture)
        root = ET.fromstring(picture.svg)  # noqa: S314 - our own drawing
        assert [element.get("id") for element in root.iter() if element.get("id")] == [
            "a1-t",
            "a1-d",
        ]
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == "a1-t a1-d"
        assert root.findtext(f"{SVG}title") == picture.title
        assert root.findtext(f"{SVG}desc") == picture.description
        assert picture.title.endswith(f"looks {feeling}")
        assert not list(root.iter(f"{SVG}text"))
        assert len(picture.svg.encode()) < 12_000
        assert not re.search(r"\d\.\d\d", picture.svg)


@pytest.mark.parametrize("scene", SCENES)
def test_a_full_scene_stays_small(scene: str) -> None:
    """Three figures and a thing in any scene weigh less than 25 kB and are valid XML."""
    figures = [{"who": who, "feeling": "happy"} for who in ("fox", "badger", "tortoise")]
    picture = drawn("css", scene=scene, figures=figures, things=["ball"])
    root = ET.fromstring(picture.svg)  # noqa: S314 - our own drawing
    assert root.get("viewBox") == "0 0 800 500"
    assert len(picture.svg.encode()) < 25_000
    for name in ("Fox", "Badger the teacher", "Tortoise"):
        assert name in picture.description


@pytest.mark.parametrize("wanted", EVERYTHING, ids=str)
def test_paper_is_black_white_and_grey(wanted: dict[str, object]) -> None:
    """The print theme has no colour but greys and no custom property."""
    svg = drawn("print", **wanted).svg
    for colour in COLOUR.findall(svg):
        digits = colour[1:]
        third = len(digits) // 3
        assert digits[:third] == digits[third : 2 * third] == digits[2 * third :], colour
    assert "var(" not in svg
    assert "${" not in svg


@pytest.mark.parametrize("theme", ["css", "light", "print"])
def test_no_role_is_left_without_a_colour(theme: str) -> None:
    """Nothing in any picture is still a role waiting for its colour."""
    for wanted in EVERYTHING:
        assert "${" not in drawn(theme, **wanted).svg


def test_typst_sets_every_paper_picture() -> None:
    """Each picture for paper compiles in the programme that makes the worksheets."""
    calls = []
    for index, wanted in enumerate(EVERYTHING):
        svg = drawn("print", uid=f"p{index}", **wanted).svg.replace("\\", "\\\\")
        text = svg.replace('"', '\\"')
        calls.append(f'#image(bytes("{text}"), format: "svg", width: 20mm)')
    pdf = typst.compile("\n".join(calls).encode())
    assert pdf[:4] == b"%PDF"


def test_two_pictures_on_a_page_share_no_id() -> None:
    """The same picture drawn with two uids has different ids and is otherwise the same."""
    one = drawn(uid="one", who="owl", feeling="calm").svg
    two = drawn(uid="two", who="owl", feeling="calm").svg
    assert one != two
    assert one.replace("one-", "two-") == two


@pytest.mark.parametrize("uid", ["", "1a", "a b", "a<b", 'a"b'])
def test_a_uid_that_is_no_id_is_refused(uid: str) -> None:
    """A uid that could not start an id raises."""
    with pytest.raises(ValueError, match="wanted a uid"):
        drawn(uid=uid, who="owl", feeling="calm")


def test_an_unknown_theme_is_refused() -> None:
    """A theme that does not exist raises and names the ones that do."""
    with pytest.raises(ValueError, match="css, light, print"):
        drawn("neon", who="owl", feeling="calm")


def test_the_page_theme_is_the_daylight_theme_with_names() -> None:
    """Taking the fallbacks out of the page's picture gives the daylight picture."""
    for who, feeling in itertools.product(WHO, ("mixed", "lonely")):
        page = drawn("css", who=who, feeling=feeling).svg
        plain = re.sub(r"var\(--cast-\w+,([^)]*)\)", r"\1", page)
        assert plain == drawn("light", who=who, feeling=feeling).svg


@pytest.mark.parametrize("who", WHO)
def test_each_feeling_has_a_face_of_its_own(who: str) -> None:
    """Without marks, no two feelings of a character are the same drawing."""
    faces = {
        drawn(who=who, feeling=name, hide_mark=True, posture="hugging").svg.split("</desc>")[1]
        for name in FEELINGS
    }
    assert len(faces) == len(FEELINGS)


def test_a_look_to_the_left_mirrors_the_arms() -> None:
    """Waving to the left and to the right are different pictures with the same words."""
    left = drawn(who="hare", feeling="happy", posture="waving", faces="left")
    right = drawn(who="hare", feeling="happy", posture="waving", faces="right")
    assert left.svg != right.svg
    assert left.title == right.title
    assert left.description == right.description


def test_a_bubble_widens_the_picture() -> None:
    """A figure that says something gets a wider picture, so that nothing is cut off."""
    widths = []
    for says in (["heart"], ["heart", "sun"], ["heart", "sun", "ear"]):
        root = ET.fromstring(drawn(who="owl", feeling="kind", says=says).svg)  # noqa: S314
        widths.append(float(str(root.get("viewBox")).split()[2]))
    assert widths == sorted(set(widths))
    assert widths[0] > 440
