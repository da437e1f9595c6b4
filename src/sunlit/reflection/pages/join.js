// SPDX-License-Identifier: MIT
// The pupil's page: find the poll, choose or pass, send once, forget.
import { report, toss } from "./coin.js";
import { at, make, pause, say, show } from "./dom.js";
import { worrying } from "./phrases.js";

const SECTIONS = ["start", "ask", "sent", "over"];
const FIRST_WAIT = 600;
const LONGEST_WAIT = 5000;
const PATIENCE = 9000;
const MOST_LETTERS = 140;

let poll = null;
let sending = false;

// Storage may be blocked; everything works without it.
function keep(store, key, value) {
  try { window[store].setItem(key, value); } catch { /* nothing is kept */ }
}
function kept(store, key) {
  try { return window[store].getItem(key); } catch { return null; }
}
function drop(store, key) {
  try { window[store].removeItem(key); } catch { /* nothing was kept */ }
}

function hex(bytes) {
  return [...crypto.getRandomValues(new Uint8Array(bytes))].map((b) => b.toString(16).padStart(2, "0")).join("");
}

/** Row ids and the coin toss of this page: made once, kept until the answer has arrived.
 *  Neither says anything about the answer; with them a retry is the same answer again. */
function attempt() {
  const key = `unsent:${poll.code}`;
  const rows = poll.items.length + (poll.free_text ? 1 : 0);
  try {
    const found = JSON.parse(kept("sessionStorage", key));
    if (found && found.rids.length === rows && Number.isInteger(found.toss)) return { ...found, again: true };
  } catch { /* begin anew */ }
  return { rids: Array.from({ length: rows }, () => hex(16)), toss: toss(), again: false };
}

async function ask(path, options = {}) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    return await fetch(path, { ...options, signal: stop.signal, cache: "no-store", credentials: "omit" });
  } finally {
    clearTimeout(timer);
  }
}

/** Ask until there is an answer that is final: anything but a lost connection, 429 or 5xx. */
async function insist(path, options, waiting) {
  for (let wait = FIRST_WAIT; ; wait = Math.min(LONGEST_WAIT, wait * 2)) {
    try {
      const response = await ask(path, options);
      if (response.status < 500 && response.status !== 429) return response;
    } catch { /* the network is gone for a moment */ }
    waiting();
    await pause(wait * (0.75 + Math.random() / 2));
  }
}

function over(title, text) {
  at("overtitle").textContent = say(title);
  at("overtext").textContent = say(text);
  show("over", ...SECTIONS);
}

async function find(given) {
  const response = await insist(`/api/join/${encodeURIComponent(given)}`, {}, () => {
    at("codestatus").textContent = say("join.looking");
  });
  if (response.ok) return response.json();
  return response.status;
}

async function begin() {
  const given = location.hash.slice(1);
  if (!/^(?:[0-9a-f]{32}|[A-Za-z2-9]{6})$/.test(given)) {
    show("start", ...SECTIONS);
    return;
  }
  at("codestatus").textContent = "";
  const found = await find(given);
  if (typeof found === "number") {
    show("start", ...SECTIONS);
    at("codestatus").textContent = say(found === 410 ? "join.closed-code" : "join.no-code");
    return;
  }
  poll = found;
  if (kept("localStorage", `done:${poll.code}`)) show("sent", ...SECTIONS);
  else draw();
}

function option(name, value, label) {
  const input = make("input", { type: "radio", name, value, autocomplete: "off" });
  return make("div", { class: "opt" }, make("label", {}, input, make("span", {}, label)));
}

/** Add one card to its question; the first one makes the question, the last choice is to pass. */
function card(list, item, number) {
  const before = poll.items[number - 1];
  if (!before || before.group !== item.group) {
    const set = make("fieldset", { class: "item cards", id: `q${number}` });
    set.append(make("legend", {}, item.group), make("p", { class: "coin" }, say("join.cards")));
    const none = make("input", { type: "checkbox", name: `pass-q${number}`, autocomplete: "off" });
    set.append(make("div", { class: "opt" }, make("label", {}, none, make("span", {}, say("join.pass")))));
    set.addEventListener("change", (event) => picked(set, event.target));
    list.append(set);
  }
  const set = list.lastElementChild;
  const box = make("input", { type: "checkbox", name: `q${number}`, autocomplete: "off" });
  set.lastElementChild.before(make("div", { class: "opt" }, make("label", {}, box, make("span", {}, item.text))));
}

/** Keep to three cards; passing and picking put each other out. */
function picked(set, box) {
  const pass = set.querySelector('input[name^="pass-"]');
  const chosen = [...set.querySelectorAll('input[name^="q"]:checked')];
  if (box === pass && pass.checked) for (const one of chosen) one.checked = false;
  else if (box.checked) pass.checked = false;
  if (box !== pass && chosen.length > poll.most_picked) {
    box.checked = false;
    at("status").textContent = say("join.too-many");
  }
}

function cardsOf(number) {
  return document.querySelector(`input[name="q${number}"]`).closest("fieldset");
}

function valueOf(item, number) {
  if (!item.group) return Number(document.querySelector(`input[name="q${number}"]:checked`).value);
  if (cardsOf(number).querySelector('input[name^="pass-"]').checked) return 0;
  return document.querySelector(`input[name="q${number}"]`).checked ? 1 : 2;
}

function draw() {
  document.body.dataset.band = poll.band || "11-13";
  at("title").textContent = poll.title;
  const only = poll.items.length === 1 && !poll.free_text;
  at("question").textContent = only ? poll.items[0].text : say("join.questions");
  at("before").hidden = !poll.free_text;
  at("nudge").hidden = true;
  const list = at("items");
  list.replaceChildren();
  poll.items.forEach((item, number) => {
    if (item.group) {
      card(list, item, number);
      return;
    }
    const name = `q${number}`;
    const set = make("fieldset", { class: only ? "item only" : "item", id: name });
    set.append(make("legend", {}, item.text));
    if (item.coin) set.append(make("p", { class: "coin" }, say("join.coin")));
    item.options.forEach((label, place) => set.append(option(name, place + 1, label)));
    set.append(option(name, 0, say("join.pass")));
    list.append(set);
  });
  if (poll.free_text) {
    const field = make("textarea", { id: "text", autocomplete: "off", "aria-describedby": "texthow" });
    const how = make("p", { class: "soft", id: "texthow" }, say("join.text-how", { n: MOST_LETTERS }));
    list.append(make("div", { class: "field" }, make("label", { for: "text" }, poll.free_text), field, how));
  }
  if (poll.slips) {
    const field = make("input", { type: "text", id: "slip", autocomplete: "off", maxlength: 9 });
    list.append(make("div", { class: "field" }, make("label", { for: "slip" }, say("join.slip")), field));
  }
  at("status").textContent = attempt().again ? say("join.again") : "";
  show("ask", ...SECTIONS);
}

function missing() {
  const sets = [...document.querySelectorAll("#items fieldset")];
  const number = sets.findIndex((set) => !set.querySelector("input:checked"));
  if (number < 0) return false;
  const key = sets.length === 1 ? "join.choose" : "join.choose-item";
  at("status").textContent = say(key, { n: number + 1 });
  sets[number].querySelector("input").focus();
  return true;
}

function written() {
  return poll.free_text ? at("text").value.trim() : "";
}

function submit(event) {
  event.preventDefault();
  if (sending || missing()) return;
  if ([...written()].length > MOST_LETTERS) {
    at("status").textContent = say("join.too-long", { n: MOST_LETTERS });
    at("text").focus();
    return;
  }
  if (poll.free_text && worrying(written(), poll.worrying)) {
    at("nudge").hidden = false;
    at("nudgetitle").focus();
    return;
  }
  send();
}

/** Build the one body: every item in order, a pass where a pass was chosen, filled to one length. */
function bodyOf(mark) {
  const answers = poll.items.map((item, n) => {
    let val = valueOf(item, n);
    if (item.coin && val) val = report(val === 1, mark.toss) ? 1 : 2;
    return { rid: mark.rids[n], val };
  });
  const whole = { answers };
  if (poll.free_text) whole.text = { rid: mark.rids[poll.items.length], body: written() };
  if (poll.slips) whole.slip = at("slip").value.trim().toUpperCase().replace(/[ -]/g, "");
  const line = JSON.stringify(whole);
  const length = new TextEncoder().encode(line).length;
  return line + " ".repeat(Math.max(0, poll.padded - length));
}

function freeze(on) {
  sending = on;
  for (const set of document.querySelectorAll("#items fieldset")) set.disabled = on;
  for (const id of ["text", "slip"]) if (at(id)) at(id).readOnly = on;
  at("send").setAttribute("aria-disabled", String(on));
}

async function send() {
  at("nudge").hidden = true;
  const mark = attempt();
  keep("sessionStorage", `unsent:${poll.code}`, JSON.stringify({ rids: mark.rids, toss: mark.toss }));
  const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: bodyOf(mark) };
  freeze(true);
  at("status").textContent = say("join.sending");
  const response = await insist(`/api/join/${poll.code}/answers`, options, () => {
    at("status").textContent = say("join.trying");
  });
  freeze(false);
  if (response.status === 403) {
    at("status").textContent = say("join.slip-wrong");
    at("slip").focus();
    return;
  }
  drop("sessionStorage", `unsent:${poll.code}`);
  at("form").reset();
  at("items").replaceChildren();
  at("status").textContent = "";
  if (response.status === 204) {
    keep("localStorage", `done:${poll.code}`, "1");
    show("sent", ...SECTIONS);
  } else if (response.status === 409) over("join.full", "join.full-text");
  else if (response.status === 410 || response.status === 404) over("join.closed", "join.closed-text");
  else over("join.wrong", "join.wrong-text");
}

function forget() {
  try {
    for (const store of [localStorage, sessionStorage]) {
      for (const key of Object.keys(store)) if (/^(?:done|unsent):/.test(key)) store.removeItem(key);
    }
  } catch { /* nothing was kept */ }
  at("forgetstatus").textContent = say("join.forgotten");
  at("next").hidden = false;
}

at("codeform").addEventListener("submit", (event) => {
  event.preventDefault();
  const given = at("code").value.toUpperCase().replace(/[^A-Z0-9]/g, "");
  if (!/^[A-HJ-NP-Z2-9]{6}$/.test(given)) {
    at("codestatus").textContent = say("join.code-form");
    at("code").focus();
    return;
  }
  if (location.hash === `#${given}`) begin();
  else location.hash = given;
});
addEventListener("hashchange", () => {
  if (/^#(?:main|help)$/.test(location.hash)) return;
  begin();
});
// A link to the help card must not lose the key in the address.
for (const link of document.querySelectorAll('a[href="#help"], a[href="#main"]')) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const target = at(link.getAttribute("href").slice(1));
    target.scrollIntoView();
    (target.querySelector("section:not([hidden]) h1, h2[tabindex]") || target).focus({ preventScroll: true });
  });
}
at("form").addEventListener("submit", submit);
at("form").addEventListener("change", () => { at("status").textContent = ""; }, true);
at("nudgesend").addEventListener("click", send);
at("nudgechange").addEventListener("click", () => { at("nudge").hidden = true; at("text").focus(); });
at("nudgedrop").addEventListener("click", () => { at("text").value = ""; at("nudge").hidden = true; at("send").focus(); });
at("forget").addEventListener("click", forget);
at("next").addEventListener("click", () => { at("next").hidden = true; at("forgetstatus").textContent = ""; draw(); });
at("another").addEventListener("click", () => { history.replaceState(null, "", "/join"); at("code").value = ""; at("codestatus").textContent = ""; show("start", ...SECTIONS); });
begin();
