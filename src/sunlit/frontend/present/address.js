// SPDX-License-Identifier: MIT
// A slide's address: #present-4 is the third section, #present-4-2 its second part, and
// ?present=25 the length of 25 minutes. Slides count the same at every length.

const HASH = /^#present(?:-(\d+))?(?:-(\d+))?$/;

/** Whether the address leads to a slide. */
export const leadsToSlide = () => HASH.test(location.hash);

/** The slide that the address names, or the next one that is `kept`. */
export function placeInAddress(kept) {
  const found = HASH.exec(location.hash);
  const number = Number(found?.[1] ?? 1);
  const place = kept.findIndex((one) => one.number >= number);
  return { place: place < 0 ? kept.length - 1 : place, part: Number(found?.[2] ?? 1) - 1 };
}

/** The length asked for in minutes; null when the address does not ask for slides. */
export function lengthInAddress() {
  const asked = new URLSearchParams(location.search).get("present");
  return asked === null ? null : Number(asked);
}

/** Say in the address where we are. */
export function noteAddress({ number }, part) {
  const hash = `#present-${number}${part ? `-${part + 1}` : ""}`;
  if (location.hash !== hash) history.replaceState(history.state, "", hash);
}

/** The page's own address again. */
export function clearAddress() {
  const url = new URL(location.href);
  url.hash = "";
  url.searchParams.delete("present");
  history.replaceState(null, "", url.href.replace(/#$/, ""));
}
