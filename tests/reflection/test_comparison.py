# SPDX-License-Identifier: MIT
"""Before and after, and repeated polls of nearly the same class."""

from __future__ import annotations

import pytest
from comparison import neighbours, released, telling_pairs, unprotected
from hypothesis import given
from hypothesis import strategies as st

from sunlit.reflection.comparison import MOVED, SAME, differences, follow
from sunlit.reflection.ladder import Bar, rungs
from sunlit.reflection.release import release_item
from sunlit.reflection.spec import Item

ITEM = Item("idea", "Which idea will you use?", "nominal", ("Ask", "Swap", "Stop", "Not sure"))


@pytest.mark.parametrize("smallest", [3, 5])
@pytest.mark.parametrize(
    ("kind", "levels", "sizes"),
    [
        ("yes-no", 2, range(8, 36)),
        ("scale3", 3, range(8, 36)),
        ("nominal", 3, range(8, 36)),
        ("scale4", 4, (8, 9, 12)),
        ("nominal", 4, (8, 9, 12)),
        ("scale5", 5, (8, 10)),
    ],
)
def test_one_pupil_more_fewer_or_of_another_mind_changes_nothing(
    kind: str, levels: int, sizes: range, smallest: int
) -> None:
    """The second release is the same whatever that one pupil answered, for every class."""
    for answers in sizes:
        pairs, telling = telling_pairs(answers, levels, rungs(kind, levels), smallest)
        assert pairs > 0
        assert telling == 0


def test_two_independent_releases_would_tell() -> None:
    """Without the rule the comparing observer is sure of small counts: the test above can fail."""
    pairs, exposed = unprotected(12, 3, rungs("scale3", 3), 3)
    assert 0 < exposed < pairs


def test_the_second_release_of_nearly_the_same_class_is_byte_for_byte_the_same() -> None:
    """What is stored and shown does not depend on the pupil who came late."""
    table = (12, 9, 5, 3)
    before = release_item(ITEM, table)
    stored = {release_item(ITEM, near, before=before).to_json() for near in neighbours(table)}
    assert len(stored) == 1


def test_a_class_that_clearly_moved_is_shown() -> None:
    """A share that moved by two tenths or more gives a new picture."""
    before = release_item(ITEM, (6, 12, 6, 6))
    after = release_item(ITEM, (18, 4, 4, 4), before=before)
    assert after.kind == "bars"
    assert tuple(bar.tenths for bar in after.bars) == (6, 1, 1, 1)


def test_silence_stays_silence() -> None:
    """Where the first poll showed nothing, a second one cannot be read against it."""
    before = release_item(ITEM, (7, 0, 0, 0))
    assert release_item(ITEM, (8, 8, 8, 8), before=before).kind == "withheld"


@given(st.lists(st.integers(0, 12), min_size=3, max_size=3))
def test_a_handful_of_answers_never_follows(counts: list[int]) -> None:
    """With six answers or fewer the second poll says nothing, not even that all is the same."""
    bars = released((5, 5, 5), rungs("scale3", 3), 3)
    verdict = follow(bars, counts)
    assert (verdict is None) == (sum(counts) < 7)
    assert verdict in {None, SAME, MOVED}


def test_differences_are_formed_from_released_tenths_alone() -> None:
    """Bars that stand in both pictures are subtracted; the others are left out."""
    before = (Bar((0,), 2), Bar((1,), 4), Bar((2, 3), 4))
    after = (Bar((0,), 7), Bar((1,), 1), Bar((2,), 1), Bar((3,), 1))
    found = differences(before, 30, after, 30)
    assert [(d.levels, d.tenths) for d in found] == [((0,), 5), ((1,), -3)]
    assert found[0].clear
    assert found[0].sentence().startswith("About five in ten more")
    assert differences(before, 30, (Bar((0, 1), 5), Bar((2,), 5)), 30) == ()


@given(
    st.integers(8, 35),
    st.integers(8, 35),
    st.integers(0, 100),
    st.integers(0, 100),
)
def test_the_interval_holds_the_change_of_the_class_itself(
    n_first: int, n_second: int, p: int, q: int
) -> None:
    """Whatever the rounding hid, the true change of shares lies inside the stated range."""
    first = 3 + p * (n_first - 6) // 100
    second = 3 + q * (n_second - 6) // 100
    item = Item("yes", "Would you?", "yes-no", ("Yes", "No"))
    before = release_item(item, (first, n_first - first))
    after = release_item(item, (second, n_second - second))
    for change in differences(before.bars, before.about, after.bars, after.about):
        if change.levels == (0,):
            true = 10 * (second / n_second - first / n_first)
            assert change.low <= true <= change.high
            assert change.low <= change.tenths <= change.high
            assert change.sentence()
