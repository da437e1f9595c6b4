// SPDX-License-Identifier: MIT
// Controls that every kind shares. Text enters the page as text only.
import { icon } from "./icons.js";

let counter = 0;

/** A new element. Attributes by name; `text` is its text; functions are listeners. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") element.textContent = value;
    else if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** An id that no other element on the page has. */
export function freshId(word) {
  counter += 1;
  return `sunlit-${word}-${counter}`;
}

/** Strings of the catalogue, in the wording for the activity's band. */
export function wordsOf(model) {
  const strings = model.get("strings") ?? {};
  const band = model.get("definition").band;
  const words = (key, values = {}) => {
    const text = strings[`${key}@${band}`] ?? strings[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
  /** Whether these words are read to those who can't read yet. */
  words.readAloud = band === "ages-05-07";
  /** Whether questions come one at a time: read aloud, or shown to a whole room. */
  words.oneByOne = words.readAloud || Boolean(model.get("presented"));
  return words;
}

/**
 * The answer in the model. `redraw` is called when it changes from outside: Python sets
 * it, or the same activity is answered in another place; and, with true, when the page
 * is cleared, which also means what was chosen and not yet answered.
 */
export function keep(model, redraw) {
  let own = false;
  const changed = () => { if (!own) redraw(false); };
  const cleared = () => redraw(true);
  model.on("change:answer", changed);
  model.on("sunlit:clear", cleared);
  return {
    get: () => model.get("answer") ?? {},
    set(answer) {
      own = true;
      try {
        model.set("answer", answer);
        model.save_changes();
      } finally {
        own = false;
      }
    },
    stop() {
      model.off("change:answer", changed);
      model.off("sunlit:clear", cleared);
    },
  };
}

/** A picture drawn by Sunlit itself (never by an author): {svg, alt}. */
export function picture(drawing, className = "picture") {
  if (!drawing) return null;
  const parsed = new DOMParser().parseFromString(drawing.svg, "image/svg+xml").documentElement;
  const svg = document.importNode(parsed, true);
  // The same picture may stand on the page twice: ids, and what points at them, are renewed.
  const renewed = new Map();
  for (const element of [svg, ...svg.querySelectorAll("[id]")]) {
    if (!element.id) continue;
    renewed.set(element.id, freshId("picture"));
    element.id = renewed.get(element.id);
  }
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    for (const attribute of [...element.attributes]) {
      let value = attribute.value;
      if (attribute.name.startsWith("aria-")) {
        value = value.split(" ").map((id) => renewed.get(id) ?? id).join(" ");
      } else {
        value = value.replace(/#([\w-]+)/g, (whole, id) => `#${renewed.get(id) ?? id}`);
      }
      if (value !== attribute.value) attribute.value = value;
    }
  }
  return make("div", { class: className }, svg);
}

/** A button. `kind` is "go" for the main one of a row. */
export function button(label, onClick, { kind = "", mark = null } = {}) {
  return make(
    "button", { type: "button", class: `btn ${kind}`.trim(), click: onClick },
    mark && icon(mark), label ? make("span", { text: label }) : null,
  );
}

/** The button that passes: as large as the one beside it. */
export const passButton = (words, onClick) =>
  button(words("activity.pass"), onClick, { mark: words.readAloud ? "hand" : "pass" });

/** The row of buttons below a question. */
export function actions(...buttons) {
  return make("div", { class: "acts" }, ...buttons);
}

/** Text for screen readers only. */
export const unseen = (text) => make("span", { class: "unseen", text });

/** A live region: what is said there is read aloud; `more` is read aloud only. */
export function statusLine() {
  const element = make("p", { class: "status", role: "status" });
  return {
    element,
    say(text, more = "") {
      element.replaceChildren(...(more ? [unseen(`${more} `)] : []), text);
    },
  };
}

/** The patch of light: a mark, words for the mark, the reason (a text or an element). */
export function reason(words, fits, why, label = null) {
  const key = fits === null ? "open" : fits ? "fits" : "other";
  return make(
    "div", { class: "why", "data-mark": key },
    make("p", { class: "why-mark" }, icon(key === "open" ? "think" : key),
      make("b", { text: label ?? words(`activity.${key}`) })),
    typeof why === "string" ? make("p", { text: why }) : why,
  );
}

/** What the patches of light inside `element` say, for reading aloud. */
export function reasonsIn(element) {
  const texts = [...element.querySelectorAll(".why b, .why p:not(.why-mark)")];
  return texts.map((part) => part.textContent).join(" ");
}

/** A legend: the question, and how to answer it. */
export function legend(question, how = null) {
  return make("legend", {}, make("span", { class: "question", text: question }),
    how && make("span", { class: "how", text: how }));
}

/**
 * A group of native radios or checkboxes.
 * Moving with the arrow keys moves the dot and commits nothing: a button commits.
 */
export function choices({ question, how, options, several = false, chosen = [] }) {
  const name = freshId("choice");
  const rows = new Map(options.map((option) => {
    const input = make("input", {
      type: several ? "checkbox" : "radio", name, value: option.id, autocomplete: "off",
    });
    input.checked = chosen.includes(option.id);
    const label = make("label", {}, picture(option.picture), input,
      make("span", { class: "opt-text", text: option.text }));
    const row = make("div", { class: "opt", "data-option": option.id }, label);
    if (option.picture) row.classList.add("pictured");
    return [option.id, row];
  }));
  const list = make("div", { class: "opts", "data-count": options.length }, ...rows.values());
  const element = make("fieldset", { class: "options" }, legend(question, how), list);
  const inputs = () => [...element.querySelectorAll("input")];
  return {
    element,
    rows,
    picked: () => inputs().filter((input) => input.checked).map((input) => input.value),
    clear: () => inputs().forEach((input) => { input.checked = false; }),
  };
}
