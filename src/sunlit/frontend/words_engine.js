// SPDX-License-Identifier: MIT
// The kinder-words matcher on a page. It runs the same compiled data as
// src/sunlit/words/engine.py, function by function; one file of cases runs
// through both, and a change here needs the same change there. No imports.

const LETTER = "\x7f";
const TOKEN = new RegExp(
  "https?://[^ \\t\\r\\n\\f\\v]+|www\\.[^ \\t\\r\\n\\f\\v]+" +
    "|@[a-z0-9_]+" +
    "|[a-z0-9\\x7f]+(?:['*][a-z0-9\\x7f]+)*" +
    "|\\n[ \\t]*(?=[\\n\\-*#>|+])" +
    "|[^ \\t\\r\\n\\f\\va-z0-9\\x7f-]",
  "g",
);
const WORDLIKE = /^[a-z0-9\x7f]/;
const LONG_RUN = /([a-z])\1\1+/;
const LONG_RUNS = /([a-z])\1\1+/g;
const ENDS = new Set([".", "!", "?", "\n"]);
const QUOTES = new Set(['"', "'"]);
const CLAUSE_ENDS = new Set([...ENDS, ",", ";", ":", '"', "'", "(", ")", "/"]);
const CITED_BESIDE = 2;
const SPEAKING = new Set(
  ("said says shouted shouts yelled muttered mutters snapped told tells replied cried whispered " +
    "sneered hissed laughed joked jokes screamed called killer killers attacker gunman").split(" "),
);
const PARTS = ["match", "fine", "beside", "near", "not_near"];
const LONG_WORD = 3;
const PLAIN_SENTENCE = 1;
const SELF = new Set(["i", "im", "ive", "id", "ill"]);

/** A pattern with its words as sets. */
function ready(pattern) {
  return pattern.map((part) =>
    part.map(([op, argument]) => [op, op.startsWith("w") ? new Set(argument) : argument]),
  );
}

/** A short one-way mark for a word (FNV-1a, 32 bits, eight hex digits). */
export function veil(word) {
  let value = 0x811c9dc5;
  for (let k = 0; k < word.length; k += 1) {
    value = Math.imul(value ^ word.charCodeAt(k), 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, "0");
}

/** A named list, indexed by first and by last word. */
class WordList {
  constructor(entries) {
    this.words = new Set(entries.filter((entry) => typeof entry === "string"));
    this.forward = new Map();
    this.backward = new Map();
    for (const entry of entries) {
      if (typeof entry === "string") continue;
      put(this.forward, entry[0], entry);
      put(this.backward, entry[entry.length - 1], [...entry].reverse());
    }
    for (const index of [this.forward, this.backward]) {
      for (const longer of index.values()) longer.sort((a, b) => b.length - a.length);
    }
    this.starts = new Set([...this.words, ...this.forward.keys()]);
  }

  /** How many tokens each fitting entry takes at `i`, longest first. */
  lengths(words, i, step) {
    if (i < 0 || i >= words.length) return [];
    const lengths = [];
    for (const entry of (step > 0 ? this.forward : this.backward).get(words[i]) ?? []) {
      if (entry.every((word, k) => words[i + k * step] === word)) lengths.push(entry.length);
    }
    if (this.words.has(words[i])) lengths.push(1);
    return lengths;
  }
}

function put(index, key, value) {
  if (index.has(key)) index.get(key).push(value);
  else index.set(key, [value]);
}

/** Compiled rules, ready to run; make one for each set of rules and keep it. */
export class Engine {
  /** `data`: what `rules_for_band` gives in Python, as parsed JSON. */
  constructor(data) {
    this.rules = data.rules.map((rule) => {
      const made = { ...rule };
      for (const part of PARTS) made[part] = rule[part].map(ready);
      return made;
    });
    const [plain, folded] = data.fold.map((text) => Array.from(text));
    this.folds = new Map(plain.map((sign, k) => [sign, folded[k]]));
    this.spellings = new Map(Object.entries(data.spellings));
    this.veiled = new Set(data.veiled ?? []);
    this.lists = new Map(Object.entries(data.lists).map(([n, e]) => [n, new WordList(e)]));
    this.contexts = {};
    for (const [name, parts] of Object.entries(data.contexts)) {
      this.contexts[name] = {};
      for (const [part, found] of Object.entries(parts)) {
        this.contexts[name][part] = found.map(ready);
      }
    }
    this.indexes = new Map();
    this.triggers = new Map();
    this.rules.forEach((rule, number) => {
      for (const pattern of rule.match) {
        for (const word of this.firstWords(pattern)) put(this.triggers, word, [number, pattern]);
      }
    });
  }

  /** The hits in `text`, in order: `{start, end, rule}`, offsets in code points. */
  find(text, { quotesAreMentions = false } = {}) {
    const reading = new Reading(this, text, quotesAreMentions);
    const { words } = reading;
    const hits = [];
    for (let i = 0; i < words.length; i += 1) {
      for (const [number, pattern] of this.triggers.get(words[i]) ?? []) {
        const end = this.match(pattern, words, i);
        if (end > i && !this.excused(this.rules[number], reading, i, end)) {
          hits.push([i, end, number]);
        }
      }
    }
    hits.sort((a, b) => a[0] - b[0] || b[1] - a[1] || a[2] - b[2]);
    const found = [];
    let freeFrom = 0;
    for (const [i, end, rule] of hits) {
      if (i < freeFrom) continue;
      freeFrom = end;
      found.push({ start: reading.starts[i], end: reading.ends[end - 1], rule });
    }
    return found;
  }

  firstWords(pattern) {
    const [op, argument] = pattern[1][0];
    return op === "w" ? argument : this.lists.get(argument).starts;
  }

  /** The token after the marked part if the pattern fits at `i`, else -1. */
  match([left, marked, right], words, i) {
    if (left.length && this.walk(left, 0, words, i - 1, -1) === null) return -1;
    const end = this.walk(marked, 0, words, i, 1);
    if (end === null) return -1;
    if (right.length && this.walk(right, 0, words, end, 1) === null) return -1;
    return end;
  }

  /** Fit elements from `k` on at token `i`, going `step`; where it ends, or null. */
  walk(elements, from, words, start, step) {
    let i = start;
    for (let k = from; k < elements.length; k += 1) {
      const [op, argument] = elements[k];
      const here = i >= 0 && i < words.length ? words[i] : "";
      const ended = !here || CLAUSE_ENDS.has(here);
      if (op === "w") {
        if (!here || !argument.has(here)) return null;
        i += step;
      } else if (op === "w?") {
        if (here && argument.has(here)) {
          const end = this.walk(elements, k + 1, words, i + step, step);
          if (end !== null) return end;
        }
      } else if (op === "$") {
        if (!ended) return null;
      } else if (op === "w$") {
        if (here && argument.has(here)) i += step;
        else if (!ended) return null;
      } else if (op === "g") {
        for (let skip = 0; skip <= argument; skip += 1) {
          const at = i + skip * step;
          const end = this.walk(elements, k + 1, words, at, step);
          if (end !== null) return end;
          if (at < 0 || at >= words.length || ENDS.has(words[at])) return null;
        }
        return null;
      } else {
        for (const length of this.lists.get(argument).lengths(words, i, step)) {
          const end = this.walk(elements, k + 1, words, i + length * step, step);
          if (end !== null) return end;
        }
        if (op === "l" || (op === "l$" && !ended)) return null;
      }
    }
    return i;
  }

  /** Whether the sentence around a hit makes it fine. */
  excused(rule, reading, i, end) {
    const { words } = reading;
    for (const pattern of rule.fine) {
      if (this.startsAt(pattern, words[i]) && this.match(pattern, words, i) > i) return true;
    }
    if (this.beside(rule.beside, words, i, end)) return true;
    const [low, high] = reading.sentence(i);
    if (rule.near.length && !this.any(rule.near, words, low, high)) return true;
    if (rule.not_near.length && this.any(rule.not_near, words, low, high)) return true;
    for (const name of rule.excuses) {
      if (name === "title") {
        if (reading.isName(i, end, low, high)) return true;
        continue;
      }
      const context = this.contexts[name];
      const quote = name === "mention" ? reading.quote(i, end) : undefined;
      if (quote) {
        if (reading.quotesAreMentions || reading.isCited(...quote, end - i)) return true;
        if (this.any(context.quoted, words, low, high)) return true;
      }
      if (
        this.any(context.before, words, low, i) ||
        this.any(context.after, words, end, high) ||
        this.beside(context.beside, words, i, end)
      ) {
        return true;
      }
    }
    return false;
  }

  startsAt(pattern, word) {
    const [op, argument] = pattern[1][0];
    return op === "w" ? argument.has(word) : this.lists.get(argument).starts.has(word);
  }

  /** Patterns whose marked part is `*`, standing for the hit itself. */
  beside(patterns, words, i, end) {
    return patterns.some(
      ([left, , right]) =>
        (!left.length || this.walk(left, 0, words, i - 1, -1) !== null) &&
        (!right.length || this.walk(right, 0, words, end, 1) !== null),
    );
  }

  /** Whether any pattern fits at a token in `[low, high)`. */
  any(patterns, words, low, high) {
    let index = this.indexes.get(patterns);
    if (!index) {
      index = new Map();
      for (const pattern of patterns) {
        for (const word of this.firstWords(pattern)) put(index, word, pattern);
      }
      this.indexes.set(patterns, index);
    }
    for (let at = low; at < high; at += 1) {
      for (const pattern of index.get(words[at]) ?? []) {
        if (this.match(pattern, words, at) > at) return true;
      }
    }
    return false;
  }

  /** The word a token stands for: no apostrophes, known misspellings mended. */
  word(token) {
    let word = token.length > 1 ? token.replaceAll("'", "") : token;
    word = this.spellings.get(word) ?? word;
    if (this.veiled.size) {
      const veiled = veil(word);
      if (this.veiled.has(veiled)) return this.spellings.get(veiled) ?? veiled;
    }
    return word;
  }

  /** Shorten runs of three or more letters: `soooo` to `so`, `killlled` to `killed`. */
  unrolled(token) {
    const twice = this.word(token.replace(LONG_RUNS, "$1$1"));
    const once = this.word(token.replace(LONG_RUNS, "$1"));
    return this.triggers.has(twice) && !this.triggers.has(once) ? twice : once;
  }

  /** `crazyy` is `crazy`: drop a doubled last letter where that gives a known word. */
  trimmed(word) {
    if (word.length <= LONG_WORD || word.at(-1) !== word.at(-2) || this.triggers.has(word)) {
      return word;
    }
    const shorter = word.slice(0, -1);
    return this.triggers.has(shorter) ? shorter : word;
  }

  /** One character for one code point: lower case, plain quotes, no accents. */
  fold(point) {
    if (point >= "A" && point <= "Z") return point.toLowerCase();
    const code = point.codePointAt(0);
    if (code < 0x80) return point;
    return this.folds.get(point) ?? (code < 0x2000 ? LETTER : " ");
  }
}

/** A text cut into tokens, with what is asked about it found when asked. */
class Reading {
  constructor(engine, text, quotesAreMentions) {
    this.points = Array.from(text);
    this.quotesAreMentions = quotesAreMentions;
    this.folded = this.points.map((point) => engine.fold(point)).join("");
    this.words = [];
    this.starts = [];
    this.ends = [];
    for (const found of this.folded.matchAll(TOKEN)) {
      const token = found[0];
      const word = LONG_RUN.test(token) ? engine.unrolled(token) : engine.word(token);
      this.words.push(engine.trimmed(word));
      this.starts.push(found.index);
      this.ends.push(found.index + token.length);
    }
    this.quotes = null;
  }

  /** The token range of the sentence around token `i`. */
  sentence(i) {
    let low = i;
    while (low > 0 && !this.endsSentence(low - 1)) low -= 1;
    let high = i;
    while (high < this.words.length && !this.endsSentence(high)) high += 1;
    return [low, high];
  }

  /** A full stop before a closing quotation mark does not end the sentence around it. */
  endsSentence(k) {
    if (!ENDS.has(this.words[k])) return false;
    return k + 1 >= this.words.length || !QUOTES.has(this.words[k + 1]);
  }

  /** The quotation marks around tokens `[i, end)`, or undefined. */
  quote(i, end) {
    this.quotes ??= this.findQuotes();
    return this.quotes.find(([a, b]) => a < i && end <= b);
  }

  /** Whether a quotation names a word or phrase rather than what someone says. */
  isCited(opening, closing, size) {
    const inside = this.words.slice(opening + 1, closing);
    if (inside.length > size + CITED_BESIDE) return false;
    if (inside.some((word) => CLAUSE_ENDS.has(word))) return false;
    const beside = [
      ...this.words.slice(Math.max(0, opening - 2), opening),
      ...this.words.slice(closing + 1, closing + 4),
    ];
    return !beside.some((word) => SPEAKING.has(word));
  }

  findQuotes() {
    const spans = [];
    let double = -1;
    let single = -1;
    this.words.forEach((word, i) => {
      if (word === '"') {
        if (double < 0) double = i;
        else {
          spans.push([double, i]);
          double = -1;
        }
      } else if (word === "'") {
        const before = i > 0 && this.ends[i - 1] === this.starts[i];
        const after = i + 1 < this.words.length && this.starts[i + 1] === this.ends[i];
        if (after && !before) single = i;
        else if (single >= 0 && before) {
          spans.push([single, i]);
          single = -1;
        }
      } else if (word === "\n") {
        double = -1;
        single = -1;
      }
    });
    return spans;
  }

  capital(i) {
    const letter = this.points[this.starts[i]];
    return letter >= "A" && letter <= "Z" && letter.length === 1;
  }

  /** Whether `[i, end)` reads as a part of a name or title: see the Python engine. */
  isName(i, end, from, high) {
    for (let k = i; k < end; k += 1) {
      if (!this.capital(k)) return false;
      const written = this.points.slice(this.starts[k], this.ends[k]);
      if (written.length > 1 && !written.some((letter) => letter >= "a" && letter <= "z")) {
        return false;
      }
    }
    let lower = 0;
    for (let k = from; k < high; k += 1) {
      const letter = this.folded[this.starts[k]];
      if (letter >= "a" && letter <= "z" && this.words[k].length > LONG_WORD && !this.capital(k)) {
        lower += 1;
      }
    }
    if (lower < PLAIN_SENTENCE) return false;
    let low = from;
    while (low < i && !WORDLIKE.test(this.words[low])) low += 1;
    return i > low || (end < high && this.capital(end) && !SELF.has(this.words[end]));
  }
}

/**
 * The phrases worth a second look, each with its explanation. `start` and `end`
 * count code points; `from` and `to` count UTF-16 units, as `slice` does.
 * A `category` of "help-card" means: show the help card and nothing else.
 */
export function checkWords(engine, text, options = {}) {
  const found = engine.find(text, options);
  const units = [0];
  for (const point of text) units.push(units[units.length - 1] + point.length);
  return found.map(({ start, end, rule }) => {
    const { category, reason, suggestions, source, severity, row, ask, note } = engine.rules[rule];
    const [from, to] = [units[start], units[end]];
    const phrase = text.slice(from, to);
    return {
      start, end, from, to, text: phrase,
      category, reason, suggestions, source, severity, row, ask, note,
    };
  });
}
