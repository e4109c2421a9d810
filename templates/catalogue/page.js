// The page to choose a sheet from. Without it the page is links to a list for each language.
"use strict";

const $ = (id) => document.getElementById(id);
const field = $("query"), list = $("sheets"), tiles = $("tiles"), chooser = $("language");
const note = $("note"), count = $("count"), kept = $("remembered");
const AT_FIRST = 20; // cards; the others are drawn when they are asked for

// ---- what a typed word may name
const namesOf = page.languages.map((each) => [each.tag, [each.own, each.english, each.tag].flatMap(wordsOf)]);
const editionWords = Object.entries(page.editions).map(([name, words]) => [name, [...wordsOf(words), ...wordsOf(name)]]);
const named = {
  languages(word) {
    if (word.length < 2) return new Set();
    return new Set(namesOf.filter(([, names]) => names.some((name) => name.startsWith(word))).map(([tag]) => tag));
  },
  editions(word) {
    if (word.length < 3) return [];
    return editionWords.filter(([, words]) => words.some((each) => each.startsWith(word))).map(([name]) => name);
  },
};

// A word that names a language and no title: it is about which language, whatever is chosen.
function languageOnly(word) {
  return word.length >= 3 && named.languages(word).size > 0 && !state.entries.some((entry) => points(word, entry)[1]);
}

// ---- showing
function show() {
  const text = field.value.trim();
  const chosen = Boolean(state.lang) && !wordsOf(text).some(languageOnly);
  const among = state.entries.filter((entry) => (!chosen || entry.sheet.lang === state.lang) && (!state.only || entry.leaflet.id === state.only));
  note.replaceChildren();
  let found = search(text, among, named);
  if (text && !found.length) found = instead(text, among);
  else if (!chosen) onlyInOneLanguage(found);
  if (!text) found.sort((a, b) => a.entry.leaflet.title.localeCompare(b.entry.leaflet.title));
  for (const each of found) each.sure &&= Boolean(text);
  state.found = found;
  const open = Boolean(text || state.lang || state.only);
  tiles.hidden = open;
  list.hidden = !open;
  count.replaceChildren();
  if (open) count.append(`${say.sheets}: `, element("b", String(found.length)));
  draw();
  sayRemembered();
  address();
}

// Where no language is chosen, Enter may print only if the words are those of one language.
function onlyInOneLanguage(found) {
  const meant = found.filter((each) => each.sure && each.inItsLanguage);
  const tags = new Set(meant.map((each) => each.entry.sheet.lang));
  for (const each of found) each.sure &&= each.inItsLanguage && tags.size === 1;
}

function instead(text, among) {
  const meant = mended(text, state.entries, named);
  let found = meant ? search(meant, among, named) : [];
  if (found.length) {
    note.append(filled(say.instead, { title: element("b", meant) }));
  } else if (state.lang) {
    found = search(text, state.entries, named);
    if (found.length) note.append(filled(say.elsewhere, { language: inOwn(languages.get(state.lang)) }));
  }
  if (!found.length) note.append(say.nothing);
  for (const each of found) each.sure = false;
  return found;
}

function draw() {
  const shown = state.all ? state.found : state.found.slice(0, AT_FIRST);
  list.replaceChildren(...shown.map(card));
  $("more").hidden = shown.length === state.found.length && !state.only;
}

// This computer may be used by others: what it remembers stands on the page, with how to forget it.
function sayRemembered() {
  const language = state.lang && remembered() === state.lang ? languages.get(state.lang) : null;
  kept.hidden = !language || !say.remembered;
  if (kept.hidden) return kept.replaceChildren();
  const forget = element("button", say.all, { type: "button" });
  forget.addEventListener("click", () => { choose(""); field.focus(); });
  kept.replaceChildren(filled(say.remembered, { language: bothNames(language) }), " ", forget);
}

// ---- addresses: #lang=ur&leaflet=rosacea&q=ros
function address() {
  const parts = new URLSearchParams();
  if (state.lang) parts.set("lang", state.lang);
  if (state.only) parts.set("leaflet", state.only);
  if (field.value.trim()) parts.set("q", field.value.trim());
  history.replaceState(null, "", parts.size ? `#${parts}` : location.pathname.split("/").pop() || "index.html");
}

async function choose(tag) {
  state.lang = languages.has(tag) ? tag : null;
  state.all = false;
  remember(state.lang);
  chooser.value = state.lang ?? "";
  if (state.lang) await read(state.lang);
  show();
}

async function fromAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const leaflet = asked.get("leaflet");
  state.only = leaflet && state.leaflets?.has(leaflet) ? leaflet : null;
  field.value = asked.get("q") ?? "";
  const tag = asked.get("lang");
  state.lang = languages.has(tag) ? tag : location.hash ? null : remembered();
  if (!languages.has(state.lang)) state.lang = null;
  chooser.value = state.lang ?? "";
  if (state.lang) await read(state.lang);
  show();
}

// ---- beginning
field.addEventListener("input", () => { state.all = false; show(); });
chooser.addEventListener("change", () => { choose(chooser.value); field.focus(); });
tiles.addEventListener("click", (event) => {
  const tile = event.target.closest("a[data-tag]");
  if (!tile || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  choose(tile.dataset.tag);
  field.focus();
});
$("more").addEventListener("click", () => {
  if (state.only) state.only = null; else state.all = true;
  show();
});
addEventListener("hashchange", fromAddress);
addEventListener("beforeprint", () => { state.all = true; draw(); });
// The page in another language shows the same choice.
document.querySelector(".bar details")?.addEventListener("click", (event) => {
  const other = event.target.closest("a");
  if (other) other.hash = location.hash;
});
if (fromFile) $("by-file").hidden = false;
load("leaflets").then(async (whole) => {
  if (!whole) { note.append(say.unreadable); return; }
  await fromAddress();
  for (const tag of languages.keys()) {
    await read(tag);
    if (field.value || state.only || !state.lang) show();
  }
  document.body.dataset.ready = "true";
});
