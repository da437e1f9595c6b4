// SPDX-License-Identifier: MIT
// The teacher's window: the guide's page, showing only what belongs to the slide on the wall.
// It is built of texts; nothing of the lesson's page is asked for but where it is.
import { make } from "../controls.js";
import { icon } from "../icons.js";
import { clockTime } from "./clock.js";
import { NAME, OURS } from "./teacher_link.js";

const EVERY = 1000;
/** Without a word from the lesson for so long, it is gone. */
const SILENCE = 4000;

/** What the guide says at one step, as new elements made of its texts; `said` is the label of words to say. */
function textsOf(element, said) {
  if (element.matches(".say")) {
    return [make("div", { class: "say" }, make("p", { class: "say-label" }, icon("talk"), make("span", { text: said })), ...[...element.querySelectorAll(".said > *")].flatMap((part) => textsOf(part, said)))];
  }
  if (element.matches("ul, ol")) {
    return [make(element.tagName.toLowerCase(), {}, ...[...element.children].map((item) =>
      make("li", { text: item.textContent.trim() })))];
  }
  if (element.matches("table") || element.querySelector(":scope > table, :scope table")) {
    return [...element.querySelectorAll("tbody tr")].map((row) =>
      make("p", { text: [...row.cells].map((cell) => cell.textContent.trim()).join(" – ") }));
  }
  if (element.matches("h3, h4, script")) return [];
  return [make("p", { text: element.textContent.trim() })];
}

function teacherWindow({ strings }) {
  const say = (key, values = {}) =>
    strings[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const steps = [...document.querySelectorAll(".plan-step")].map((step) =>
    [...step.children].flatMap((part) => textsOf(part, say("words"))));
  const tell = (what) => opener?.postMessage({ [OURS]: what }, "*");
  const press = (label, what, { mark, kind = "" } = {}) => make(
    "button", { type: "button", class: `btn ${kind}`.trim(), click: () => tell(what) },
    mark && icon(mark), make("span", { text: label }));

  const place = make("p", { class: "t-place num" });
  const title = make("h1", { class: "t-title" });
  const body = make("div", { class: "t-words" });
  const coming = make("p", { class: "t-coming" });
  const figures = make("span", { class: "num t-left", role: "timer", "aria-label": say("left") });
  const toggle = press(say("start"), "clock", { mark: "start" });
  const time = make("div", { class: "t-time" }, figures, toggle);
  const next = press(say("next"), "next", { kind: "go" });
  next.append(icon("next"));
  const whole = make("a", { href: location.pathname + location.search, target: "_blank", text: say("whole-guide") });
  const view = make("main", { class: "t-view" },
    make("div", { class: "t-head" }, place, time), title, body, coming,
    make("p", { class: "t-whole" }, whole),
    make("div", { class: "t-bar" }, press(say("back"), "back", { mark: "back" }), next));
  document.body.replaceChildren(view);
  document.title = say("window");

  let heard = 0;
  let state = null;
  let drawn = "";

  /** A message instead of words: nobody presents. */
  function idle(key) {
    if (drawn === key) return;
    drawn = key;
    view.classList.add("t-idle");
    title.textContent = say("window");
    place.textContent = "";
    coming.textContent = "";
    body.replaceChildren(make("p", { role: "status", text: say(key) }));
  }

  function drawTime() {
    time.hidden = !state.minutes;
    figures.textContent = state.left < 0 ? say("over", { time: clockTime(state.left) }) : clockTime(state.left);
    toggle.querySelector("span").textContent = say(state.running ? "stop" : "start");
    toggle.setAttribute("aria-label", say(state.running ? "stop-clock" : "start-clock"));
    toggle.querySelector("svg").replaceWith(icon(state.running ? "stop" : "start"));
  }

  function draw() {
    if (!state.on) { idle("waiting"); return; }
    view.classList.remove("t-idle");
    drawTime();
    const now = JSON.stringify([state.place, state.part, state.parts, state.total, state.title]);
    if (now === drawn) return;
    const moved = JSON.parse(drawn.startsWith("[") ? drawn : "[]")[0] !== state.place;
    drawn = now;
    place.textContent = say(state.parts > 1 ? "place-part" : "place",
      { n: state.place + 1, total: state.total, part: state.part + 1, parts: state.parts });
    title.textContent = state.title;
    const words = state.step === null ? [] : steps[state.step] ?? [];
    const none = state.place === 0 ? "first" : "nothing";
    body.replaceChildren(...(words.length ? words : [make("p", { text: say(none) })]));
    coming.replaceChildren(...(state.coming === null
      ? [say("last")]
      : [make("b", { text: say("coming") }), " ", make("span", { text: state.coming })]));
    if (moved) scrollTo(0, 0);
  }

  addEventListener("message", ({ data, source }) => {
    if (!source || source !== opener || data?.[OURS] !== "state") return;
    heard = Date.now();
    state = data;
    draw();
  });
  addEventListener("keydown", (event) => {
    const what = { PageDown: "next", PageUp: "back", ArrowRight: "next", ArrowLeft: "back" }[event.key];
    if (!what || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const turned = document.documentElement.dir === "rtl" && event.key.startsWith("Arrow");
    tell(turned ? { next: "back", back: "next" }[what] : what);
  });
  idle("waiting");
  tell("here");
  setInterval(() => {
    tell("here");
    if (heard && Date.now() - heard > SILENCE) idle("gone");
  }, EVERY);
}

const data = document.getElementById("present-data");
if (data && location.hash === `#${NAME}`) teacherWindow(JSON.parse(data.textContent));
