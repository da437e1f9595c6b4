# SPDX-License-Identifier: MIT
"""A reflection from a notebook: frame, figure and panel, and nothing before the close."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from described import Client, fresh_body

from conftest import POLLS
from sunlit.reflection import notebook
from sunlit.reflection.notebook import NotOpenError, Reflection

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

BOTH = "ages-14-18/03-words/both"


@pytest.fixture
def reflection(tmp_path: Path) -> Iterator[Reflection]:
    """Return a reflection with a service of its own, shut at the end."""
    notebook.shut()
    yield Reflection(BOTH, spec=POLLS[BOTH], data=tmp_path)
    notebook.shut()


def answer(reflection: Reflection, rows: Sequence[Sequence[int]]) -> None:
    """Let a class answer over HTTP."""
    assert notebook._Running.teaching
    client = Client(notebook._Running.teaching)
    for values in rows:
        body = fresh_body(POLLS[BOTH], values)
        assert client.send(str(reflection.code), body) == 204


def test_open_answer_close_and_read(reflection: Reflection) -> None:
    """The frame holds released bars only, in tenths and fives."""
    said = reflection.open(class_size=30)
    assert str(reflection.code) in said
    rows = [(1, 1, 1, 1)] * 13 + [(2, 2, 2, 0)] * 12 + [(3, 2, 2, 0)] * 4
    answer(reflection, rows)
    assert reflection.counter == "About 25 of 30"
    frame = reflection.close()
    ideas = frame[frame["item"] == "idea"]
    assert list(ideas["answer"]) == ["Ask", "Swap", "Stop the joke or Not sure yet"]
    assert list(ideas["tenths"]) == [4, 4, 1]
    assert set(ideas["about"]) == {30}
    assert "useful" not in set(frame["item"])
    coin = frame[frame["item"] == "sat"].iloc[0]
    assert coin["fewest"] < 13 < coin["most"] + 5
    assert coin.isna()["tenths"]
    assert frame.equals(reflection.close())


def test_there_is_no_result_before_the_close(reflection: Reflection) -> None:
    """Neither unopened nor open does a reflection give anything away."""
    for ask in (reflection.result, reflection.close, lambda: reflection.counter):
        with pytest.raises(NotOpenError, match="not open"):
            ask()
    reflection.open()
    with pytest.raises(NotOpenError, match="still open"):
        reflection.result()
    with pytest.raises(NotOpenError, match="already open"):
        reflection.open()


def test_the_chart_says_in_words_what_it_shows(reflection: Reflection) -> None:
    """A figure with one place for each item and an alternative text in the notebook."""
    reflection.open()
    answer(reflection, [(1, 1, 1, 1)] * 8 + [(2, 5, 2, 2)] * 8)
    reflection.close()
    figure = reflection.chart()
    assert len(figure.axes) == 4
    assert "About five in ten: Ask." in figure.alt
    assert "Not shown" in figure.alt
    page = figure._repr_html_()
    assert page.startswith('<img alt="Which idea')
    assert "data:image/png;base64," in page


def test_the_panel_opens_counts_and_closes(reflection: Reflection) -> None:
    """Buttons and labels carry the whole way, with the QR code named for screen readers."""
    box = reflection.panel()
    made = box._sunlit
    made.size.value = 20
    made.open.click()
    assert reflection.join["code"] in made.place.value
    assert "aria-label" in made.code.value
    answer(reflection, [(1, 1, 1, 1)] * 6 + [(2, 5, 2, 2)] * 6)
    made.refresh()
    assert made.counter.value == "About 10 of 20"
    assert made.open.disabled
    made.close.click()
    assert "About five in ten: Ask." in made.picture.value
    assert made.counter.value == ""
    assert not made.open.disabled


def test_the_change_of_two_reflections(reflection: Reflection) -> None:
    """A second reflection that follows the first gives a change in tenths, or too few to say."""
    reflection.open(phase="before")
    answer(reflection, [(1, 1, 1, 1)] * 6 + [(2, 5, 2, 2)] * 20)
    reflection.close()
    with pytest.raises(NotOpenError, match="follows"):
        reflection.change()
    first = reflection.code
    reflection.open(phase="after", follows=first)
    answer(reflection, [(1, 1, 1, 1)] * 20 + [(2, 5, 2, 2)] * 6)
    reflection.close()
    change = reflection.change().set_index(["item", "answer"])
    assert change.loc[("idea", "Ask"), "tenths"] == 6
    assert set(reflection.change()["item"]) == {"idea", "useful", "sat", "felt"}


def test_an_unknown_activity_is_named_with_those_that_exist(tmp_path: Path) -> None:
    """The message helps to find the right id."""
    with pytest.raises(LookupError, match="There are:"):
        Reflection("ages-14-18/99-nothing/at-all", data=tmp_path)


def test_the_heavy_libraries_stay_unloaded_until_asked_for() -> None:
    """Importing the package loads neither pandas, matplotlib, ipywidgets, starlette nor uvicorn."""
    script = (
        "import sys, sunlit.reflection\n"
        "import sunlit.reflection.ladder, sunlit.reflection.sqlite_store\n"
        "heavy = {'pandas', 'matplotlib', 'ipywidgets', 'starlette', 'uvicorn', 'pydantic'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
