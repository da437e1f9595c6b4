# SPDX-License-Identifier: MIT
"""Every kind on every paper, in every size, for every band, with the real pattern lesson."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from sunlit.curriculum.bands import BANDS
from sunlit.curriculum.lessons import lessons
from sunlit.handouts import KINDS, write_handouts
from sunlit.help import Contact, School

if TYPE_CHECKING:
    from pathlib import Path

A4 = (595, 842)
LETTER = (612, 792)
_PATTERN = [f"{band}/03-words" for band in BANDS]
FONTS = {"Lexend", "AtkinsonHyperlegible", "NotoSans", "DejaVuSansMono", "Tajawal"}


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], list[Path]]:
    """Print all kinds of the pattern lesson once for each paper, size and band."""
    out = tmp_path_factory.mktemp("paper")
    return {
        (paper, size, band): write_handouts(
            [f"{band}/03-words"],
            out / f"{paper}-{size}",
            # Packs repeat the rest: two of the four ways are enough for them.
            kinds=KINDS if (paper == "a4") == (size == "normal") else KINDS[:-1],
            paper=paper,
            size=size,
        )
        for paper, size, band in product(("a4", "letter"), ("normal", "large"), BANDS)
    }


def test_every_kind_is_there(everything: dict[tuple[str, str, str], list[Path]]) -> None:
    """A band's files hold each kind that its lessons can have, in teaching order."""
    for (_, _, band), files in everything.items():
        assert sorted(file.name for file in files) == [file.name for file in files]
        kinds = {file.stem.removesuffix("-large").split("_")[-1].split("-", 1)[1] for file in files}
        expected = set(KINDS) - {"pack"}
        if band == "ages-05-07":  # hands are counted, nothing is printed
            expected -= {"reflection-slips"}
        assert expected == kinds - {"pack"}, band


def test_every_file_claims_and_has_what_a_screen_reader_needs(
    everything: dict[tuple[str, str, str], list[Path]],
) -> None:
    """PDF/UA-1, a language, a title on show, tags, and words for every figure."""
    count = 0
    for file in _files(everything):
        reader = PdfReader(file)
        root = reader.trailer["/Root"]
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data(), file
        assert root["/Lang"] == "en-GB", file
        assert root["/ViewerPreferences"]["/DisplayDocTitle"], file
        assert reader.metadata is not None
        assert reader.metadata.title, file
        assert root["/MarkInfo"]["/Marked"], file
        for figure in _tagged(root["/StructTreeRoot"], "/Figure"):
            assert str(figure.get("/Alt", "")).strip(), file
        count += 1
    assert count == sum(map(len, everything.values()))


def test_headings_never_skip_a_level(everything: dict[tuple[str, str, str], list[Path]]) -> None:
    """Whoever moves by headings meets level 1 first and no gap after it."""
    for file in _files(everything):
        reader = PdfReader(file)
        levels = [
            int(str(tag)[2:])
            for tag in _tags(reader.trailer["/Root"]["/StructTreeRoot"])
            if str(tag) in {"/H1", "/H2", "/H3", "/H4"}
        ]
        assert levels[0] == 1, file
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_paper_and_page_numbers(everything: dict[tuple[str, str, str], list[Path]]) -> None:
    """Each page has the size asked for, and says which page of how many it is."""
    for (paper, size, _), files in everything.items():
        for file in files if size == "normal" else files[:4]:
            reader = PdfReader(file)
            for number, page in enumerate(reader.pages, start=1):
                dots = (round(page.mediabox.width), round(page.mediabox.height))
                assert dots == (A4 if paper == "a4" else LETTER), file
                text = " ".join(page.extract_text().split())
                assert f"Page {number} of {len(reader.pages)}" in text, (file, number)


def test_only_our_fonts_are_embedded(everything: dict[tuple[str, str, str], list[Path]]) -> None:
    """No font comes from the machine that printed."""
    for file in _files(everything):
        for page in PdfReader(file).pages:
            fonts = page["/Resources"].get("/Font", {})
            names = {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
            families = {name.lstrip("/").split("+")[-1].split("-")[0] for name in names}
            assert families <= FONTS, (file, families)


def test_large_print_is_large(everything: dict[tuple[str, str, str], list[Path]]) -> None:
    """In large print no text is smaller than 16 points."""
    for (_, size, _), files in everything.items():
        if size != "large":
            continue
        for file in files[:-1]:
            for page in PdfReader(file).pages:
                sizes: list[float] = []

                def note(
                    text: str, matrix: Any, place: Any, _font: Any, points: float,
                    sizes: list[float] = sizes,
                ) -> None:  # fmt: skip
                    if text.strip():
                        sizes.append(points * abs(place[3]) * abs(matrix[3] or 1))

                page.extract_text(visitor_text=note)
                assert min(sizes) >= 15.9, (file, min(sizes))


def test_the_whole_curriculum_prints(tmp_path: Path) -> None:
    """Every lesson there is has a worksheet, a key, a guide and a letter."""
    files = write_handouts(["all"], tmp_path)
    assert 4 * len(lessons()) == len(files)


def test_people_to_turn_to_stand_on_every_page_of_a_pupil(tmp_path: Path) -> None:
    """The school's people, or lines for a pen, are on each page a pupil may hold."""
    pupil = ("worksheet", "cards", "reflection-slips", "exit-slip", "ground-rules", "talk-slip",
             "question-slip")  # fmt: skip
    school = School(name="Hillside", contacts=[Contact(person="Ms Rivera", room="Room 12")])
    for folder, own, words in (("with", school, "Ms Rivera"), ("pen", None, "school:")):
        for file in write_handouts(_PATTERN, tmp_path / folder, kinds=pupil, school=own):
            for page in PdfReader(file).pages:
                assert words in page.extract_text(), file


def _files(everything: dict[tuple[str, str, str], list[Path]]) -> list[Path]:
    return [file for files in everything.values() for file in files]


def _tags(node: Any) -> list[str]:
    """Return the tags of the structure tree in reading order."""
    node = node.get_object()
    found = [str(node["/S"])] if "/S" in node else []
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        inner = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(inner, dict) and "/K" in inner:
            found += _tags(inner)
    return found


def _tagged(node: Any, tag: str) -> list[Any]:
    node = node.get_object()
    found = [node] if node.get("/S") == tag else []
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        inner = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(inner, dict) and "/S" in inner:
            found += _tagged(inner, tag)
    return found
