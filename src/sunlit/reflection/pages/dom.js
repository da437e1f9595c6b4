// SPDX-License-Identifier: MIT
// Small helpers over the DOM; texts only ever enter as text.

/** The strings of this page. */
export const words = JSON.parse(document.getElementById("words").textContent);

/** Return a string of the catalogue with its places filled in. */
export function say(key, values = {}) {
  return words[key].replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}

/** Return the element with an id. */
export function at(id) {
  return document.getElementById(id);
}

/** Make an element with attributes and children; strings become text. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** Make a button with a label and what it does. */
export function button(label, act, attributes = {}) {
  const element = make("button", { type: "button", class: "btn", ...attributes }, label);
  element.addEventListener("click", act);
  return element;
}

/** Show one of several sections and bring its heading into view and focus. */
export function show(id, ...all) {
  for (const one of all) at(one).hidden = one !== id;
  const heading = at(id).querySelector("h1, h2");
  if (heading) heading.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** Wait some milliseconds. */
export function pause(milliseconds) {
  return new Promise((done) => { setTimeout(done, milliseconds); });
}
