// SPDX-License-Identifier: MIT
// The lesson's clock: how long each step has been on show, read from the time of day.
// Ticks may come late or not at all; nothing is counted by them.

/** A clock for steps of the plan. `now` gives milliseconds; `left` may fall below nothing. */
export function lessonClock(now = () => Date.now()) {
  const spent = new Map();
  let step = null;
  let since = null;

  const bank = () => {
    if (since !== null && step !== null) spent.set(step, (spent.get(step) ?? 0) + now() - since);
    if (since !== null) since = now();
  };
  return {
    /** Another step is on show: its own time goes on if the clock runs. */
    show(next) {
      if (next === step) return;
      bank();
      step = next;
    },
    start() { if (since === null) since = now(); },
    stop() {
      bank();
      since = null;
    },
    again() {
      bank();
      spent.delete(step);
    },
    running: () => since !== null,
    left: (minutes) => minutes * 60000 - (spent.get(step) ?? 0) - (since === null ? 0 : now() - since),
  };
}

/** Milliseconds as "4:05"; a step that is over counts on from nothing. */
export function clockTime(milliseconds) {
  const seconds = milliseconds >= 0 ? Math.ceil(milliseconds / 1000) : Math.floor(-milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
