# SPDX-License-Identifier: MIT
"""The English words of the text alternatives, kept apart from the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sunlit.pictures.feelings import ArmsName
    from sunlit.pictures.names import (
        FeelingName,
        PostureName,
        SceneName,
        SignName,
        ThingName,
        Who,
    )

NAMES: Mapping[Who, str] = {
    "bear": "Bear",
    "hare": "Hare",
    "owl": "Owl",
    "fox": "Fox",
    "tortoise": "Tortoise",
    "mouse": "Mouse",
    "badger": "Badger the teacher",
    "sheep": "Sheep the school nurse",
    "hedgehog": "Hedgehog the cook",
    "gran-bear": "Gran Bear",
}


class Face(NamedTuple):
    """What eyes, mouth and head do, and the mark beside the figure."""

    eyes: str
    rest: str
    mark: str


FACES: Mapping[FeelingName, Face] = {
    "happy": Face("eyebrows up", "big open smile", "hop lines at the feet"),
    "sad": Face("eyes cast down", "mouth turned down, head low", "one tear"),
    "cross": Face("eyebrows pulled down to the nose", "mouth tight", "puffs of steam"),
    "worried": Face("eyebrows up in the middle", "wobbly mouth", "a tangle in a thought cloud"),
    "scared": Face("eyes very wide", "mouth open", "shaking"),
    "calm": Face("eyes gently closed", "small smile", "a slow breath"),
    "lonely": Face("looking to one side", "mouth a little down", "two friends far away"),
    "proud": Face("eyes up", "wide closed smile, chin up", "shine lines"),
    "mixed": Face(
        "one eyebrow up and one eye half closed",
        "mouth half up and half down",
        "a sun on one side, a rain cloud on the other",
    ),
    "busy": Face("looking down at the work", "small smile", ""),
    "kind": Face("looking at you", "soft smile, head to one side", ""),
}
POSTURES: Mapping[PostureName, str] = {
    "standing": "standing",
    "sitting": "sitting",
    "walking": "walking",
    "waving": "waving",
    "pointing": "pointing",
    "asking": "asking for a turn",
    "listening": "listening",
    "offering": "reaching out",
    "hugging": "hugging a heart cushion",
    "hiding": "hiding behind a bush",
    "jumping": "jumping",
    "curled-up": "sitting with knees up",
}
CHAIR = "in a wheelchair"
CHAIR_POSTURES: Mapping[PostureName, str] = {
    "standing": "",
    "sitting": "",
    "walking": "rolling along",
    "jumping": "bouncing",
    "curled-up": "",
}
"""What Fox does where the others' words would not fit; other postures keep their words."""
IN_BED = "in bed"
CHAIR_NEAR = "the wheelchair beside the bed"
ARMS: Mapping[ArmsName, str] = {
    "up": "{hand}s up",
    "hang": "arms hanging",
    "folded": "arms folded",
    "half": "one {hand} up, one {hand} to tummy",
    "together": "{hand}s together",
    "tummy": "{hand}s on tummy",
    "cheeks": "{hand}s to cheeks",
    "hips": "{hand}s on hips",
    "knees": "arms round knees",
    "tail": "holding own tail",
    "wave": "one {hand} up",
    "point": "one {hand} pointing",
    "ask": "one {hand} straight up",
    "listen": "one {hand} behind the ear",
    "offer": "both {hand}s held out",
    "cushion": "arms round the cushion",
    "hide": "eyes and {hand}s over the leaves",
    "hold": "holding {thing}",
    "open": "{hand}s open",
    "roll": "{hand}s on the wheels",
}
THINGS: Mapping[ThingName, str] = {
    "ball": "a ball",
    "block": "a toy block",
    "blocks": "toy blocks",
    "blocks-fallen": "toy blocks fallen down",
    "blocks-tower": "a tower of toy blocks",
    "book": "a book",
    "bow": "a parcel with its string in a bow",
    "card": "a card with a heart",
    "clock": "a clock",
    "cup": "a warm cup",
    "cushion": "a heart cushion",
    "door": "a door",
    "drawing": "a drawing of a sun",
    "drum": "a drum",
    "flower": "a flower in a pot",
    "knot": "a parcel with its string in a tangle",
    "lamp": "a lamp",
    "paints": "paints and a brush",
    "paper-boat": "a paper boat",
    "soup-bowl": "a bowl of soup",
    "teddy": "a teddy",
    "tissues": "a box of tissues",
}
SIGNS: Mapping[SignName, str] = {
    "again": "a round arrow",
    "eye": "an eye",
    "ear": "an ear",
    "friends": "two friends",
    "grown-up": "a grown-up and a child",
    "hand": "an open hand",
    "heart": "a heart",
    "music": "music",
    "question": "a question mark",
    "rain": "a rain cloud",
    "rest": "a moon",
    "scribble": "a jagged scribble",
    "star": "a star",
    "sun": "a sun",
    "talk": "a speech bubble",
    "up": "an arrow up",
    "face-happy": "a face with a big smile",
    "face-sad": "a face with the mouth turned down",
    "face-cross": "a face with eyebrows pulled down",
    "face-worried": "a face with a wobbly mouth",
    "face-scared": "a face with very wide eyes",
    "face-calm": "a face with eyes closed and a small smile",
    "face-lonely": "a face looking to one side",
    "face-proud": "a face looking up with a wide smile",
    "face-mixed": "a face half smiling, half not",
    "face-busy": "a plain face",
    "face-kind": "a face with a soft smile",
}
SCENES: Mapping[SceneName, str] = {
    "plain": "In the sunlight",
    "classroom": "In the classroom",
    "rug": "On the classroom rug",
    "quiet-corner": "In the quiet corner",
    "playground": "On the playground",
    "garden": "In the garden",
    "kitchen": "In the kitchen",
    "staff-room": "In the staff room",
    "rainy-window": "By the rainy window",
    "bed-at-night": "At bedtime",
}
WEARS: Mapping[Who, str] = {
    "bear": "a striped scarf and a hearing aid",
    "hare": "dungarees",
    "owl": "a satchel",
    "fox": "a spotted kerchief",
    "tortoise": "a bobble hat",
    "mouse": "a stripy jumper",
    "badger": "a green cardigan and a name badge",
    "sheep": "a blue tunic with a heart on the pocket",
    "hedgehog": "an apron",
    "gran-bear": "glasses and a shawl",
}
WEARING = "wears {clothes}"
LOOKS = "looks {feeling}"
HUGGING = "hugging {friend}"
BOTH_ARMS = "arms round each other"
SAYS = "says in pictures: {signs}"
THINKS = "thinks in pictures: {signs}"
ALSO = "Also there: {things}."
