# SPDX-License-Identifier: MIT
"""What any store must do; nothing here knows how it keeps its rows."""

from __future__ import annotations

import secrets
import threading
from typing import TYPE_CHECKING

import pytest

from sunlit.reflection.release import release_poll
from sunlit.reflection.spec import Item, PollSpec, SpecError
from sunlit.reflection.store import (
    Body,
    Decision,
    FlagsWaiting,
    Outcome,
    Store,
    Text,
    UnknownPoll,
)

if TYPE_CHECKING:
    from conftest import Clock

ITEM = Item("idea", "Which idea will you use?", "nominal", ("Ask", "Swap", "Stop", "Not sure"))
SPEC = PollSpec((ITEM, Item("again", "Again?", "yes-no", ("Yes", "No"))), 30)
WRITING = PollSpec((ITEM,), 30, free_text="What helped?")


def body(*values: int, text: str = "", flag: bool = False, slip: str = "") -> Body:
    """Return what one device sends."""
    rows = tuple((secrets.token_bytes(16), value) for value in values)
    return Body(rows, Text(secrets.token_bytes(16), text, flag) if text else None, slip)


def a_class(*counts: int) -> list[Body]:
    """Return bodies that give these counts on the first item and a pass on the second."""
    return [body(level + 1, 0) for level, count in enumerate(counts) for _ in range(count)]


def test_a_class_answers_and_sees_itself_once(store: Store) -> None:
    """Answers are counted, the close releases them, and a second close changes nothing."""
    code = store.start(SPEC).code
    assert store.is_open(code)
    assert store.submit(code, a_class(13, 11, 4, 1)) == [Outcome.COUNTED] * 29
    assert store.count(code) == 29
    released = store.close(code)
    assert release_poll(SPEC, [[13, 11, 4, 1], [0, 0]]) == released
    assert not store.is_open(code)
    assert released == store.close(code) == store.release(code)
    assert {code: released} == dict(store.releases())


def test_a_repeated_body_counts_once_and_cannot_change_the_answer(store: Store) -> None:
    """First write wins: the same ids again, with another answer, change nothing."""
    code = store.start(SPEC).code
    first = body(1, 1)
    assert store.submit(code, [first, first]) == [Outcome.COUNTED, Outcome.REPEATED]
    changed = Body(tuple((rid, 2) for rid, _ in first.rows))
    assert store.submit(code, [changed]) == [Outcome.REPEATED]
    mixed = Body((first.rows[0], (secrets.token_bytes(16), 2)))
    assert store.submit(code, [mixed]) == [Outcome.REPEATED]
    assert store.count(code) == 1


def test_passes_are_counted_in_the_room_and_left_out_of_the_picture(store: Store) -> None:
    """Ten passes beside eight answers leave the picture of eight."""
    code = store.start(SPEC).code
    store.submit(code, [*a_class(4, 4, 0, 0), *(body(0, 0) for _ in range(10))])
    assert store.count(code) == 18
    assert release_poll(SPEC, [[4, 4, 0, 0], [0, 0]]) == store.close(code)


def test_the_cap_holds_and_repeats_still_pass_it(store: Store) -> None:
    """A class of 30 takes 33 bodies; a device that retries is still told that it counted."""
    code = store.start(SPEC).code
    sent = a_class(33, 0, 0, 0)
    store.submit(code, sent)
    assert store.submit(code, [body(1, 1), sent[5]]) == [Outcome.FULL, Outcome.REPEATED]
    assert store.count(code) == 33


def test_a_closed_or_unknown_poll_takes_nothing(store: Store) -> None:
    """Late answers are refused and leave the release as it was."""
    code = store.start(SPEC).code
    store.submit(code, a_class(9, 9, 9, 3))
    released = store.close(code)
    assert store.submit(code, [body(1, 1)]) == [Outcome.CLOSED]
    assert released == store.release(code)
    assert store.submit("ZZZZZZ", [body(1, 1)]) == [Outcome.UNKNOWN]
    for ask in (store.close, store.release, store.spec, store.count, store.forget):
        with pytest.raises(UnknownPoll):
            ask("ZZZZZZ")


def test_answers_racing_the_close_are_in_the_release_or_refused(store: Store) -> None:
    """Every body is either counted before the close or told that it came too late."""
    code = store.start(PollSpec((ITEM,), 400)).code
    outcomes: list[Outcome] = []

    def sender() -> None:
        for _ in range(25):
            outcomes.extend(store.submit(code, [body(1), body(2)]))

    threads = [threading.Thread(target=sender) for _ in range(4)]
    for thread in threads:
        thread.start()
    released = store.close(code)
    for thread in threads:
        thread.join()
    counted = outcomes.count(Outcome.COUNTED)
    assert counted + outcomes.count(Outcome.CLOSED) == 200
    again = release_poll(PollSpec((ITEM,), 400), [[counted // 2, counted // 2, 0, 0]])
    assert again == released


def test_each_slip_opens_once(store: Store) -> None:
    """A slip from the hat counts once, an invented one never, a retry of the same body still."""
    code = store.start(PollSpec((ITEM,), 30, slips=True), slips=["one", "two"]).code
    first = body(1, slip="one")
    assert store.submit(code, [first]) == [Outcome.COUNTED]
    wanted = [Outcome.REPEATED, Outcome.SLIP, Outcome.SLIP, Outcome.COUNTED]
    late = [first, body(2, slip="one"), body(2, slip="three"), body(2, slip="two")]
    assert wanted == store.submit(code, late)
    assert store.count(code) == 2


def test_a_following_poll_of_the_same_class_tells_nothing_about_one_pupil(store: Store) -> None:
    """A second poll with one answer more is about the same, whatever the answer."""
    first = store.start(SPEC).code
    store.submit(first, a_class(12, 9, 5, 3))
    store.close(first)
    kinds = set()
    for level in range(4):
        code = store.start(PollSpec(SPEC.items, 30, follows=first)).code
        store.submit(code, a_class(*(n + (i == level) for i, n in enumerate((12, 9, 5, 3)))))
        kinds.add(store.close(code).items[0].kind)
    assert {"same"} == kinds


def test_a_poll_cannot_follow_one_that_is_not_there(store: Store) -> None:
    """The earlier poll must have been released."""
    with pytest.raises(UnknownPoll):
        store.start(PollSpec(SPEC.items, 30, follows="ZZZZZZ"))


def test_a_protected_question_does_not_open_before_families_were_told(store: Store) -> None:
    """No store opens it, whoever asks."""
    protected = Item("x", "A protected question?", "yes-no", ("Yes", "No"), protected_area="family")
    with pytest.raises(SpecError, match="families were told"):
        store.start(PollSpec((protected,), 30))
    assert store.start(PollSpec((protected,), 30, families_told=True))


def test_forgetting_deletes_a_release(store: Store) -> None:
    """A release is gone when the teacher says so; an open poll cannot be forgotten."""
    code = store.start(SPEC).code
    with pytest.raises(UnknownPoll):
        store.forget(code)
    store.close(code)
    store.forget(code)
    with pytest.raises(UnknownPoll):
        store.release(code)


def test_a_day_later_an_open_poll_is_purged(store: Store, clock: Clock) -> None:
    """Nobody closed it: after 24 hours its answers are deleted unseen."""
    code = store.start(SPEC).code
    store.submit(code, a_class(9, 9, 9, 3))
    clock.pass_hours(24)
    assert store.sweep() == []
    clock.pass_hours(1)
    assert [code] == store.sweep()
    with pytest.raises(UnknownPoll):
        store.release(code)


def test_texts_wait_for_the_close_and_come_in_an_order_of_their_own(store: Store) -> None:
    """Before the close no text can be read; after it, order says nothing about arrival."""
    orders = set()
    for _ in range(4):
        code = store.start(WRITING).code
        sent = [body(1, text=f"thought {n}") for n in range(12)]
        for one in sent:
            store.submit(code, [one])
        assert store.texts(code) == []
        store.close(code)
        queue = store.texts(code)
        assert {f"thought {n}" for n in range(12)} == {text.body for text in queue}
        assert not {text.token for text in queue} & {one.text.rid.hex() for one in sent if one.text}
        orders.add(tuple(text.body for text in queue))
    assert len(orders) > 1


def test_fewer_than_ten_texts_are_deleted_but_flagged_ones_reach_the_teacher(
    store: Store,
) -> None:
    """Nine texts are too few to show; the one that worries is kept for the adult alone."""
    code = store.start(WRITING).code
    store.submit(code, [body(1, text=f"thought {n}") for n in range(8)])
    store.submit(code, [body(1, text="please look", flag=True)])
    store.close(code)
    (only,) = store.texts(code)
    assert (only.body, only.flag) == ("please look", True)
    with pytest.raises(ValueError, match="fewer than 10"):
        store.decide(code, only.token, Decision.APPROVE)
    store.decide(code, only.token, Decision.REFER)
    assert store.texts(code) == []


def test_the_teacher_approves_redacts_and_hides(store: Store) -> None:
    """Approved texts stay, with the teacher's wording; hidden ones are deleted at once."""
    code = store.start(WRITING).code
    store.submit(code, [body(1, text=f"thought {n}") for n in range(10)])
    store.close(code)
    first, second, third, *_ = store.texts(code)
    store.decide(code, first.token, Decision.APPROVE)
    store.decide(code, second.token, Decision.APPROVE, "in other words")
    store.decide(code, third.token, Decision.HIDE)
    approved = {t.body for t in store.texts(code) if t.decision is Decision.APPROVE}
    assert {first.body, "in other words"} == approved
    assert third.token not in {text.token for text in store.texts(code)}
    with pytest.raises(UnknownPoll):
        store.decide(code, third.token, Decision.APPROVE)


def test_flagged_messages_stay_until_handled_for_seven_days_at_most(
    store: Store, clock: Clock
) -> None:
    """The purge leaves them, every start counts them, and after seven days they go."""
    codes = []
    for _ in range(2):
        code = store.start(WRITING).code
        store.submit(code, [body(1, text=f"thought {n}", flag=n == 3) for n in range(12)])
        store.close(code)
        codes.append(code)
    handled, ignored = codes
    with pytest.raises(FlagsWaiting):
        store.forget(handled)
    clock.pass_hours(25)
    store.sweep()
    assert {handled: 1, ignored: 1} == dict(store.waiting())
    assert [text.body for text in store.texts(handled)] == ["thought 3"]
    store.decide(handled, store.texts(handled)[0].token, Decision.REFER)
    assert {ignored: 1} == dict(store.waiting())
    store.forget(handled)
    clock.pass_hours(7 * 24)
    store.sweep()
    assert dict(store.waiting()) == {}
    assert store.texts(ignored) == []


def test_a_flag_outlives_a_poll_that_nobody_closed(store: Store, clock: Clock) -> None:
    """The answers are purged after a day; the message that worries still waits for an adult."""
    code = store.start(WRITING).code
    store.submit(code, [body(1, text=f"thought {n}", flag=n == 3) for n in range(12)])
    clock.pass_hours(25)
    store.sweep()
    assert [text.body for text in store.texts(code)] == ["thought 3"]


def test_a_repeated_text_is_kept_once(store: Store) -> None:
    """A retry after a lost reply neither doubles nor changes the text."""
    code = store.start(WRITING).code
    sent = [body(1, text=f"thought {n}") for n in range(10)]
    store.submit(code, sent)
    store.submit(code, sent)
    store.close(code)
    assert len(store.texts(code)) == 10
