// SPDX-License-Identifier: MIT
// The line above a slide: the window, the lesson's name, the step of the plan.
import { make } from "../controls.js";

/** The line; `draw(slide)` names the step. The opening has its title on the slide itself. */
export function topLine(title) {
  const copy = (selector) => document.querySelector(selector)?.cloneNode(true) ?? null;
  const light = copy(".mast .light");
  const brand = copy(".brand .logo");
  const lesson = make("span", { class: "p-lesson" });
  const step = make("span", { class: "p-step" });
  const element = make("header", { class: "p-top" }, brand, lesson, step);
  if (light) {
    light.classList.add("p-light");
    element.prepend(light);
  }
  const brandName = document.querySelector(".brand span")?.textContent ?? "";
  return {
    element,
    draw(slide) {
      lesson.textContent = slide.step ? title : brandName;
      step.textContent = slide.step?.name ?? "";
    },
  };
}
