# SPDX-License-Identifier: MIT
"""Cues: the words that let a check pass over most patterns hide nothing."""

import json
import re
from pathlib import Path
from random import Random
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.curriculum.passages import Passage
from sunlit.curriculum.rulebook import TERMS, Terms
from sunlit.curriculum.rulebook.cues import KEPT, WORD, compile_all, cues
from sunlit.curriculum.rulebook.rule import Pattern, pattern_text, small
from sunlit.curriculum.rules.terms import possible_terms

CASES = [(terms, pattern) for terms in TERMS for pattern in terms.patterns]
IDS = [f"{terms.rule.id}-{pattern.find[:40]}" for terms, pattern in CASES]


def holds(text: str, cue: list[str]) -> bool:
    """Tell whether a text has a word of a cue."""
    words = WORD.findall(small(text))
    return any(
        word.startswith(each[:-1]) if each.endswith("*") else word == each
        for each in cue
        for word in words
    )


def written(items: Any, chance: Random) -> str:
    """Return a text that a parsed pattern may match, in plain words and small spaces."""
    text = ""
    for operator, argument in items:
        match str(operator):
            case "LITERAL":
                text += chr(argument)
            case "IN":
                text += member(argument, chance)
            case "SUBPATTERN":
                text += written(argument[3], chance)
            case "BRANCH":
                text += written(chance.choice(argument[1]), chance)
            case "ASSERT":
                text += written(argument[1], chance)
            case "MAX_REPEAT" | "MIN_REPEAT":
                least, most, inner = argument
                turns = chance.randint(least, min(most, least + 2))
                text += "".join(written(inner, chance) for _ in range(turns))
    return text


def member(members: list[tuple[Any, Any]], chance: Random) -> str:
    """Return one of the characters of [...]."""
    if str(members[0][0]) == "NEGATE":
        return chance.choice(" a")
    operator, argument = chance.choice(members)
    if str(operator) == "CATEGORY":
        return {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "7"}.get(str(argument), "w")
    return chr(argument if str(operator) == "LITERAL" else chance.randint(*argument))


@pytest.mark.parametrize(("terms", "pattern"), CASES, ids=IDS)
def test_no_text_that_a_pattern_matches_is_passed_over(terms: Terms, pattern: Pattern) -> None:
    """Whatever a pattern of the rulebook finds, alone or amid a text, it is let look at."""
    chance = Random(pattern.find)  # noqa: S311 - texts to test with, no secrets
    parsed = _parser.parse(pattern_text(pattern.find))
    matched = 0
    for around in ["{}", "Then {} again.", "({})", "so-{}", "{}'s", "x {}\ny"] * 20:
        text = around.format(written(parsed, chance))
        found = pattern.compiled.search(text if pattern.as_written else small(text))
        if found:
            matched += 1
            passage = Passage(Path("page.md"), min(terms.parts), text, 1)
            assert pattern in dict(possible_terms(passage, terms.bands[0])).get(terms, []), text
    assert matched


@pytest.mark.parametrize(
    ("find", "wanted"),
    [
        (r"\bweigh(?:s|ed)?\b", [["weigh", "weighed", "weighs"]]),
        (r"\bself[- ]?harm\w*", [["self*"], ["harm*", "selfharm*"]]),
        (r"\bno (?:\w+ ){0,2}?secrets\b", [["no"], ["secrets"]]),
        (r"\bdon't tell\b", [["don"], ["t"], ["tell"]]),
        (r"\b(?:red|dark blue) car\b", [["blue", "red"], ["car"]]),
        (r"\b\d+ ?mg\b", [[f"{digit}*" for digit in "0123456789"]]),
        (r"\b(?:PHQ-?[79]|SDQ)\b", [["phq*", "sdq*"], ["7", "9", "phq7", "phq9", "sdq"]]),
        (r"ing\b", []),
        (r"(?<!\w)I am", [["i"], ["am*"]]),
        (r"\b(?:a|\w+) b\b", [["b"]]),
        (r"\bx{2,9}y\b", [["xx*"]]),
        (r"\bhe(?:art|ad)\b(?! of)", [["head", "heart"]]),
    ],
)
def test_cues_are_read_off_a_pattern(find: str, wanted: list[list[str]]) -> None:
    """Whole words, beginnings with a star, and none where a word may be any word."""
    assert cues(find) == wanted


@given(
    st.recursive(
        st.sampled_from(
            ["a", "bc", " ", " ?", "'", r"\b", r"\w", r"\w+", r"\d", "[ab]", "[- ]", "[^.]", "d?"]
        ),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=4).map("".join),
            st.lists(inner, min_size=1, max_size=3).map(lambda each: f"(?:{'|'.join(each)})"),
            st.tuples(inner, st.sampled_from(["*", "+", "?", "{0,2}", "{2}", "{1,3}?"])).map(
                lambda pair: f"(?:{pair[0]}){pair[1]}"
            ),
        ),
        max_leaves=8,
    ),
    st.data(),
)
def test_every_match_of_any_pattern_has_a_word_of_each_cue(find: str, data: st.DataObject) -> None:
    """Cues hold for patterns of any shape, not only for those in the rulebook."""
    pattern = Pattern(find).compiled
    match = data.draw(st.from_regex(pattern, alphabet=st.sampled_from("abcd 1'-.")))
    found = re.search(pattern, match)
    if found:
        assert [cue for cue in cues(find) if not holds(match, cue)] == []


def test_the_kept_cues_are_those_of_the_rulebook() -> None:
    """After a change to a rule: python -m sunlit.curriculum.rulebook.cues."""
    assert json.loads(KEPT.read_text(encoding="utf-8")) == compile_all()


def test_a_pattern_without_kept_cues_is_looked_for_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A rule just written bites before its cues are kept."""
    from sunlit.curriculum.rulebook import cues as module  # noqa: PLC0415

    monkeypatch.setattr(module, "_kept", dict)
    assert module.cues_of(r"\bfirst day\b") == [["first"], ["day"]]


def test_most_patterns_are_passed_over() -> None:
    """A plain sentence leaves few of the rulebook's patterns to look for."""
    passage = Passage(Path("page.md"), "page", "Ruby waters the small tree by the gate.", 1)
    left = [pattern for _, some in possible_terms(passage, "ages-08-10") for pattern in some]
    assert len(left) < len(CASES) / 20
