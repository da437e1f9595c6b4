// SPDX-License-Identifier: MIT
// The card round an activity: what kind it is, how long it takes, its title.
import { freshId, make, picture, wordsOf } from "./controls.js";
import { icon } from "./icons.js";

/** The top of the card. Its heading names the whole card and takes the focus after Clear. */
export function cardHead(model) {
  const words = wordsOf(model);
  const { kind, title, how, minutes, picture: drawing } = model.get("definition");
  const heading = make("h3", { class: "act-title", id: freshId("title"), tabindex: "-1", text: title });
  const chip = make("span", { class: "act-kind" }, icon(kind), make("span", { text: words(`${kind}.name`) }));
  const clock = minutes
    && make("span", { class: "act-minutes num", text: words("activity.minutes", { n: minutes }) });
  return {
    heading,
    parts: [
      make("div", { class: "act-top" }, chip, clock || null), heading,
      how ? make("p", { class: "how", text: how }) : null, picture(drawing, "picture wide"),
    ].filter(Boolean),
  };
}

/** The band in style sheets: "11-13" for "ages-11-13". */
export const bandMark = (model) => model.get("definition").band.replace("ages-", "");

/** `kind` as a widget of a notebook: the same card, the same kind inside it. */
export function widget(kind) {
  const dressed = {
    render({ model, el, ...rest }) {
      const { heading, parts } = cardHead(model);
      const body = make("div", { class: "act-body" });
      const live = make("div", { class: "act-live" }, ...parts, body);
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
