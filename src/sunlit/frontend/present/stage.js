// SPDX-License-Identifier: MIT
// Present mode: the page's own sections, one on the screen at a time, activities alive.
//
// Nothing is moved or copied: a slide is a section that the style sheet shows alone, so that
// answers, links and printing stay what they are.
import { presentBar } from "./bar.js";
import { addReflection } from "./class_reflection.js";
import { lessonClock } from "./clock.js";
import { fit, fitsWell, overflows, unfit } from "./fitting.js";
import { keyAction } from "./keys.js";
import { keptAt, lengthsOf, markSources, slidesOf } from "./outline.js";
import { partsOf } from "./pages.js";
import { teacherLink } from "./teacher_link.js";
import { topLine } from "./top.js";

const root = document.documentElement;
const SHOWN = "on-slide";
const HASH = /^#present(?:-(\d+))?(?:-(\d+))?$/;

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

  /** Show only `blocks` of a section. */
  function reveal(section, blocks) {
    document.querySelectorAll(`main .${SHOWN}`).forEach((one) => one.classList.remove(SHOWN));
    section.classList.add(SHOWN);
    for (const block of blocks) block.classList.add(SHOWN);
    const alone = blocks.length > 0 && blocks[0].matches("[data-activity]");
    section.classList.toggle("p-activity", blocks.some((block) => block.matches("[data-activity]")));
    section.classList.toggle("p-alone", alone);
    section.classList.toggle("p-same", blocks.some((block) =>
      block.querySelector(":scope > .act-head .act-title")?.textContent.trim() === slide().title));
    section.classList.toggle("p-pictured", blocks.some((block) => block.matches(".scene-frame")) && blocks.length > 1);
    section.classList.toggle("p-picture", blocks.length === 1 && blocks[0].matches(".scene-frame"));
    section.classList.toggle("p-few", !alone && section.textContent.length > 0 && blocks.length === 1);
  }

  /** Part the section of this slide for the screen as it is now. */
  function measure() {
    const section = shown();
    parts = slide().step === null && at.place === 0 ? [[...section.children]] : partsOf(section, (blocks) => {
      reveal(section, blocks);
      return fitsWell(section);
    });
  }

  function refit() {
    if (!on) return;
    bar.scrolls(!fit(shown()));
  }

  /** Show a part of a slide; `part` may be -1 for the last. */
  function show(place, part, { focus = true } = {}) {
    at = { place, part: 0 };
    measure();
    at.part = part < 0 ? parts.length - 1 : Math.min(part, parts.length - 1);
    reveal(shown(), parts[at.part]);
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
    const where = `#present-${slide().number}${at.part ? `-${at.part + 1}` : ""}`;
    if (location.hash !== where) history.replaceState(history.state, "", where);
    if (activity()?.matches("[data-activity=reflection], [data-activity=check]")) addReflection(activity(), say);
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
    const element = shown();
    const rest = element.scrollHeight - element.clientHeight - element.scrollTop;
    if (overflows(element) && rest > 2) element.scrollBy({ top: element.clientHeight * 0.8 });
    else if (mover("next")) move("next");
    else if (at.part < parts.length - 1) show(at.place, at.part + 1);
    else if (at.place < kept.length - 1) show(at.place + 1, 0);
  }

  function back() {
    if (!on) return;
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

  function choose(chosen) {
    length = chosen;
    const now = slide();
    kept = keptAt(slides, length);
    show(Math.max(0, kept.findIndex((one) => one.number >= now.number)), 0);
  }

  /** Where an address leads: a slide's number, or the next one that this length keeps. */
  function fromAddress() {
    const found = HASH.exec(location.hash);
    const number = Number(found?.[1] ?? 1);
    const place = kept.findIndex((one) => one.number >= number);
    return { place: place < 0 ? kept.length - 1 : place, part: Number(found?.[2] ?? 1) - 1 };
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
    const { place, part } = fromAddress();
    show(place, part);
  }

  function leave({ address = true } = {}) {
    if (!on) return;
    on = false;
    clock.stop();
    clearTimeout(ticking);
    if (document.fullscreenElement) document.exitFullscreen();
    const section = at.place > 0 ? shown() : null;
    delete root.dataset.present;
    document.querySelectorAll(`main .${SHOWN}`).forEach((one) => one.classList.remove(SHOWN));
    top.element.remove();
    bar.element.remove();
    tellActivities(false);
    unfit();
    if (address) {
      const url = new URL(location.href);
      url.hash = "";
      url.searchParams.delete("present");
      history.replaceState(null, "", url.href.replace(/#$/, ""));
    }
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
  document.fonts.ready.then(remeasure);
  addEventListener("load", remeasure);
  addEventListener("hashchange", () => {
    if (!HASH.test(location.hash)) leave({ address: false });
    else if (!on) enter();
    else {
      const { place, part } = fromAddress();
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
  const asked = new URLSearchParams(location.search).get("present");
  if (asked !== null) {
    length = lengths.find((one) => one.minutes === Number(asked)) ?? length;
    kept = keptAt(slides, length);
  }
  if (asked !== null || HASH.test(location.hash)) enter();
}

const opener = document.querySelector("[data-present-lesson]");
const data = document.getElementById("present-data");
if (opener && data) presentation(opener, JSON.parse(data.textContent));
