# SPDX-License-Identifier: MIT
"""Files that people write: every mistake is said at its line, and nothing in a file runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.activities.blocks import Block, Paragraph
from sunlit.activities.kind import Activity, Json
from sunlit.activities.reading import load_activity, read_activities
from sunlit.activities.registry import KINDS
from sunlit.problems import ContentError
from sunlit.source import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Problems = Callable[..., list[str]]

GOOD = """
jo:
  kind: quiz
  title: What could Jo say?
  questions:
    - type: single
      text: What now?
      options:
        - {text: Save a seat., why: Something to do.}
        - {text: Walk away., why: That is one way.}
"""


def _file(folder: Path, content: str | bytes) -> Path:
    file = folder / "ages-11-13" / "03-words.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def test_a_good_file_has_no_problems(problems_in: Problems) -> None:
    """The sample that the other tests break is itself whole."""
    assert problems_in(GOOD) == []


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (
            "title:",
            "titel:",
            "4: found the unknown key 'titel'. Check its spelling, or take it out. Did you mean 't",
        ),
        (
            "title: What could Jo say?",
            "",
            "2: wanted 'title', found nothing. Add a line 'title: …'",
        ),
        ("why: Something", "because: Something", "wanted 'why', found nothing"),
        ("kind: quiz", "kind: quizz", "Did you mean 'quiz'?"),
        ("kind: quiz", "", "wanted a kind of activity, found nothing."),
        ("type: single", "type: singel", "6: wanted one of 'single', 'several'"),
        ("type: single", "", "wanted 'type', found nothing."),
        ("text: What now?", "text: 3", "7: wanted a text for 'text', found the number 3."),
        ("text: What now?", "text:", "7: wanted a text for 'text', found nothing."),
        ("text: What now?", "text: ''", "7: wanted a text for 'text', found an empty one."),
        ("text: What now?", "text: " + "a" * 700, "is 700 characters long; at most 600 fit"),
        ("text: What now?", "text: [a]", "wanted a text for 'text', found a list of 1."),
        ("text: Save a seat.", "text: Save, please", "put that text in quotes"),
        ("title: What", "minutes: 99\n  title: What", "'minutes': input should be less than"),
        ("title: What", "minutes: 5.5\n  title: What", "found the number 5.5"),
        ("title: What", "minutes: soon\n  title: What", "found the text 'soon'"),
        ("jo:", "Jo Says:", "wanted a name of small letters, digits and hyphens"),
        ("  kind: quiz", "\tkind: quiz", "3: found a tab at the start of this line."),
        ("title: What could Jo say?", "title: Jo: what now?", "found a second ': ' in one line"),
        ("title: What", "title: One\n  title: What", "the key 'title' stands here twice"),
        ("title: What could Jo say?", "title: &a What", "found an anchor or alias"),
        ("title: What could Jo say?", "title: *a", "found undefined alias"),
        ("title: What could Jo say?", "title: !!python/name:os.system x", "found the tag"),
        ("title: What could Jo say?", "title: !include /etc/passwd", "found the tag"),
        ("title: What could Jo say?", "title: \u202eevil", "found the invisible character U+202E."),
        ("title: What could Jo say?", "title: a\x07b", "found the invisible character U+0007."),
    ],
)
def test_mistakes_are_said_at_their_line(
    problems_in: Problems, before: str, after: str, problem: str
) -> None:
    """Each message names what was wanted, what was found, and where."""
    assert before in GOOD
    found = problems_in(GOOD.replace(before, after, 1))
    assert any(problem in one for one in found), found


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "this file is empty"),
        ("\n\n# only a comment\n", "wanted the activities by name, found nothing"),
        ("- one\n- two\n", "wanted the activities by name, found a list of 2"),
        ("just words\n", "wanted the activities by name"),
        ("jo: []\n", "wanted the fields of 'jo', found a list of 0"),
        ("jo: {kind: [quiz]}\n", "wanted a kind of activity"),
        (b"jo: \xff\xfe\n", "wanted UTF-8 text, found the byte 0xff"),
        ("a" * (MAX_BYTES + 1), "at most 400,000 are read"),
        ("jo: " + "[" * 5000, "this is not YAML"),
        ("jo: {" * 200, "this is not YAML"),
    ],
)
def test_files_that_are_no_activities(tmp_path: Path, content: str | bytes, problem: str) -> None:
    """Empty, huge, binary and bottomless files are located errors, never a traceback."""
    with pytest.raises(ContentError, match=problem):
        read_activities(_file(tmp_path, content))


def test_all_mistakes_are_said_at_once(problems_in: Problems) -> None:
    """An author mends a file in one go."""
    broken = GOOD.replace("title:", "titel:").replace("why: That", "wy: That") + "\nNo: 3\n"
    lines = [int(problem.split(":")[0]) for problem in problems_in(broken)]
    assert len(lines) >= 4
    assert lines == sorted(lines)


class Rope(Activity):
    """A kind for ages 11 to 13 only."""

    bands = frozenset({"ages-11-13"})
    kind: Literal["rope"]

    def compiled(self, band: str) -> dict[str, Json]:
        """See `Activity`."""
        return {"band": band}

    def question_blocks(self, band: str) -> list[Block]:
        """See `Activity`."""
        return [Paragraph(band)]

    def key_blocks(self, band: str) -> list[Block]:
        """See `Activity`."""
        return [Paragraph(band)]

    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """See `Activity`."""
        return [dict(answer)]


def test_a_kind_refuses_bands_it_is_not_made_for(
    problems_in: Problems, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names the bands the kind is for."""
    monkeypatch.setitem(KINDS, "rope", "rope:Rope")
    monkeypatch.setattr("sunlit.activities.reading.kind_class", lambda _kind: Rope)
    text = "a:\n  kind: rope\n  title: T\n"
    assert problems_in(text, "ages-11-13") == []
    assert problems_in(text, "ages-08-10") == [
        "1: wanted a kind that is made for ages-08-10, found 'rope', which is for ages-11-13."
    ]


def test_yes_no_and_times_stay_texts(tmp_path: Path) -> None:
    """Words that older YAML takes for switches and numbers are what the author wrote."""
    text = (
        GOOD.replace("What could Jo say?", "12:30")
        .replace("Save a seat.", "NO")
        .replace("Walk away.", "Off")
    )
    quiz = read_activities(_file(tmp_path, text))["jo"]
    assert quiz.title == "12:30"
    options = quiz.compiled("ages-11-13")["questions"][0]["options"]
    assert [option["text"] for option in options] == ["NO", "Off"]


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever is in a file, reading ends in activities or in located problems."""
    folder = tmp_path_factory.mktemp("any")
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        encoded = text.encode("utf-8", "surrogatepass")
    try:
        read_activities(_file(folder, encoded))
    except ContentError as error:
        problems = error.problems
    else:
        problems = None
    assert problems is None or len(problems) > 0


@pytest.mark.parametrize(
    ("identifier", "problem"),
    [
        ("03-words/jo", "wanted an activity such as"),
        ("ages-11-13/03-word/jo", "Did you mean 'ages-11-13/03-words'"),
        ("ages-11-13/03-words/joe", "Did you mean 'jo'"),
        ("../passwords/jo", "there is no lesson"),
        ("ages-99/03-words/jo", "there is no lesson"),
    ],
)
def test_an_unknown_activity_names_the_nearest(
    tmp_path: Path, identifier: str, problem: str
) -> None:
    """A mistyped id gets the nearest one that exists."""
    (tmp_path / "activities").mkdir()
    _file(tmp_path / "activities", GOOD)
    with pytest.raises(LookupError, match=problem):
        load_activity(identifier, tmp_path)


def test_a_known_activity_comes_with_its_band(tmp_path: Path) -> None:
    """An id gives the activity and the band of its folder."""
    (tmp_path / "activities").mkdir()
    _file(tmp_path / "activities", GOOD)
    activity, band = load_activity("ages-11-13/03-words/jo", tmp_path)
    assert (activity.title, band) == ("What could Jo say?", "ages-11-13")
