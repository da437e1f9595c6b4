# SPDX-License-Identifier: MIT
"""A student notebook for each lesson, made from the lesson's own file.

Nothing is kept by hand: the page's text becomes Markdown cells, each activity one
cell that shows it by name, and code cells stay as they are. Teacher material is not
in a lesson file, and cells or blocks tagged ``teacher`` are left out.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Any

from sunlit.catalogue import wording
from sunlit.content import content_root
from sunlit.curriculum.lessons import Lesson, lessons
from sunlit.curriculum.pieces import Code, Directive, Heading, Piece, Prose
from sunlit.curriculum.references import CITE, references

if TYPE_CHECKING:
    from pathlib import Path

    import nbformat

AGREEMENT = ("listen", "pass", "someone", "ideas", "step-out")
_ROLE = re.compile(r"\{[a-z:-]+\}`([^`]*)`")
_SPAN = re.compile(r"\[([^\]]+)\]\{[^}]*\}")


def write_notebooks(out: Path, root: Path | None = None) -> list[Path]:
    """Write one notebook per lesson below ``out`` and return their paths.

    A file whose content would not change is left untouched.

    Raises
    ------
    sunlit.problems.ContentError
        When a lesson can't be read.

    """
    import nbformat  # noqa: PLC0415 - loads only where notebooks are written

    written = []
    for lesson in lessons(root or content_root()):
        file = out / lesson.band.slug / f"{lesson.theme.slug}.ipynb"
        notebook = lesson_notebook(lesson)
        nbformat.validate(notebook)
        text = nbformat.writes(notebook) + "\n"
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        written.append(file)
    return written


def lesson_notebook(lesson: Lesson) -> nbformat.NotebookNode:
    """Return the student notebook of ``lesson``."""
    from nbformat import v4  # noqa: PLC0415

    writer = _Cells(lesson)
    writer.markdown(f"# {lesson.front.title}\n\n{lesson.front.lead}")
    writer.markdown(wording("notebook.how", lesson.band.slug))
    writer.code("from sunlit import activity")
    for piece in lesson.pieces:
        writer.add(piece)
    notebook = v4.new_notebook(cells=writer.cells)
    notebook.metadata["kernelspec"] = {
        "display_name": "Python 3",
        "language": "python",
        "name": "python3",
    }
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


class _Cells:
    """Collects cells; ids count up, so that the same lesson gives the same bytes."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.cells: list[Any] = []

    def _add(self, cell: Any) -> None:
        cell["id"] = f"cell-{len(self.cells) + 1:03d}"
        self.cells.append(cell)

    def markdown(self, text: str) -> None:
        from nbformat import v4  # noqa: PLC0415

        self._add(v4.new_markdown_cell(text))

    def code(self, text: str) -> None:
        from nbformat import v4  # noqa: PLC0415

        self._add(v4.new_code_cell(text))

    def add(self, piece: Piece) -> None:
        """Add one piece of the page."""
        match piece:
            case Heading(level=1):
                pass  # the title stands in the first cell
            case Heading():
                self.markdown(f"{'#' * piece.level} {piece.text}")
            case Prose():
                self.markdown(self._plain(piece.text))
            case Code():
                self.markdown(f"```{piece.language}\n{piece.text}```")
            case Directive():
                self._directive(piece)

    def _directive(self, piece: Directive) -> None:
        if "teacher" in piece.options.get("tags", "") + piece.options.get("class", ""):
            return
        band = self.lesson.band.slug
        match piece.name:
            case "activity":
                full = piece.argument
                if "/" not in full:
                    full = f"{self.lesson.name}/{full}"
                self.code(f'activity("{full}")')
            case "code-cell":
                self.code(piece.body)
            case "agreement":
                self.markdown(_list("agreement", AGREEMENT, band))
            case "signposting":
                steps = ("inside", "outside", "friend", "keep-telling", "danger")
                self.markdown(_list("signposting", steps, band))
            case "picture":
                self.markdown(_picture(piece, self.lesson))
            case "ideas":
                self.markdown(self._plain(piece.body))
            case _:
                raise ValueError(
                    f"{self.lesson.page}:{piece.line}: a notebook has no form for "
                    f"'{{{piece.name}}}'; use text, activity, ideas, picture or code-cell."
                )

    def _plain(self, text: str) -> str:
        """Turn roles and marked spans into plain Markdown."""
        known = references(self.lesson.root / "references.bib") if CITE.search(text) else {}

        def named(match: re.Match[str]) -> str:
            keys = [key.strip() for key in match[1].split(",")]
            return "(" + "; ".join(known[key].short for key in keys if key in known) + ")"

        return _SPAN.sub(r"\1", _ROLE.sub(r"\1", CITE.sub(named, text)))


def _list(group: str, names: tuple[str, ...], band: str) -> str:
    """Return page furniture as a Markdown list with its title."""
    items = "\n".join(f"- {wording(f'{group}.{name}', band)}" for name in names)
    return f"**{wording(f'{group}.title', band)}**\n\n{items}"


def _picture(piece: Directive, lesson: Lesson) -> str:
    """Return the picture as an image inside the cell, with its text alternative."""
    from sunlit.pictures import draw  # noqa: PLC0415
    from sunlit.pictures.reading import read_picture  # noqa: PLC0415

    description = read_picture(piece.body, lesson.page, piece.body_line)
    drawn = draw(description, uid="cell", theme="light")
    data = base64.b64encode(drawn.svg.encode()).decode()
    alt = f"{drawn.title} {drawn.description}".replace("[", "(").replace("]", ")")
    return f"![{alt}](data:image/svg+xml;base64,{data})"
