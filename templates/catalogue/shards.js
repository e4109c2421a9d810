// What there is to choose from: a file for the leaflets, and one for each language.
"use strict";

const page = JSON.parse(document.getElementById("page-data").textContent);
const say = page.words;
const languages = new Map(page.languages.map((each) => [each.tag, each]));
const REMEMBERED = "polyleaf.lang";
const SAFE = /^(?!.*\.\.)[\p{L}\p{M}\p{N}_.+%-]+(\/[\p{L}\p{M}\p{N}_.+%-]+)*$/u;
const state = { leaflets: null, entries: [], loaded: new Map(), lang: null, only: null, all: false, found: [] };

alike(page.han ?? "");

// A page that was opened from a folder may load scripts and nothing else: polyleaf("ur", [...])
window.polyleaf = (name, rows) => {
  if (!Array.isArray(rows)) return;
  if (name === "leaflets") state.leaflets = new Map(rows.map(leafletOf).filter(Boolean));
  else if (languages.has(name)) state.loaded.set(name, rows);
};

const isText = (value) => typeof value === "string";
const texts = (value) => (Array.isArray(value) ? value.filter(isText) : []);

// Anybody may have written these files: what has not the shape of a leaflet or a sheet is left out.
function leafletOf(row) {
  if (!isText(row?.id) || !isText(row.title)) return null;
  return [row.id, { ...row, keywords: texts(row.keywords), codes: texts(row.codes), about: isText(row.about) ? row.about : "" }];
}

function sheetOf(row, lang) {
  if (!isText(row?.title) || !Array.isArray(row.editions)) return null;
  const editions = row.editions.filter((each) => isText(each?.edition) && isText(each.file));
  return editions.length ? { ...row, lang, editions, keywords: texts(row.keywords) } : null;
}

function load(name) {
  return new Promise((done) => {
    const script = document.createElement("script");
    script.src = `catalogue/${name}.js`;
    script.onload = () => done(name === "leaflets" ? state.leaflets !== null : state.loaded.has(name));
    script.onerror = () => done(false);
    document.head.append(script);
  });
}

const reading = new Map();

// Reads the sheets in a language once; whether all of them could be read.
function read(tag) {
  if (!reading.has(tag)) reading.set(tag, readNow(tag));
  return reading.get(tag);
}

async function readNow(tag) {
  const whole = await load(tag);
  const rows = state.loaded.get(tag) ?? [];
  let readable = 0;
  for (const row of rows) {
    const leaflet = state.leaflets.get(row?.leaflet), sheet = sheetOf(row, tag);
    if (!leaflet || !sheet) continue;
    state.entries.push(indexed(sheet, leaflet, page.source));
    readable += 1;
  }
  if (!whole || readable < rows.length) broken(languages.get(tag));
  return whole;
}

function broken(language) {
  const line = document.createElement("p");
  line.className = "broken";
  const list = `catalogue/${language.tag}.html`;
  line.append(filled(say.broken, { language: inOwn(language), file: link(list, list) }));
  document.getElementById("broken").append(line);
}

// ---- the language that is remembered in this browser
function remember(tag) {
  try {
    if (tag) localStorage.setItem(REMEMBERED, tag); else localStorage.removeItem(REMEMBERED);
  } catch { /* a browser that keeps nothing */ }
}

function remembered() {
  try { return localStorage.getItem(REMEMBERED); } catch { return null; }
}
