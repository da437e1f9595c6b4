// SPDX-License-Identifier: MIT
// Controls that every kind shares. Text enters the page as text only.

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
  const strings = model.get("strings");
  const band = model.get("definition").band;
  return (key, values = {}) => {
    const text = strings[`${key}@${band}`] ?? strings[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
}

const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  swap: "M5 9h13m-3.5-3.5L18 9l-3.5 3.5M19 15.5H6m3.500 3.500L6 15.500 9.500 12",
  pass: "M4 14c1-5 5-8 10-8h5m-4-4 4.200 4L15 10M4 19h2m3 0h2m3 0h2",
  again: "M5 12a7 7 0 1 1 2.200 5.100M5 19v-4.500h4.500",
  think: "M12 4a7 7 0 0 0-4 12.700V19h8v-2.300A7 7 0 0 0 12 4M10 22h4",
};

/** A small line drawing, hidden from screen readers, always beside a word. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "ic");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A picture drawn by Sunlit itself (never by an author): {svg, alt}. */
export function picture(drawing, className = "picture") {
  if (!drawing) return null;
  const parsed = new DOMParser().parseFromString(drawing.svg, "image/svg+xml").documentElement;
  const figure = make("div", { class: className });
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
  figure.append(svg);
  return figure;
}

/** A button. `kind` is "go" for the main one of a row. */
export function button(label, onClick, { kind = "", mark = null, disabled = false } = {}) {
  const element = make("button", { type: "button", class: `btn ${kind}`.trim(), click: onClick });
  if (mark) element.append(icon(mark));
  element.append(make("span", { text: label }));
  element.disabled = disabled;
  return element;
}

/** The row of buttons below a question. */
export function actions(...buttons) {
  return make("div", { class: "acts row" }, ...buttons);
}

/** A live region: what is said there is read aloud. */
export function statusLine() {
  const element = make("p", { class: "status", role: "status" });
  return { element, say: (text) => { element.textContent = text; } };
}

/** The patch of light with an explanation: a mark, words for the mark, the reason. */
export function reason(words, fits, why) {
  const key = fits === null ? "open" : fits ? "fits" : "other";
  const mark = { open: "think", fits: "check", other: "swap" }[key];
  return make(
    "div", { class: "why", "data-mark": key },
    make("p", { class: "why-mark" }, icon(mark), make("b", { text: words(`activity.${key}`) })),
    make("p", { text: why }),
  );
}

/**
 * A group of native radios or checkboxes.
 * Moving with the arrow keys moves the dot and commits nothing: a button commits.
 */
export function choices({ legend, options, several = false, chosen = [], onChange }) {
  const name = freshId("choice");
  const fieldset = make("fieldset", { class: "options" }, make("legend", {}, legend));
  const rows = new Map();
  for (const option of options) {
    const input = make("input", {
      type: several ? "checkbox" : "radio", name, value: option.id,
    });
    input.checked = chosen.includes(option.id);
    const label = make("label", {}, input, picture(option.picture), make("span", { text: option.text }));
    const row = make("div", { class: "opt", "data-option": option.id }, label);
    if (option.picture) row.classList.add("pictured");
    rows.set(option.id, row);
    fieldset.append(row);
  }
  const picked = () =>
    [...fieldset.querySelectorAll("input:checked")].map((input) => input.value);
  fieldset.addEventListener("change", () => onChange?.(picked()));
  return { element: fieldset, rows, picked };
}
