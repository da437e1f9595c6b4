# SPDX-License-Identifier: MIT
"""What the checker says of a text."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.words import check_own_text, check_words, rules_for_band
from sunlit.words.compiler import BANDS, COMPILED, YOUNG_ROWS, compile_all
from sunlit.words.engine import veil

HERE = Path(__file__).parent
CASES = [json.loads(x) for x in (HERE / "cases.jsonl").read_text("utf-8").splitlines()]


def labelled(*names: str) -> list[dict[str, Any]]:
    """Return the labelled sentences of some data files."""
    texts = [(HERE / f"{name}.jsonl").read_text(encoding="utf-8") for name in names]
    return [json.loads(line) for text in texts for line in text.splitlines() if line]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_cases(case: dict[str, Any]) -> None:
    """Each case gives the matches written beside it."""
    found = [[m.start, m.end, m.category] for m in check_words(case["text"])]
    assert case["matches"] == found


def test_every_row_has_three_harmless_sentences_that_pass() -> None:
    """Each of the 75 rows has at least three harmless sentences the checker lets be."""
    passing = Counter(
        sentence["row"]
        for sentence in labelled("sentences-dev", "sentences-unseen", "harmless")
        if sentence["label"] == "ok"
        and not any(not match.note for match in check_words(sentence["text"]))
    )
    assert [row for row in range(1, 76) if passing[row] < 3] == []


def test_every_row_has_a_sentence_that_is_found() -> None:
    """Each row of the term table finds something, if only as a note."""
    found = {
        match.row
        for sentence in labelled("sentences-dev", "sentences-unseen", "harmless")
        for match in check_words(sentence["text"])
    }
    texts = {
        6: "They said he was a suicidal.",
        7: "suicidality",
        50: "a replacement drug",
        54: "He has Asperger's.",
        56: "a special needs pupil",
        62: "challenging behaviour",
    }
    found |= {match.row for text in texts.values() for match in check_words(text)}
    assert sorted(set(range(1, 76)) - found) == []


def test_a_match_explains_itself() -> None:
    """A match holds the phrase, one reason, at most two wordings and the source."""
    (match,) = check_words("He committed suicide.")
    assert match.text == "committed suicide"
    assert match.reason.endswith(".")
    assert match.suggestions == ("died by suicide", "took their own life")
    assert (match.source, match.severity, match.row) == (("S40",), "H", 1)


def test_every_rule_explains_itself() -> None:
    """Each rule of the oldest band has a reason and one or two other wordings."""
    for rule in rules_for_band("ages-14-18")["rules"]:
        if rule["category"] != "help-card":
            assert rule["reason"].endswith("."), rule["id"]
            assert 1 <= len(rule["suggestions"]) <= 2, rule["id"]
            assert rule["severity"] in ("H", "M", "I"), rule["id"]


def test_the_youngest_have_no_checker() -> None:
    """For ages 5 to 7 there are no terms at all."""
    assert rules_for_band("ages-05-07")["rules"] == []
    assert check_words("crazy", "ages-05-07") == []


def test_ages_8_to_10_know_everyday_words_only() -> None:
    """The page for ages 8 to 10 carries the handbook's nine rows, no condition, no drug."""
    data = rules_for_band("ages-08-10")
    assert {rule["row"] for rule in data["rules"]} <= YOUNG_ROWS
    source = json.dumps(data).lower()
    for word in (
        "suicid",
        "schizo",
        "bipolar",
        "heroin",
        "addict",
        "psych",
        "autis",
        "depress",
        "retard",
        "self-harm",
        "cocaine",
        "anorexi",
    ):
        assert word not in source, word


def test_ages_8_to_10_find_unkind_words() -> None:
    """The youngest checker finds its words and explains them without naming an illness."""
    texts = ("That is mental!", "He went nuts.", "Stop being so sad.", "Boys don't cry.")
    found = [match for text in texts for match in check_words(text, "ages-08-10")]
    assert [match.row for match in found] == [35, 17, 65, 64]
    assert all(match.reason and match.suggestions for match in found)
    assert not any("ill" in match.reason.split() for match in found)


def test_younger_pages_never_explain_words_about_suicide() -> None:
    """Below 14 such words give the help card and nothing else, and no page source names them."""
    text = "He committed suicide."
    (match,) = check_words(text, "ages-11-13")
    assert (match.category, match.reason, match.suggestions) == ("help-card", "", ())
    assert "suicid" not in json.dumps(rules_for_band("ages-11-13")).lower()


def test_an_unknown_band_is_named() -> None:
    """A band that does not exist is refused with the bands there are."""
    with pytest.raises(ValueError, match="ages-14-18"):
        check_words("crazy", "ages-3-4")


def test_compiled_rules_are_up_to_date() -> None:
    """The compiled files are what the YAML files say; else run the compiler."""
    for name, data in compile_all().items():
        written = (COMPILED / f"{name}.json").read_text(encoding="utf-8")
        assert json.loads(written) == json.loads(json.dumps(data)), name


def test_marked_words_under_discussion_pass_in_our_own_markdown() -> None:
    """`[crazy]{.discussed}` passes, the same word in running prose does not."""
    text = "We ask why [crazy]{.discussed} hurts.\n\nIt was a crazy day.\n"
    (match,) = check_own_text(text)
    assert text[match.start : match.end] == "crazy"
    assert match.start > text.index("day") - 10


def test_code_addresses_and_front_matter_are_left_alone() -> None:
    """What is not running prose is not checked in Markdown."""
    text = "---\ntitle: insane\n---\n`crazy` [link](https://x.org/crazy) <!-- nuts -->\n"
    text += "```python\ncrazy = 1\n```\n"
    assert check_own_text(text) == []


def test_quotation_marks_are_the_mark_in_our_own_yaml() -> None:
    """In YAML texts a quoted word is one under discussion, an unquoted one is used."""
    assert check_own_text("prompt: Why do people mind “crazy”?", syntax="yaml") == []
    assert len(check_own_text("prompt: What a crazy day.", syntax="yaml")) == 1


def test_one_way_marks_do_not_depend_on_the_day() -> None:
    """The mark of a word is the FNV-1a hash that the page computes too."""
    assert veil("a") == "e40c292c"


@given(st.text(max_size=200))
def test_any_text_can_be_checked(text: str) -> None:
    """No text breaks the checker, and each match says where it stands."""
    for band in BANDS:
        last = 0
        for match in check_words(text, band):
            assert last <= match.start < match.end <= len(text)
            assert text[match.start : match.end] == match.text
            last = match.end


@given(
    st.lists(
        st.sampled_from(
            [
                "he",
                "is",
                "so",
                "crazy",
                ".",
                "committed",
                "suicide",
                ",",
                '"',
                "'",
                "people",
                "with",
                "bipolar",
                "are",
                "dangerous",
                "not",
                "the",
                "word",
                "nuts",
                "?",
                "\n",
                "suffers",
                "from",
                "depression",
            ]
        ),
        max_size=40,
    )
)
def test_any_order_of_its_words_can_be_checked(words: list[str]) -> None:
    """Texts made of the checker's own words keep matches in order and apart."""
    text = " ".join(words)
    ends = [0]
    for match in check_words(text):
        assert match.start >= ends[-1]
        ends.append(match.end)
