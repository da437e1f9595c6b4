// SPDX-License-Identifier: MIT
// A sheet of paper that learners make: shown on the page, printed alone, copied as text.
import { make } from "./controls.js";

const PRINTING = "printing-sheet";

function putAway() {
  document.documentElement.classList.remove(PRINTING);
  document.querySelectorAll("body > .act-print").forEach((copy) => copy.remove());
}

/**
 * Print the sheet that `draw` gives and nothing else of the page. It is drawn anew, since
 * what a picture points at inside itself must not lie in the hidden part of the page.
 */
export function printSheet(draw, from) {
  putAway();
  const around = from.closest("[data-band]");
  document.body.append(make("div", {
    class: "act act-print", dir: getComputedStyle(from).direction, "data-band": around?.dataset.band,
  }, draw()));
  document.documentElement.classList.add(PRINTING);
  // Some browsers return before they print, and a few never say when they have done so.
  window.addEventListener("afterprint", putAway, { once: true });
  document.addEventListener("pointerdown", putAway, { once: true });
  document.addEventListener("keydown", putAway, { once: true });
  window.print();
}

/** Put `text` on the clipboard; whether it went well. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without a secure address (a school's own server, a file) there is only the old way.
    const held = make("textarea", { class: "act-copying", readonly: true });
    const focused = document.activeElement;
    held.value = text;
    document.body.append(held);
    held.select();
    const copied = document.execCommand("copy");
    held.remove();
    focused?.focus({ preventScroll: true });
    return copied;
  }
}
