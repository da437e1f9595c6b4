// SPDX-License-Identifier: MIT
// profile: turn conditions on and off, see what gets easier for whom; then one's own words.
import { actions, button, choices, freshId, keep, make, passButton, picture, statusLine, unseen, wordsOf } from "../controls.js";
import { icon } from "../icons.js";
import { choiceForm, questionPanel } from "../panel.js";

const EVERYBODY = "everybody";
const MOST_LETTERS = 1500;

/** What holds with these conditions on: { who, easier, sides, condition } in the author's order. */
function holding({ conditions, together }, on, words) {
  const names = new Map(conditions.map(({ id, name }) => [id, name]));
  const join = (ids) => ids.map((id) => names.get(id)).reduce((a, b) => words("profile.both", { a, b }));
  return [
    ...conditions.filter(({ id }) => on.includes(id))
      .flatMap(({ name, changes }) => changes.map((change) => ({ ...change, condition: name }))),
    ...together.filter((group) => group.conditions.every((id) => on.includes(id)))
      .map((group) => ({ ...group, condition: join(group.conditions) })),
  ];
}

/** A person: name, sides, and how it is as things are. */
function personCard(person, words) {
  const id = freshId("person");
  const sides = new Map(person.sides.map((side) => [side.id, make("li", { class: "person-side", text: side.name })]));
  const body = make("div", { class: "person-text" },
    make("p", { class: "person-name", id, text: person.name }),
    person.about ? make("p", { text: person.about }) : null,
    make("ul", { class: "sides", "aria-label": words("profile.sides", { name: person.name }) }, ...sides.values()),
    make("p", { class: "as-it-is" }, make("b", { text: words("profile.now") }), " ", person.now));
  const element = make("div", { class: "many-sided", role: "group", "aria-labelledby": id, "data-person": person.id },
    picture(person.picture), body);
  return { element, body, sides };
}

/** A patch of light: a heading and a list. */
function patch(mark, title, texts) {
  return make("div", { class: "why", "data-mark": "open" },
    make("p", { class: "why-mark" }, icon(mark), make("b", { text: title })),
    make("ul", {}, ...texts.map((text) => make("li", { text }))));
}

/** The task in own words. It is kept as it is typed, in this tab. */
function redesigning({ prompt, starters }, words, kept, onInput) {
  const [id, note] = [freshId("words"), freshId("note")];
  const area = make("textarea", {
    id, rows: 5, maxlength: MOST_LETTERS, autocomplete: "off", "aria-describedby": note,
    input: () => onInput(area.value),
  });
  area.value = kept;
  const start = (starter) => button(starter, () => {
    const before = area.value.trimEnd();
    area.value = `${before}${before ? "\n" : ""}${starter} `.slice(0, MOST_LETTERS);
    onInput(area.value);
    area.focus();
  }, { mark: "more" });
  const buttons = starters.map((starter) => {
    const control = start(starter);
    control.setAttribute("aria-label", words("profile.start-with", { starter }));
    return control;
  });
  return {
    area,
    element: make("div", { class: "redesign" },
      make("p", { class: "part-name", text: words("profile.own-words") }),
      make("label", { class: "question", for: id, text: prompt }),
      buttons.length ? make("div", { class: "starters" }, ...buttons) : null,
      make("p", { class: "private", id: note }, icon("private"), make("span", { text: words("profile.private") })), area),
  };
}

function exploring(model, words, answer) {
  const definition = model.get("definition");
  const { people, conditions, redesign, how } = definition;
  const status = statusLine();
  const cards = new Map(people.map((person) => [person.id, personCard(person, words)]));
  const given = answer.get();
  const ids = new Set(conditions.map(({ id }) => id));
  const kept = Array.isArray(given.on) ? given.on.filter((id) => ids.has(id)) : [];
  let committed = kept.length ? kept : null;
  const group = choices({
    question: words("profile.conditions"), how: how ? null : words("profile.how"), several: true, chosen: kept,
    options: conditions.map(({ id, name, picture: drawing }) => ({ id, text: name, picture: drawing })),
  });
  for (const { id, note } of conditions) {
    if (note) group.rows.get(id).querySelector(".opt-text").append(make("span", { class: "opt-note", text: note }));
  }
  const own = redesign && redesigning(redesign, words, typeof given.words === "string" ? given.words : "", save);
  const summary = make("div", { class: "summary" });

  /** Keep what is committed and what is written, and nothing else. */
  function save() {
    const written = own?.area.value ?? "";
    answer.set({ ...(committed ? { on: committed } : {}), ...(written ? { words: written } : {}) });
  }

  function unexplain() {
    root.querySelectorAll(".why").forEach((why) => why.remove());
    root.querySelectorAll(".reached").forEach((side) => {
      side.classList.remove("reached");
      side.querySelectorAll(".ic, .unseen").forEach((part) => part.remove());
    });
  }

  function reveal() {
    unexplain();
    const changes = holding(definition, committed, words);
    const told = (list) => list.map((change) => words("profile.because", change));
    for (const person of people) {
      const { body, sides } = cards.get(person.id);
      const own = changes.filter(({ who }) => who === person.id);
      for (const side of new Set(own.flatMap((change) => change.sides))) {
        sides.get(side).classList.add("reached");
        sides.get(side).prepend(icon("open"));
        sides.get(side).append(unseen(` ${words("profile.reached")}`));
      }
      body.append(own.length ? patch("open", words("profile.easier"), told(own))
        : make("div", { class: "why", "data-mark": "open" }, make("p", { text: words("profile.nothing", { name: person.name }) })));
    }
    const all = changes.filter(({ who }) => who === EVERYBODY);
    const still = conditions.filter(({ id, still: left }) => left && committed.includes(id))
      .map((one) => words("profile.still-of", { condition: one.name, still: one.still }));
    if (all.length) summary.append(patch("support", words("profile.everybody"), told(all)));
    if (still.length) summary.append(patch("think", words("profile.still"), still));
    show("feedback");
    status.say(words("profile.closing"),
      [...root.querySelectorAll(".why b, .why li, .why > p:not(.why-mark)")].map((one) => one.textContent).join(". "));
  }

  function reopen() {
    if (root.dataset.state !== "feedback") return;
    unexplain();
    show("open");
    status.say("");
    committed = null;
    save();
  }

  function empty(said, { all = false } = {}) {
    group.clear();
    unexplain();
    show("open");
    committed = null;
    if (all && own) own.area.value = "";
    save();
    status.say(said);
  }

  const show = (state) => {
    root.dataset.state = state;
    before.hidden = state === "feedback";
    after.hidden = state !== "feedback";
  };
  const firstInput = () => group.element.querySelector("input");
  const before = actions(
    button(words("profile.see"), () => {
      const on = group.picked();
      if (!on.length) {
        status.say(words("profile.turn-on-first"));
        return;
      }
      committed = on;
      save();
      reveal();
      after.querySelector("button").focus({ preventScroll: true });
      root.scrollIntoView({ block: "nearest" });
    }, { kind: "go" }),
    passButton(words, () => empty(words("activity.passed"))));
  const after = actions(
    button(words("activity.again"), () => {
      reopen();
      firstInput().focus();
    }, { mark: "again" }),
    button(words("activity.clear-mine"), () => {
      empty(words("activity.cleared"), { all: true });
      firstInput().focus();
    }));
  group.element.addEventListener("change", reopen);

  const root = make("div", { class: "panel exploring" },
    make("div", { class: "many-sided-all", "data-count": people.length }, ...[...cards.values()].map(({ element }) => element)),
    summary, group.element, status.element, before, after, own?.element ?? "");
  show("open");
  if (committed) reveal();
  return [root];
}

/** For those who are read to: the animal, and pictures of what could help. */
function asking(model, words, answer) {
  const { people: [animal], conditions } = model.get("definition");
  const committed = answer.get().on;
  const options = conditions.map(({ id, name, picture: drawing, changes }) => ({
    id, text: name, picture: drawing, fits: null, why: changes.map(({ easier }) => easier).join(" "),
  }));
  const panel = questionPanel({
    words, committed,
    form: choiceForm({
      question: words("profile.conditions", { name: animal.name }), options, several: true,
      chosen: Array.isArray(committed) ? committed : [],
    }),
    onAnswer: (value) => answer.set(value ? { on: value } : {}),
  });
  return [personCard(animal, words).element, panel];
}

export default {
  render({ model, el }) {
    const words = wordsOf(model);
    const draw = () => el.replaceChildren(...(words.readAloud ? asking : exploring)(model, words, answer));
    const answer = keep(model, draw);
    draw();
    return answer.stop;
  },
};
