// SPDX-License-Identifier: MIT
// Closed questions in front of a class: to be read, and answered elsewhere. A choice made on
// the projector would be somebody's answer for all to see, so there is none to make.
import { actions, button, legend, make, picture, reason, statusLine } from "./controls.js";
import { oneByOne } from "./panel.js";

/** One question with what can be answered; `known` adds a button that shows what is known. */
function projected(item, words, { note, known }) {
  const status = statusLine();
  const shown = make("div", { class: "known" });
  const show = known && item.known ? button(words("check.show-known"), () => {
    const why = reason(words, null, item.known.why, words("check.known", { label: item.known.label }));
    shown.replaceChildren(why);
    status.say("", why.textContent);
    show.hidden = true;
  }, { mark: "think" }) : null;
  return make("div", { class: "panel projected" }, picture(item.picture, "picture wide"),
    make("fieldset", { class: "options" }, legend(item.text),
      make("ul", { class: "answers" }, ...item.options.map((option) => make("li", {},
        picture(option.picture), make("span", { text: option.text }))),
      make("li", {}, make("span", { text: words("item.pass") })))),
    shown, show ? actions(show) : null, make("p", { class: "how", text: note }), status.element);
}

/** Questions to look at together, one at a time. */
export const projectedItems = (items, words, { note, known = false }) =>
  oneByOne(items.map((item) => projected(item, words, { note, known })), words, { place: 0 });
