# SPDX-License-Identifier: MIT
"""The threat page names tests and scripts that exist, and papers say what the code does."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from conftest import POLLS
from sunlit.reflection import moderation, spec, store
from sunlit.reflection.paper_page import as_html
from sunlit.reflection.papers import PAPERS
from sunlit.reflection.wording import STRINGS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "threats.md").read_text(encoding="utf-8")
BOTH = POLLS["ages-14-18/03-words/both"]


def test_every_test_and_script_on_the_threat_page_exists() -> None:
    """A claim without its test is an error."""
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    written = set()
    for file in Path(__file__).parent.glob("test_*.py"):
        written |= set(
            re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
        )
    assert len(named) > 15
    assert named <= written
    scripts = set(re.findall(r"`(\w+\.py)`", PAGE))
    assert scripts <= {file.name for file in (ROOT / "benchmarks" / "reflection").glob("*.py")}


@pytest.mark.parametrize("word", ["impossible to trace", "completely anonymous", "fully anonymous"])
def test_no_word_is_stronger_than_the_proof(word: str) -> None:
    """Nobody is promised what cannot be kept."""
    texts = [*STRINGS["en"].values()]
    for paper in PAPERS.values():
        texts += [as_html(block) for block in paper(BOTH).blocks]
    for text in texts:
        assert word not in text.replace("not impossible to trace", "")


@pytest.mark.parametrize("name", PAPERS)
def test_papers_follow_the_settings(name: str) -> None:
    """What a paper says of thresholds, coins and texts is what the poll does."""
    plain = dataclasses.replace(
        BOTH, items=(BOTH.items[1],), sensitive=True, free_text="", families_told=False
    )
    rich = dataclasses.replace(BOTH, free_text="What helped you?")
    pages = ["".join(as_html(b) for b in PAPERS[name](poll).blocks) for poll in (plain, rich)]
    assert pages[0] != pages[1]
    if name in {"family", "assessment"}:
        assert f"stands for at least {5}" in pages[0]
        assert f"stands for at least {3}" in pages[1]
        assert f"{spec.MIN_TEXTS}" in pages[1]
        assert f"at most {store.FLAG_DAYS} days" in pages[1]
        assert "no field to write in" in pages[0]
    if name in {"family", "child", "slips"}:
        assert ("coin" in pages[0], "coin" in pages[1]) == (False, True)
    if name == "lead":
        assert "text field is off" in pages[0]


def test_three_coins_on_paper_are_the_devices_procedure() -> None:
    """The slip's instructions tell the truth in six of eight tosses, as the device does."""
    words = "".join(as_html(block) for block in PAPERS["slips"](BOTH).blocks)
    assert "Is one of them heads, or both? Answer truly." in words
    assert "Are both tails? Then coin 3 answers" in words


def test_the_word_list_is_folded_already() -> None:
    """Every phrase can be found: it is in the form in which texts are looked through."""
    assert [moderation.fold(phrase) for phrase in moderation.WORRYING] == list(moderation.WORRYING)


def test_the_family_letter_names_questions_about_a_pupils_own_life() -> None:
    """The letter never says that there are none where there is one."""
    plain = "".join(as_html(block) for block in PAPERS["family"](BOTH).blocks)
    assert "No question asks about a pupil&#x27;s own health" in plain
    felt = dataclasses.replace(BOTH.items[3], protected_area="psychological")
    tagged = dataclasses.replace(BOTH, items=(*BOTH.items[:3], felt))
    letter = "".join(as_html(block) for block in PAPERS["family"](tagged).blocks)
    assert "No question asks" not in letter
    assert "Now I feel" in letter
