// SPDX-License-Identifier: MIT
// Which key means what on a slide. A clicker sends PageDown and PageUp, some send arrows.

/** Controls that use arrows, Home and End themselves. */
const ARROWS = "input, select, textarea, [role=slider], [contenteditable], .put";
/** Controls that Space and Enter press. */
const PRESSED = "button, a, summary, input, select, textarea";
/** What is written into. */
const WRITTEN = "textarea, input:not([type=radio], [type=checkbox], [type=range])";

/** "next", "back", "first", "last", "leave", or null for a key that is none of ours. */
export function keyAction(event, { rightToLeft, scrolls }) {
  const { key, target, shiftKey, defaultPrevented } = event;
  if (defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return null;
  const within = (selector) => target instanceof Element && target.closest(selector) !== null;
  if (key === "Escape") return "leave";
  if (key === "PageDown" || key === "PageUp") {
    if (within(WRITTEN)) return null;
    return key === "PageDown" ? "next" : "back";
  }
  if (key === " ") {
    if (within(PRESSED)) return null;
    return shiftKey ? "back" : "next";
  }
  if (within(ARROWS) || shiftKey) return null;
  if (key === "Home") return "first";
  if (key === "End") return "last";
  if (key === "ArrowRight") return rightToLeft ? "back" : "next";
  if (key === "ArrowLeft") return rightToLeft ? "next" : "back";
  // Up and down scroll what is too long, and turn the page where nothing scrolls.
  if (!scrolls && key === "ArrowDown") return "next";
  if (!scrolls && key === "ArrowUp") return "back";
  return null;
}
