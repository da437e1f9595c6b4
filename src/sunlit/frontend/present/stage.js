// SPDX-License-Identifier: MIT
// Present mode: the page's own sections, one on the screen at a time, activities alive.
//
// Nothing is moved or copied: a slide is a section that the style sheet shows alone, so that
// answers, links and printing stay what they are.
import { clearAddress, leadsToSlide, lengthInAddress, noteAddress, placeInAddress } from "./address.js";
import { presentBar } from "./bar.js";
import { classReflections } from "./class_reflection.js";
import { lessonClock } from "./clock.js";
import { fit, fitsWell, overflows, unfit } from "./fitting.js";
import { clearFrame, frame, SHOWN } from "./frame.js";
import { keyAction } from "./keys.js";
import { keptAt, lengthsOf, markSources, slidesOf } from "./outline.js";
import { partsOf } from "./pages.js";
import { teacherLink } from "./teacher_link.js";
import { topLine } from "./top.js";

const root = document.documentElement;

function presentation(opener, { strings, plan, title }) {
  const say = (key, values = {}) =>
    strings[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const main = document.querySelector("main");
  markSources();
  const lengths = lengthsOf(plan);
  const slides = slidesOf(plan, say("opening"));
  const clock = lessonClock();
  let length = lengths[0];
  let kept = slides;
  let at = { place: 0, part: 0 };
  let parts = [[]];
  let on = false;
  let ticking = null;
  let refitting = null;

  const slide = () => kept[at.place];
  const minutes = () => slide().step?.[length.key] ?? 0;
  const shown = () => slide().element;
  const below = () => shown().scrollHeight - shown().clientHeight - shown().scrollTop;
  const activity = () => shown().querySelector(`[data-activity].${SHOWN}`);
  /** The button inside an activity that shows its next or its last question. */
  const mover = (name) => activity()?.querySelector(`.steps [data-move=${name}]:not([aria-disabled=true])`);

  const teacher = opener.dataset.guide ? teacherLink(opener.dataset.guide, report, { next, back, clock: toggle }) : null;
  const bar = presentBar({
    say, lengths,
    talk: { href: opener.dataset.help, text: say("talk") },
    does: {
      back, next, clock: toggle,
      length: choose,
      clockAgain() { clock.again(); tick(); },
      teacher: teacher && (() => { if (!teacher.open()) bar.tell(say("blocked")); }),
      fullScreen: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()),
      end: () => leave(),
    },
  });
  const top = topLine(title);
  const reflections = classReflections({ say, on: () => on, changed: wallChanged, press });
  /** The wall that this slide shows now, if it does. */
  const wall = () => reflections.shown(parts[at.part] ?? []);

  /** What the teacher's window shows. */
  function report() {
    const following = kept[at.place + 1];
    return {
      on, place: at.place, total: kept.length, part: at.part, parts: parts.length,
      title: slide().title || title, step: slide().step?.place ?? null,
      coming: following ? [following.step?.name, following.title].filter(Boolean).join(": ") : null,
      left: clock.left(minutes()), minutes: minutes(), running: clock.running(),
    };
  }

  function tick() {
    clearTimeout(ticking);
    if (!on) return;
    const left = clock.left(minutes());
    if (minutes()) bar.tick({ left, minutes: minutes(), running: clock.running() });
    teacher?.tell();
    if (clock.running()) ticking = setTimeout(tick, ((left % 1000) + 1000) % 1000 || 1000);
  }

  function toggle() {
    if (clock.running()) clock.stop();
    else if (minutes()) clock.start();
    tick();
  }

  /** Part the section of this slide for the screen as it is now. */
  function measure() {
    const section = shown();
    parts = slide().step === null && at.place === 0 ? [[...section.children]] : partsOf(section, (blocks) => {
      frame(section, blocks, slide().title);
      return fitsWell(section);
    });
  }

  function refit() {
    if (!on) return;
    fit(shown());
    sayMore();
  }

  /** Say that there is more below while there is. */
  function sayMore() {
    if (on) bar.scrolls(overflows(shown()) && below() > 2);
  }

  /** Show a part of a slide; `part` may be -1 for the last. */
  function show(place, part, { focus = true } = {}) {
    at = { place, part: 0 };
    measure();
    at.part = part < 0 ? parts.length - 1 : Math.min(part, parts.length - 1);
    frame(shown(), parts[at.part], slide().title);
    clock.show(slide().step?.place ?? null);
    top.draw(slide());
    const total = kept.length;
    const label = say(parts.length > 1 ? "place-part" : "place",
      { n: place + 1, total, part: at.part + 1, parts: parts.length });
    bar.draw({
      place, total, label, length, step: minutes() > 0, last: place === total - 1,
      first: place === 0 && at.part === 0,
      ended: place === total - 1 && at.part === parts.length - 1,
    });
    shown().scrollTop = 0;
    refit();
    noteAddress(slide(), at.part);
    if (activity()) reflections.add(activity());
    // Whoever works the bar stays on it; otherwise the new slide is what is read next.
    if (focus && !bar.element.contains(document.activeElement)) {
      const heading = (activity() && shown().matches(".p-alone") ? activity().querySelector(".act-title") : null)
        ?? shown().querySelector("h2");
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    tick();
  }

  function next() {
    if (!on) return;
    if (overflows(shown()) && below() > 2) {
      shown().scrollBy({ top: shown().clientHeight * 0.8 });
      sayMore();
    }
    else if (wall()?.turn(1)) return;
    else if (mover("next")) move("next");
    else if (at.part < parts.length - 1) show(at.place, at.part + 1);
    else if (at.place < kept.length - 1) show(at.place + 1, 0);
  }

  function back() {
    if (!on) return;
    if (wall()?.turn(-1)) return;
    if (mover("back")) move("back");
    else if (at.part > 0) show(at.place, at.part - 1);
    else if (at.place > 0) show(at.place - 1, -1);
  }

  function move(name) {
    const held = bar.element.contains(document.activeElement) ? document.activeElement : null;
    mover(name).click();
    held?.focus();
    shown().scrollTop = 0;
    refit();
  }

  /** A class reflection was opened or closed: where it belongs to this slide, show that. */
  function wallChanged({ element, state }) {
    if (!on || !shown().contains(element)) return;
    remeasure();
    const part = parts.findIndex((blocks) => blocks.includes(element));
    if (part >= 0 && state !== "earlier") show(at.place, part, { focus: false });
  }

  /** A key pressed inside the wall's frame does here what it does on any slide. */
  function press(key) {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }

  function choose(chosen) {
    length = chosen;
    const now = slide();
    kept = keptAt(slides, length);
    show(Math.max(0, kept.findIndex((one) => one.number >= now.number)), 0);
  }

  function tellActivities(presented) {
    for (const one of document.querySelectorAll("[data-activity]")) {
      one.dispatchEvent(new CustomEvent("sunlit:present", { detail: presented }));
    }
  }

  function enter() {
    if (on) return;
    on = true;
    root.dataset.present = "";
    main.prepend(top.element);
    main.append(bar.element);
    tellActivities(true);
    const { place, part } = placeInAddress(kept);
    show(place, part);
  }

  function leave({ address = true } = {}) {
    if (!on) return;
    on = false;
    reflections.clear();
    clock.stop();
    clearTimeout(ticking);
    if (document.fullscreenElement) document.exitFullscreen();
    const section = at.place > 0 ? shown() : null;
    delete root.dataset.present;
    clearFrame();
    top.element.remove();
    bar.element.remove();
    tellActivities(false);
    unfit();
    if (address) clearAddress();
    teacher?.tell();
    section?.scrollIntoView();
    opener.focus({ preventScroll: Boolean(section) });
  }

  const soon = () => {
    cancelAnimationFrame(refitting);
    refitting = requestAnimationFrame(refit);
  };
  /** The screen changed: part the section anew and keep the block that was first. */
  function remeasure() {
    if (!on) return;
    const first = parts[at.part][0];
    measure();
    const part = parts.findIndex((blocks) => blocks.includes(first));
    show(at.place, Math.max(0, part), { focus: false });
  }

  new MutationObserver(() => { if (on) soon(); })
    .observe(document.querySelector(".text"), { subtree: true, childList: true, attributeFilter: ["hidden", "open", "data-state"] });
  let resizing = null;
  addEventListener("resize", () => {
    cancelAnimationFrame(resizing);
    resizing = requestAnimationFrame(remeasure);
  });
  main.addEventListener("scroll", sayMore, { capture: true, passive: true });
  document.fonts.ready.then(remeasure);
  addEventListener("load", remeasure);
  addEventListener("hashchange", () => {
    if (!leadsToSlide()) leave({ address: false });
    else if (!on) enter();
    else {
      const { place, part } = placeInAddress(kept);
      if (place !== at.place || part !== at.part) show(place, part);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (!on) return;
    const action = keyAction(event, { rightToLeft: root.dir === "rtl", scrolls: overflows(shown()) });
    if (!action) return;
    event.preventDefault();
    ({
      next, back, leave: () => leave(),
      first: () => show(0, 0),
      last: () => show(kept.length - 1, -1),
    })[action]();
  });
  opener.hidden = false;
  opener.addEventListener("click", () => {
    // The browser's own way back leads out of the slides again.
    history.pushState(null, "", "#present-1");
    enter();
  });
  const asked = lengthInAddress();
  if (asked !== null) {
    length = lengths.find((one) => one.minutes === asked) ?? length;
    kept = keptAt(slides, length);
  }
  if (asked !== null || leadsToSlide()) enter();
}

const opener = document.querySelector("[data-present-lesson]");
const data = document.getElementById("present-data");
if (opener && data) presentation(opener, JSON.parse(data.textContent));
