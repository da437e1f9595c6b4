// SPDX-License-Identifier: MIT
// Look for a worrying phrase on the device; the text stays here. Mirrors moderation.fold.

/** Return a text in the form in which phrases are looked for. */
export function fold(text) {
  const plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/['\u2019]/g, "");
  return plain.replace(/[^\p{L}\p{N}_]+/gu, " ").trim();
}

/** Whether a text holds one of the phrases as whole words. */
export function worrying(text, phrases) {
  const folded = ` ${fold(text)} `;
  return phrases.some((phrase) => folded.includes(` ${phrase} `));
}
