# SPDX-License-Identifier: MIT
"""Cues in class free text that an adult should see.

A nudge for the adult who reads anyway, never a safety net: a message without a
cue is not a message without need. Nothing here is stored, sent or counted, and
nothing is ever reported about a pupil.

Two things are asked of a message: do the written patterns match, and do the words
in it come together as they do in messages an adult should see? The second is a
linear model over words, word pairs and classes of words; its weights are fitted
to the committed messages by ``training.py`` and read from compiled JSON.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sunlit.words.checker import read_compiled
from sunlit.words.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CATEGORIES = ("suicidal-thoughts", "self-harm", "abuse", "exploitation", "danger")
WEIGHTS = Path(__file__).parent / "compiled" / "safeguarding-weights.json"
# How much each sort of feature counts; a rarer sort says less. Chosen, with the two
# numbers below, on batches of messages that took no part in the fit.
SCALE = {"w": 0.7, "b": 0.4, "c": 1.0, "p": 0.4}
PATTERN_COUNTS = 2.0
THRESHOLD = 0.5
_REACH = 6
_STOPS = frozenset(".!?\n")


@dataclass(frozen=True, slots=True)
class Cue:
    """A passage an adult should read. Offsets count code points.

    ``category`` is one of suicidal-thoughts, self-harm, abuse, exploitation,
    danger: a first guess for the reader, no more.
    """

    start: int
    end: int
    text: str
    category: str


def check_message(text: str) -> list[Cue]:
    """Return the passages of a message that an adult should see, in order.

    A cue that no single pattern explains spans the whole message.
    """
    engine, classes, model = _model()
    words = engine.words(text)
    features = set(features_of(words, classes))
    found = engine.find(text)
    score = score_of(features, model["alert"])
    if score + (PATTERN_COUNTS if found else 0.0) <= THRESHOLD:
        return []
    if found:
        return [Cue(s, e, text[s:e], engine.rules[n]["category"]) for s, e, n in found]
    category = max(CATEGORIES, key=lambda name: score_of(features, model[name]))
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return [Cue(start, end, text[start:end], category)]


def features_of(words: list[str], classes: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield what the model looks at: words, pairs, classes, and classes in order.

    A class is followed by those within the next six tokens of its sentence.
    """
    found = [classes.get(word, ()) for word in words]
    for i, word in enumerate(words):
        if word[0].isalnum():
            yield "w:" + word
        if i + 1 < len(words):
            yield f"b:{word} {words[i + 1]}"
        for name in found[i]:
            yield "c:" + name
            for j in range(i + 1, min(len(words), i + 1 + _REACH)):
                if words[j] in _STOPS:
                    break
                for other in found[j]:
                    yield f"p:{name}>{other}"


def score_of(features: set[str], weights: Mapping[str, float]) -> float:
    """Return the log-odds that a message with these features is one to see."""
    return weights[""] + sum(weights[f] * SCALE[f[0]] for f in features if f in weights)


def class_index(data: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the classes of each word, from the compiled ``classes``."""
    index: dict[str, list[str]] = {}
    for name, words in data["classes"].items():
        for word in words:
            index.setdefault(word, []).append(name)
    return index


@cache
def _model() -> tuple[Engine, dict[str, list[str]], dict[str, dict[str, float]]]:
    data = read_compiled("safeguarding")
    weights = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Engine(data), class_index(data), weights
