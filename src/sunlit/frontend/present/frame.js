// SPDX-License-Identifier: MIT
// Which blocks of the page are on the screen, and the marks by which they are laid out.

/** The class of a section, and of its blocks, that are on the screen. */
export const SHOWN = "on-slide";

/** Take every block off the screen. */
export const clearFrame = () =>
  document.querySelectorAll(`main .${SHOWN}`).forEach((one) => one.classList.remove(SHOWN));

/** Show `blocks` of `section`, whose heading says `title`, and nothing else. */
export function frame(section, blocks, title) {
  clearFrame();
  section.classList.add(SHOWN);
  for (const block of blocks) block.classList.add(SHOWN);
  const activity = blocks.find((block) => block.matches("[data-activity]"));
  const picture = blocks.find((block) => block.matches(".scene-frame"));
  const marks = {
    "p-activity": activity,
    // An activity by itself needs no other title; one that says the same is said once.
    "p-alone": activity && blocks[0] === activity,
    "p-same": activity?.querySelector(":scope > .act-head .act-title")?.textContent.trim() === title,
    "p-pictured": picture && blocks.length > 1,
    "p-picture": picture && blocks.length === 1,
    "p-walled": blocks.some((block) => block.matches(".p-wall")),
    "p-few": !activity && blocks.length === 1,
  };
  for (const [name, on] of Object.entries(marks)) section.classList.toggle(name, Boolean(on));
}
