# SPDX-License-Identifier: MIT
"""Whatever somebody types is printed as they typed it, and nothing of it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.handouts.checking import HandoutError
from sunlit.handouts.cleaning import breakable, clean, cleaned, link_address
from sunlit.handouts.rendering import render
from sunlit.handouts.settings import Settings
from sunlit.handouts.worksheet import worksheet
from sunlit.help import Contact, School

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PdfReader

    from sunlit.curriculum.lessons import Lesson

HOSTILE = (
    '#eval("1+1")',
    "$x^2$",
    "*a* _b_ `c`",
    "@ref",
    "<label>",
    "// no comment",
    "/* none */",
    "{{x}} {x} [y]",
    "</script><img onerror=alert(1)>",
    '#image("/etc/passwd")',
    '#read("doc.json")',
    "= Heading",
    "- item",
    "+ item",
    "/ term: x",
    "\\u{41} \\ #set page(height: 1cm)",
    "https://evil.example/",
)
FIELDS = ("title", "kicker", "edition", "how", "activity", "question", "option", "cell", "head",
          "label", "contact", "school", "helpline", "list", "caption", "box")  # fmt: skip


def _document(document: dict[str, Any], field: str, text: str) -> dict[str, Any]:
    """Put ``text`` into one field of a worksheet."""

    def at(name: str, ordinary: str) -> str:
        return text if field == name else ordinary

    option = {"text": at("option", "An option"), "ticked": False, "note": "", "picture": None}
    blocks = [
        {"b": "q", "letter": "a", "text": at("question", "A question")},
        {"b": "choices", "several": False, "key": False, "options": [option]},
        {"b": "table", "head": [at("head", "Head"), "B"], "rows": [[at("cell", "Cell"), "☐"]],
         "widths": [2.0, 1.0], "caption": at("caption", "A caption")},
        {"b": "list", "ordered": False,
         "items": [[{"b": "p", "strong": False, "text": at("list", "An item")}]]},
        {"b": "box", "title": at("box", "A box"), "height": 10, "blocks": []},
    ]  # fmt: skip
    document["activities"] = [
        {"number": "1", "title": at("activity", "One"), "how": at("how", "How"), "groups": [blocks]}
    ]
    document |= {name: at(name, document[name]) for name in ("title", "kicker", "edition")} | {
        "contacts": [at("contact", "Somebody")],
        "school": {"name": at("school", "School"), "logo": None, "logo_alt": ""},
        "helplines": [{"name": at("helpline", "Line"), "how": "any time", "note": ""}],
    }
    document["labels"]["pass"] = at("label", "You may pass.")
    return document


@pytest.mark.parametrize("field", FIELDS)
def test_code_in_a_field_is_printed_literally(
    field: str, sheet: Any, printed: Callable[[dict[str, Any], dict[str, bytes]], str]
) -> None:
    """Typst, Markdown, HTML, TeX and template code come out as the letters they are."""
    hostile = " ".join(HOSTILE)
    document, pictures = sheet()
    text = printed(_document(document, field, hostile), pictures)
    assert "".join(hostile.split()) in "".join(text.split()).replace("\u200b", "")


def test_code_at_the_start_of_a_text_is_printed_literally(
    sheet: Any, printed: Callable[[dict[str, Any], dict[str, bytes]], str]
) -> None:
    """Not even at the start of a line is a sign a command."""
    for text in HOSTILE:
        document, pictures = sheet()
        found = printed(_document(document, "option", text), pictures)
        assert "".join(text.split()) in "".join(found.split()), text


def test_lessons_with_code_in_them_print(
    curriculum: Any, lesson: Lesson, printed: Callable[[dict[str, Any], dict[str, bytes]], str]
) -> None:
    """The same holds for text that comes from the files of a lesson."""
    file = curriculum / "activities" / "ages-11-13" / "03-words.yml"
    hostile = '#eval("1") </script> <img onerror=x> $x$ {{y}}'
    file.write_text(
        file.read_text(encoding="utf-8").replace("Save Noor a seat.", f"'{hostile}'"),
        encoding="utf-8",
    )
    assert hostile in printed(*worksheet(lesson, Settings()))


def test_unseen_characters_are_taken_out(
    sheet: Any, printed: Callable[[dict[str, Any], dict[str, bytes]], str]
) -> None:
    """Bidirectional overrides, tag and control characters never reach paper; joiners do."""
    unseen = "\u202e\u202a\u2066safe\u2069\ufeff\U000e0041\x07\u200d"
    assert clean(unseen) == "\u2066safe\u2069\u200d"
    document, pictures = sheet()
    document["contacts"] = [f"Ms\u202e Rivera{chr(0xE0041)}"]
    assert "Ms Rivera" in printed(document, pictures)


def test_text_is_composed() -> None:
    """A letter and its accent become one character (NFC), which the fonts have."""
    assert clean("cafe\u0301") == "café"


def test_a_very_long_word_stays_on_the_page(sheet: Any) -> None:
    """A word of 400 letters gets places to break, without a hyphen."""
    long = "w" * 400
    assert breakable(long).replace("\u200b", "") == long
    assert max(map(len, breakable(long).split("\u200b"))) <= 46
    document, pictures = sheet()
    assert render(_document(document, "cell", long), pictures)


@given(st.text(max_size=300))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """What has been cleaned has nothing left to clean."""
    assert clean(clean(text)) == clean(text)


@given(st.text(max_size=200))
def test_breaking_changes_no_letter(text: str) -> None:
    """Without its zero-width spaces a text is what it was."""
    assert breakable(text).replace("\u200b", "") == text.replace("\u200b", "")


def test_a_document_of_endless_parts_is_refused() -> None:
    """A file that would take the machine down is an error."""
    with pytest.raises(ValueError, match="wanted at most 200000 values"):
        cleaned({"blocks": [0] * 300_000})


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:a", "java\nscript:a",
        "data:text/html,a", "file:///etc/passwd", "vbscript:a", "", "//evil.example",
        "https:", "https://", "/lessons/x.html", "ht tps://a.example", "https://a b",
        "\u202ehttps://a.example", "https://[",
    ],
)  # fmt: skip
def test_no_link_to_anything_but_the_web_mail_and_telephone(address: str) -> None:
    """Schemes that run something, empty addresses and disguises never become links."""
    assert link_address(address) is None


@pytest.mark.parametrize(
    "address", ["https://a.example/b", "http://a.example", "mailto:a@a.example", "tel:116111"]
)
def test_ordinary_links_stay(address: str) -> None:
    """What may be a link is one."""
    assert link_address(address) == address


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="/etc/passwd" width="9" height="9"/>',
        '<image href="../doc.json" width="9" height="9"/>',
        '<image href="doc.json" width="9" height="9"/>',
        '<image href="file:///etc/hostname" width="9" height="9"/>',
        '<image href="https://evil.example/x.png" width="9" height="9"/>',
        '<image xlink:href="picture-2.png" width="9" height="9"/>',
    ],
)
def test_a_picture_can_read_no_file(inside: str, sheet: Any) -> None:
    """A reference in an SVG shows nothing of this machine: same page, or an error."""
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'viewBox="0 0 9 9" width="9" height="9">'
    )
    square = '<path d="M1 1h7v7z"/>'
    document, pictures = sheet(school={"name": "School", "logo": "logo.svg", "logo_alt": "Logo"})
    plain = render(document, pictures | {"logo.svg": f"{head}{square}</svg>".encode()})
    try:
        with_file = render(
            document, pictures | {"logo.svg": f"{head}{inside}{square}</svg>".encode()}
        )
    except HandoutError:
        return
    assert len(with_file) - len(plain) < 400


def test_a_script_in_a_contact_is_no_link(
    lesson: Lesson, reader: Callable[[bytes], PdfReader]
) -> None:
    """Only the page's own address is a link on a worksheet."""
    school = School(
        address="https://hillside.example",
        contacts=[Contact(person="javascript:alert(1)", how="https://evil.example/")],
    )
    document, pictures = worksheet(lesson, Settings(school=school))
    targets = {
        str(mark.get_object()["/A"].get("/URI"))
        for page in reader(render(document, pictures)).pages
        for mark in page.get("/Annots", [])
    }
    assert targets == {"https://hillside.example/lessons/ages-11-13/03-words.html"}
