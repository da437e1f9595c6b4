# SPDX-License-Identifier: MIT
"""A branching talk on paper: a choose-your-path sheet with numbered sections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sunlit.activities.blocks import Block, Box, Choices, Figure, Paragraph, Table
from sunlit.activities.shuffling import shuffled
from sunlit.catalogue import wording
from sunlit.pictures import draw

if TYPE_CHECKING:
    from sunlit.activities.scenario import Choice, Scenario


@dataclass(frozen=True)
class _Section:
    """What a choice leads to, a scene, or both in one; ``edge`` is (scene, choice number)."""

    edge: tuple[str, int] | None
    scene: str | None


class ScenarioSheet:
    """The numbered sections of ``scenario``, and the coach's notes to them.

    A reply stands in a section of its own, so that nobody reads it before they choose.
    A scene to which only one choice leads follows that reply at once.
    """

    def __init__(self, scenario: Scenario, band: str) -> None:
        self.scenario = scenario
        self.band = band
        edges = {
            (name, number): choice.to
            for name, scene in scenario.scenes.items()
            for number, choice in enumerate(scene.choices)
        }
        leading = list(edges.values())
        own = [
            name for name in scenario.scenes if name != scenario.first and leading.count(name) != 1
        ]
        after_a_reply = set(scenario.scenes) - {scenario.first, *own}
        sections = [
            *(_Section(edge, to if to in after_a_reply else None) for edge, to in edges.items()),
            *(_Section(None, name) for name in own),
        ]
        self._sections = [_Section(None, scenario.first), *shuffled(sections, self._text)]
        self._of_edge = {one.edge: n for n, one in enumerate(self._sections, 1) if one.edge}
        self._of_scene = {one.scene: n for n, one in enumerate(self._sections, 1) if one.scene}

    def sections(self) -> list[Block]:
        """Return how to go through the sheet, and a numbered box for each section."""
        return [
            Paragraph(wording("scenario.paper", self.band)),
            *(
                Box(title=str(number), blocks=tuple(self._blocks(section)))
                for number, section in enumerate(self._sections, start=1)
            ),
        ]

    def notes(self) -> list[Block]:
        """Return the coach's note to each choice, by the number it leads to."""
        rows = []
        for number, section in enumerate(self._sections, start=1):
            if section.edge is None:
                continue
            choice = self._choice(section.edge)
            ends = self.scenario.scenes[choice.to].ends
            leads = self._word(f"help-{ends}") if ends else ""
            rows.append((str(number), choice.text, choice.note, leads))
        head = tuple(self._word(name) for name in ("number", "choice", "note", "leads-to"))
        return [Paragraph(self._word("key")), Table(head=head, rows=tuple(rows))]

    def _word(self, key: str) -> str:
        return wording(f"scenario.{key}", self.band)

    def _choice(self, edge: tuple[str, int]) -> Choice:
        scene, number = edge
        return self.scenario.scenes[scene].choices[number]

    def _text(self, section: _Section) -> str:
        """Return the text that the place of ``section`` on the sheet depends on."""
        if section.edge is not None:
            choice = self._choice(section.edge)
            return f"{section.edge[0]} {choice.text} {choice.reply}"
        return self.scenario.scenes[section.scene or ""].text

    def _blocks(self, section: _Section) -> list[Block]:
        blocks: list[Block] = []
        if section.edge is not None:
            choice = self._choice(section.edge)
            blocks.append(self._said(choice.reply, choice.speaker or self.scenario.friend))
            if choice.then:
                blocks.append(Paragraph(choice.then))
            if section.scene is None:
                go_on = self._word("go-on-at").format(n=self._of_scene[choice.to])
                return [*blocks, Paragraph(go_on, strong=True)]
        return blocks + self._scene(section.scene or "")

    def _scene(self, name: str) -> list[Block]:
        scene = self.scenario.scenes[name]
        blocks: list[Block] = []
        if scene.picture is not None:
            blocks.append(Figure(draw(scene.picture, uid=f"s-{name}", theme="print")))
        blocks.append(self._said(scene.text, scene.speaker))
        if scene.ends:
            return [*blocks, Paragraph(self._word(f"ends-{scene.ends}"), strong=True)]
        options = tuple(
            self._word("go-to").format(text=choice.text, n=self._of_edge[name, number])
            for number, choice in enumerate(scene.choices)
        )
        pictures = tuple(
            draw(choice.picture, uid=f"c-{name}-{number}", theme="print")
            if choice.picture
            else None
            for number, choice in enumerate(scene.choices)
        )
        return [
            *blocks,
            Paragraph(scene.ask or self._word("ask"), strong=True),
            Choices(options=options, pictures=pictures if any(pictures) else ()),
        ]

    def _said(self, text: str, speaker: str | None) -> Paragraph:
        if speaker is None:
            return Paragraph(text)
        return Paragraph(self._word("says").format(name=speaker, text=text))
