# SPDX-License-Identifier: MIT
"""``activity(...)`` in a notebook: composes, answers, and loads nothing early."""

from __future__ import annotations

import subprocess
import sys

import ipywidgets
import pytest

from sunlit import activity
from sunlit.activities.reading import load_activity, read_activities
from sunlit.curriculum.lessons import lessons

QUIZ = "ages-11-13/03-words/jo"
ALL = [
    f"{lesson.name}/{name}" for lesson in lessons() for name in read_activities(lesson.activities)
]


@pytest.mark.parametrize("identifier", ALL)
def test_every_activity_is_a_widget(identifier: str) -> None:
    """Each activity of the curriculum is a DOM widget that sits in a box."""
    widget = activity(identifier)
    assert isinstance(widget, ipywidgets.DOMWidget)
    assert ipywidgets.VBox([widget]).children == (widget,)
    assert widget.definition["id"] == identifier
    assert widget.answer is None
    assert len(widget.to_frame()) == 0


def test_python_sees_and_observes_the_answer() -> None:
    """What the learner chose reaches Python, as data and as a frame."""
    widget = activity(QUIZ)
    seen = []
    widget.observe(lambda change: seen.append(change["new"]), names="answer")
    question = widget.definition["questions"][0]
    widget.set_state({"answer": {question["id"]: [question["options"][0]["id"]]}})
    assert seen == [widget.answer]
    assert widget.to_frame()["question"].tolist() == [question["text"]]
    widget.clear()
    assert widget.answer is None
    assert len(widget.to_frame()) == 0


def test_an_answer_that_is_not_on_offer_is_refused() -> None:
    """A made-up id is an error in words, not a row."""
    widget = activity(QUIZ)
    widget.answer = {"q1": ["zz"]}
    with pytest.raises(ValueError, match="does not offer"):
        widget.to_frame()
    widget.answer = {"q99": ["a"]}
    with pytest.raises(ValueError, match="no question 'q99'"):
        widget.to_frame()


@pytest.mark.parametrize(
    ("identifier", "wanted"),
    [
        ("ages-11-13/03-words/joe", "Did you mean 'jo'"),
        ("ages-11-13/03-wordz/jo", "Did you mean 'ages-11-13/03-words'"),
        ("jo", "wanted an activity such as"),
        ("../../etc/passwd", "wanted an activity such as"),
        ("ages-11-13/../jo", "there is no lesson"),
    ],
)
def test_a_wrong_name_is_answered_with_the_nearest(identifier: str, wanted: str) -> None:
    """A slip of the pen gets a suggestion, and no path leaves the curriculum."""
    with pytest.raises(LookupError, match=wanted.replace("(", r"\(")):
        activity(identifier)


def test_hostile_text_stays_text_in_the_page_form() -> None:
    """The HTML form can't be left by any text inside the definition."""
    found, band = load_activity(QUIZ)
    from sunlit.widget import ActivityWidget  # noqa: PLC0415

    hostile = "</script><img src=x onerror=alert(1)><!--"
    widget = ActivityWidget(QUIZ, found.model_copy(update={"title": hostile}), band)
    form = widget._repr_mimebundle_()[0]["text/html"]
    assert form.count("</script>") == 1
    assert "<img" not in form.replace("\\u003cimg", "").split("</script>")[1]
    assert 'aria-label="&lt;/script&gt;&lt;img' in form


def test_importing_sunlit_loads_nothing_heavy() -> None:
    """``import sunlit`` costs next to nothing; asking for a name loads its home."""
    heavy = "pandas matplotlib pydantic anywidget sphinx ruamel ipywidgets starlette typst"
    code = (
        "import sys, sunlit\n"
        f"print([name for name in '{heavy}'.split() if name in sys.modules])\n"
        "print(sorted(dir(sunlit)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    first, second = result.stdout.splitlines()
    assert first == "[]"
    assert "'activity'" in second


def test_a_first_activity_does_not_load_pandas() -> None:
    """A data frame is paid for when one is asked for."""
    code = (
        "import sys\nfrom sunlit import activity\n"
        f"activity({QUIZ!r})\n"
        "print([name for name in ('pandas', 'matplotlib', 'sphinx') if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
