# SPDX-License-Identifier: MIT
"""Text alternatives say what the picture shows, in one fixed order."""

from __future__ import annotations

import pytest

from sunlit.pictures import PictureDescription, draw, wording
from sunlit.pictures.names import FEELINGS, POSTURES, SCENES, SIGNS, THINGS, WHO


def told(**wanted: object) -> tuple[str, str]:
    """Return title and description of what an author would write."""
    picture = draw(PictureDescription.model_validate(wanted), uid="a", theme="light")
    return picture.title, picture.description


@pytest.mark.parametrize(
    ("wanted", "title", "description"),
    [
        (
            {"who": "bear", "feeling": "worried", "posture": "sitting"},
            "Bear, sitting, looks worried",
            "Eyebrows up in the middle, wobbly mouth, a tangle in a thought cloud, paws together.",
        ),
        (
            {"who": "fox", "feeling": "lonely"},
            "Fox, in a wheelchair, looks lonely",
            "Looking to one side, mouth a little down, two friends far away, holding own tail.",
        ),
        (
            {"who": "owl", "feeling": "scared", "posture": "hiding"},
            "Owl, hiding behind a bush, looks scared",
            "Eyes very wide, eyes and wings over the leaves.",
        ),
        (
            {"who": "hare", "feeling": "worried", "holds": "knot"},
            "Hare, standing, holding a parcel with its string in a tangle, looks worried",
            "Eyebrows up in the middle, wobbly mouth, a tangle in a thought cloud.",
        ),
        (
            {"who": "mouse", "feeling": "sad", "hugs": {"who": "fox", "feeling": "kind"}},
            "Mouse, hugging Fox, who is in a wheelchair, looks sad; Fox looks kind",
            (
                "Eyes cast down, mouth turned down, head low, one tear; "
                "Fox: looking at you, soft smile, head to one side; arms round each other."
            ),
        ),
        (
            {"who": "hare", "feeling": "happy", "says": ["blocks", "up"]},
            "Hare, standing, looks happy",
            "Eyebrows up, big open smile, paws up. Says in pictures: toy blocks, an arrow up.",
        ),
        (
            {"who": "bear", "feeling": "proud", "introduce": True},
            "Bear, standing, looks proud",
            (
                "Eyes up, wide closed smile, chin up, shine lines, paws on hips; "
                "wears a striped scarf and a hearing aid."
            ),
        ),
    ],
)
def test_words_for_a_figure(wanted: dict[str, object], title: str, description: str) -> None:
    """Who, posture and feeling; then face, mark and arms."""
    assert told(**wanted) == (title, description)


@pytest.mark.parametrize("feeling", FEELINGS)
@pytest.mark.parametrize("who", WHO)
def test_guessing_keeps_the_answer_back(who: str, feeling: str) -> None:
    """In a guessing task neither title nor description has the name of the feeling."""
    for posture in POSTURES:
        words = " ".join(told(who=who, feeling=feeling, posture=posture, guess=True))
        assert feeling not in words.lower()
        assert "looks" not in words


def test_a_hidden_mark_is_not_told() -> None:
    """What is not drawn is not described."""
    _, shown = told(who="hare", feeling="sad")
    _, hidden = told(who="hare", feeling="sad", hide_mark=True)
    assert shown.replace(", one tear", "") == hidden
    assert "one tear" in shown


@pytest.mark.parametrize("posture", POSTURES)
def test_the_wheelchair_is_always_named(posture: str) -> None:
    """Fox's wheelchair is in the title whatever Fox does."""
    title, _ = told(who="fox", feeling="happy", posture=posture)
    assert "in a wheelchair" in title


def test_a_scene_joins_its_figures() -> None:
    """A scene's title is the place; its description tells each figure without mark, then things."""
    title, description = told(
        scene="playground",
        figures=[
            {"who": "tortoise", "feeling": "lonely"},
            {"who": "hare", "feeling": "kind", "posture": "offering", "says": ["ball"]},
        ],
        things=["ball"],
    )
    assert title == "On the playground"
    assert description == (
        "Tortoise, sitting, looks lonely: looking to one side, mouth a little down, "
        "arms round knees. "
        "Hare, reaching out, looks kind: looking at you, soft smile, head to one side, "
        "both paws held out. Says in pictures: a ball. "
        "Also there: a ball."
    )


def test_in_bed_the_wheelchair_stands_beside_it() -> None:
    """Fox in bed sits up, and the wheelchair is named and near."""
    _, description = told(scene="bed-at-night", figures=[{"who": "fox", "feeling": "calm"}])
    assert description.startswith("Fox, in bed, the wheelchair beside the bed, looks calm")


def test_every_word_has_its_words() -> None:
    """Each name an author may use has words for the text alternative, and none is left over."""
    assert set(wording.NAMES) == set(WHO) == set(wording.WEARS)
    assert set(wording.FACES) == set(FEELINGS)
    assert set(wording.POSTURES) == set(POSTURES)
    assert set(wording.SCENES) == set(SCENES)
    assert set(wording.THINGS) == set(THINGS)
    assert set(wording.SIGNS) == set(SIGNS)
