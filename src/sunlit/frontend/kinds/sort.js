// SPDX-License-Identifier: MIT
// sort: pick a card, then a tray, by key, click or tap; a mouse may drag as well.
import {
  actions, button, freshId, keep, make, passButton, picture, reason, reasonsIn, statusLine, wordsOf,
} from "../controls.js";
import { draggable } from "../dragging.js";
import { icon } from "../icons.js";
import { choiceForm, oneByOne, questionPanel } from "../panel.js";

/** Where we would put a card, in the words above its reason. */
function verdict(card, bin, names, words) {
  const { fits } = card.in[bin];
  if (fits === null) return words("sort.open");
  if (fits) return words("sort.same");
  const homes = card.home.map((id) => names.get(id));
  return words("sort.elsewhere", { bin: homes.reduce((a, b) => words("sort.or", { a, b })) });
}

/** The table with cards and trays. */
function table(model, words, answer) {
  const { bins, cards, how } = model.get("definition");
  const names = new Map(bins.map((bin) => [bin.id, bin.name]));
  const byId = new Map(cards.map((card) => [card.id, card]));
  const places = new Map();
  let picked = null;

  const status = statusLine();
  const deck = make("ul", { class: "deck", "aria-label": words("sort.deck") });
  const takeBack = button(words("sort.back"), () => {
    const id = picked;
    place(id, null);
    controls.get(id).focus();
    status.say(words("sort.taken-back"));
  }, { kind: "take", mark: "again" });
  takeBack.hidden = true;

  const controls = new Map(cards.map((card) => {
    const control = make("button", {
      type: "button", class: "pcard", "aria-pressed": "false",
      click: (event) => {
        if (root.dataset.state === "feedback") reopen();
        pick(picked === card.id ? null : card.id);
        status.say(words(picked ? "sort.picked" : "sort.unpicked"));
        if (!picked) return;
        // By key, the trays are the next stop however many cards there are.
        if (event.detail === 0) trays.querySelector(".put").focus();
        else trays.scrollIntoView({ block: "nearest" });
      },
    }, picture(card.picture), make("span", { text: card.text }));
    draggable(control, {
      trayAt: (x, y) => {
        const found = document.elementsFromPoint(x, y).map((one) => one.closest(".tray, .deck"));
        return found.find((one) => one && root.contains(one)) ?? null;
      },
      onStart: () => {
        if (root.dataset.state === "feedback") reopen();
        pick(card.id);
      },
      onDrop: (tray) => put(tray.dataset.bin ?? null),
    });
    return [card.id, control];
  }));
  const items = new Map(cards.map((card) => [card.id, make("li", { "data-card": card.id }, controls.get(card.id))]));

  const held = new Map();
  const trays = make("div", { class: "trays", "data-count": bins.length }, ...bins.map((bin) => {
    const id = freshId("tray");
    const list = make("ul", { class: "held", "aria-labelledby": id });
    held.set(bin.id, list);
    return make("div", { class: "tray", role: "group", "aria-labelledby": id, "data-bin": bin.id },
      make("p", { class: "tray-name", id }, icon(bin.icon), make("span", { text: bin.name })),
      bin.note ? make("p", { class: "tray-note", text: bin.note }) : null,
      picture(bin.picture), list,
      make("button", {
        type: "button", class: "btn put", "aria-disabled": "true", "aria-label": words("sort.put-in", { bin: bin.name }),
        click: () => (picked ? put(bin.id) : status.say(words("sort.pick-first"))),
      }, words("sort.put")));
  }));

  function pick(id) {
    if (picked) controls.get(picked).setAttribute("aria-pressed", "false");
    picked = id;
    if (picked) controls.get(picked).setAttribute("aria-pressed", "true");
    takeBack.hidden = !picked || !places.has(picked);
    trays.querySelectorAll(".put").forEach((put) => {
      put.setAttribute("aria-disabled", String(!picked || places.get(picked) === put.closest(".tray").dataset.bin));
    });
  }

  function place(id, bin) {
    if (bin) places.set(id, bin);
    else places.delete(id);
    controls.get(id).classList.toggle("in", Boolean(bin));
    (bin ? held.get(bin) : deck).append(items.get(id));
    if (picked === id) pick(null);
    deck.hidden = deck.children.length === 0;
  }

  /** Place the picked card and go on with the next one. */
  function put(bin) {
    const id = picked;
    const item = items.get(id);
    const wasPlaced = places.has(id);
    const next = item.nextElementSibling ?? item.previousElementSibling;
    place(id, bin);
    const left = deck.children.length;
    if (!bin) {
      status.say(words("sort.taken-back"));
      controls.get(id).focus({ preventScroll: true });
      return;
    }
    status.say(words(left ? "sort.placed" : "sort.placed-last", { bin: names.get(bin), n: left }));
    const following = wasPlaced ? deck.querySelector(".pcard") : next?.querySelector(".pcard");
    (following ?? before.querySelector("button")).focus();
    root.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function reopen() {
    root.querySelectorAll(".why").forEach((why) => why.remove());
    show("open");
    answer.set({});
  }

  function reveal() {
    pick(null);
    root.querySelectorAll(".why").forEach((why) => why.remove());
    for (const [id, bin] of places) {
      const card = byId.get(id);
      const { fits, why } = card.in[bin];
      items.get(id).append(reason(words, fits, why, verdict(card, bin, names, words)));
    }
    show("feedback");
    const left = deck.children.length;
    status.say(`${words("sort.shown")} ${left ? words("sort.left", { n: left }) : ""}`.trim(), reasonsIn(trays));
  }

  function empty(said) {
    reopen();
    pick(null);
    for (const card of cards) place(card.id, null);
    status.say(said);
  }

  const show = (state) => {
    root.dataset.state = state;
    before.hidden = state === "feedback";
    after.hidden = state !== "feedback";
  };
  const before = actions(
    button(words("activity.check"), () => {
      if (!places.size) {
        status.say(words("sort.place-first"));
        return;
      }
      answer.set(Object.fromEntries(places));
      reveal();
      after.querySelector("button").focus({ preventScroll: true });
      trays.scrollIntoView({ block: "nearest" });
    }, { kind: "go" }),
    passButton(words, () => empty(words("activity.passed"))),
  );
  const after = actions(
    button(words("activity.again"), () => {
      reopen();
      status.say("");
      root.querySelector(".pcard").focus();
    }, { mark: "again" }),
    button(words("item.clear"), () => {
      empty(words("activity.cleared"));
      root.querySelector(".pcard").focus();
    }),
  );
  const root = make("div", { class: "panel sorting" },
    how ? null : make("p", { class: "how", text: words("sort.pick") }),
    deck, takeBack, trays, status.element, before, after);
  // Arrows go from tray to tray, past the cards that lie in them; Enter puts the card there.
  const puts = [...trays.querySelectorAll(".put")];
  trays.addEventListener("keydown", (event) => {
    const place = puts.indexOf(event.target);
    const onward = getComputedStyle(root).direction === "rtl" ? -1 : 1;
    const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: onward, ArrowLeft: -onward }[event.key];
    if (place < 0 || !step) return;
    event.preventDefault();
    event.stopPropagation();
    puts[(place + step + puts.length) % puts.length].focus();
  });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !picked) return;
    event.stopPropagation();
    const control = controls.get(picked);
    pick(null);
    control.focus();
    status.say(words("sort.unpicked"));
  });
  show("open");
  for (const card of cards) place(card.id, null);
  const committed = Object.entries(answer.get()).filter(([id, bin]) => items.has(id) && held.has(bin));
  for (const [id, bin] of committed) place(id, bin);
  if (committed.length) reveal();
  return root;
}

/** For those who are read to: one card at a time, and the trays as choices. */
function oneCardAtATime(model, words, answer, at) {
  const { bins, cards } = model.get("definition");
  const panels = cards.map((card) => {
    const committed = answer.get()[card.id];
    const options = bins.map((bin) => ({ id: bin.id, text: bin.name, picture: bin.picture, ...card.in[bin.id] }));
    return questionPanel({
      words, drawing: card.picture, committed: committed && [committed],
      form: choiceForm({
        question: card.text, how: words("sort.which"), options, chosen: committed ? [committed] : [],
      }),
      onAnswer(value) {
        const { [card.id]: _, ...rest } = answer.get();
        answer.set(value ? { ...rest, [card.id]: value[0] } : rest);
      },
    });
  });
  return oneByOne(panels, words, at);
}

export default {
  render({ model, el }) {
    const words = wordsOf(model);
    const at = { place: 0 };
    const draw = () => el.replaceChildren(...(words.oneByOne
      ? oneCardAtATime(model, words, answer, at) : [table(model, words, answer)]));
    const answer = keep(model, draw);
    draw();
    return answer.stop;
  },
};
