// SPDX-License-Identifier: MIT
// path: lay cards one after another, move them, see where help comes in; a mouse may drag.
import { actions, button, freshId, keep, make, passButton, picture, statusLine, wordsOf } from "../controls.js";
import { draggable } from "../dragging.js";
import { icon } from "../icons.js";

const HELPS = new Set(["support", "rest"]);

/** What there is to say about cards in this order: texts by card, and about all of them. */
function remarks(path, { cards, before }, words) {
  const found = new Map(path.map((card) => [card.id, []]));
  const place = new Map(path.map((card, n) => [card.id, n]));
  const byId = new Map(cards.map((card) => [card.id, card]));
  for (const { first, then, why } of before) {
    if (!(place.get(then) < place.get(first))) continue;
    const names = { first: byId.get(first).text, then: byId.get(then).text };
    found.get(then).push({ label: words("path.our-order", names), why });
  }
  path.forEach((card, n) => {
    if (card.type !== "setback") return;
    const after = path.slice(n + 1);
    const next = after.findIndex((one) => one.type === "setback");
    const help = (next < 0 ? after : after.slice(0, next)).find((one) => HELPS.has(one.type));
    found.get(card.id).push({ why: help ? words("path.helped", { help: help.text }) : words("path.alone") });
  });
  for (const card of path) if (card.why) found.get(card.id).push({ why: card.why });

  const has = (type, among) => among.some((card) => card.type === type);
  const supports = path.filter((card) => card.type === "support").map((card) => card.text);
  const general = [supports.length
    ? words("path.supports", { cards: supports.reduce((a, b) => words("path.list", { a, b })) })
    : words("path.no-support")];
  for (const type of words.readAloud ? [] : ["rest", "setback"]) {
    if (has(type, cards) && !has(type, path)) general.push(words(`path.no-${type}`));
  }
  return { found, general: [{ label: general[0] }, ...[...general.slice(1), words("path.ask")].map((why) => ({ why }))] };
}

/** One patch of light for several remarks; those who are read to need no mark. */
function patch(texts) {
  return make("div", { class: "why", "data-mark": "open" }, ...texts.map(({ label, why }) =>
    make("p", {}, label ? make("b", { text: label }) : "", label && why ? " " : "", why ?? "")));
}

function layout(model, words, answer) {
  const definition = model.get("definition");
  const byId = new Map(definition.cards.map((card) => [card.id, card]));
  let path = [];

  const status = statusLine();
  const face = (card) => [
    picture(card.picture),
    make("span", { class: "card-type", "data-type": card.type }, icon(card.type), make("span", { text: card.name })),
    make("span", { class: "card-text", text: card.text }),
  ];

  /** Where a card dragged to this height comes to lie; `moving` is the one dragged. */
  const placeAt = (y, moving) => path.filter((id) => id !== moving).filter((id) => {
    const { top, height } = laid.get(id).getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
  const trayAt = (x, y) => {
    const below = document.elementsFromPoint(x, y).map((one) => one.closest(".trail, .deck"));
    return below.find((one) => one && root.contains(one)) ?? null;
  };
  const drop = (id) => (tray, y) => {
    if (tray === deck) takeOff(id);
    else put(id, placeAt(y, id));
  };

  const deckId = freshId("deck");
  const deck = make("ul", { class: "deck", "aria-labelledby": deckId });
  const waiting = new Map(definition.cards.map((card) => {
    const control = make("button", { type: "button", class: "pcard path-card", click: () => put(card.id, path.length) }, ...face(card));
    draggable(control, { trayAt, onStart: reopen, onDrop: (tray, y) => { if (tray !== deck) drop(card.id)(tray, y); } });
    return [card.id, make("li", { "data-card": card.id }, control)];
  }));

  const trail = make("ol", { class: "trail-cards" });
  const laid = new Map(definition.cards.map((card) => {
    const mover = (key, mark, act) => {
      const control = button(words(`path.${key}`), () => act(control), { mark });
      control.setAttribute("aria-label", words(`path.${key}-item`, { card: card.text }));
      control.dataset.move = key;
      return control;
    };
    const item = make("li", { class: "pcard in path-card", "data-card": card.id },
      make("span", { class: "path-face" }, ...face(card)),
      make("span", { class: "movers" },
        mover("earlier", "up", (control) => move(card.id, -1, control)),
        mover("later", "down", (control) => move(card.id, 1, control)),
        mover("off", "close", () => takeOff(card.id))));
    draggable(item, { trayAt, onStart: reopen, onDrop: drop(card.id) });
    return [card.id, item];
  }));

  const trailId = freshId("trail");
  const nothing = make("p", { class: "nothing", text: words("path.empty") });
  const post = (text, mark) => text && make("p", { class: "post" }, icon(mark), make("span", { text }));
  const track = make("div", { class: "trail", role: "group", "aria-labelledby": trailId },
    make("p", { class: "trail-name", id: trailId, text: words("path.trail") }),
    post(definition.start, "step") ?? "", nothing, trail, post(definition.goal, "path") ?? "");
  const summary = make("div", { class: "summary" });

  const changed = () => root.dispatchEvent(new Event("change", { bubbles: true }));

  /** Lay a card at a place, from the deck or from another place. */
  function put(id, place) {
    reopen();
    const moved = path.includes(id);
    const next = waiting.get(id).nextElementSibling ?? waiting.get(id).previousElementSibling;
    path = path.filter((one) => one !== id);
    path.splice(place, 0, id);
    draw();
    changed();
    const [card, left] = [byId.get(id).text, byId.size - path.length];
    if (moved) {
      status.say(words("path.moved", { card, n: place + 1, total: path.length }));
      laid.get(id).querySelector("button:not([aria-disabled=true])").focus({ preventScroll: true });
      return;
    }
    status.say(words(left ? "path.laid" : "path.laid-last", { card, n: place + 1, left }));
    (left ? next.querySelector("button") : before.querySelector("button")).focus({ preventScroll: true });
  }

  /** Move a card one place; at either end the button's partner takes the focus. */
  function move(id, by, control) {
    const to = path.indexOf(id) + by;
    if (to < 0 || to >= path.length) return;
    put(id, to);
    if (control.getAttribute("aria-disabled") !== "true") control.focus();
  }

  function takeOff(id) {
    if (!path.includes(id)) return;
    reopen();
    path = path.filter((one) => one !== id);
    draw();
    changed();
    status.say(words("path.taken-off", { card: byId.get(id).text }));
    waiting.get(id).querySelector("button").focus({ preventScroll: true });
  }

  function draw() {
    trail.replaceChildren(...path.map((id) => laid.get(id)));
    deck.replaceChildren(...definition.cards.filter(({ id }) => !path.includes(id)).map(({ id }) => waiting.get(id)));
    nothing.hidden = path.length > 0;
    trail.hidden = path.length === 0;
    tray.hidden = path.length === byId.size;
    path.forEach((id, place) => {
      const off = { earlier: place === 0, later: place === path.length - 1 };
      for (const control of laid.get(id).querySelectorAll("button")) {
        control.setAttribute("aria-disabled", String(off[control.dataset.move] ?? false));
      }
    });
  }

  /** What the patches of light say, for reading aloud. */
  const said = () => [...root.querySelectorAll(".why p")].map((one) => one.textContent).join(" ");

  function unexplain() {
    root.querySelectorAll(".why").forEach((why) => why.remove());
  }

  function reopen() {
    if (root.dataset.state !== "feedback") return;
    unexplain();
    show("open");
    answer.set({});
  }

  function reveal() {
    unexplain();
    const { found, general } = remarks(path.map((id) => byId.get(id)), definition, words);
    for (const [id, texts] of found) if (texts.length) laid.get(id).append(patch(texts));
    summary.append(patch(general));
    show("feedback");
    status.say(words("path.closing"), said());
  }

  function empty(said) {
    unexplain();
    path = [];
    draw();
    show("open");
    answer.set({});
    status.say(said);
  }

  const show = (state) => {
    root.dataset.state = state;
    before.hidden = state === "feedback";
    after.hidden = state !== "feedback";
  };
  const before = actions(
    button(words("activity.check"), () => {
      if (!path.length) {
        status.say(words("path.lay-first"));
        return;
      }
      answer.set({ path: [...path] });
      reveal();
      after.querySelector("button").focus({ preventScroll: true });
      track.scrollIntoView({ block: "nearest" });
    }, { kind: "go" }),
    passButton(words, () => empty(words("activity.passed"))),
  );
  const retry = button(words("activity.again"), () => {
    reopen();
    status.say("");
    trail.querySelector("button:not([aria-disabled=true])").focus();
  }, { mark: "again" });
  const clear = button(words("activity.clear-mine"), () => {
    empty(words("activity.cleared"));
    deck.querySelector("button").focus();
  });
  // Two ways back are one too many for those who can't read what they say.
  const after = words.readAloud ? actions(retry) : actions(retry, clear);
  const tray = make("div", { class: "to-lay" },
    make("p", { class: "trail-name", id: deckId, text: words("path.deck") }), deck);
  const root = make("div", { class: "panel laying" },
    definition.story ? make("p", { class: "told", text: definition.story }) : null,
    make("p", { class: "how", text: words("path.pick") }),
    tray, track, summary, status.element, before, after);
  const { path: kept } = answer.get();
  if (Array.isArray(kept)) path = [...new Set(kept)].filter((id) => byId.has(id));
  show("open");
  draw();
  if (path.length) reveal();
  return root;
}

export default {
  render({ model, el }) {
    const words = wordsOf(model);
    const draw = () => el.replaceChildren(layout(model, words, answer));
    const answer = keep(model, draw);
    draw();
    return answer.stop;
  },
};
