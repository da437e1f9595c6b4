# SPDX-License-Identifier: MIT
"""Text alternatives from the same description as the drawing.

The order is fixed: who, posture, feeling in the title; face, mark and arms in the description. The
wheelchair is named each time, since it is the posture. A hiding figure shows only its eyes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sunlit.pictures import wording
from sunlit.pictures.cast import CAST
from sunlit.pictures.feelings import FEELING
from sunlit.pictures.postures import pose as settle

if TYPE_CHECKING:
    from sunlit.pictures.description import FigureDescription, PictureDescription
    from sunlit.pictures.names import Who
    from sunlit.pictures.postures import Pose


class Alternative(NamedTuple):
    """The title and the description of a picture."""

    title: str
    description: str


def figure_alternative(
    figure: FigureDescription, pose: Pose, *, marks: bool, guess: bool
) -> Alternative:
    """Describe one figure, or two who hug.

    Parameters
    ----------
    figure
        What the author asked for.
    pose
        The same, settled.
    marks
        Whether the mark beside the figure is drawn, and so told.
    guess
        Whether to leave the feeling's name out.

    """
    who = wording.NAMES[figure.who]
    words = [who, *_posture(pose)]
    if figure.hugs:
        words = [who, *_chair(figure.who), _hugging(figure.hugs.who)]
    title = ", ".join(words)
    if not guess:
        title += ", " + wording.LOOKS.format(feeling=figure.feeling)
        if figure.hugs:
            friend = wording.NAMES[figure.hugs.who]
            title += f"; {friend} " + wording.LOOKS.format(feeling=figure.hugs.feeling)
    text = _features(pose, marks=marks, hugging=figure.hugs is not None)
    if figure.hugs:
        other = settle(figure.hugs.who, figure.hugs.feeling)
        theirs = _features(other, marks=marks, hugging=True)
        friend = wording.NAMES[figure.hugs.who]
        text += f"; {friend}: {theirs}; {wording.BOTH_ARMS}"
    if figure.introduce:
        text += f"; {wording.WEARING.format(clothes=wording.WEARS[figure.who])}"
    text += "." + _bubble(figure)
    return Alternative(title, text[0].upper() + text[1:])


def scene_alternative(picture: PictureDescription, figures: list[Alternative]) -> Alternative:
    """Join what the figures of a scene do, and name the things there."""
    if picture.scene is None:
        raise ValueError("this picture is no scene")
    lines = [f"{title}: {text[0].lower()}{text[1:]}" for title, text in figures]
    if picture.things:
        names = [thing if isinstance(thing, str) else thing.what for thing in picture.things]
        things = ", ".join(wording.THINGS[name] for name in names)
        lines.append(wording.ALSO.format(things=things))
    return Alternative(wording.SCENES[picture.scene], " ".join(lines))


def _chair(who: Who) -> list[str]:
    return [wording.CHAIR] if CAST[who].wheelchair else []


def _hugging(friend: Who) -> str:
    words = wording.HUGGING.format(friend=wording.NAMES[friend])
    chair = _chair(friend)
    return f"{words}, who is {chair[0]}" if chair else words


def _posture(pose: Pose) -> list[str]:
    if pose.in_bed:
        chair = [wording.CHAIR_NEAR] if CAST[pose.who].wheelchair else []
        return [wording.IN_BED, *chair]
    words = wording.POSTURES[pose.posture]
    if pose.base == "knees":
        words = wording.POSTURES["curled-up"]
    chair = _chair(pose.who)
    if chair:
        words = wording.CHAIR_POSTURES.get(pose.posture, words)
    if pose.arms == "hold" and pose.holds:
        return [*chair, *([words] if words else []), _holding(pose)]
    return [*chair, *([words] if words else [])]


def _holding(pose: Pose) -> str:
    return wording.ARMS["hold"].format(thing=wording.THINGS[pose.holds]) if pose.holds else ""


def _features(pose: Pose, *, marks: bool, hugging: bool) -> str:
    face = wording.FACES[pose.feeling]
    arms = wording.ARMS[pose.arms].format(hand=CAST[pose.who].hand, thing="")
    if pose.arms == "hide":
        return f"{face.eyes}, {arms}"
    parts = [face.eyes, face.rest]
    if marks and face.mark and (not hugging or FEELING[pose.feeling].mark == "tear"):
        parts.append(face.mark)  # two who hug have no marks beside them, only tears
    if not hugging and pose.arms != "hold":
        parts.append(arms)
    return ", ".join(parts)


def _bubble(figure: FigureDescription) -> str:
    shown = figure.says or figure.thinks
    if not shown:
        return ""
    signs = ", ".join(
        wording.SIGNS[sign] if sign in wording.SIGNS else wording.THINGS[sign]  # type: ignore[index]
        for sign in shown
    )
    pattern = wording.SAYS if figure.says else wording.THINKS
    words = pattern.format(signs=signs)
    return f" {words[0].upper()}{words[1:]}."
