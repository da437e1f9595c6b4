// SPDX-License-Identifier: MIT
// The projector: where to join, a coarse counter, and after the close one picture at a time.
// `?poll=` names the poll. Inside a slide of a lesson `?activity=` stands instead: then the page
// waits until that activity is opened, and tells the slide how far it is.
import { at, make, pause, say, show } from "./dom.js";
import { pair, pictures, qrcode } from "./picture.js";
import { asker, secret } from "./service.js";

const SECTIONS = ["waiting", "open", "shown"];
const EVERY = 5000;
const STEP = 5;
const MANY = 4;
const KEYS = new Set(["PageDown", "PageUp", "ArrowLeft", "ArrowRight", "Home", "End", "Escape"]);

const asked = new URLSearchParams(location.search);
const activity = asked.get("activity") || "";
const inSlide = activity !== "" && parent !== window;
let ask = asker(secret());
let code = asked.get("poll") || "";
let slides = [];
let place = 0;

/** Tell the slide around this page what it shows; only our own book may hold this page. */
function tell(state) {
  if (inSlide) parent.postMessage({ wall: state, place, total: slides.length }, "*");
}

/** Show a section; inside a slide the focus stays with the slide. */
function reveal(id) {
  if (inSlide) for (const one of SECTIONS) at(one).hidden = one !== id;
  else show(id, ...SECTIONS);
}

function opened(state) {
  at("title").textContent = state.title;
  document.body.dataset.band = state.band.replace("ages-", "") || "11-13";
  at("counter").textContent = state.counter;
  const all = Math.ceil(state.class_size / STEP);
  at("fives").replaceChildren(
    ...Array.from({ length: all }, (_, n) => make("i", { class: n < state.about / STEP ? "on" : false })),
  );
  if (!at("open").hidden) return;
  at("address").textContent = state.join.address;
  at("code").textContent = state.join.code;
  at("qr").replaceChildren(qrcode(state.join.qr, say("wall.qr")));
  at("openbar").hidden = false;
  at("bar").hidden = false;
  reveal("open");
  fit();
  tell("open");
}

/** Shrink a slide until it fits the screen, but never below readable; then it scrolls. */
function fit() {
  const slide = document.querySelector(".slide");
  for (const part of [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7]) {
    slide.style.setProperty("--fit", String(part));
    if (slide.scrollHeight <= innerHeight) return;
  }
}

function draw() {
  at("shown").replaceChildren(...slides[place]);
  at("shown").classList.toggle("many", at("shown").querySelectorAll(".br").length > MANY);
  at("place").textContent = say("wall.place", { n: place + 1, total: slides.length });
  at("back").setAttribute("aria-disabled", String(place === 0));
  at("next").setAttribute("aria-disabled", String(place === slides.length - 1));
  reveal("shown");
  fit();
  tell("shown");
}

/** Go one picture on or back; nothing happens at either end. */
function turn(step) {
  if (!slides[place + step]) return;
  place += step;
  draw();
}

async function closed(state) {
  at("openbar").hidden = true;
  slides = pictures(state.release.items);
  if (state.texts.length) {
    const list = make("ul", { class: "texts" }, ...state.texts.map((text) => make("li", {}, text)));
    slides.push([make("h2", { tabindex: "-1" }, say("wall.texts")), list]);
  }
  if (state.follows) {
    const { status, data } = await ask(`/api/polls/${code}/change`);
    if (status === 200) {
      for (const item of data.items.filter((one) => one.wall)) {
        const heading = make("h2", { tabindex: "-1" }, say("wall.change", { text: item.text }));
        slides.push([heading, ...pair(item), make("p", { class: "note" }, data.note)]);
      }
    }
  }
  if (!slides.length) slides = [[make("h2", { tabindex: "-1" }, say("wall.nothing"))]];
  at("title").textContent = state.title;
  document.body.dataset.band = state.band.replace("ages-", "") || "11-13";
  at("bar").hidden = false;
  at("shownbar").hidden = slides.length < 2;
  at("talkabout").hidden = false;
  draw();
}

const soon = () => pause(EVERY * (0.9 + Math.random() / 5));

/** The newest poll of the activity of this slide that is open; an earlier one on request. */
async function opening() {
  for (;;) {
    // The teacher's own page may be opened after the slide: the secret is on this machine then.
    const word = secret();
    if (!word) {
      at("note").textContent = say("wall.secret");
      await soon();
      continue;
    }
    ask = asker(word);
    const { status, data } = await ask("/api/polls");
    const mine = (polls) => polls.filter((poll) => poll.activity === activity).at(-1);
    const found = status === 200 && mine(data.open);
    if (found) return found.code;
    at("note").textContent = say(status === 401 ? "wall.secret" : status === 200 ? "wall.not-open" : "wall.gone");
    const earlier = status === 200 && mine(data.closed);
    at("earlier").hidden = !earlier;
    at("earlier").onclick = async () => {
      code = earlier.code;
      const answer = await ask(`/api/polls/${code}/wall`);
      if (answer.status === 200) closed(answer.data);
    };
    tell(earlier ? "earlier" : "waiting");
    await soon();
    if (code) return "";
  }
}

async function watch() {
  if (inSlide) {
    code = (await opening()) || code;
    if (slides.length) return;
  }
  for (;;) {
    const { status, data, same } = await ask(`/api/polls/${code}/wall`);
    if (status === 200 && data.state === "closed") { await closed(data); return; }
    if (status === 200 && !same) opened(data);
    if (status === 401 || status === 404) { at("note").textContent = say(status === 401 ? "wall.secret" : "wall.gone"); return; }
    await soon();
  }
}

at("close").addEventListener("click", () => { at("sure").hidden = false; at("yes").focus(); });
at("no").addEventListener("click", () => { at("sure").hidden = true; at("close").focus(); });
at("yes").addEventListener("click", async () => {
  const { status } = await ask(`/api/polls/${code}/close`, "POST");
  if (status !== 200) return;
  const { data } = await ask(`/api/polls/${code}/wall`);
  if (data) closed(data);
});
at("back").addEventListener("click", () => turn(-1));
at("next").addEventListener("click", () => turn(1));
if (inSlide) {
  document.body.classList.add("in-slide");
  // The clicker works wherever the focus is: its keys belong to the slides.
  addEventListener("message", ({ source, data }) => {
    if (source === parent && Math.abs(data?.turn) === 1) turn(data.turn);
  });
  addEventListener("keydown", (event) => {
    if (!KEYS.has(event.key)) return;
    event.preventDefault();
    parent.postMessage({ wall: "key", key: event.key }, "*");
  });
}
addEventListener("resize", fit);
document.fonts.ready.then(fit);
watch();
