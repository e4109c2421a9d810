// Finds sheets by what staff type: titles, keywords, languages and editions, in any script.
"use strict";

const MARKS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670\u093c\u09bc\u0a3c\u0abc\u0b3c\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g;
const ALIKE = { "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ں": "ن",
  "ٱ": "ا", "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و", "ئ": "ی", "ß": "ss", "ø": "o", "đ": "d",
  "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ё": "е", "’": "'" };
// Letters of languages that write no spaces.
const UNSPACED = /[\u3040-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0x1040];

// Adds characters that are compared as others: pairs of Traditional and Simplified Chinese.
function alike(pairs) {
  const signs = Array.from(pairs);
  for (let i = 0; i + 1 < signs.length; i += 2) ALIKE[signs[i]] = signs[i + 1];
}

// A text as it is compared: without case, accents and the variants of a script. Vowel signs stay.
function fold(text) {
  const plain = text.normalize("NFKD").toLowerCase().replace(MARKS, "");
  return Array.from(plain, (sign) => {
    const code = sign.codePointAt(0);
    const zero = ZEROS.find((start) => code >= start && code < start + 10);
    return zero === undefined ? ALIKE[sign] ?? sign : String(code - zero);
  }).join("");
}

function wordsOf(text) {
  return fold(text).split(/[^\p{L}\p{M}\p{N}'+]+/u).filter(Boolean);
}

// How many letters must change to make `wanted` the beginning of `word`; over `most` is enough.
function distance(wanted, word, most) {
  const from = Array.from(wanted), to = Array.from(word).slice(0, from.length + most);
  let before = to.map((_, i) => i + 1), beforeLast = [];
  before.unshift(0);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    beforeLast = before;
    before = row;
  }
  return Math.min(...before);
}

// What is searched of a sheet: `names` must all be named to print at once; `about` only helps.
// `own` are those in its own language.
function indexed(sheet, leaflet, source) {
  const inSource = [leaflet.title, ...leaflet.keywords];
  const codes = leaflet.codes.map((code) => code.split(" ")[1] ?? "");
  const own = [...(sheet.own || sheet.lang === source ? [sheet.title] : []), ...sheet.keywords];
  const names = [sheet.title, ...inSource, ...sheet.keywords, ...codes];
  return {
    sheet, leaflet,
    heads: [wordsOf(sheet.title)[0] ?? "", wordsOf(leaflet.title)[0] ?? ""],
    titles: [wordsOf(sheet.title), wordsOf(leaflet.title)],
    names: names.flatMap(wordsOf), whole: fold(names.join(" ")), about: wordsOf(leaflet.about),
    own: (sheet.lang === source ? [...own, ...inSource] : own).flatMap(wordsOf),
  };
}

// The points of one word in a sheet, and whether it is in its names; 0 if it is not in it.
function points(word, entry) {
  if (entry.heads.some((each) => each.startsWith(word))) return [36, true];
  if (entry.titles.some((title) => title.some((each) => each.startsWith(word)))) return [30, true];
  if (entry.names.some((each) => each.startsWith(word))) return [20, true];
  if (word.length >= 2 && UNSPACED.test(word) && entry.whole.includes(word)) return [20, true];
  if (word.length >= 3 && entry.whole.includes(word)) return [8, false];
  if (word.length >= 3 && entry.about.some((each) => each.startsWith(word))) return [2, false];
  return [0, false];
}

// Whether a word is one of the sheet's own language.
function isOwn(word, entry) {
  return entry.own.some((each) => each.startsWith(word)) || (UNSPACED.test(word) && entry.own.some((each) => each.includes(word)));
}

// What all words say of a sheet; null if one of them is not of it. `words` have what they may name.
function match(words, entry) {
  let score = 0, sure = true, edition = null, named = false, own = true;
  const inTitle = [];
  for (const { word, languages, editions } of words) {
    const [got, inNames] = points(word, entry);
    const language = languages.has(entry.sheet.lang);
    const paper = editions.find((name) => entry.sheet.editions.some((each) => each.edition === name));
    if (!got && !language && !paper) return null;
    if (paper && !inNames) edition ??= paper;
    score += Math.max(got, language ? 60 : 0, paper ? 10 : 0);
    sure &&= inNames || language || Boolean(paper);
    named ||= language;
    if (inNames && !language) inTitle.push(word);
    own &&= isOwn(word, entry) || Boolean(paper);
  }
  return { entry, edition, sure, inItsLanguage: named || own, score: score + (sure ? 80 : 0) - surplus(inTitle, entry) / 10 };
}

// How many words the shorter title with these words has: "Psoriasis" goes before "Psoriasis and work".
function surplus(words, entry) {
  const fitting = entry.titles.filter((title) => words.every((word) => title.some((each) => each.startsWith(word))));
  return words.length && Math.min(9, ...fitting.map((title) => title.length));
}

// Sheets that have all words, best first. `named` says which languages and editions a word names.
function search(text, entries, named) {
  const words = wordsOf(text).map((word) => ({ word, languages: named.languages(word), editions: named.editions(word) }));
  return entries.map((entry) => match(words, entry)).filter(Boolean).sort((a, b) => b.score - a.score);
}

const there = { count: 0, words: new Set() };

// All words of titles and keywords, each once.
function wordsThere(entries) {
  if (there.count !== entries.length) {
    there.count = entries.length;
    there.words = new Set(entries.flatMap((entry) => entry.names));
  }
  return there.words;
}

// The words of titles that were probably meant, where nothing was found; null if none is near.
function mended(text, entries, named) {
  const known = wordsThere(entries);
  let changed = false;
  const words = wordsOf(text).map((word) => {
    if (word.length < 4 || named.languages(word).size || entries.some((entry) => points(word, entry)[0])) return word;
    let nearest = word, least = word.length < 6 ? 1.5 : 2.5;
    for (const other of known) {
      if (other.length < word.length - 2) continue;
      const far = distance(word, other, 2) + (other.startsWith(word[0]) ? 0 : 0.5);
      if (far < least) { nearest = other; least = far; }
    }
    changed ||= nearest !== word;
    return nearest;
  });
  return changed ? words.join(" ") : null;
}
