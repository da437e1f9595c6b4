// SPDX-License-Identifier: MIT
// The bar below a slide: back, progress, next, the length on the first slide, the clock on
// the others, and what a teacher needs now and then.
import { freshId, make } from "../controls.js";
import { icon } from "../icons.js";
import { clockTime } from "./clock.js";

const press = (label, act, { mark = null, kind = "", name = null } = {}) => make(
  "button", { type: "button", class: `btn ${kind}`.trim(), click: act, "aria-label": name },
  mark && icon(mark), make("span", { text: label }));

/** Progress as slanted panes: those behind are filled, this one is in the sun. */
function progress() {
  const element = make("span", { class: "p-panes", role: "img" });
  return {
    element,
    draw(place, total, label) {
      element.setAttribute("aria-label", label);
      element.replaceChildren(...Array.from({ length: total }, (_, n) =>
        make("i", { class: n < place ? "behind" : n === place ? "here" : null })));
    },
  };
}

/** The three lengths as native radios. */
function lengthChoice(lengths, say, onChoose) {
  const name = freshId("length");
  const inputs = new Map();
  const choices = lengths.map((length) => {
    const input = make("input", { type: "radio", name, value: length.minutes, autocomplete: "off", change: () => onChoose(length) });
    inputs.set(length, input);
    return make("label", {}, input, make("span", { class: "num", text: length.minutes }));
  });
  const element = make("fieldset", { class: "p-lengths" },
    make("legend", { text: say("length") }), ...choices, make("span", { "aria-hidden": "true", text: say("minutes") }));
  return { element, draw: (length) => { inputs.get(length).checked = true; } };
}

/** The time left in this step: a track, figures, and a button that starts and stops it. */
function timer(say, onToggle) {
  const filled = make("i");
  const figures = make("span", { class: "num" });
  const toggle = press(say("start"), onToggle, { mark: "start" });
  const reading = make("span", { class: "p-time", role: "timer", "aria-label": say("left") },
    make("span", { class: "p-track", "aria-hidden": "true" }, filled), figures);
  return {
    element: make("div", { class: "p-timer" }, reading, toggle),
    draw({ left, minutes, running }) {
      const part = Math.max(0, Math.min(1, left / (minutes * 60000)));
      filled.style.inlineSize = `${part * 100}%`;
      figures.textContent = left < 0 ? say("over", { time: clockTime(left) }) : clockTime(left);
      toggle.querySelector("span").textContent = say(running ? "stop" : "start");
      toggle.setAttribute("aria-label", say(running ? "stop-clock" : "start-clock"));
      toggle.querySelector("svg").replaceWith(icon(running ? "stop" : "start"));
    },
  };
}

/** What is needed now and then, folded away: native <details>, closed by Escape and by leaving it. */
function menu(say, entries) {
  const summary = make("summary", { class: "btn" }, icon("menu"), make("span", { text: say("more") }));
  const element = make("details", { class: "p-menu" }, summary,
    make("div", { class: "p-entries card" }, ...entries));
  const close = () => { element.open = false; };
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !element.open) return;
    event.stopPropagation();
    close();
    summary.focus();
  });
  element.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !element.contains(event.relatedTarget)) close();
  });
  document.addEventListener("click", (event) => { if (!element.contains(event.target)) close(); });
  return { element, close };
}

/** The whole bar. `does` holds what its controls do. */
export function presentBar({ say, lengths, does, talk }) {
  const back = press(say("back"), does.back, { mark: "back" });
  const next = press(say("next"), does.next, { kind: "go" });
  next.append(icon("next"));
  const panes = progress();
  const lengthPart = lengthChoice(lengths, say, does.length);
  const clock = timer(say, does.clock);
  const below = make("p", { class: "p-below" }, icon("down"), make("span", { text: say("scrolls") }));
  const full = press(say("full-screen"), does.fullScreen, { mark: "screen" });
  full.hidden = !document.fullscreenEnabled;
  const again = press(say("clock-again"), does.clockAgain, { mark: "again" });
  const act = (one) => (event) => { more.close(); one(event); };
  const more = menu(say, [
    does.teacher && press(say("teacher"), act(does.teacher), { mark: "notes" }),
    again, full,
    press(say("end"), act(does.end), { mark: "leave" }),
  ].filter(Boolean));
  for (const button of [again, full]) button.addEventListener("click", more.close);
  const help = make("a", { class: "talk", href: talk.href }, icon("talk"), make("span", { text: talk.text }));
  const said = make("p", { class: "unseen", role: "status" });
  const element = make("footer", { class: "p-bar" }, back, panes.element, next, below,
    lengthPart.element, clock.element, help, more.element, said);
  return {
    element,
    next,
    /** Show where we are; `said` is read aloud. */
    draw({ place, total, label, first, last, ended, length, step }) {
      panes.draw(place, total, label);
      back.setAttribute("aria-disabled", String(first));
      next.setAttribute("aria-disabled", String(ended));
      lengthPart.element.hidden = place !== 0 || lengths.length < 2;
      lengthPart.draw(length);
      clock.element.hidden = !step;
      again.hidden = !step;
      help.hidden = !last;
      if (said.textContent !== label) said.textContent = label;
    },
    tick: clock.draw,
    scrolls: (yes) => { below.hidden = !yes; },
    tell: (text) => { said.textContent = text; },
  };
}
