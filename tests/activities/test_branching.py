# SPDX-License-Identifier: MIT
"""The graph search behind `scenario`, against trying every way by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.activities.branching import MOST_IN_A_RING, Flaw, find_flaw, shortest_path

Talk = dict[str, list[str]]
FAR = 99


@st.composite
def talks(draw: st.DrawFn) -> tuple[Talk, list[str]]:
    """Draw a talk of two to six scenes, and its scenes with help."""
    names = "abcdef"[: draw(st.integers(2, 6))]
    helping = [name for name in names if draw(st.booleans())]
    talk = {
        name: [] if name in helping else draw(st.lists(st.sampled_from(names), max_size=3))
        for name in names
    }
    return talk, helping


def _ways(talk: Talk, helping: list[str], path: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return every way on from ``path`` until help, or until all choices lead back."""
    onward = [] if path[-1] in helping else [one for one in talk[path[-1]] if one not in path]
    if not onward:
        return [path]
    return [way for one in onward for way in _ways(talk, helping, (*path, one))]


@given(talks())
def test_a_talk_is_accepted_exactly_when_every_way_meets_help(
    drawn: tuple[Talk, list[str]],
) -> None:
    """What is refused has a way without help or a lost scene; what is accepted has neither."""
    talk, helping = drawn
    ways = _ways(talk, helping, ("a",))
    reached = {scene for way in ways for scene in way}
    sound = reached == set(talk) and all(way[-1] in helping for way in ways)
    assert (find_flaw(talk, "a", helping, FAR) is None) == sound


@given(talks())
def test_the_offending_way_is_one_that_can_be_walked(drawn: tuple[Talk, list[str]]) -> None:
    """The scenes named follow each other by choices, and the last of them has the flaw."""
    talk, helping = drawn
    flaw = find_flaw(talk, "a", helping, FAR)
    if flaw is None:
        return
    last = flaw.path[-1]
    if flaw.kind == "unreachable":
        assert all(last not in way for way in _ways(talk, helping, ("a",)))
        return
    assert flaw.path[0] == "a"
    assert all(
        after in talk[before] for before, after in zip(flaw.path, flaw.path[1:], strict=False)
    )
    assert last not in helping
    assert all(following in flaw.path for following in talk[last])


@given(talks(), st.integers(1, 5))
def test_help_in_time_means_the_longest_way(drawn: tuple[Talk, list[str]], most_steps: int) -> None:
    """A sound talk is refused when its longest way has more choices than the band allows."""
    talk, helping = drawn
    if find_flaw(talk, "a", helping, FAR):
        return
    longest = max(len(way) - 1 for way in _ways(talk, helping, ("a",)))
    flaw = find_flaw(talk, "a", helping, most_steps)
    assert (flaw is not None) == (longest > most_steps)
    if flaw:
        assert flaw.kind == "long"
        assert len(flaw.path) - 1 == longest


@pytest.mark.parametrize(
    ("talk", "flaw"),
    [
        ({"a": ["h"], "b": ["h"], "h": []}, Flaw("unreachable", ("b",))),
        ({"a": ["b", "h"], "b": [], "h": []}, Flaw("dead-end", ("a", "b"))),
        ({"a": ["b", "h"], "b": ["a", "b"], "h": []}, Flaw("loop", ("a", "b"))),
        ({"a": ["a", "h"], "h": []}, None),
        ({"a": ["b", "h"], "b": ["a", "h"], "h": []}, None),
    ],
)
def test_flaws_by_name(talk: Talk, flaw: Flaw | None) -> None:
    """Each kind of flaw is told from the others; a circle with a way out is none."""
    assert find_flaw(talk, "a", ["h"], FAR) == flaw


def test_a_large_ring_is_refused_before_its_ways_are_tried() -> None:
    """A ring too large to try in full is named, so that checking always ends."""
    names = [str(number) for number in range(MOST_IN_A_RING + 1)]
    talk = {name: [*names, "h"] for name in names} | {"h": []}
    flaw = find_flaw(talk, "0", ["h"], FAR)
    assert flaw == Flaw("ring", tuple(names))


def test_many_ways_through_many_rings_are_checked_together() -> None:
    """Forty scenes in rings of four have more ways than could be tried one by one."""
    talk: Talk = {"h": []}
    for ring in range(10):
        names = [f"{ring}-{number}" for number in range(4)]
        onward = [f"{ring + 1}-{number}" for number in range(4)] if ring < 9 else ["h"]
        talk |= {name: [*names, *onward] for name in names}
    assert find_flaw(talk, "0-0", ["h"], 40) is None
    flaw = find_flaw(talk, "0-0", ["h"], 39)
    assert flaw is not None
    assert len(flaw.path) - 1 == 40


def test_the_shortest_path() -> None:
    """The way shown to an author has no detour; where none leads it is empty."""
    talk = {"a": ["b", "c"], "b": ["c"], "c": ["d"], "d": [], "e": []}
    assert shortest_path(talk, "a", "d") == ("a", "c", "d")
    assert shortest_path(talk, "a", "e") == ()
