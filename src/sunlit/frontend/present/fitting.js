// SPDX-License-Identifier: MIT
// A slide fits the screen: pictures shrink first, then the text, never below what the back
// row can read; what is still too long scrolls, and the bar says so.

/** Heights of a picture, in hundredths of the screen's. */
const PICTURES = [55, 48, 42, 36, 31, 26];
/** Parts of the full size of the text; the last is 40 px at 1920 by 1080, 26 px at 1024 by 768. */
const TEXT = [1, 0.97, 0.94, 0.91, 0.88];

const root = document.documentElement;

const set = (picture, text) => {
  root.style.setProperty("--picture", `${picture}vh`);
  root.style.setProperty("--fit", String(text));
};

/** Whether something of the slide lies outside it. */
export const overflows = (slide) =>
  slide.scrollHeight - slide.clientHeight > 1 || slide.scrollWidth - slide.clientWidth > 1;

/** Fit `slide`; false when it has to scroll. */
export function fit(slide) {
  const pictures = slide.querySelector(".picture") ? PICTURES : PICTURES.slice(-1);
  for (const size of pictures) {
    set(size, TEXT[0]);
    if (!overflows(slide)) return true;
  }
  for (const size of TEXT.slice(1)) {
    set(pictures.at(-1), size);
    if (!overflows(slide)) return true;
  }
  return false;
}

/** Whether `slide` fits with its text at full size and pictures still large enough to see. */
export function fitsWell(slide) {
  set(42, TEXT[0]);
  return !overflows(slide);
}

/** Give the page its own sizes back. */
export function unfit() {
  root.style.removeProperty("--picture");
  root.style.removeProperty("--fit");
}
