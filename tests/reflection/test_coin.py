# SPDX-License-Identifier: MIT
"""Coin items: the device procedure, the published table, the exact interval, what is shown."""

from __future__ import annotations

import json
import math
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sunlit.reflection
from sunlit.reflection import coin

PAGES = Path(sunlit.reflection.__file__).parent / "pages"
TRUTHS = (Fraction(1, 2), Fraction(67, 100), Fraction(3, 4), Fraction(9, 10))


def test_the_truth_is_told_in_six_of_eight_tosses_and_helped_by_chance_in_one_more() -> None:
    """Both answers come out as themselves in 7 of the 8 equally likely tosses."""
    for truth in (True, False):
        assert sum(coin.report(truth, bits) == truth for bits in range(8)) == 7
    assert Fraction(7, 8) == (1 + coin.TRUTH) / 2


@pytest.mark.parametrize("bits", [-1, 8, 255])
def test_anything_but_three_bits_is_refused(bits: int) -> None:
    """A whole byte is no toss: its high bits would be dropped in silence."""
    with pytest.raises(ValueError, match="three bits"):
        coin.report(truth=True, bits=bits)


def test_epsilon_is_ln_seven_and_agrees_with_outside_vectors() -> None:
    """The privacy loss of the default, and the two vectors computed with another library."""
    assert math.isclose(math.log(7), coin.epsilon())
    assert math.isclose(1.0986, coin.epsilon(Fraction(1, 2)), abs_tol=5e-5)


# Root mean square error against population and class, and 95 % half-width in points, at a true
# share of .2: the table of the design note.
TABLE = {
    10: ((0.301, 0.274, 54), (0.216, 0.175, 34), (0.189, 0.139, 27), (0.148, 0.077, 15)),
    25: ((0.191, 0.173, 34), (0.137, 0.111, 22), (0.119, 0.088, 17), (0.093, 0.048, 9)),
    35: ((0.161, 0.146, 29), (0.115, 0.094, 18), (0.101, 0.075, 15), (0.079, 0.041, 8)),
    150: ((0.078, 0.071, 14), (0.056, 0.045, 9), (0.049, 0.036, 7), (0.038, 0.020, 4)),
    1000: ((0.030, 0.027, 5), (0.022, 0.018, 3), (0.019, 0.014, 3), (0.015, 0.008, 2)),
}


@pytest.mark.parametrize("answers", TABLE)
def test_the_published_errors_are_reproduced(answers: int) -> None:
    """Every error in the table within .001, every half-width within one point."""
    for truth, (population, of_class, width) in zip(TRUTHS, TABLE[answers], strict=True):
        error = math.sqrt(coin.population_variance(Fraction(1, 5), answers, truth))
        spread = math.sqrt(coin.class_variance(answers, truth))
        assert math.isclose(population, error, abs_tol=0.001)
        assert math.isclose(of_class, spread, abs_tol=0.001)
        assert math.isclose(width, 196 * spread, abs_tol=1)


@pytest.mark.parametrize(
    ("truth", "expected"), list(zip(TRUTHS, [(0, 15), (1, 14), (3, 13), (7, 12)], strict=True))
)
def test_ten_reports_out_of_thirty(truth: Fraction, expected: tuple[int, int]) -> None:
    """The worked example of the design note."""
    assert expected == coin.interval(10, 30, truth=truth)


@pytest.mark.parametrize("answers", [1, 2, 5, 8, 12, 25, 30, 35])
def test_the_interval_covers_the_true_number_at_least_as_often_as_it_says(answers: int) -> None:
    """For every true number of pupils the exact coverage is at least .95."""
    ranges = [coin.interval(yes, answers) for yes in range(answers + 1)]
    for pupils in range(answers + 1):
        weights, whole = coin.report_weights(pupils, answers)
        assert whole == sum(weights)
        covered = sum(
            weight
            for weight, (low, high) in zip(weights, ranges, strict=True)
            if low <= pupils <= high
        )
        assert Fraction(covered, whole) >= Fraction(95, 100)


@given(st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_mirrors_and_holds_the_estimate(case: tuple[int, int]) -> None:
    """Swapping yes and no mirrors the range; the clipped estimate lies inside it."""
    yes, answers = case
    low, high = coin.interval(yes, answers)
    assert (answers - high, answers - low) == coin.interval(answers - yes, answers)
    clipped = min(Fraction(answers), max(Fraction(0), coin.estimate(yes, answers) * answers))
    assert low - 1 < clipped < high + 1


def test_the_estimator_is_unbiased_exactly() -> None:
    """Averaged over every report, the estimate is the class's own share."""
    for pupils in range(13):
        weights, whole = coin.report_weights(pupils, 12)
        mean = sum(Fraction(w, whole) * coin.estimate(y, 12) for y, w in enumerate(weights))
        assert Fraction(pupils, 12) == mean


@pytest.mark.parametrize(("yes", "answers"), [(-1, 5), (6, 5), (0, 0)])
def test_impossible_reports_are_refused(yes: int, answers: int) -> None:
    """More reports than answers, or none at all, give no interval."""
    with pytest.raises(ValueError, match="reports"):
        coin.interval(yes, answers)


def test_small_groups_get_words_classes_a_range_and_year_groups_a_share() -> None:
    """What is shown depends on the number of answers alone."""
    assert not coin.result(3, 24).shown
    assert (coin.result(3, 25).shown, coin.result(3, 25).tenths) == (True, None)
    assert (coin.result(10, 30).fewest, coin.result(10, 30).most) == (3, 13)
    assert coin.result(42, 150).tenths == 2
    assert coin.result(10, 150).tenths == 0


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node to run the page's own file")
def test_the_device_and_python_toss_alike() -> None:
    """The file that runs on the phone reports the same for every answer and every toss."""
    script = (
        f"import({json.dumps((PAGES / 'coin.js').as_uri())}).then(m => console.log(JSON.stringify("
        "[false, true].map(t => [...Array(8).keys()].map(b => m.report(t, b))))))"
    )
    run = subprocess.run(
        ["node", "--input-type=module", "-e", script],  # noqa: S607 (found on the path above)
        capture_output=True,
        text=True,
        check=True,
    )
    expected = [[coin.report(truth, bits) for bits in range(8)] for truth in (False, True)]
    assert expected == json.loads(run.stdout)
