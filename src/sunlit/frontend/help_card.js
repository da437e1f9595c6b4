// SPDX-License-Identifier: MIT
// The help card: who listens. It says the same on every surface.
import { make } from "./controls.js";
import { icon } from "./icons.js";

const LINES = ["school", "outside", "keep", "danger"];

/** The address of the help page, where the page round the activity names one. */
function helpPage() {
  return document.querySelector('a[rel~="help"][href], link[rel~="help"][href]')?.href ?? null;
}

/**
 * The card, with the lines of the band. `lead` stands above them; `link` adds the way to
 * the help page, in a tab of its own, so that nothing on this page is lost.
 */
export function helpCard(words, { lead = null, link = false } = {}) {
  const address = link ? helpPage() : null;
  return make("div", { class: "help-card" },
    make("p", { class: "help-card-name" }, icon("help"), make("b", { text: words("activity.card") })),
    lead ? make("p", { class: "help-card-lead", text: lead }) : null,
    make("ul", {}, ...LINES.map((line) => make("li", { text: words(`activity.card-${line}`) }))),
    address ? make("a", {
      class: "btn", href: address, target: "_blank", rel: "noopener", text: words("activity.card-page"),
    }) : null);
}
