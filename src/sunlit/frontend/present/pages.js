// SPDX-License-Identifier: MIT
// Which blocks of a section stand on the screen together.
//
// One section is one slide. Where it does not fit, it goes on over several: a rule ("---")
// always parts it, an activity ends a part, and text is parted between its blocks.

/** So many words are read from the back of a room, and no more. */
const MOST_WORDS = 75;
/** So many may stay beside an activity. */
const FEW_WORDS = 25;

const words = (blocks) => blocks.map((block) => block.textContent.trim().split(/\s+/).length)
  .reduce((sum, count) => sum + count, 0);
const isActivity = (block) => block.matches("[data-activity], .p-wall");
const isPicture = (block) => block.matches(".scene-frame");

/** Code that shows nothing stands on the page alone; of the rest a slide has the result. */
const isSilent = (block) => block.matches(".cell:not(:has(.cell_output))");

/** The blocks of a section that can be on a slide: no heading, and no wall that shows nothing. */
export const blocksOf = (section) => [...section.children].filter((block) =>
  !/^H[12]$/.test(block.tagName) && !isSilent(block) && !block.matches(".p-wall[hidden]"));

/** Runs of blocks between rules, a picture never parted from what it shows. */
function runs(section) {
  const found = [[]];
  for (const block of blocksOf(section)) {
    const last = found.at(-1);
    if (block.tagName === "HR") found.push([]);
    else if (isPicture(block) && last.some(isPicture)) found.push([block]);
    else last.push(block);
  }
  return found.filter((run) => run.length);
}

/**
 * The parts of `section`: lists of blocks. `fits(blocks)` shows blocks on the screen and
 * says whether they fit well.
 */
export function partsOf(section, fits) {
  const parts = [];
  for (const run of runs(section)) {
    let part = [];
    for (const block of run) {
      const more = [...part, block];
      const tooLong = part.length > 0
        && (part.some(isActivity)
          || (isActivity(block) ? words(part) > FEW_WORDS : words(more) > MOST_WORDS)
          || !fits(more));
      if (tooLong) {
        parts.push(part);
        part = [block];
      } else {
        part = more;
      }
    }
    parts.push(part);
  }
  return parts.length ? parts : [[]];
}
