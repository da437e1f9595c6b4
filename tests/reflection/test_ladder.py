# SPDX-License-Identifier: MIT
"""The release ladder, gone through table by table."""

from __future__ import annotations

import pytest
from _observers import exposure
from hypothesis import given
from hypothesis import strategies as st

from sunlit.reflection.ladder import about, bars, coarse, rungs, settle, tenths

KINDS = [
    ("yes-no", 2),
    ("scale3", 3),
    ("nominal", 3),
    ("scale4", 4),
    ("nominal", 4),
    ("scale5", 5),
    ("nominal", 5),
]


@pytest.mark.parametrize(("kind", "levels"), KINDS)
@pytest.mark.parametrize("smallest", [3, 5])
def test_no_small_count_is_ever_certain(kind: str, levels: int, smallest: int) -> None:
    """Neither an outsider nor a pupil who subtracts their own answer is sure of a small count."""
    sizes = {2: range(8, 36), 3: range(8, 36), 4: range(8, 22), 5: (8, 9, 10, 11, 12, 15)}
    for answers in sizes[levels]:
        found = exposure(answers, levels, rungs(kind, levels), smallest)
        assert (found.exposed_tables, found.exposed_subtractions) == (0, 0)
        assert found.tables > 0
        assert found.subtractions > found.tables


def test_the_observer_finds_a_leak_where_there_is_one() -> None:
    """A ladder without thresholds exposes its tables, so the test above can fail."""
    found = exposure(8, 3, rungs("scale3", 3), 3, floor=0)
    assert found.exposed_tables > 0
    assert found.exposed_subtractions > 0


@pytest.mark.parametrize("smallest", [3, 5])
@pytest.mark.parametrize(
    "counts",
    [(7, 0), (0, 0), (4, 3), (30, 0), (0, 35), (29, 1), (1, 7)],
    ids=["seven", "none", "four-three", "unanimous", "unanimous-no", "one-dissenter", "one-of-8"],
)
def test_small_unanimous_and_nearly_unanimous_classes_show_nothing(
    counts: tuple[int, int], smallest: int
) -> None:
    """Fewer than eight answers, all alike, or one alone: no picture."""
    assert settle(counts, rungs("yes-no", 2), smallest=smallest) is None


def test_rungs_are_tried_in_a_fixed_order() -> None:
    """The first rung that holds is taken, even where a later one would show as many bars."""
    ladder = rungs("scale5", 5)
    assert settle((3, 3, 3, 3, 3), ladder, smallest=3) == ((0,), (1,), (2,), (3,), (4,))
    assert settle((2, 3, 3, 3, 3), ladder, smallest=3) == ((0, 1), (2,), (3, 4))
    assert settle((2, 3, 2, 3, 3), ladder, smallest=3) == ((0, 1), (2, 3, 4))
    assert settle((0, 2, 8, 3, 3), ladder, smallest=3) == ((0, 1, 2), (3, 4))
    assert settle((0, 0, 13, 2, 0), ladder, smallest=3) is None


def test_nominal_items_fold_their_last_options_in_the_authors_order() -> None:
    """Options join from the end, one at a time."""
    expected = (
        ((0,), (1,), (2,), (3,), (4,)),
        ((0,), (1,), (2,), (3, 4)),
        ((0,), (1,), (2, 3, 4)),
        ((0,), (1, 2, 3, 4)),
    )
    assert expected == rungs("nominal", 5)


@given(st.lists(st.integers(0, 40), min_size=5, max_size=5), st.sampled_from([3, 5]))
def test_released_bars_partition_the_levels_and_hold_enough(
    counts: list[int], smallest: int
) -> None:
    """Every level is in exactly one bar, every bar holds enough, and no bar looks empty or full."""
    for kind in ("scale5", "nominal"):
        rung = settle(counts, rungs(kind, 5), smallest=smallest)
        if rung is None:
            continue
        assert [level for group in rung for level in group] == [0, 1, 2, 3, 4]
        assert all(sum(counts[level] for level in group) >= smallest for group in rung)
        assert all(1 <= bar.tenths <= 9 for bar in bars(counts, rung))


def test_each_bar_is_rounded_alone_and_never_drawn_empty() -> None:
    """Half rounds up; 3 of 61 is one tenth and its neighbour nine."""
    assert tenths(7, 20) == 4
    assert tenths(9, 30) == 3
    assert tenths(3, 61) == 1
    assert tenths(58, 61) == 9


def test_numbers_of_answers_are_published_in_fives() -> None:
    """The number of answers goes to the nearest five, the running counter down to fives."""
    assert [about(n) for n in (8, 9, 10, 11, 12, 13, 27, 28)] == [10, 10, 10, 10, 10, 15, 25, 30]
    assert [coarse(n) for n in (0, 4, 5, 9, 10, 33)] == [0, 0, 5, 5, 10, 30]
