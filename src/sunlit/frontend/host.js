// SPDX-License-Identifier: MIT
// The page host: what a notebook's widget manager is to a widget, for a static page.
//
// It starts every [data-activity], keeps the answers in this tab's memory only, and
// hides the paper form once the live one stands. Two hooks: a "sunlit:clear" event on
// the document empties every activity of the page; a "sunlit:present" event on an activity
// draws it anew for a whole room to look at (its detail is true), or for one person.
import { bandMark, cardHead } from "./card.js";
import { button, make, wordsOf } from "./controls.js";

/** Keeps what one activity knows; the same activity twice on a page shares it. */
function pageModel(definition, strings) {
  const state = { definition, strings, answer: {} };
  const listeners = new Map();
  const heard = (event) => listeners.get(event) ?? listeners.set(event, new Set()).get(event);
  const tell = (event) => [...heard(event)].forEach((listener) => listener());
  return {
    get: (name) => state[name],
    set(name, value) {
      state[name] = value;
      tell(`change:${name}`);
    },
    save_changes() {},
    send() {},
    on: (event, listener) => heard(event).add(listener),
    off: (event, listener) => heard(event).delete(listener),
    clear() {
      state.answer = {};
      tell("sunlit:clear");
    },
  };
}

/** The line that says where the answers are, with the button that clears the page. */
function foot(model, body, heading) {
  const words = wordsOf(model);
  const clear = button(words("activity.clear"), () => {
    document.dispatchEvent(new Event("sunlit:clear"));
    said.textContent = words("activity.page-cleared");
    heading.focus();
  }, { kind: "ghost" });
  const line = make("div", { class: "act-foot" }, make("p", { text: words("activity.kept") }), clear);
  const said = make("p", { class: "unseen", role: "status" });
  line.hidden = true;
  const touched = () => { line.hidden = false; said.textContent = ""; };
  body.addEventListener("change", touched);
  model.on("change:answer", touched);
  model.on("sunlit:clear", () => { line.hidden = true; });
  return [line, said];
}

async function mount(root, kinds, strings, models) {
  const live = root.querySelector(":scope > .act-live");
  const paper = root.querySelector(":scope > .act-paper");
  const stop = new AbortController();
  try {
    const kind = kinds[root.dataset.activity];
    if (!kind) throw new Error(`no kind of activity is called '${root.dataset.activity}'`);
    const definition = JSON.parse(root.querySelector('script[type="application/json"]').textContent);
    const key = definition.id ?? root;
    if (!models.has(key)) models.set(key, pageModel(definition, strings));
    const shared = models.get(key);
    const own = { moment: root.dataset.moment, presented: false };
    const model = { ...shared, get: (name) => (name in own ? own[name] : shared.get(name)) };
    const written = root.querySelector(":scope > .act-head");
    const { head, heading } = cardHead(model, written);
    const body = make("div", { class: "act-body" });
    live.replaceChildren(...(written ? [] : [head]), body, ...foot(model, body, heading));
    written?.after(live);
    await kind.initialize?.({ model });
    let ended = await kind.render({ model, el: body, signal: stop.signal });
    root.addEventListener("sunlit:present", async ({ detail }) => {
      ended?.();
      own.presented = detail;
      ended = await kind.render({ model, el: body, signal: stop.signal });
    });
    root.setAttribute("aria-labelledby", heading.id);
    root.dataset.band = bandMark(model);
    root.dataset.state = "ready";
    live.hidden = false;
    if (paper) paper.hidden = true;
  } catch (error) {
    stop.abort();
    root.dataset.state = "failed";
    live.hidden = true;
    live.replaceChildren();
    if (paper) paper.hidden = false;
    const said = make("p", { class: "act-failed", role: "status" });
    root.prepend(said);
    said.textContent = strings["activity.failed"];
    console.warn("Sunlit:", error);
  }
}

/** Start every activity of the page. `kinds` by name, `strings` by key. */
export function start(kinds, strings) {
  const models = new Map();
  document.addEventListener("sunlit:clear", () => models.forEach((model) => model.clear()));
  const begin = () => document.querySelectorAll("[data-activity]")
    .forEach((root) => mount(root, kinds, strings, models));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
}
