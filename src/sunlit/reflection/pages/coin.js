// SPDX-License-Identifier: MIT
// The coin item's device procedure; the same table as sunlit.reflection.coin.report.

/** Return what is sent for a true answer and three random bits (0 to 7). */
export function report(truth, bits) {
  return (bits & 3) !== 0 ? truth : (bits >> 2) === 1;
}

/** Toss once: three bits from the device's own source, which also works on plain http. */
export function toss() {
  return crypto.getRandomValues(new Uint8Array(1))[0] & 7;
}
