// SPDX-License-Identifier: MIT
// The projector: where to join, a coarse counter, and after the close one picture at a time.
import { at, make, pause, say, show } from "./dom.js";
import { pair, pictures, qrcode } from "./picture.js";
import { asker, secret } from "./service.js";

const SECTIONS = ["waiting", "open", "shown"];
const EVERY = 5000;
const STEP = 5;
const MANY = 4;

const code = new URLSearchParams(location.search).get("poll") || "";
const ask = asker(secret());
let slides = [];
let place = 0;

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
  show("open", ...SECTIONS);
  fit();
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
  show("shown", ...SECTIONS);
  fit();
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
  at("shownbar").hidden = slides.length < 2;
  at("talkabout").hidden = false;
  draw();
}

async function watch() {
  for (;;) {
    const { status, data, same } = await ask(`/api/polls/${code}/wall`);
    if (status === 200 && data.state === "closed") { await closed(data); return; }
    if (status === 200 && !same) opened(data);
    if (status === 401 || status === 404) { at("note").textContent = say(status === 401 ? "wall.secret" : "wall.gone"); return; }
    await pause(EVERY * (0.9 + Math.random() / 5));
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
at("back").addEventListener("click", () => { if (place > 0) { place -= 1; draw(); } });
at("next").addEventListener("click", () => { if (place < slides.length - 1) { place += 1; draw(); } });
addEventListener("resize", fit);
document.fonts.ready.then(fit);
watch();
