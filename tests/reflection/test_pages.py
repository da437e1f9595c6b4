# SPDX-License-Identifier: MIT
"""Phones, projector and teacher in a real browser, from opening to the picture."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest
from described import Client, fresh_body

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

IDEA = "ages-11-13/03-words/idea"
BOTH = "ages-14-18/03-words/both"
PHONE = {"width": 390, "height": 844}

pytestmark = pytest.mark.browser


def join(page: Page, client: Client, code: str) -> None:
    """Open the join page with the scanned key."""
    ticket = client.teaching.store.open_polls()[code]
    page.goto(f"{client.teaching.join}#{ticket.key}")
    page.locator("#ask").wait_for()


def choose(page: Page, *labels: str) -> None:
    """Choose one label in each question."""
    for number, label in enumerate(labels):
        page.locator(f"#q{number}").get_by_text(label, exact=True).click()


def send(page: Page) -> None:
    """Press Send and wait for the thanks."""
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("heading", name="Sent. Thank you.").wait_for()


def kept(page: Page) -> list[dict[str, str]]:
    """Return what the browser keeps."""
    found: list[dict[str, str]] = page.evaluate("[{...localStorage}, {...sessionStorage}]")
    return found


def bodies_of(page: Page) -> list[str]:
    """Collect the bodies that a page sends from now on."""
    sent: list[str] = []
    page.on("request", lambda r: sent.append(r.post_data or "") if r.method == "POST" else None)
    return sent


def test_two_phones_a_projector_and_a_teacher(
    new_page: Callable[..., Page], client: Client
) -> None:
    """Open on the teacher's page, answer on phones, watch fives, close, see one picture."""
    teacher = new_page(viewport={"width": 1280, "height": 900})
    teacher.goto(f"{client.teaching.control}#{client.teaching.secret}")
    teacher.get_by_label("Activity").select_option(IDEA)
    teacher.get_by_label("Pupils in class").fill("26")
    teacher.get_by_role("button", name="Open", exact=True).click()
    card = teacher.locator(".livecard").first
    card.wait_for()
    assert client.teaching.secret not in teacher.url
    with teacher.context.expect_page() as opened:
        card.get_by_role("link", name="Show on the projector").click()
    wall = opened.value
    wall.set_viewport_size({"width": 1920, "height": 1080})
    wall.get_by_role("img", name="QR code of the address to join").wait_for()
    code = str(wall.locator("#code").inner_text())

    first, second = new_page(viewport=PHONE), new_page(viewport=PHONE)
    first.goto(client.teaching.join)
    first.get_by_label("Code on the wall").fill(f" {code[:3].lower()} {code[3:]}")
    first.get_by_role("button", name="Go").click()
    choose(first, "Swap")
    send(first)
    join(second, client, code)
    choose(second, "Pass")
    send(second)
    spec = client.teaching.store.spec(code)
    for value in [1] * 12 + [2] * 7 + [3] * 4:
        client.send(code, fresh_body(spec, [value]))
    wall.get_by_text("About 25 of 26").wait_for()
    assert "1 in 10" not in wall.locator("main").inner_text()
    wall.get_by_role("button", name="Close and show").click()
    wall.get_by_role("button", name="Close now").click()
    wall.get_by_role("heading", name="Which idea will you use?").wait_for()
    bars = wall.locator(".br").all_inner_texts()
    assert [bar.split("\n")[0] for bar in bars] == ["Ask", "Swap", "Stop the joke or Not sure yet"]
    assert [bar.split("\n")[-1] for bar in bars] == ["5 in 10", "3 in 10", "2 in 10"]
    assert "About five in ten: Ask." in wall.locator(".sentence").inner_text()
    fits = "document.querySelector('.slide').scrollHeight <= innerHeight"
    assert wall.evaluate(fits)
    teacher.locator("#closedpolls article").first.wait_for()
    assert "About five in ten: Ask." in teacher.locator("#closedpolls").inner_text()


def test_a_pupil_can_do_it_by_keyboard_alone(page: Page, client: Client) -> None:
    """Tab, arrows and Enter carry the whole way; arrows choose and never send."""
    code = client.open(IDEA)
    join(page, client, code)
    assert page.evaluate("document.activeElement.id") == "question"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator("input:checked").get_attribute("value") == "3"
    assert client.teaching.store.count(code) == 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "send"
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Sent. Thank you.").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Sent. Thank you."
    assert client.teaching.store.count(code) == 1


def test_sending_without_a_choice_is_answered_in_words(page: Page, client: Client) -> None:
    """Nothing is sent; the message names the question and its first answer has the focus."""
    code = client.open(BOTH)
    join(page, client, code)
    choose(page, "Ask")
    page.get_by_role("button", name="Send", exact=True).click()
    assert page.locator("#status").inner_text() == "Question 2: choose one, or choose Pass."
    assert page.evaluate("document.activeElement.name") == "q1"
    assert client.teaching.store.count(code) == 0


def test_pass_choice_and_text_look_alike_on_the_wire(page: Page, client: Client) -> None:
    """Whatever is chosen or written, the body has the same length."""
    code = client.open(BOTH, free_text="What helped?")
    sent = bodies_of(page)
    for labels, text in [
        (("Pass", "Pass", "Pass", "Pass"), ""),
        (("Ask", "Rather no", "Yes", "unsettled"), "a lot"),
        (("Not sure yet", "Yes", "No", "calmer"), "\U0001f31e" * 60 + '"' * 60),
    ]:
        join(page, client, code)
        choose(page, *labels)
        page.get_by_label("What helped?").fill(text)
        send(page)
        page.get_by_role("button", name="Forget this on my phone").click()
        page.goto("about:blank")
    assert {len(body.encode()) for body in sent} == {2048}
    assert len(sent) == 3
    assert client.teaching.store.count(code) == 3


def test_after_sending_the_device_keeps_a_done_mark_and_forgets_it_on_request(
    page: Page, client: Client
) -> None:
    """No answer is kept; a reload stays sent; Forget clears, and the next person can answer."""
    code = client.open(IDEA)
    join(page, client, code)
    choose(page, "Swap")
    send(page)
    assert kept(page) == [{f"done:{code}": "1"}, {}]
    assert page.locator("input:checked").count() == 0
    page.reload()
    page.get_by_role("heading", name="Sent. Thank you.").wait_for()
    page.get_by_role("button", name="Forget this on my phone").click()
    page.get_by_text("Forgotten. This device keeps nothing.").wait_for()
    assert kept(page) == [{}, {}]
    page.get_by_role("button", name="Next person on this device").click()
    choose(page, "Ask")
    send(page)
    assert client.teaching.store.count(code) == 2


def test_it_works_with_storage_blocked(page: Page, client: Client) -> None:
    """A browser that refuses all storage still joins and sends, and reports no error."""
    block = "Object.defineProperty(window, '%s', {get() { throw new DOMException('blocked'); }});"
    page.add_init_script("".join(block % name for name in ("localStorage", "sessionStorage")))
    code = client.open(BOTH)
    join(page, client, code)
    choose(page, "Ask", "Yes", "Yes", "calmer")
    send(page)
    page.get_by_role("button", name="Forget this on my phone").click()
    page.get_by_text("Forgotten.").wait_for()
    assert client.teaching.store.count(code) == 1


def test_a_lost_connection_is_tried_again_with_the_same_bytes(
    page: Page, client: Client, watch: Any
) -> None:
    """Refused, lost after arriving, and overloaded: one answer counts, its coin tossed once."""
    code = client.open(BOTH)
    join(page, client, code)
    bodies: list[str] = []

    def lossy(route: Route) -> None:
        bodies.append(route.request.post_data or "")
        if len(bodies) == 1:
            route.abort()
        elif len(bodies) == 2:
            assert route.fetch().status == 204
            route.abort()
        elif len(bodies) == 3:
            route.fulfill(status=503)
        else:
            route.continue_()

    page.route("**/answers", lossy)
    choose(page, "Ask", "Yes", "Yes", "calmer")
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_text("Not sent yet. Trying again.").wait_for()
    waiting = json.loads(kept(page)[1][f"unsent:{code}"])
    assert set(waiting) == {"rids", "toss"}
    assert all(len(rid) == 32 for rid in waiting["rids"])
    page.get_by_role("heading", name="Sent. Thank you.").wait_for()
    assert len(bodies) == 4
    assert len(set(bodies)) == 1
    assert client.teaching.store.count(code) == 1
    assert kept(page) == [{f"done:{code}": "1"}, {}]
    watch.console.clear()


def test_a_reload_while_sending_keeps_the_ids_and_the_toss(
    page: Page, client: Client, watch: Any
) -> None:
    """The answer that arrived first counts; the same choice again is the same body."""
    code = client.open(BOTH)
    join(page, client, code)
    bodies: list[str] = []

    def lost(route: Route) -> None:
        bodies.append(route.request.post_data or "")
        if len(bodies) == 1:
            route.fetch()
        route.abort()

    page.route("**/answers", lost)
    choose(page, "Ask", "Yes", "Yes", "calmer")
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_text("Not sent yet. Trying again.").wait_for()
    page.unroute("**/answers")
    sent = bodies_of(page)
    page.reload()
    page.get_by_text("If you pressed Send before, your first choice counts.").wait_for()
    choose(page, "Ask", "Yes", "Yes", "calmer")
    send(page)
    assert sent[-1] == bodies[0]
    assert client.teaching.store.count(code) == 1
    watch.console.clear()


def test_a_coin_item_is_tossed_on_the_device(page: Page, client: Client) -> None:
    """With the toss fixed, the reported answers are those of the procedure; others stay true."""
    code = client.open(BOTH)
    page.add_init_script(
        "window.tosses = 0;"
        "const real = crypto.getRandomValues.bind(crypto);"
        "crypto.getRandomValues = (a) => { if (a.length !== 1) return real(a);"
        " window.tosses += 1; a[0] = 0b100; return a; };"
    )
    sent = bodies_of(page)
    for answer in ("Yes", "No", "Pass"):
        join(page, client, code)
        choose(page, "Ask", "Yes", answer, "calmer")
        send(page)
        page.evaluate("localStorage.clear()")
        page.goto("about:blank")
    values = [[a["val"] for a in json.loads(body)["answers"]] for body in sent]
    assert values == [[1, 5, 1, 1], [1, 5, 1, 1], [1, 5, 0, 1]]


def test_up_to_three_cards_are_picked_and_shown_together(
    new_page: Callable[..., Page], client: Client
) -> None:
    """Three at most, pass puts picks out, each card is a row of its own, one picture at the end."""
    code = client.open("ages-11-13/05-media/cards")
    page = new_page(viewport=PHONE)
    sent = bodies_of(page)
    join(page, client, code)
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_text("Choose one, or choose Pass.").wait_for()
    for label in ("Many faces", "Own words", "No jokes", "A real name"):
        page.get_by_text(label, exact=True).click()
    page.get_by_text("Three at most. Take one back first.").wait_for()
    assert page.locator("#items input:checked").count() == 3
    page.get_by_text("Pass", exact=True).click()
    assert page.locator("#items input:checked").count() == 1
    page.get_by_text("Own words", exact=True).click()
    assert page.locator("#items input:checked").count() == 1
    page.get_by_text("No jokes", exact=True).click()
    send(page)
    assert [answer["val"] for answer in json.loads(sent[0])["answers"]] == [2, 1, 1, 2]
    spec = client.teaching.store.spec(code)
    for values in [(1, 2, 1, 2)] * 12 + [(1, 1, 2, 2)] * 8:
        client.send(code, fresh_body(spec, values))
    client.teacher("POST", f"/api/polls/{code}/close")
    wall = new_page(viewport={"width": 1920, "height": 1080})
    wall.goto(f"{client.teaching.control}#{client.teaching.secret}")
    wall.locator("#closedpolls article").first.wait_for()
    wall.goto(f"{client.teaching.control}wall?poll={code}")
    wall.get_by_role("heading", name="What made it fair?").wait_for()
    bars = [text.split("\n") for text in wall.locator(".br").all_inner_texts()]
    assert [(bar[0], bar[-1]) for bar in bars] == [
        ("Own words", "4 in 10"),
        ("No jokes", "6 in 10"),
    ]
    assert wall.get_by_text("nearly all picked it: Many faces; A real name.").is_visible()


def test_closed_full_and_unknown_are_said_kindly(
    new_page: Callable[..., Page], client: Client, watch: Any
) -> None:
    """A late pupil, one too many, and a wrong code each get a sentence and a way on."""
    code = client.open(IDEA, class_size=1)
    spec = client.teaching.store.spec(code)
    pages = [new_page(viewport=PHONE) for _ in range(2)]
    for one in pages:
        join(one, client, code)
        choose(one, "Ask")
    for _ in range(2):
        client.send(code, fresh_body(spec, [1]))
    pages[0].get_by_role("button", name="Send", exact=True).click()
    pages[0].get_by_role("heading", name="Everyone has answered").wait_for()
    client.teacher("POST", f"/api/polls/{code}/close")
    pages[1].get_by_role("button", name="Send", exact=True).click()
    pages[1].get_by_role("heading", name="This one is closed").wait_for()
    pages[1].get_by_role("button", name="Type another code").click()
    pages[1].get_by_label("Code on the wall").fill("AAA")
    pages[1].get_by_role("button", name="Go").click()
    pages[1].get_by_text("A code has six letters and digits").wait_for()
    pages[1].get_by_label("Code on the wall").fill("AAAAAA")
    pages[1].get_by_role("button", name="Go").click()
    pages[1].get_by_text("Nothing is open under this code.").wait_for()
    watch.console.clear()


def test_a_worrying_text_brings_the_help_card_first(page: Page, client: Client) -> None:
    """Send, change or do not send: nothing leaves before the pupil decides."""
    code = client.open(BOTH, free_text="What helped?")
    sent = bodies_of(page)
    join(page, client, code)
    assert page.get_by_text("We cannot see who wrote this").is_visible()
    choose(page, "Pass", "Pass", "Pass", "Pass")
    page.get_by_label("What helped?").fill("I'm SCARED to go home")
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("heading", name="Is someone not all right?").wait_for()
    assert sent == []
    page.get_by_role("button", name="Change it").click()
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("button", name="Do not send the text").click()
    send(page)
    assert json.loads(sent[0])["text"]["body"] == ""


def test_a_text_of_markup_stays_text_everywhere(
    new_page: Callable[..., Page], client: Client
) -> None:
    """What a pupil typed is shown as typed, to the teacher and on the wall."""
    hostile = "<img src=x onerror=alert(1)></script><b>bold</b>"
    code = client.open(BOTH, free_text="What <i>helped</i>?")
    spec = client.teaching.store.spec(code)
    for _ in range(10):
        client.send(code, fresh_body(spec, [1, 1, 1, 1], hostile))
    phone = new_page(viewport=PHONE)
    join(phone, client, code)
    assert phone.get_by_text("What <i>helped</i>?").is_visible()
    assert phone.get_by_text("Words <b>& more").is_visible()
    client.teacher("POST", f"/api/polls/{code}/close")
    teacher = new_page(viewport={"width": 1280, "height": 900})
    teacher.goto(f"{client.teaching.control}#{client.teaching.secret}")
    queue = teacher.locator("#closedpolls .queue li")
    queue.first.wait_for()
    assert queue.count() == 10
    assert queue.first.get_by_label("Text").input_value() == hostile
    queue.first.get_by_role("button", name="Show it to the class").click()
    teacher.get_by_text("Done.").wait_for()
    wall = teacher.context.new_page()
    wall.goto(f"{client.teaching.control}wall?poll={code}")
    for _ in range(3):
        wall.get_by_role("button", name="Next").click()
    assert wall.locator(".texts li").all_inner_texts() == [hostile]


def test_paper_totals_on_the_teachers_page(page: Page, client: Client) -> None:
    """Totals from slips give the picture; those of the youngest are shown and dropped."""
    page.goto(f"{client.teaching.control}#{client.teaching.secret}")
    page.get_by_label("Activity").select_option("ages-05-07/03-words/hands")
    assert page.get_by_role("button", name="Open", exact=True).is_hidden()
    page.get_by_role("button", name="Enter a paper or hands count").click()
    for label, count in (("Words", "9"), ("Time", "8"), ("Play", "6")):
        page.locator("#tally").get_by_label(label, exact=True).fill(count)
    page.get_by_role("button", name="Show the picture").click()
    page.get_by_text("Shown here and not kept.").wait_for()
    assert "About four in ten: Words." in page.locator("#tally").inner_text()


@pytest.mark.parametrize(
    ("size", "scheme"), [((320, 640), "light"), ((320, 256), "dark"), ((1280, 800), "dark")]
)
def test_pupils_pages_fit_and_have_no_findings(
    new_page: Callable[..., Page],
    client: Client,
    axe: Callable[[Page], list[str]],
    size: tuple[int, int],
    scheme: str,
) -> None:
    """No sideways scroll and no accessibility finding at the start, the question and the end."""
    page = new_page(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    code = client.open(BOTH, free_text="What helped?")
    wide = "document.documentElement.scrollWidth <= innerWidth"
    page.goto(client.teaching.join)
    page.get_by_label("Code on the wall").wait_for()
    assert (page.evaluate(wide), axe(page)) == (True, [])
    join(page, client, code)
    assert (page.evaluate(wide), axe(page)) == (True, [])
    choose(page, "Ask", "Yes", "Pass", "calmer")
    send(page)
    assert (page.evaluate(wide), axe(page)) == (True, [])
    small = page.evaluate(
        "[...document.querySelectorAll('button, a, summary, .opt label')].filter(e => "
        "e.offsetParent && e.getBoundingClientRect().height < 43.5 && e.className !== 'skip')"
        ".map(e => e.outerHTML)"
    )
    assert small == []


@pytest.mark.parametrize(("scheme", "size"), [("light", (1920, 1080)), ("dark", (1024, 768))])
def test_the_teachers_pages_have_no_findings_and_fit_the_projector(
    new_page: Callable[..., Page],
    client: Client,
    axe: Callable[[Page], list[str]],
    scheme: str,
    size: tuple[int, int],
) -> None:
    """Control page and wall, open and closed, at projector sizes and on a narrow screen."""
    code = client.open(BOTH)
    spec = client.teaching.store.spec(code)
    page = new_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page.goto(f"{client.teaching.control}#{client.teaching.secret}")
    page.locator(".livecard").first.wait_for()
    assert axe(page) == []
    wall = page.context.new_page()
    fits = "document.querySelector('.slide').scrollHeight <= innerHeight"
    rng = random.Random(3)  # noqa: S311 (reproducible on purpose)
    for closed in (False, True):
        wall.set_viewport_size({"width": size[0], "height": size[1]})
        wall.goto(f"{client.teaching.control}wall?poll={code}")
        wall.locator("#shown:not([hidden])" if closed else "#open:not([hidden])").wait_for()
        assert (wall.evaluate(fits), axe(wall)) == (True, [])
        if not closed:
            for _ in range(30):
                values = [rng.randint(1, len(item.options)) for item in spec.items]
                client.send(code, fresh_body(spec, values))
            client.teacher("POST", f"/api/polls/{code}/close")
    wall.set_viewport_size({"width": 320, "height": 640})
    wall.wait_for_function("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 320, "height": 640})
    page.reload()
    page.locator("#closedpolls article").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(page) == []


def test_without_javascript_the_page_says_what_to_do(
    new_page: Callable[..., Page], client: Client
) -> None:
    """A paper slip counts the same, and the help card is there."""
    page = new_page(java_script_enabled=False, viewport=PHONE)
    page.goto(client.teaching.join)
    assert "Ask your teacher for a paper slip" in str(page.locator("noscript").text_content())
    assert page.get_by_role("heading", name="Need to talk?").is_visible()


def test_the_help_card_is_reached_without_losing_the_place(page: Page, client: Client) -> None:
    """The link leads to the card and leaves the choice and the address as they are."""
    code = client.open(IDEA)
    join(page, client, code)
    choose(page, "Swap")
    address = page.url
    page.get_by_role("link", name="Need to talk?").click()
    assert page.evaluate("document.activeElement.id") == "helptitle"
    assert page.url == address
    assert page.locator("input:checked").get_attribute("value") == "2"
