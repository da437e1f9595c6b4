# SPDX-License-Identifier: MIT
"""Fit the safeguarding weights to labelled messages. For whoever edits the cues.

Run ``python -m sunlit.words.training FILE...`` with files of JSON lines ``{"text",
"label": "alert"|"ok", "category"}``. The fit is deterministic: logistic regression
with an L2 penalty, minimised by a fixed number of Adam steps
(Kingma & Ba 2015, https://arxiv.org/abs/1412.6980).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from sunlit.words.checker import read_compiled
from sunlit.words.engine import Engine
from sunlit.words.safeguarding import CATEGORIES, SCALE, WEIGHTS, class_index, features_of

if TYPE_CHECKING:
    from collections.abc import Sequence

PENALTY = 2.0
STEPS = 250
RATE = 0.05
SEEN_AT_LEAST = 2
SMALLEST = 0.04


def fit(messages: Sequence[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Return the weights of the alert model and of the five category models."""
    data = read_compiled("safeguarding")
    engine, classes = Engine(data), class_index(data)
    features = [set(features_of(engine.words(m["text"]), classes)) for m in messages]
    seen = Counter(f for found in features for f in found)
    names = sorted(f for f, count in seen.items() if count >= SEEN_AT_LEAST)
    place = {name: column for column, name in enumerate(names)}
    table = np.zeros((len(messages), len(names) + 1))
    table[:, -1] = 1.0
    for row, found in enumerate(features):
        for name in found & place.keys():
            table[row, place[name]] = SCALE[name[0]]
    wanted = np.array(
        [[m["label"] == "alert", *(m["category"] == c for c in CATEGORIES)] for m in messages],
        dtype=float,
    )
    columns = _minimise(table, wanted)
    return {
        model: _named(names, columns[:, column])
        for column, model in enumerate(("alert", *CATEGORIES))
    }


def _minimise(table: Any, wanted: Any) -> Any:
    """Return one column of weights for each column of ``wanted``."""
    weights = np.zeros((table.shape[1], wanted.shape[1]))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    penalty = np.full_like(weights, PENALTY)
    penalty[-1] = 0.0
    for step in range(1, STEPS + 1):
        likely = 1.0 / (1.0 + np.exp(-table @ weights))
        slope = table.T @ (likely - wanted) + penalty * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def _named(names: list[str], weights: Any) -> dict[str, float]:
    kept = {
        name: round(float(weight), 2)
        for name, weight in zip(names, weights, strict=False)
        if abs(weight) >= SMALLEST
    }
    return {"": round(float(weights[-1]), 2), **kept}


def main(files: Sequence[str]) -> None:
    """Fit to the messages in ``files`` and write the compiled weights."""
    lines = [x for f in files for x in Path(f).read_text(encoding="utf-8").splitlines() if x]
    models = fit([json.loads(line) for line in lines])
    text = json.dumps(models, ensure_ascii=False, separators=(",", ":"))
    WEIGHTS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
