# SPDX-License-Identifier: MIT
"""What an author may write, and what is refused with a sentence that helps."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from ruamel.yaml import YAML

from sunlit.pictures import PictureDescription, draw
from sunlit.pictures.names import FEELINGS, POSTURES, SCENES, SIGNS, THINGS, WHO
from sunlit.pictures.postures import MAY_HOLD, TOO_LARGE_TO_HOLD

PAGE = Path(__file__).parents[2] / "docs" / "authors" / "pictures.md"

_signs = st.lists(st.sampled_from(SIGNS + THINGS), min_size=1, max_size=3)
_friend = st.fixed_dictionaries({"who": st.sampled_from(WHO), "feeling": st.sampled_from(FEELINGS)})
_held = st.sampled_from([name for name in THINGS if name not in TOO_LARGE_TO_HOLD])
_common = {"faces": st.sampled_from(["left", "right"]), "hide_mark": st.booleans()}
_bubble = st.sampled_from(["says", "thinks"]).flatmap(
    lambda key: st.fixed_dictionaries({key: _signs})
)
_doing = st.one_of(
    st.fixed_dictionaries({"posture": st.sampled_from(POSTURES)}),
    st.fixed_dictionaries({"posture": st.sampled_from(MAY_HOLD), "holds": _held}),
    st.fixed_dictionaries({"hugs": _friend}),
)
_figure = st.tuples(
    _friend, _doing, st.fixed_dictionaries({}, optional=_common), st.just({}) | _bubble
).map(lambda parts: {key: value for part in parts for key, value in part.items()})
_scene = st.fixed_dictionaries(
    {
        "scene": st.sampled_from(SCENES),
        "figures": st.lists(_figure, min_size=1, max_size=5),
        "things": st.lists(st.sampled_from(THINGS), max_size=5),
    }
)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(_figure | _scene, st.sampled_from(["css", "light", "print"]))
def test_whatever_is_accepted_can_be_drawn(wanted: dict[str, object], theme: str) -> None:
    """Each accepted description draws, twice the same, as valid XML without doubled ids."""
    description = PictureDescription.model_validate(wanted)
    picture = draw(description, uid="x", theme=theme)  # type: ignore[arg-type]
    assert picture == draw(description, uid="x", theme=theme)  # type: ignore[arg-type]
    root = ET.fromstring(picture.svg)  # noqa: S314 - our own drawing
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert picture.title
    assert picture.description.endswith(".")


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({}, "wanted either 'who' (one figure) or 'scene' (figures in a place), found neither"),
        ({"who": "owl", "scene": "rug", "feeling": "calm"}, "found both"),
        ({"who": "owl"}, "wanted a 'feeling' beside 'who'"),
        ({"who": "owl", "feeling": "calm", "things": ["ball"]}, "wanted 'scene' beside 'things'"),
        ({"scene": "rug"}, "wanted 'figures' or 'things'"),
        ({"scene": "rug", "things": ["ball"], "posture": "sitting"}, "under one of 'figures'"),
        ({"who": "cat", "feeling": "calm"}, "'bear', 'hare'"),
        ({"who": "owl", "feeling": "calm", "mood": "good"}, "Extra inputs"),
        (
            {"who": "owl", "feeling": "calm", "posture": "waving", "holds": "ball"},
            "found 'waving', which needs the arms",
        ),
        ({"who": "owl", "feeling": "calm", "holds": "door"}, "fits into two hands"),
        (
            {"who": "owl", "feeling": "calm", "says": ["sun"], "thinks": ["sun"]},
            "wanted 'says' or 'thinks', found both",
        ),
        (
            {
                "who": "owl",
                "feeling": "calm",
                "posture": "hiding",
                "hugs": {"who": "fox", "feeling": "calm"},
            },
            "found 'hiding'",
        ),
        (
            {
                "scene": "rug",
                "figures": [
                    {"who": "owl", "feeling": "calm", "at": 1},
                    {"who": "fox", "feeling": "calm", "at": 1},
                ],
            },
            "found two at 1",
        ),
    ],
)
def test_what_does_not_fit_is_refused(wanted: dict[str, object], said: str) -> None:
    """A description that cannot be drawn is refused, and the message says what was wanted."""
    with pytest.raises(ValidationError) as caught:
        PictureDescription.model_validate(wanted)
    assert said in str(caught.value)


def test_the_authors_page_shows_pictures_that_work() -> None:
    """Every example on the page for authors is accepted, and it names every word there is."""
    text = PAGE.read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", text, flags=re.DOTALL)
    assert examples
    for example in examples:
        PictureDescription.model_validate(YAML(typ="safe").load(example)["picture"])
    faces = [f"face-{name}" for name in FEELINGS]
    words = [*WHO, *FEELINGS, *POSTURES, *SCENES, *THINGS, *(set(SIGNS) - set(faces))]
    missing = [word for word in words if f"`{word}`" not in text]
    assert missing == []
