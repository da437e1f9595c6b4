// SPDX-License-Identifier: MIT
// The card round an activity: what kind it is, how long it takes, its title.
import { freshId, make, picture, wordsOf } from "./controls.js";
import { icon } from "./icons.js";

/** The top of the card: the same that the book writes into its pages. */
function drawHead(model) {
  const words = wordsOf(model);
  const { kind, title, how, minutes, picture: drawing } = model.get("definition");
  return make("div", { class: "act-head" },
    make("div", { class: "acthead" },
      make("span", { class: "kind", text: words(`${kind}.name`) }),
      minutes ? make("span", { class: "mins num", text: words("activity.minutes", { n: minutes }) }) : null),
    picture(drawing, "picture wide"),
    make("h3", { class: "act-title", text: title }),
    how ? make("p", { class: "how", text: how }) : null);
}

/**
 * The top of the card, `drawn` by the book or here. Its heading names the whole card
 * and takes the focus when the card is emptied.
 */
export function cardHead(model, drawn = null) {
  const head = drawn ?? drawHead(model);
  const heading = head.querySelector(".act-title");
  heading.id ||= freshId("title");
  heading.tabIndex = -1;
  head.querySelector(".kind").prepend(icon(model.get("definition").kind));
  return { head, heading };
}

/** The band in style sheets: "11-13" for "ages-11-13". */
export const bandMark = (model) => model.get("definition").band.replace("ages-", "");

/** `kind` as a widget of a notebook: the same card, the same kind inside it. */
export function widget(kind) {
  const dressed = {
    render({ model, el, ...rest }) {
      const { head, heading } = cardHead(model);
      const body = make("div", { class: "act-body" });
      const live = make("div", { class: "act-live" }, head, body);
      const card = make("div", {
        class: "act card", role: "group", "aria-labelledby": heading.id,
        "data-activity": model.get("definition").kind, "data-band": bandMark(model), "data-state": "ready",
      }, live);
      el.classList.add("sunlit");
      el.dataset.band = bandMark(model);
      el.replaceChildren(card);
      return kind.render({ model, el: body, ...rest });
    },
  };
  if (kind.initialize) dressed.initialize = kind.initialize;
  return dressed;
}
