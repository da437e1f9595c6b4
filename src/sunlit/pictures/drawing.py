# SPDX-License-Identifier: MIT
"""From a description to one accessible SVG picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from sunlit.pictures.alternatives import Alternative, figure_alternative, scene_alternative
from sunlit.pictures.bodies import CHAIR_BACK, CHAIR_FOOTPLATE, CHAIR_SEAT
from sunlit.pictures.cast import CAST
from sunlit.pictures.colours import fill_in
from sunlit.pictures.figures import figure as draw_figure
from sunlit.pictures.marks import HEAD_Y
from sunlit.pictures.names import THEMES
from sunlit.pictures.pairs import pair
from sunlit.pictures.pen import box, group, number
from sunlit.pictures.postures import pose
from sunlit.pictures.scenes import FIGURE_SIZE, HEIGHT, SCENE, WIDTH, put_things, take_places
from sunlit.pictures.signs import bubble
from sunlit.pictures.things import THINGS

if TYPE_CHECKING:
    from sunlit.pictures.cast import Character
    from sunlit.pictures.description import FigureDescription, PictureDescription
    from sunlit.pictures.names import PostureName, Theme
    from sunlit.pictures.scenes import Place

_UID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_SEATED = ("sitting", "curled-up", "hugging")


@dataclass(frozen=True)
class Picture:
    """One picture: the SVG and its text alternative."""

    svg: str
    title: str
    description: str

    def as_json(self) -> dict[str, str]:
        """Return what the front end needs to show the picture."""
        return {"svg": self.svg, "title": self.title, "description": self.description}


def draw(description: PictureDescription, *, uid: str, theme: Theme = "css") -> Picture:
    """Draw a picture.

    Parameters
    ----------
    description
        One figure, or a scene.
    uid
        What the ids in the SVG start with; pictures on one page need different ones.
    theme
        ``css`` for a page (custom properties with daylight colours as fallback), ``light`` for
        daylight colours, ``print`` for black, white and grey.

    Raises
    ------
    ValueError
        When ``uid`` cannot start an id, or there is no such theme.

    """
    if not _UID.fullmatch(uid):
        raise ValueError(
            f"wanted a uid of letters, digits, '-' and '_' that starts with a letter, found {uid!r}"
        )
    if theme not in THEMES:
        raise ValueError(f"wanted a theme out of {', '.join(THEMES)}, found {theme!r}")
    if description.scene is None:
        art, view, words = _figure(description.figure(), theme, guess=description.guess)
    else:
        art, view, words = _scene(description, theme)
    return Picture(_document(art, view, words, uid, theme), words.title, words.description)


Box = tuple[float, float, float, float]


def _document(art: str, view: Box, words: Alternative, uid: str, theme: Theme) -> str:
    frame = " ".join(number(value) for value in view)
    card = box(*view, 0, "card", 0)
    shapes = fill_in(
        f'<g stroke="${{ink}}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round">'
        f"{card}{art}</g>",
        theme,
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame}" class="sunlit-picture" '
        f'role="img" aria-labelledby="{uid}-t {uid}-d">'
        f'<title id="{uid}-t">{escape(words.title)}</title>'
        f'<desc id="{uid}-d">{escape(words.description)}</desc>{shapes}</svg>'
    )


def _figure(
    figure: FigureDescription, theme: Theme, *, guess: bool
) -> tuple[str, Box, Alternative]:
    shown = figure.says or figure.thinks
    marks = not (bool(shown) if figure.hide_mark is None else figure.hide_mark)
    art, words = _one(figure, "standing", theme, marks=marks, guess=guess)
    left, right = (-280.0, 280.0) if figure.hugs else (-220.0, 220.0)
    top = -480.0
    if shown:
        said, wide = bubble(shown, thought=figure.thinks is not None)
        x, y = _beside_the_head(figure)
        art += group(said, x, y)
        right, top = max(right, x + wide + 16), min(top, y - 196)
    return art, (left, top, right - left, 20 - top), words


def _beside_the_head(figure: FigureDescription) -> tuple[float, float]:
    size = CAST[figure.who].size
    low = 24 if figure.posture in _SEATED else 0
    out = 90 if figure.hugs else 0
    return 104 * min(size, 1.1) + out, (HEAD_Y + low) * size


def _one(  # noqa: PLR0913 - what is shown and what is told
    figure: FigureDescription,
    usual: PostureName,
    theme: Theme,
    *,
    marks: bool,
    guess: bool,
    in_bed: bool = False,
) -> tuple[str, Alternative]:
    """One figure, or two who hug, and the words for it."""
    posture = figure.posture or ("standing" if figure.hugs else usual)
    settled = pose(figure.who, figure.feeling, posture, figure.holds, figure.faces, in_bed=in_bed)
    if figure.hugs:
        us = (figure.who, figure.feeling), (figure.hugs.who, figure.hugs.feeling)
        art = pair(*us, theme, marks=marks)
    else:
        art = draw_figure(settled, theme, marks=marks)
    return art, figure_alternative(figure, settled, marks=marks, guess=guess)


def _scene(picture: PictureDescription, theme: Theme) -> tuple[str, Box, Alternative]:
    if picture.scene is None:
        raise ValueError("this picture is no scene")
    scene = SCENE[picture.scene]
    taken = take_places(scene, [figure.at for figure in picture.figures])
    on_the_wall, standing = _things(picture, taken)
    art, words, bubbles, beds = scene.back + on_the_wall, [], "", ""
    size = scene.figure_size(len(taken))
    for figure, number_ in zip(picture.figures, taken, strict=True):
        place = scene.places[number_]
        if place.bed and figure.hugs:  # a hug is beside the bed, not in it
            place = scene.places[3]
        marks = figure.hide_mark is False
        drawn, said = _one(
            figure, place.usual, theme, marks=marks, guess=picture.guess, in_bed=place.bed
        )
        edge = 210 * size if marks else 0  # keep marks inside the picture
        x, y = min(max(place.x, edge), WIDTH - edge), _height(figure, place)
        if scene.table:  # whoever is small has a box to stand on
            y -= 200 * (1 - min(CAST[figure.who].size, 1))
        if place.bed:
            beds += group(drawn, x, y, size=size)
            art += _parked(CAST[figure.who], theme)
        else:
            art += group(drawn, x, y, size=size)
        bubbles += _said(figure, x, y, size)
        words.append(said)
    art += beds + scene.front + standing + bubbles
    return art, (0, 0, WIDTH, HEIGHT), scene_alternative(picture, words)


def _height(figure: FigureDescription, place: Place) -> float:
    posture = figure.posture or place.usual
    seated = posture in _SEATED and not CAST[figure.who].wheelchair and not figure.hugs
    if place.bed or (seated and place.seat is not None):
        return place.seat or place.ground
    return place.ground


def _said(figure: FigureDescription, x: float, y: float, figure_size: float) -> str:
    shown = figure.says or figure.thinks
    if not shown:
        return ""
    size, thought = 0.8, figure.thinks is not None
    dx, dy = _beside_the_head(figure)
    at, mouth = x + dx * figure_size, y + dy * figure_size
    lift = max((mouth - 14) / size - 176, 0)  # near the upper edge, over everybody's heads
    said, wide = bubble(shown, thought=thought, lift=lift)
    if at + wide * size > WIDTH - 8:  # no room on the right: open to the left
        said, _ = bubble(shown, thought=thought, lift=lift, leftward=True)
        at = x - dx * figure_size
    return group(said, at, mouth, size=size)


def _parked(character: Character, theme: Theme) -> str:
    """Draw the wheelchair of someone in bed, close by."""
    if not character.wheelchair:
        return ""
    chair = group(CHAIR_BACK + CHAIR_SEAT + CHAIR_FOOTPLATE, 566, 462, size=FIGURE_SIZE)
    return fill_in(chair, theme, character.colours())


def _things(picture: PictureDescription, taken: list[int]) -> tuple[str, str]:
    """Draw what belongs to the wall behind the figures, and what stands before them."""
    if picture.scene is None:
        raise ValueError("this picture is no scene")
    scene, size = SCENE[picture.scene], SCENE[picture.scene].figure_size(len(taken))
    names = [thing if isinstance(thing, str) else thing.what for thing in picture.things]
    wanted = [None if isinstance(thing, str) else thing.at for thing in picture.things]
    walls, standing = "", ""
    for name, spot in zip(names, put_things(scene, taken, wanted), strict=True):
        thing, (x, y) = THINGS[name], scene.things[spot]
        if thing.wall:
            walls += group(thing.art, x, 184 if name == "clock" else 366)
        else:
            standing += group(thing.art, x, y, size=size)
    return walls, standing
