# SPDX-License-Identifier: MIT
"""What stands on a worksheet and on its key, and what must not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sunlit.catalogue import wording
from sunlit.handouts.rendering import render
from sunlit.handouts.settings import Settings
from sunlit.handouts.worksheet import answer_key, used_activities, worksheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PdfReader

    from sunlit.curriculum.lessons import Lesson
    from sunlit.help import School

Printed = "Callable[[dict[str, Any], dict[str, bytes]], str]"


def test_activities_stand_in_the_order_of_the_lesson(lesson: Lesson) -> None:
    """The page decides the order, not the file of activities; both moments are seen."""
    used = [(name, moment) for name, _, moment in used_activities(lesson)]
    assert used == [("then-and-now", "before"), ("room", ""), ("jo", ""), ("then-and-now", "after")]


def test_no_answer_is_anywhere_in_a_worksheet(
    lesson: Lesson, printed: Printed, reader: Callable[[bytes], PdfReader]
) -> None:
    """Neither the text, the data, the title nor the words of pictures hold a reason."""
    document, pictures = worksheet(lesson, Settings())
    assert "Secret" not in json.dumps(document)
    assert "Secret" not in printed(document, pictures)
    assert "☑" not in printed(document, pictures)
    data = render(document, pictures)
    assert "Secret" not in str(reader(data).metadata)
    assert b"Secret" not in b"".join(pictures.values())


def test_the_key_has_every_reason_in_words_and_a_ticked_box(
    lesson: Lesson, printed: Printed
) -> None:
    """A key says what fits by a tick, by bold letters and by a word, and says why."""
    text = printed(*answer_key(lesson, Settings()))
    for reason in (
        "seat", "silence", "true", "false", "one", "two", "three", "him", "tests", "days",
    ):  # fmt: skip
        assert f"reason {reason}" in text.replace("about ", "").replace("for ", "").replace(
            "the ", ""
        ), reason
    assert "☑ Save Noor a seat. fits" in text


def test_key_and_worksheet_have_the_same_numbers(lesson: Lesson) -> None:
    """Activity 3 of the sheet is activity 3 of the key, and its questions agree."""
    sheet, _ = worksheet(lesson, Settings())
    key, _ = answer_key(lesson, Settings())
    assert [(a["number"], a["title"]) for a in sheet["activities"]] == [
        (a["number"], a["title"]) for a in key["activities"]
    ]
    lettered = [
        [block["text"] for group in one["activities"][2]["groups"] for block in group
         if block["b"] == "q"]
        for one in (sheet, key)
    ]  # fmt: skip
    assert lettered[0] == lettered[1] != []


def test_nothing_anonymous_shares_a_sheet_with_a_name_line(
    lesson: Lesson, printed: Printed
) -> None:
    """A check is printed on slips: the worksheet only says so."""
    text = printed(*worksheet(lesson, Settings()))
    assert wording("paper.name") in text
    assert "A word can change a day." not in text
    assert wording("paper.on-slips") in text


def test_a_question_never_splits(sheet: Any, reader: Callable[[bytes], PdfReader]) -> None:
    """A question and all its options are on one page, wherever the page ends."""
    document, pictures = sheet()
    options = [
        {"text": f"Choice {n} of a rather long kind", "ticked": False, "note": "", "picture": None}
        for n in range(6)
    ]
    questions = [
        [
            {"b": "q", "text": f"Question {number}?", "letter": "x"},
            {"b": "choices", "several": False, "key": False, "options": options},
        ]
        for number in range(14)
    ]
    document["activities"] = [{"number": "1", "title": "Many", "how": "", "groups": questions}]
    pages = [page.extract_text() for page in reader(render(document, pictures)).pages]
    assert len(pages) > 3
    for text in pages:
        assert text.count("Question ") * 6 == text.count("Choice ")


def test_a_long_table_repeats_its_head(sheet: Any, reader: Callable[[bytes], PdfReader]) -> None:
    """Every page that a table runs over shows what its columns mean."""
    document, pictures = sheet()
    rows = [[f"Saying number {n}", "☐", "☐"] for n in range(60)]
    table = {"b": "table", "head": ["Saying", "Leaves room", "It depends"], "rows": rows,
             "widths": [3.0, 1.0, 1.0], "caption": ""}  # fmt: skip
    document["activities"] = [{"number": "1", "title": "Long", "how": "", "groups": [[table]]}]
    pages = [page.extract_text() for page in reader(render(document, pictures)).pages]
    with_rows = [text for text in pages if "Saying number" in text]
    assert len(with_rows) > 1
    assert all("Leaves room" in text for text in with_rows)


def test_a_renamed_character_is_renamed_everywhere(
    lesson: Lesson, school: School, printed: Printed
) -> None:
    """Whole names change, at once and in every text; the school's people keep theirs."""
    people = [contact.model_copy(update={"person": "Jo Rivera"}) for contact in school.contacts[:1]]
    settings = Settings(
        school=school.model_copy(update={"contacts": people}),
        rename={"Noor": "Jo", "Jo": "Sam"},
    )
    text = printed(*worksheet(lesson, settings))
    assert "What could Sam say?" in text
    assert "Jo walks in" in text
    assert "Noor" not in text
    assert "Jo Rivera" in text


def test_the_way_out_and_the_emergency_line_are_printed(
    lesson: Lesson, school: School, printed: Printed
) -> None:
    """A sheet says that passing is fine, who helps, and whom to call in this country."""
    text = printed(*worksheet(lesson, Settings(school=school, country="GB")))
    for words in ("You may pass on anything.", "Ms Rivera, Room 12, every break", "999"):
        assert words in text
    for words in ("Mr Okafor, Library", "keep telling until someone listens"):
        assert words in text


def test_without_a_school_there_are_lines_for_a_pen_and_no_address(
    lesson: Lesson, printed: Printed
) -> None:
    """Nothing is guessed: no number, no address, no code."""
    document, pictures = worksheet(lesson, Settings())
    text = printed(document, pictures)
    assert "At our school:" in text
    assert document["qr"] is None
    assert "http" not in text
    assert "the emergency number" in text
