# SPDX-License-Identifier: MIT
"""One rule set, two engines: Python and the page find the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import sunlit
from sunlit.words.checker import WORDS_BANDS, engine_for, read_compiled
from sunlit.words.engine import Engine, veil

if TYPE_CHECKING:
    from playwright.sync_api import Page

HERE = Path(__file__).parent
MODULE = Path(sunlit.__file__).parent / "frontend" / "words_engine.js"
RUN = """
([source, data, texts]) => {
  const blob = URL.createObjectURL(new Blob([source], {type: "text/javascript"}));
  return import(blob).then(({Engine}) => {
    const engine = new Engine(data);
    return texts.map(([text, quotesAreMentions]) =>
      engine.find(text, {quotesAreMentions}).map(({start, end, rule}) => [start, end, rule]));
  });
}
"""


def rows(name: str) -> list[dict[str, Any]]:
    """Return the rows of one of the data files beside this test."""
    text = (HERE / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line]


def every_text() -> list[list[Any]]:
    """Return all texts of the data files, and texts that strain the reader."""
    names = [*sorted(p.name for p in HERE.glob("*.jsonl"))]
    texts = [row["text"] for name in names for row in rows(name)]
    texts += [
        "",
        "“crazy” 😀😀 ‘crazy’ — CRAZY… cra*zy sooo crazyyyy!!!",
        "Ünsane insane İnsane ﬁ crazy\u00a0golf naïve psycho\u0301 ßcrazy",
        "- crazy\n- nuts\n\nIs she nuts?\nHe’s\nnuts",
        "😀 commited\tsucide\r\nhttps://crazy.example/insane @crazy #crazy",
        "constructor __proto__ toString hasOwnProperty crazy",
    ]
    return [[text, quotes] for text in texts for quotes in (False, True)]


@pytest.mark.browser
@pytest.mark.parametrize("name", [*WORDS_BANDS, "safeguarding"])
def test_both_engines_find_the_same(page: Page, name: str) -> None:
    """Every sentence gives the same spans of the same rules in Python and in the page."""
    data = read_compiled(name)
    texts = every_text()
    in_page = page.evaluate(RUN, [MODULE.read_text(encoding="utf-8"), data, texts])
    engine = Engine(data)
    for (text, quotes), found in zip(texts, in_page, strict=True):
        expected = [list(hit) for hit in engine.find(text, quotes_are_mentions=quotes)]
        assert expected == found, text


@pytest.mark.browser
def test_the_page_explains_each_hit(page: Page) -> None:
    """The page's answer holds phrase, reason, wordings and offsets for its own strings."""
    source = MODULE.read_text(encoding="utf-8")
    script = """
    ([source, data, text]) => import(
      URL.createObjectURL(new Blob([source], {type: "text/javascript"}))
    ).then(({Engine, checkWords}) => checkWords(new Engine(data), text))
    """
    text = "😀 The weather is bipolar today."
    (found,) = page.evaluate(script, [source, read_compiled("ages-14-18"), text])
    rule = engine_for("ages-14-18").rules[engine_for("ages-14-18").find(text)[0].rule]
    assert (found["text"], found["start"], found["from"]) == ("bipolar", 17, 18)
    assert found["reason"] == rule["reason"]
    assert found["suggestions"] == rule["suggestions"]


@pytest.mark.browser
def test_both_engines_veil_words_alike(page: Page) -> None:
    """A word's one-way mark is the same in Python and in the page."""
    source = MODULE.read_text(encoding="utf-8")
    script = """
    ([source, words]) => import(
      URL.createObjectURL(new Blob([source], {type: "text/javascript"}))
    ).then(({veil}) => words.map(veil))
    """
    words = ["", "a", "harm", "cutter"]
    assert [veil(word) for word in words] == page.evaluate(script, [source, words])
