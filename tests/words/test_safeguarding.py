# SPDX-License-Identifier: MIT
"""Messages an adult should see, and those that are everyday life."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from sunlit.words import check_message
from sunlit.words.command import run_words_command
from sunlit.words.safeguarding import CATEGORIES
from sunlit.words.training import WEIGHTS, fit

HERE = Path(__file__).parent
FITTED = ("dev", "second", "third", "fourth", "fifth")


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("i want to die", "suicidal-thoughts"),
        ("im sucidal and scared to tell my mum", "suicidal-thoughts"),
        ("started sh again, dont tell anyone", "self-harm"),
        ("My dad hits me when he gets home.", "abuse"),
        ("someones blackmaling me with my nudes pls help", "exploitation"),
        ("I've run away and my phone is about to die", "danger"),
    ],
)
def test_a_message_an_adult_should_see_is_found(text: str, category: str) -> None:
    """Direct, misspelt and slang wordings are found with a first guess at what it is."""
    assert category in {cue.category for cue in check_message(text)}


@pytest.mark.parametrize(
    "text",
    [
        "You killed it in the talent show!",
        "My essay is about how the media should report suicide.",
        "I'm absolutely starving, when is lunch?",
        "he stabbed me in the back in Among Us",
        "Our dog had to be put down and the whole house is quiet.",
        "",
    ],
)
def test_everyday_messages_pass(text: str) -> None:
    """Idioms, games, lesson talk and ordinary sadness raise nothing."""
    assert check_message(text) == []


def test_every_cue_stands_in_its_message() -> None:
    """A cue's offsets are those of its text, and its category is one of five."""
    for line in (HERE / "messages-dev.jsonl").read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        for cue in check_message(text):
            assert text[cue.start : cue.end] == cue.text
            assert cue.category in CATEGORIES


def test_messages_are_answered_by_id() -> None:
    """The command answers each message with its id and its cues."""
    out = io.StringIO()
    asked = '{"id": 7, "text": "i want to die"}\n{"id": 8, "text": "See you at lunch."}\n'
    code = run_words_command(
        [], as_json=False, jsonl=True, safeguarding=True, stdin=io.StringIO(asked), stdout=out
    )
    first, second = map(json.loads, out.getvalue().splitlines())
    assert code == 0
    assert first["id"] == 7
    assert first["matches"][0][2] == "suicidal-thoughts"
    assert second == {"id": 8, "matches": []}


def test_the_weights_are_fitted_to_the_committed_messages() -> None:
    """The compiled weights are what the training gives, so no one edits them by hand."""
    lines = [
        line
        for name in FITTED
        for line in (HERE / f"messages-{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    written = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    fitted = fit([json.loads(line) for line in lines])
    for name, weights in fitted.items():
        for feature, weight in weights.items():
            assert written[name].get(feature, 0.0) == pytest.approx(weight, abs=0.05), feature
