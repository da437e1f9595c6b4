# SPDX-License-Identifier: MIT
"""The built site as files: every page there, nothing from outside, light enough."""

from __future__ import annotations

import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from sunlit.activities.reading import read_activities
from sunlit.curriculum.bands import BANDS
from sunlit.curriculum.lessons import lessons

ROOT = Path(__file__).resolve().parents[2]
LIMIT_KB = 150
# The rules of the word checker for the oldest weigh 55 KB by themselves.
LIMIT_WITH_CHECKER_KB = 200
LOADING = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "audio": "src",
    "video": "src",
    "link": "href",
    "object": "data",
    "embed": "src",
    "use": "href",
    "image": "href",
}


class _Parts(HTMLParser):
    """Collects every start tag with its attributes."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every ``tag``."""
        return [attributes for name, attributes in self.tags if name == tag]

    def with_class(self, name: str) -> list[dict[str, str]]:
        """Return the attributes of every element of a class."""
        return [found for _, found in self.tags if name in found.get("class", "").split()]


def pages(site: Path) -> list[Path]:
    """Return every page of the site."""
    return sorted(page for page in site.rglob("*.html") if ".work" not in page.parts)


def lesson_pages(site: Path) -> list[Path]:
    """Return the page of every lesson."""
    return [site / "lessons" / f"{lesson.name}.html" for lesson in lessons(ROOT)]


def test_every_page_of_the_table_of_contents_is_there(site: Path) -> None:
    """Each file that _toc.yml names, alone or by a pattern, has become a page."""
    toc = YAML(typ="safe").load(ROOT / "_toc.yml")
    wanted = {toc["root"]}

    def collect(entries: list[dict[str, object]]) -> None:
        for entry in entries:
            if "file" in entry:
                wanted.add(str(entry["file"]))
            if "glob" in entry:
                found = ROOT.glob(f"{entry['glob']}.md")
                wanted.update(str(file.relative_to(ROOT).with_suffix("")) for file in found)
            collect(entry.get("sections", []))  # type: ignore[arg-type]

    for part in toc["parts"]:
        collect(part["chapters"])
    built = {page.relative_to(site).with_suffix("").as_posix() for page in pages(site)}
    assert wanted | {"search"} == built


def test_nothing_is_loaded_from_outside(site: Path) -> None:
    """No element that loads something names another site, and neither does the style."""
    outside = [
        (page.name, tag, value)
        for page in pages(site)
        for tag, attributes in _Parts(page).tags
        if tag in LOADING and (value := attributes.get(LOADING[tag], ""))
        if re.match(r"(?:[a-z]+:)?//", value)
    ]
    assert outside == []
    style = (site / "_static" / "sunlit.css").read_text(encoding="utf-8")
    assert re.findall(r'@import|url\((?!"fonts/)[^)]*', style) == []


def test_every_local_link_leads_somewhere(site: Path) -> None:
    """Links and files named by a page exist, with their anchors."""
    broken = []
    ids = {page: {a["id"] for _, a in _Parts(page).tags if "id" in a} for page in pages(site)}
    for page in pages(site):
        for tag, attributes in _Parts(page).tags:
            value = attributes.get("href" if tag in {"a", "link"} else "src", "")
            if not value or re.match(r"[a-z]+:|//", value):
                continue
            # "#print" is what the page's script does on arrival, no place in the page.
            path, _, anchor = value.removesuffix("#print").partition("#")
            target = (page.parent / path.partition("?")[0]).resolve() if path else page
            if not target.is_file() or (anchor and target in ids and anchor not in ids[target]):
                broken.append((page.name, value))
    assert broken == []


def test_a_lesson_page_is_light(site: Path) -> None:
    """All that a lesson page loads is at most 150 KB compressed, 200 KB with the word checker."""
    for page in lesson_pages(site):
        files = {page}
        for tag, attributes in _Parts(page).tags:
            value = attributes.get(LOADING.get(tag, ""))
            # What stands in the page itself, such as a drawn chart, is weighed with it.
            if value and not value.startswith(("#", "data:")):
                files.add((page.parent / value.partition("?")[0]).resolve())
        style = (site / "_static" / "sunlit.css").read_text(encoding="utf-8")
        files |= {site / "_static" / name for name in re.findall(r'url\("(fonts/[^"]+)"\)', style)}
        weight = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
        checks_words = 'data-activity="words"' in page.read_text(encoding="utf-8")
        assert weight / 1024 <= (LIMIT_WITH_CHECKER_KB if checks_words else LIMIT_KB), page


def test_only_pages_with_activities_load_their_script(site: Path) -> None:
    """The bundle stands on exactly the pages that hold an activity, once and deferred."""
    for page in pages(site):
        parts = _Parts(page)
        wanted = 1 if any("data-activity" in found for _, found in parts.tags) else 0
        bundles = [one for one in parts.all("script") if "/sunlit-" in one.get("src", "")]
        assert wanted == len(bundles), page
        assert all("defer" in one and "type" not in one for one in bundles)


def test_activities_carry_their_definition_and_their_paper_form(site: Path) -> None:
    """Each activity of a lesson is on its page: as data, and as text without script."""
    for lesson in lessons(ROOT):
        html = (site / "lessons" / f"{lesson.name}.html").read_text(encoding="utf-8")
        data = re.findall(r'<script type="application/json">(.*?)</script>', html, re.DOTALL)
        assert not any("<" in one for one in data)
        found = {json.loads(one)["id"].rpartition("/")[2] for one in data}
        assert set(read_activities(lesson.activities)) == found
        assert html.count('class="act-paper"') == len(data)
        assert html.count('class="act-live" hidden') == len(data)


def test_ages_lead_to_the_same_theme(site: Path) -> None:
    """A lesson shows the four ages: itself marked, others as links only where they exist."""
    known = {lesson.name for lesson in lessons(ROOT)}
    for lesson in lessons(ROOT):
        page = site / "lessons" / f"{lesson.name}.html"
        row = page.read_text(encoding="utf-8").partition('<nav class="ages"')[2].partition("</nav>")
        links = re.findall(r'<a href="([^"]*)"( aria-current="page")?', row[0])
        there = [band for band in BANDS if f"{band}/{lesson.theme.slug}" in known]
        assert len(there) == len(links)
        assert [current for _, current in links if current] == [' aria-current="page"']
        assert row[0].count('class="later"') == len(BANDS) - len(there)


def test_a_lesson_shows_its_plan_its_minutes_and_its_needs(site: Path) -> None:
    """Front matter reaches the page: the plan adds up, minutes and materials are told."""
    for lesson in lessons(ROOT):
        html = (site / "lessons" / f"{lesson.name}.html").read_text(encoding="utf-8")
        assert lesson.front.title in html
        if lesson.band.slug == "ages-05-07":
            assert 'class="day"' not in html
            continue
        minutes = [int(found) for found in re.findall(r'<li style="--m:(\d+)"', html)]
        assert lesson.front.minutes == sum(minutes)
        assert f"{lesson.front.minutes} minutes" in html
        assert html.count('class="min num"') == len(lesson.front.plan)


def test_the_first_page_lists_every_lesson(site: Path) -> None:
    """The table holds each lesson with age, theme and minutes, without any script."""
    html = (site / "index.html").read_text(encoding="utf-8")
    rows = re.findall(
        r'<tr[^>]*data-band="([^"]+)" data-theme-name="([^"]+)" data-minutes="(\d+)"[^>]*>'
        r'<th scope="row"><a href="lessons/([^"]+)\.html">',
        html,
    )
    expected = [
        (one.band.short, one.theme.slug, str(one.front.minutes), one.name) for one in lessons(ROOT)
    ]
    assert expected == rows
    for band in BANDS.values():
        number = len([one for one in lessons(ROOT) if one.band == band])
        assert f"{number} lesson{'' if number == 1 else 's'} · {band.minutes} min" in html


def test_notebooks_stand_beside_the_pages(site: Path) -> None:
    """Every lesson's Notebook link leads to a valid notebook."""
    for lesson in lessons(ROOT):
        page = site / "lessons" / f"{lesson.name}.html"
        links = [one for one in _Parts(page).all("a") if one["href"].endswith(".ipynb")]
        assert len(links) == 1
        notebook = json.loads((page.parent / links[0]["href"]).resolve().read_text("utf-8"))
        assert notebook["nbformat"] == 4


def test_pupils_pages_lead_to_the_guide_only_in_the_footer(site: Path) -> None:
    """On a lesson page one quiet link names the guide, below everything; Print prints it."""
    for page in lesson_pages(site):
        html = page.read_text(encoding="utf-8")
        before, _, foot = html.partition('<footer class="foot">')
        links = re.findall(r'href="[^"]*teacher_guides([^"]*)"', before)
        assert [link for link in links if not link.endswith("#print")] == []
        assert foot.count("teacher_guides") == 1


@pytest.mark.parametrize("word", ["fontawesome", "fa-solid", "bootstrap", "thebe", "mathjax"])
def test_nothing_of_the_stock_theme_is_left(site: Path, word: str) -> None:
    """No page and no shared file carries the stock theme's scripts, icons or names."""
    files = [*pages(site), *(site / "_static").glob("*.*")]
    assert [f.name for f in files if word in f.read_text(encoding="utf-8").lower()] == []


def test_the_shared_folder_holds_what_pages_use(site: Path) -> None:
    """The site carries no file that no page asks for; the font comes with its licence."""
    static = site / "_static"
    assert {
        "doctools.js", "documentation_options.js", "favicon.svg", "fonts", "language_data.js",
        "page.js", "present.js", "search.js", "searchtools.js", "sunlit.css", "teacher.js",
    } == {file.name for file in static.iterdir() if "sunlit-" not in file.name}  # fmt: skip
    fonts = {file.suffix for file in (static / "fonts").iterdir()}
    assert {".woff2", ".txt"} == fonts
    licence = (static / "fonts" / "LICENSE-Lexend.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence.upper()


def test_every_page_has_one_viewport_one_style_and_one_title(site: Path) -> None:
    """No head element is doubled, and the language is told."""
    for page in pages(site):
        parts = _Parts(page)
        assert len([m for m in parts.all("meta") if m.get("name") == "viewport"]) == 1
        assert len([m for m in parts.all("link") if m["rel"] == "stylesheet"]) == 1
        # Pictures have titles too, with an id.
        assert len([one for one in parts.all("title") if "id" not in one]) == 1
        assert len(parts.all("h1")) == len(parts.all("main")) == 1
        assert parts.all("html")[0]["lang"] == "en-GB"


def test_ids_are_unique_on_every_page(site: Path) -> None:
    """Two activities or pictures on one page never share an id."""
    for page in pages(site):
        ids = [attributes["id"] for _, attributes in _Parts(page).tags if "id" in attributes]
        assert len(set(ids)) == len(ids), page


def test_a_control_says_what_it_shows(site: Path) -> None:
    """No button, link or summary has a name that leaves out its visible words."""
    for page in pages(site):
        for tag in ("button", "a", "summary"):
            assert [one for one in _Parts(page).all(tag) if "aria-label" in one] == []
