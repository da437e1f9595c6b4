# SPDX-License-Identifier: MIT
"""The words an author may use in a picture: who, how, where and with what."""

from typing import Literal, get_args

Child = Literal["bear", "hare", "owl", "fox", "tortoise", "mouse"]
GrownUp = Literal["badger", "sheep", "hedgehog", "gran-bear"]
Who = Literal[
    "bear", "hare", "owl", "fox", "tortoise", "mouse", "badger", "sheep", "hedgehog", "gran-bear"
]
FeelingName = Literal[
    "happy",
    "sad",
    "cross",
    "worried",
    "scared",
    "calm",
    "lonely",
    "proud",
    "mixed",
    "busy",
    "kind",
]
PostureName = Literal[
    "standing",
    "sitting",
    "walking",
    "waving",
    "pointing",
    "asking",
    "listening",
    "offering",
    "hugging",
    "hiding",
    "jumping",
    "curled-up",
]
SceneName = Literal[
    "plain",
    "classroom",
    "rug",
    "quiet-corner",
    "playground",
    "garden",
    "kitchen",
    "staff-room",
    "rainy-window",
    "bed-at-night",
]
ThingName = Literal[
    "ball",
    "block",
    "blocks",
    "blocks-fallen",
    "blocks-tower",
    "book",
    "bow",
    "card",
    "clock",
    "cup",
    "cushion",
    "door",
    "drawing",
    "drum",
    "flower",
    "knot",
    "lamp",
    "paints",
    "paper-boat",
    "soup-bowl",
    "teddy",
    "tissues",
]
SignName = Literal[
    "again",
    "eye",
    "ear",
    "friends",
    "grown-up",
    "hand",
    "heart",
    "music",
    "question",
    "rain",
    "rest",
    "scribble",
    "star",
    "sun",
    "talk",
    "up",
    "face-happy",
    "face-sad",
    "face-cross",
    "face-worried",
    "face-scared",
    "face-calm",
    "face-lonely",
    "face-proud",
    "face-mixed",
    "face-busy",
    "face-kind",
]
Side = Literal["left", "right"]
Theme = Literal["css", "light", "print"]

CHILDREN: tuple[Child, ...] = get_args(Child)
GROWN_UPS: tuple[GrownUp, ...] = get_args(GrownUp)
WHO: tuple[Who, ...] = get_args(Who)
FEELINGS: tuple[FeelingName, ...] = get_args(FeelingName)
POSTURES: tuple[PostureName, ...] = get_args(PostureName)
SCENES: tuple[SceneName, ...] = get_args(SceneName)
THINGS: tuple[ThingName, ...] = get_args(ThingName)
SIGNS: tuple[SignName, ...] = get_args(SignName)
THEMES: tuple[Theme, ...] = get_args(Theme)
