// SPDX-License-Identifier: MIT
// The slides of a lesson: its opening, and one for each section that the chosen length keeps.
import { make } from "../controls.js";

/** The lengths a lesson comes in, each once: the whole plan first. */
export function lengthsOf(plan) {
  const minutes = (key) => plan.reduce((sum, step) => sum + step[key], 0);
  const lengths = [{ key: "minutes", minutes: minutes("minutes") }];
  for (const key of ["cut_25", "cut_10"]) {
    const total = minutes(key);
    if (total > 0 && lengths.every((one) => one.minutes !== total)) lengths.push({ key, minutes: total });
  }
  return lengths;
}

/** The first slide: title, lead and the note on what comes up, taken from the top of the page. */
function opening(said) {
  const text = (selector) => document.querySelector(selector)?.textContent.trim() ?? "";
  const crumb = document.querySelector(".mast .crumb")?.cloneNode(true);
  const slide = make("section", { class: "opening" }, crumb,
    make("h2", { class: "opening-title", text: text(".mast h1") }));
  for (const [name, selector] of [["opening-lead", ".mast .lead"], ["opening-note", ".col > .note"]]) {
    if (text(selector)) slide.append(make("p", { class: name, text: text(selector) }));
  }
  slide.setAttribute("aria-label", said);
  return slide;
}

/**
 * Every slide of the page, in order: { element, step, number }. `step` is the plan's row,
 * null for the opening. `number` is what links count by: the same at every length.
 */
export function slidesOf(plan, label) {
  const title = (section) => {
    const heading = section.querySelector("h2").cloneNode(true);
    heading.querySelectorAll(".min").forEach((minutes) => minutes.remove());
    return heading.textContent.trim();
  };
  const first = opening(label);
  document.querySelector(".mast").after(first);
  const sections = [...document.querySelectorAll(".text > section > section")]
    .filter((section) => section.querySelector(":scope > h2"));
  return [
    { element: first, step: null, number: 1, title: "" },
    // The plan has one row for each section, in the same order.
    ...sections.map((element, place) => ({
      element, step: plan[place] ? { ...plan[place], place } : null, number: place + 2, title: title(element),
    })),
  ];
}

/**
 * Sources stand on the page and not on slides; the space before one is marked, so that it
 * can go with it.
 */
export function markSources() {
  for (const source of document.querySelectorAll(".text .bibtex-citation")) {
    const before = source.previousSibling;
    if (before?.nodeType !== Node.TEXT_NODE || !before.data.endsWith(" ")) continue;
    before.data = before.data.slice(0, -1);
    source.before(make("span", { class: "p-space", text: " " }));
  }
}

/** The slides that `length` keeps: what has no row in the plan is always shown. */
export const keptAt = (slides, length) => slides.filter(({ step }) => !step || step[length.key] > 0);
