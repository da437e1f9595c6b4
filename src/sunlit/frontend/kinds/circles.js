// SPDX-License-Identifier: MIT
// circles: rings of helpers round a character; pick a person, choose a ring, put them there.
import {
  actions, button, choices, freshId, keep, make, passButton, picture, statusLine, wordsOf,
} from "../controls.js";
import { choiceForm, oneByOne, questionPanel } from "../panel.js";

const SVG = "http://www.w3.org/2000/svg";
const [MIDDLE, OUTSIDE, LARGEST_DOT] = [14, 98, 8.5];

function shape(tag, attributes, text = null) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== null) element.textContent = text;
  return element;
}

/** The rings with a numbered dot for each person; the lists beside it say the same in words. */
function drawMap(rings, people, places) {
  const svg = shape("svg", { viewBox: "-100 -100 200 200", class: "rings", "aria-hidden": "true", focusable: "false" });
  const step = (OUTSIDE - MIDDLE) / rings.length;
  rings.forEach((_, n) => {
    const ring = rings.length - n; // from the outside in, so that each lies on the one before
    svg.append(shape("circle", { r: MIDDLE + step * ring, class: "map-ring", "data-ring": rings[ring - 1].id }));
  });
  svg.append(shape("circle", { r: MIDDLE - 4, class: "middle" }));
  rings.forEach((ring, n) => {
    const here = people.filter((person) => places.get(person.id)?.ring === ring.id);
    const radius = MIDDLE + step * (n + 0.5);
    const dot = Math.min(LARGEST_DOT, (Math.PI * radius) / Math.max(here.length, 1) - 0.5);
    here.forEach((person, place) => {
      // A third of a turn on for each ring, so that dots do not line up.
      const angle = 2 * Math.PI * (place / here.length + n / 3) - Math.PI / 2;
      const at = { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
      svg.append(shape("circle", { cx: at.x, cy: at.y, r: dot, class: "dot" }));
      svg.append(shape("text", {
        x: at.x, y: at.y, dy: ".36em", "font-size": dot * 1.15, "text-anchor": "middle", class: "dot-number",
      }, people.indexOf(person) + 1));
    });
  });
  return svg;
}

/** A character in the middle, people to put on rings, and what there is to talk about. */
function mapping(model, words, answer) {
  const { character, story, rings, goodFor, people, how } = model.get("definition");
  const byId = new Map(people.map((person) => [person.id, person]));
  const ringNames = new Map(rings.map((ring) => [ring.id, ring.name]));
  const goodTexts = new Map(goodFor.map((one) => [one.id, one.text]));
  const join = (texts) => texts.reduce((a, b) => words("circles.list", { a, b }));
  const number = (person) => people.indexOf(person) + 1;
  let places = new Map();
  let picked = null;

  const status = statusLine();
  const hint = statusLine(); // beside the questions about one person, far from the buttons below
  const deckId = freshId("people");
  const deck = make("ul", { class: "deck", "aria-labelledby": deckId });
  const deckBox = make("div", { class: "around" },
    make("p", { class: "part-name", id: deckId, text: words("circles.people", { character }) }), deck);
  const editor = make("div", { class: "place-person" });
  const map = make("div", { class: "map" });
  const summary = make("div", { class: "summary" });

  const cards = new Map(people.map((person) => [person.id, make("button", {
    type: "button", class: "pcard", "aria-pressed": "false", click: () => pick(picked === person.id ? null : person.id),
  }, picture(person.picture), make("b", { class: "dot-name num", text: number(person) }),
  make("span", { text: person.name }), person.about ? make("span", { class: "about", text: person.about }) : null)]));

  const changed = () => root.dispatchEvent(new Event("change", { bubbles: true }));

  /** Open the questions about one person, or close them. */
  function pick(id) {
    reopen();
    if (picked) cards.get(picked).setAttribute("aria-pressed", "false");
    picked = id;
    editor.replaceChildren();
    hint.say("");
    status.say("");
    if (!id) return;
    const person = byId.get(id);
    cards.get(id).setAttribute("aria-pressed", "true");
    const kept = places.get(id);
    const where = choices({
      question: words("circles.where", { person: person.name }), how: words("circles.where-how"),
      options: rings.map((ring) => ({ id: ring.id, text: ring.note ? `${ring.name}: ${ring.note}` : ring.name })),
      chosen: kept ? [kept.ring] : [],
    });
    const good = goodFor.length ? choices({
      question: words("circles.good", { person: person.name }), how: words("circles.good-how"),
      options: goodFor, several: true, chosen: kept?.good ?? [],
    }) : null;
    const put = button(words("circles.put"), () => {
      const [ring] = where.picked();
      if (!ring) {
        hint.say(words("circles.choose-ring"));
        return;
      }
      places.set(id, { ring, good: good?.picked() ?? [] });
      const left = people.length - places.size;
      pick(null);
      draw();
      changed();
      status.say(words(left ? "circles.placed" : "circles.placed-last", { person: person.name, ring: ringNames.get(ring), n: left }));
      (deck.querySelector("button") ?? before.querySelector("button")).focus({ preventScroll: true });
    }, { kind: "go" });
    const leave = button(words("circles.leave-off"), () => {
      places.delete(id);
      pick(null);
      draw();
      status.say(words("circles.left-off", { person: person.name }));
      cards.get(id).focus({ preventScroll: true });
    });
    editor.append(make("div", { class: "person" }, where.element, good?.element ?? "", actions(put, leave)));
    hint.say(words("circles.picked", { person: person.name }));
    where.element.querySelector("input:checked, input").focus({ preventScroll: true });
    editor.scrollIntoView({ block: "nearest" });
  }

  /** The people of one ring, with what they are good for. */
  function ringList(ring) {
    const id = freshId("ring");
    const here = people.filter((person) => places.get(person.id)?.ring === ring.id);
    const list = make("ul", { class: "on-ring", "aria-labelledby": id }, ...here.map((person) => {
      const good = places.get(person.id).good.filter((one) => goodTexts.has(one)).map((one) => goodTexts.get(one));
      const change = make("button", {
        type: "button", class: "btn change", "aria-label": words("circles.change-person", { person: person.name }),
        click: () => pick(person.id),
      }, words("circles.change"));
      return make("li", { "data-person": person.id },
        make("b", { class: "dot-name num", text: number(person) }),
        make("div", { class: "who-and-what" }, make("p", { class: "helper-name", text: person.name }),
          good.length ? make("p", { class: "good", text: join(good) }) : null),
        change);
    }));
    return make("div", { class: "ring-part", "data-ring": ring.id },
      make("p", { class: "ring-name", id, text: ring.name }),
      here.length ? list : make("p", { class: "nobody", text: words("circles.empty-ring") }));
  }

  function draw() {
    deck.replaceChildren(...people.filter(({ id }) => !places.has(id)).map(({ id }) => make("li", {}, cards.get(id))));
    deckBox.hidden = places.size === people.length;
    map.replaceChildren(
      make("p", { class: "part-name", text: words("circles.map", { character }) }),
      make("div", { class: "map-parts" }, drawMap(rings, people, places),
        make("div", { class: "ring-parts" }, ...rings.map(ringList))));
  }

  const patch = (...texts) => make("div", { class: "why", "data-mark": "open" },
    ...texts.filter(Boolean).map((text) => make("p", { text })));

  function reveal() {
    const named = [...places].map(([id, place]) => ({ person: byId.get(id), place }));
    for (const { person, place } of named) {
      const more = person.goodFor.filter((id) => !place.good.includes(id)).map((id) => goodTexts.get(id));
      map.querySelector(`[data-person="${person.id}"]`)
        .append(patch(person.why, more.length ? words("circles.may-also", { list: join(more) }) : null));
    }
    const covered = new Set(named.flatMap(({ place }) => place.good));
    const gaps = goodFor.filter((one) => !covered.has(one.id)).map((one) => one.text);
    const adults = named.filter(({ person }) => person.adult).map(({ person }) => person.name);
    summary.replaceChildren(patch(
      adults.length ? words("circles.adults", { list: join(adults) }) : words("circles.no-adult", { character }),
      gaps.length ? words("circles.gaps", { list: join(gaps) }) : null,
      words("circles.few")));
    show("feedback");
    status.say(words("circles.closing"), [...root.querySelectorAll(".why p")].map((one) => one.textContent).join(" "));
  }

  function reopen() {
    if (root.dataset.state !== "feedback") return;
    root.querySelectorAll(".why").forEach((why) => why.remove());
    show("open");
    answer.set({});
  }

  function empty(said) {
    places = new Map();
    pick(null);
    root.querySelectorAll(".why").forEach((why) => why.remove());
    show("open");
    answer.set({});
    draw();
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
        status.say(words("circles.place-first"));
        return;
      }
      pick(null);
      answer.set(Object.fromEntries(places));
      reveal();
      after.querySelector("button").focus({ preventScroll: true });
      map.scrollIntoView({ block: "nearest" });
    }, { kind: "go" }),
    passButton(words, () => empty(words("activity.passed"))));
  const after = actions(
    button(words("activity.again"), () => {
      reopen();
      status.say("");
      map.querySelector("button").focus();
    }, { mark: "again" }),
    button(words("activity.clear-mine"), () => {
      empty(words("activity.cleared"));
      deck.querySelector("button").focus();
    }));
  const root = make("div", { class: "panel circling" },
    story ? make("p", { class: "told", text: story }) : null,
    how ? null : make("p", { class: "how", text: words("circles.pick") }),
    deckBox, editor, hint.element, map, summary, status.element, before, after);
  places = known(answer.get(), byId, ringNames);
  show("open");
  draw();
  if (places.size) reveal();
  return root;
}

/** The places of an answer that are people and rings of this map. */
function known(given, people, rings) {
  return new Map(Object.entries(given)
    .filter(([id, place]) => people.has(id) && rings.has(place?.ring))
    .map(([id, { ring, good }]) => [id, { ring, good: Array.isArray(good) ? good : [] }]));
}

/** For those who are read to: one person at a time, and the map as it grows. */
function onePersonAtATime(model, words, answer, at) {
  const { story, rings, people } = model.get("definition");
  const byId = new Map(people.map((person) => [person.id, person]));
  const ringNames = new Map(rings.map((ring) => [ring.id, ring.name]));
  const map = make("div", { class: "map" });
  const drawPlaces = () => map.replaceChildren(drawMap(rings, people, known(answer.get(), byId, ringNames)));
  const panels = people.map((person) => {
    const committed = answer.get()[person.id];
    const options = rings.map((ring) => ({ id: ring.id, text: ring.name, fits: null, why: person.why }));
    return questionPanel({
      words, drawing: person.picture, committed: committed && [committed.ring],
      form: choiceForm({
        question: words("circles.where", { person: person.name }), how: person.about, options,
        chosen: committed ? [committed.ring] : [],
      }),
      onAnswer(value) {
        const { [person.id]: _, ...rest } = answer.get();
        answer.set(value ? { ...rest, [person.id]: { ring: value[0], good: [] } } : rest);
        drawPlaces();
      },
    });
  });
  drawPlaces();
  return [story ? make("p", { class: "told", text: story }) : "", ...oneByOne(panels, words, at), map];
}

export default {
  render({ model, el }) {
    const words = wordsOf(model);
    const at = { place: 0 };
    const draw = () => el.replaceChildren(...(words.readAloud
      ? onePersonAtATime(model, words, answer, at) : [mapping(model, words, answer)]));
    const answer = keep(model, draw);
    draw();
    return answer.stop;
  },
};
